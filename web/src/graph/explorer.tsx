import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { day } from "../dates";
import { number, t } from "../i18n";
import { Mark } from "../parts/badge";
import { useEventTick } from "../use";
import { openedOf, type Batch, type Opened } from "./around";
import { Filters, TimeSlider, kindsOf } from "./controls";
import { add, unfiltered, type Drawing, type Filter, type Shown } from "./model";
import { EdgePanel, NodePanel, type Prove } from "./panel";
import { FORMATS, save } from "./scene";
import { Stage, type Picked } from "./stage";
import { monthText, spanOf } from "./time";

/** What brings another person to the same view. */
export interface Seen {
  filter: Filter;
  node?: string;
  /** The id of one of the edge's parts. */
  edge?: string;
  labels: boolean;
  camera: string;
}

interface Props {
  /** What to draw, in the order it is added: the layout of each rests on those before. */
  batches: Batch[];
  /** What is always drawn. */
  keep: string[];
  first: Seen;
  changed?(seen: Seen): void;
  prove: Prove;
  expand?(id: string): void;
  centre?(id: string): void;
  pages: boolean;
  /** The name of what is saved, and what is drawn of it. */
  name: string;
  view?: string;
  /** The nodes, one after the other, of what is emphasised. */
  way?: string[];
  /** What stands beside the drawing while nothing is picked. */
  beside?: ComponentChildren;
  children?: ComponentChildren;
}

/** How many nodes the list names at first. */
const LISTED = 100;

/** The nodes drawn, for those who use the keyboard or have the page read to them. */
function NodeList({ drawing, shown, picked, pick }: { drawing: Drawing; shown: Shown; picked?: string; pick(id: string): void }) {
  const [all, setAll] = useState(false);
  const ids = [...shown.nodes];
  return (
    <>
      <ul class="nodes">
        {ids.slice(0, all ? ids.length : LISTED).map((id) => {
          const { node, label } = drawing.getNodeAttributes(id);
          return (
            <li key={id}>
              <button type="button" class="plain" aria-pressed={picked === id} onClick={() => pick(id)}>
                <Mark shape={node.shape} colour={node.colour} /> {label}
              </button>
            </li>
          );
        })}
      </ul>
      {!all && ids.length > LISTED && <button type="button" onClick={() => setAll(true)}>{t("more")} ({number(ids.length - LISTED)})</button>}
    </>
  );
}

/** How much of what lies around the middle is drawn, and the way to more of it. */
function More({ of: { drawn, total, most }, next }: { of: Opened; next(): void }) {
  if (drawn >= total && !most) return null;
  return (
    <p class="more" role="status">
      {t("drawn_of", number(drawn), most ? t("more_than", number(total)) : number(total))}{" "}
      {drawn < total && <button type="button" onClick={next}>{t("more")}</button>}
    </p>
  );
}

/** What is to be said of what is drawn, where it is printed without the page: the view, the days, and what is filtered out. */
function notesOf(drawing: Drawing, filter: Filter, view?: string): string[] {
  const { classes, relations } = kindsOf(drawing, filter);
  const hidden = [...classes.filter(([key]) => filter.classes.has(key)), ...relations.filter(([key]) => filter.relations.has(key))].map(([, { label }]) => label);
  const months = filter.span?.map((at) => day(monthText(at))).join(" – ");
  const shown = [view, months, !filter.undated && t("print_dated")].filter(Boolean).join(" · ");
  return [shown, hidden.length ? t("print_without", hidden.join(", ")) : ""].filter(Boolean);
}

const NOTHING: Shown = { nodes: new Set(), edges: new Map() };

