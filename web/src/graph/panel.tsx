import { useEffect, useState } from "preact/hooks";
import { day, detail } from "../dates";
import { number, t } from "../i18n";
import { Badge } from "../parts/badge";
import { aside } from "../parts/brief";
import { Proofs } from "../parts/evidence";
import { entityAt } from "../router";
import type { EdgeTold, GraphEdge, GraphNode } from "../types";
import type { Opened } from "./around";
import type { Drawing, Shown } from "./model";

/** Where the evidence of an edge comes from. */
export type Prove = (edge: GraphEdge) => Promise<EdgeTold>;

const NOTHING: EdgeTold = { when: [], evidence: [] };

/** When what several edges say was so: once where that is one time, and else of each with what it says. */
function together(parts: GraphEdge[], all: EdgeTold[]): string[] {
  const times = all.map((it) => it.when.map(detail).join(" · "));
  if (new Set(times).size < 2) return times.slice(0, 1).filter(Boolean);
  return times.flatMap((time, n) => (time ? [`${parts[n].label}: ${time}`] : []));
}

/** What proves some edges, once it is there. */
function useTold(parts: GraphEdge[], prove: Prove): EdgeTold | null {
  const [told, set] = useState<EdgeTold | null>(null);
  useEffect(() => {
    let gone = false;
    set(null);
    Promise.all(parts.map(prove)).then(
      (all) => gone || set({ when: together(parts, all), evidence: all.flatMap((it) => it.evidence) }),
      () => gone || set(NOTHING),
    );
    return () => void (gone = true);
  }, [parts.map((p) => p.id).join()]);
  return told;
}

/** When what some edges say was so; of people who met the first and the last time. */
function when(parts: GraphEdge[], told: EdgeTold): string {
  const met = parts.find((p) => p.relation === "met");
  return met ? [...new Set([met.from, met.to])].filter(Boolean).map(day).join(" – ") : told.when.join(" · ");
}

function EdgePart({ part, name, prove }: { part: GraphEdge; name: (id: string) => string; prove: Prove }) {
  const told = useTold([part], prove);
  const dates = told && when([part], told);
  return (
    <section class="part">
      <h3>{name(part.source)} <span class="relation">{part.label}</span> {name(part.target)}</h3>
      {dates && <p class="aside">{dates}</p>}
      {told ? <Proofs proofs={told.evidence} most={6} /> : <p class="waiting">{t("loading")}</p>}
    </section>
  );
}

/** The first sentence that proves a link, and when it was so; the others are a press away. */
function Proven({ parts, prove }: { parts: GraphEdge[]; prove: Prove }) {
  const told = useTold(parts, prove);
  if (!told?.evidence.length) return null;
  const dates = when(parts, told);
  return (
    <>
      {dates && <p class="aside">{dates}</p>}
      <Proofs proofs={told.evidence} most={1} />
    </>
  );
}

export function EdgePanel({ parts, drawing, prove }: { parts: GraphEdge[]; drawing: Drawing; prove: Prove }) {
  const name = (id: string) => (drawing.hasNode(id) ? drawing.getNodeAttribute(id, "label") : id);
  return <>{parts.map((part) => <EdgePart key={part.id} part={part} name={name} prove={prove} />)}</>;
}

interface NodeProps {
  node: GraphNode;
  drawing: Drawing;
  shown: Shown;
  pick(picked: { node?: string; edge?: string }): void;
  expand?: (id: string) => void;
  /** How much of what lies around it is drawn, once that was asked for. */
  opened?: Opened;
  centre?: (id: string) => void;
  /** Whether there are pages to open; where there are none what proves the links stands below them. */
  pages: boolean;
  prove: Prove;
}

/** What is told of last stands first. */
const last = (parts: GraphEdge[]) => parts.map((p) => p.to ?? "").reduce((a, b) => (a > b ? a : b));

export function NodePanel({ node, drawing, shown, pick, expand, opened, centre, pages, prove }: NodeProps) {
  const links = [...shown.edges].flatMap(([key, parts]) => {
    const [a, b] = drawing.extremities(key);
    return a === node.id || b === node.id ? [{ key, other: a === node.id ? b : a, parts }] : [];
  }).sort((a, b) => last(b.parts).localeCompare(last(a.parts)));
  return (
    <>
      <Badge shape={node.shape} colour={node.colour} label={node.class_label} />
      <h2>{drawing.getNodeAttribute(node.id, "label")}</h2>
      {aside(node) && <p class="aside">{aside(node)}</p>}
      <p class="tools">
        {pages && <a class="button" href={entityAt(node.id)}>{t("open_page")}</a>}
        {expand && <button type="button" disabled={opened && opened.drawn >= opened.total} onClick={() => expand(node.id)}>{!opened ? t("expand") : opened.drawn >= opened.total ? t("expanded") : t("expand_next", number(opened.drawn), number(opened.total))}</button>}
        {centre && <button type="button" onClick={() => centre(node.id)}>{t("centre_here")}</button>}
      </p>
      <h3>{t("connections")} ({links.length})</h3>
      <ul class="links">
        {links.map(({ key, other, parts }) => (
          <li key={key}>
            <button type="button" class="plain" onClick={() => pick({ edge: key })}>
              <span class="relation">{[...new Set(parts.map((p) => p.label))].join(", ")}</span> {drawing.getNodeAttribute(other, "label")}
            </button>
            {!pages && <Proven parts={parts} prove={prove} />}
          </li>
        ))}
      </ul>
    </>
  );
}
