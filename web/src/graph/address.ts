// The state of the graph view as an address, and back.

import type { Seen } from "./explorer";
import { month, monthText } from "./time";

export interface GraphPlace {
  about: string;
  mode: "near" | "together" | "path";
  to: string;
  /** Which of the ways between the two is emphasised. */
  way: number;
  /** What was expanded, in order. */
  more: string[];
  ids: string[];
  seen: Seen;
}

export function read(query: URLSearchParams): GraphPlace {
  const mode = query.get("mode");
  const since = month(query.get("since"));
  const until = month(query.get("until"), true);
  return {
    about: query.get("about") ?? "",
    mode: mode === "together" || mode === "path" ? mode : "near",
    to: query.get("to") ?? "",
    way: Math.max(1, Math.trunc(Number(query.get("way"))) || 1),
    more: query.getAll("more"),
    ids: (query.get("ids") ?? "").split(",").filter(Boolean),
    seen: {
      filter: { classes: new Set(query.getAll("hide")), relations: new Set(query.getAll("without")), span: since !== null && until !== null ? [since, until] : null, undated: query.get("undated") !== "no" },
      node: query.get("node") ?? undefined,
      edge: query.get("edge") ?? undefined,
      labels: mode === "together" ? query.get("labels") === "yes" : query.get("labels") !== "no",
      camera: query.get("camera") ?? "",
    },
  };
}

/** The address of a view, without what is as it always is. */
export function write({ about, mode, to, way, more, ids, seen }: GraphPlace): string {
  const query = new URLSearchParams();
  const { filter } = seen;
  if (about) query.set("about", about);
  if (ids.length) query.set("ids", ids.join(","));
  if (mode !== "near") query.set("mode", mode);
  if (to) query.set("to", to);
  if (to && way > 1) query.set("way", String(way));
  more.forEach((id) => query.append("more", id));
  filter.classes.forEach((c) => query.append("hide", c));
  filter.relations.forEach((r) => query.append("without", r));
  if (filter.span) {
    query.set("since", monthText(filter.span[0]));
    query.set("until", monthText(filter.span[1]));
  }
  if (!filter.undated) query.set("undated", "no");
  if (seen.node) query.set("node", seen.node);
  if (seen.edge) query.set("edge", seen.edge);
  if (seen.labels === (mode === "together")) query.set("labels", seen.labels ? "yes" : "no");
  if (seen.camera) query.set("camera", seen.camera);
  return `/graph?${query}`;
}