/** The graph, what can be done with it, and what is known of what was picked. */
export function Explorer({ batches, keep, first, changed, prove, expand, centre, pages, name, view, way, beside, children }: Props) {
  const into = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const added = useRef(0);
  const [filter, setFilter] = useState(first.filter);
  const [picked, pick] = useState<Picked>({});
  const [labels, setLabels] = useState(first.labels);
  const [shown, setShown] = useState<Shown>(NOTHING);
  const [camera, setCamera] = useState(first.camera);
  const [version, setVersion] = useState(0);
  const tick = useEventTick("themechange");
  const expander = useRef(expand);
  expander.current = expand;

  useEffect(() => {
    let timer = 0;
    const moved = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => setCamera(stage.current?.camera ?? ""), 300);
    };
    stage.current = new Stage(into.current as HTMLElement, { pick, expand: (id) => expander.current?.(id), moved });
    if (first.camera) stage.current.camera = first.camera;
    // For the page's own tests: where things are on the canvas.
    (into.current as any).scene = () => ({ ...stage.current?.scene(), settled: stage.current?.settled });
    return () => (clearTimeout(timer), stage.current?.kill());
  }, []);

  useEffect(() => {
    const on = stage.current as Stage;
    on.keep = new Set(keep);
    for (const { data, centre } of batches.slice(added.current)) {
      const came = add(on.drawing, data, centre);
      if (came || added.current === 0) on.layout();
      // What came may lie where nobody looks.
      if (came && version > 0) on.zoom("fit");
      added.current++;
    }
    if (batches.length && version === 0) {
      const edge = first.edge && on.drawing.findEdge((_, { parts }) => parts.some((p) => p.id === first.edge));
      if (edge) pick({ edge });
      else if (first.node && on.drawing.hasNode(first.node)) pick({ node: first.node });
    }
    setVersion((n) => n + 1);
  }, [batches]);

  useEffect(() => stage.current?.recolour(), [tick]);
  useEffect(() => stage.current?.emphasiseWay(way ?? []), [way?.join(), version]);
  useEffect(() => setShown(stage.current?.show(filter, picked, labels) ?? NOTHING), [filter, picked, labels, version]);
  // The address follows when the hand rests: browsers allow no more than some changes of it in a while.
  useEffect(() => {
    const timer = setTimeout(tell, 150);
    return () => clearTimeout(timer);
  }, [filter, picked, labels, camera]);
  const tell = () => {
    const edge = picked.edge && stage.current?.drawing.hasEdge(picked.edge) ? stage.current.drawing.getEdgeAttribute(picked.edge, "parts")[0].id : undefined;
    if (version > 1 || batches.length) changed?.({ filter, node: picked.node, edge, labels, camera });
  };

  // The list follows when the hand rests: to lay it out at each move would hold the picture up.
  const [rested, setRested] = useState<Shown>(NOTHING);
  useEffect(() => {
    const timer = setTimeout(() => setRested(shown), rested === NOTHING ? 0 : 120);
    return () => clearTimeout(timer);
  }, [shown]);
  const drawing = stage.current?.drawing;
  const opened = useMemo(() => openedOf(batches), [batches]);
  const middle = opened.get(keep[0]);
  const range = useMemo(() => drawing && spanOf([...drawing.mapNodes((_, { node }) => node), ...drawing.mapEdges((_, { parts }) => parts).flat()]), [version]);
  // What a move of the slider does not change is not made anew.
  const list = useMemo(() => drawing && <NodeList drawing={drawing} shown={rested} picked={picked.node} pick={(id) => (pick({ node: id }), stage.current?.reveal(id))} />, [rested, picked.node, version]);
  const filters = useMemo(() => drawing && <Filters drawing={drawing} version={version} filter={filter} change={setFilter} />, [filter.classes, filter.relations, rested, version]);
  // What is told of another node is read from its beginning.
  const panel = useRef<HTMLElement>(null);
  useEffect(() => void panel.current?.scrollTo(0, 0), [picked.node, picked.edge]);
  const node = picked.node && drawing?.hasNode(picked.node) ? drawing.getNodeAttribute(picked.node, "node") : null;
  const parts = picked.edge ? shown.edges.get(picked.edge) : undefined;
  const zoom = (by: "in" | "out" | "fit", sign: string, label: string) => <button type="button" title={label} aria-label={label} onClick={() => stage.current?.zoom(by)}>{sign}</button>;
  const filtered = filter.classes.size + filter.relations.size > 0 || filter.span !== null || !filter.undated;
  const edges = [...shown.edges.values()].reduce((n, p) => n + p.length, 0);
  return (
    <div class="explorer">
      <div class="canvas-side">
        {children}
        <div class="canvas" ref={into} role="img" aria-label={t("graph_picture")} />
        <div class="canvas-tools">
          {zoom("in", "+", t("zoom_in"))}
          {zoom("out", "−", t("zoom_out"))}
          {zoom("fit", "⤢", t("fit"))}
          <label class="check"><input type="checkbox" checked={labels} onChange={() => setLabels(!labels)} /> {t("edge_labels")}</label>
          <span class="save">
            {t("save_as")}:{" "}
            {FORMATS.map((f) => <button key={f} type="button" class="plain" onClick={() => stage.current && save(stage.current.scene(), f, name, { title: name, notes: notesOf(stage.current.drawing, filter, view), source: t("print_source") })}>{f === "graphml" ? "GraphML" : f.toUpperCase()}</button>)}
          </span>
          <span class="aside" role="status">
            {t("drawn", shown.nodes.size, edges)}
            {labels && stage.current?.crowded && ` · ${t("labels_hidden")}`}
            {!middle && batches.some((b) => b.data.truncated) && expand && ` · ${t("truncated")}`}
          </span>
        </div>
        {middle && expand && <More of={middle} next={() => expand(keep[0])} />}
        {drawing && range && range[0] < range[1] && <TimeSlider drawing={drawing} version={version} range={range} filter={filter} change={setFilter} />}
        {filters}
        {filtered && <button type="button" onClick={() => setFilter(unfiltered())}>{t("reset")}</button>}
      </div>
      <aside class="panel" ref={panel} tabIndex={0} aria-label={t("evidence")}>
        {(node || parts) && <button type="button" class="plain close" aria-label={t("close")} onClick={() => pick({})}>✕</button>}
        <div aria-live="polite">
          {node && drawing && <NodePanel node={node} drawing={drawing} shown={shown} pick={pick} expand={expand} opened={opened.get(node.id)} centre={centre} pages={pages} prove={prove} />}
          {parts && drawing && <EdgePanel parts={parts} drawing={drawing} prove={prove} />}
          {!node && !parts && beside}
          {!node && !parts && <p class="aside">{expand ? t("choose_node") : t("choose_node_file")}</p>}
        </div>
        <details open={!node && !parts && !beside}>
          <summary>{t("nodes")} ({shown.nodes.size})</summary>
          {list}
        </details>
      </aside>
    </div>
  );
}
