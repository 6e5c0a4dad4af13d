// What is drawn: the graph of the server with the edges between two nodes joined, laid out the same way every time.

import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import noverlap from "graphology-layout-noverlap";
import type { GraphData, GraphEdge, GraphNode } from "../types";
import { darker, safeColour, wrapped } from "./shapes";

export interface NodeAttributes {
  x: number;
  y: number;
  size: number;
  label: string;
  color: string;
  border: string;
  shape: string;
  type: "shape";
  node: GraphNode;
}

export interface EdgeAttributes {
  size: number;
  color: string;
  label: string;
  type: "line" | "arrow";
  /** The edges of the server that this one stands for. */
  parts: GraphEdge[];
}

export type Drawing = Graph<NodeAttributes, EdgeAttributes>;

export const empty = (): Drawing => new Graph<NodeAttributes, EdgeAttributes>({ type: "undirected", multi: false });

const sizeOf = (node: GraphNode) => Math.min(20, 6 + Math.sqrt(node.degree) * 1.25);

/** Places on a spiral: equal for equal graphs, and no two alike. */
function spiral(n: number, around: { x: number; y: number }, wide: number) {
  const [angle, radius] = [n * 2.39996, wide * Math.sqrt(n + 1)];
  return { x: around.x + radius * Math.cos(angle), y: around.y + radius * Math.sin(angle) };
}

/** Adds what is new in `data`, around `centre` if that is drawn; tells how many nodes came. */
export function add(drawing: Drawing, data: GraphData, centre?: string): number {
  const before = drawing.order;
  const around = centre && drawing.hasNode(centre) ? drawing.getNodeAttributes(centre) : { x: 0, y: 0 };
  for (const node of data.nodes) {
    if (drawing.hasNode(node.id)) continue;
    const color = safeColour(node.colour);
    const place = node.id === centre ? { x: 0, y: 0 } : spiral(drawing.order - before, around, 12);
    drawing.addNode(node.id, { ...place, size: sizeOf(node), label: node.name, color, border: darker(color), shape: node.shape, type: "shape", node });
  }
  for (const edge of data.edges) {
    if (edge.source === edge.target || !drawing.hasNode(edge.source) || !drawing.hasNode(edge.target)) continue;
    const there = drawing.edge(edge.source, edge.target);
    if (!there) {
      drawing.addUndirectedEdge(edge.source, edge.target, { size: 1, color: "#999999", label: "", type: "arrow", parts: [edge] });
    } else if (!drawing.getEdgeAttribute(there, "parts").some((p) => p.id === edge.id)) {
      drawing.updateEdgeAttribute(there, "parts", (parts) => [...(parts ?? []), edge]);
    }
  }
  return drawing.order - before;
}

/** How many steps of the layout are done before the next picture is drawn. */
const SLICE = 12;
const STEPS = 480;

/** Up to so many nodes all have labels, which want room. */
const LABELLED = 90;
/** What a picture of the usual size has room for, in pixels. */
const PICTURE = { width: 760, height: 560 };
const LETTER = 7.3;

