import { useEffect, useState } from "preact/hooks";
import { day } from "../dates";
import { number, t } from "../i18n";
import { Badge } from "../parts/badge";
import { aside } from "../parts/brief";
import { Proofs } from "../parts/evidence";
import { entityAt } from "../router";
import type { Evidence, GraphEdge, GraphNode } from "../types";
import type { Opened } from "./around";
import type { Drawing, Shown } from "./model";

/** Where the evidence of an edge comes from. */
export type Prove = (edge: GraphEdge) => Promise<Evidence[]>;

function EdgePart({ part, name, prove }: { part: GraphEdge; name: (id: string) => string; prove: Prove }) {
  const [proofs, set] = useState<Evidence[] | null>(null);
  useEffect(() => {
    let gone = false;
    set(null);
    prove(part).then((found) => gone || set(found), () => gone || set([]));
    return () => void (gone = true);
  }, [part.id]);
  const dates = [...new Set([part.from, part.to])].filter(Boolean).map(day).join(" – ");
  return (
    <section class="part">
      <h3>{name(part.source)} <span class="relation">{part.label}</span> {name(part.target)}</h3>
      {dates && <p class="aside">{dates}</p>}
      {proofs ? <Proofs proofs={proofs} most={6} /> : <p class="waiting">{t("loading")}</p>}
    </section>
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
  /** Whether there are pages to open. */
  pages: boolean;
}

export function NodePanel({ node, drawing, shown, pick, expand, opened, centre, pages }: NodeProps) {
  const links = [...shown.edges].flatMap(([key, parts]) => {
    const [a, b] = drawing.extremities(key);
    return a === node.id || b === node.id ? [{ key, other: a === node.id ? b : a, parts }] : [];
  });
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
          </li>
        ))}
      </ul>
    </>
  );
}