/** Pushes nodes with their labels apart as rectangles, in the scale in which they will be seen. */
function separate(drawing: Drawing) {
  const nodes = drawing.nodes().map((id) => {
    const { x, y, label, size } = drawing.getNodeAttributes(id);
    const lines = wrapped(label);
    const wide = Math.max(size * 2, ...lines.map((l) => l.length * LETTER)) + 10;
    return { id, x, y, wide, up: size + 4, down: size + 8 + lines.length * 15 };
  });
  const range = (of: "x" | "y") => Math.max(...nodes.map((n) => n[of])) - Math.min(...nodes.map((n) => n[of])) || 1;
  // Crowded pictures are seen as if they were larger: one looks closer at them.
  const room = Math.max(1, Math.sqrt(nodes.reduce((sum, n) => sum + n.wide * (n.up + n.down), 0) / (PICTURE.width * PICTURE.height * 0.34)));
  const scale = [(PICTURE.width * room) / range("x"), (PICTURE.height * room) / range("y")];
  for (const n of nodes) [n.x, n.y] = [n.x * scale[0], n.y * scale[1]];
  for (let round = 0, moved = true; moved && round < 200; round++) {
    moved = false;
    nodes.forEach((a, n) => {
      for (const b of nodes.slice(n + 1)) {
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const overX = (a.wide + b.wide) / 2 - Math.abs(dx);
        // Labels hang below their nodes; y grows upwards.
        const overY = (dy > 0 ? b.down + a.up : a.down + b.up) - Math.abs(dy);
        if (overX <= 0 || overY <= 0) continue;
        moved = true;
        if (overX * 0.6 < overY) [a.x, b.x] = [a.x - (Math.sign(dx) || 1) * overX * 0.26, b.x + (Math.sign(dx) || 1) * overX * 0.26];
        else [a.y, b.y] = [a.y - (Math.sign(dy) || 1) * overY * 0.26, b.y + (Math.sign(dy) || 1) * overY * 0.26];
      }
    });
  }
  for (const { id, x, y } of nodes) drawing.mergeNodeAttributes(id, { x, y });
}

/** The layout in slices, so that the page stays awake: `false` when it has settled. The same graph settles the same way. */
export function* settle(drawing: Drawing): Generator<void> {
  const settings = {
    ...forceAtlas2.inferSettings(drawing), gravity: 0.6, scalingRatio: 26, strongGravityMode: false, slowDown: 6, edgeWeightInfluence: 0,
    barnesHutOptimize: drawing.order > 250, linLogMode: false, outboundAttractionDistribution: false,
  };
  for (let done = 0; done < STEPS; done += SLICE) {
    forceAtlas2.assign(drawing, { iterations: SLICE, settings });
    yield;
  }
  if (drawing.order <= LABELLED) {
    separate(drawing);
    return yield;
  }
  noverlap.assign(drawing, { maxIterations: 120, settings: { margin: 9, ratio: 1.15, expansion: 1.06, gridSize: 24 } });
  yield;
}

/** What of the drawing is shown. */
export interface Filter {
  /** Classes that are not shown. */
  classes: Set<string>;
  /** Relations that are not shown. */
  relations: Set<string>;
  span: [number, number] | null;
  undated: boolean;
}

export interface Shown {
  nodes: Set<string>;
  /** The parts that are shown, by edge of the drawing. */
  edges: Map<string, GraphEdge[]>;
}

export function shownOf(drawing: Drawing, keep: Set<string>, filter: Filter, within: (it: { from: string | null; to: string | null }) => boolean): Shown {
  const fits = new Set<string>();
  drawing.forEachNode((id, { node }) => {
    if (keep.has(id) || (!filter.classes.has(node.class) && within(node))) fits.add(id);
  });
  const edges = new Map<string, GraphEdge[]>();
  const linked = new Set<string>(keep);
  drawing.forEachEdge((key, { parts }, source, target) => {
    if (!fits.has(source) || !fits.has(target)) return;
    const left = parts.filter((p) => !filter.relations.has(p.relation) && within(p));
    if (!left.length) return;
    edges.set(key, left);
    linked.add(source).add(target);
  });
  // What nothing leads to any more is not shown either.
  const nodes = new Set([...fits].filter((id) => linked.has(id)));
  return { nodes, edges };
}

/** What relates two nodes, in words: each relation once. */
export const wordsOf = (parts: GraphEdge[]): string => [...new Set(parts.map((p) => p.label))].join(", ");

/** Whether all parts lead the same way, and which. */
export function direction(parts: GraphEdge[]): { source: string; target: string } | null {
  const [first] = parts;
  return parts.every((p) => p.source === first.source) ? { source: first.source, target: first.target } : null;
}
