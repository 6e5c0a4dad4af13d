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
  type: "thin" | "line" | "arrow";
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
  tellApart(drawing);
  return drawing.order - before;
}

/** What tells a node from others of its name: what its strongest edges lead to, without what the name says. */
const apart = ({ name, date, caption }: GraphNode) => caption.split(" · ").find((part) => part && part !== date && !name.includes(part));

/** Of several nodes of one name each is called with its year, or where that tells them not apart, with what it is about. */
function tellApart(drawing: Drawing) {
  const named = Map.groupBy(drawing.mapNodes((_, { node }) => node), (node) => node.name);
  for (const [name, nodes] of named) {
    if (nodes.length < 2) continue;
    const years = nodes.map((node) => /^\d{4}/.exec(node.date ?? "")?.[0]);
    const told = years.every(Boolean) && new Set(years).size === nodes.length;
    nodes.forEach((node, n) => {
      const more = told ? years[n] : (apart(node) ?? years[n]);
      drawing.setNodeAttribute(node.id, "label", more ? `${name} (${more})` : name);
    });
  }
}

/** How many steps of the layout are done before the next picture is drawn. */
const SLICE = 12;
const STEPS = 480;

/** Up to so many nodes all have labels, which want room. */
const LABELLED = 90;
/** Up to so many nodes are told from each other pair by pair. */
const SEPARATED = 450;
/** About how wide a letter is, in pixels. */
const LETTER = 7.3;

interface Box {
  id: string;
  x: number;
  y: number;
  wide: number;
  up: number;
  down: number;
}

/** The room a node wants: with its label, if it has one. */
function boxOf(drawing: Drawing, id: string): Box {
  const { x, y, label, size } = drawing.getNodeAttributes(id);
  if (drawing.order > LABELLED) return { id, x, y, wide: size * 2 + 16, up: size + 8, down: size + 8 };
  const lines = wrapped(label);
  return { id, x, y, wide: Math.max(size * 2, ...lines.map((l) => l.length * LETTER)) + 10, up: size + 4, down: size + 8 + lines.length * 15 };
}

/** Moves two boxes that overlap a little apart, the shorter way. */
function part(a: Box, b: Box): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const overX = (a.wide + b.wide) / 2 - Math.abs(dx);
  // Labels hang below their nodes; y grows upwards.
  const overY = (dy > 0 ? b.down + a.up : a.down + b.up) - Math.abs(dy);
  if (overX <= 0 || overY <= 0) return false;
  const along = overX * 0.6 < overY ? "x" : "y";
  const step = (along === "x" ? (Math.sign(dx) || 1) * overX : (Math.sign(dy) || 1) * overY) * 0.26;
  a[along] -= step;
  b[along] += step;
  return true;
}

/** Pushes all away from all, the less the farther. */
function repel(all: Box[], strength: number) {
  all.forEach((a, n) => {
    for (let k = n + 1; k < all.length; k++) {
      const b = all[k];
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const push = strength / Math.max(900, dx * dx + dy * dy);
      [a.x, a.y, b.x, b.y] = [a.x - dx * push, a.y - dy * push, b.x + dx * push, b.y + dy * push];
    }
  });
}

const ROUNDS = 320;

/** In pixels: edges pull to a readable length, nodes with their labels push each other away; at last they only push. */
function separate(drawing: Drawing, aspect: number) {
  const boxes = new Map(drawing.nodes().map((id) => [id, boxOf(drawing, id)]));
  const edges = drawing.mapEdges((_, __, source, target) => {
    const least = Math.min(drawing.degree(source), drawing.degree(target));
    return { a: boxes.get(source) as Box, b: boxes.get(target) as Box, length: (drawing.order > LABELLED ? 60 : 125) + 26 * Math.sqrt(least - 1) };
  });
  const mean = edges.reduce((sum, { a, b, length }) => sum + Math.hypot(a.x - b.x, a.y - b.y) / length, 0) / edges.length || 1;
  const [wide, high] = aspect < 1 ? [0.75, 1.3] : [1.2, 0.85];
  for (const box of boxes.values()) [box.x, box.y] = [(box.x / mean) * wide, (box.y / mean) * high];
  const all = [...boxes.values()];
  for (let round = 0; round < ROUNDS; round++) {
    const pull = 0.12 * Math.max(0, 1 - round / (ROUNDS * 0.7));
    for (const { a, b, length } of edges) {
      const [dx, dy] = [(b.x - a.x) / wide, (b.y - a.y) / high];
      const off = (1 - length / (Math.hypot(dx, dy) || 1)) * pull * 0.5;
      if (off <= 0) continue;
      [a.x, a.y, b.x, b.y] = [a.x + dx * off * wide, a.y + dy * off * high, b.x - dx * off * wide, b.y - dy * off * high];
    }
    if (pull > 0) repel(all, (drawing.order > LABELLED ? 900 : 180) * pull);
    let moved = false;
    all.forEach((a, n) => {
      for (let k = n + 1; k < all.length; k++) moved = part(a, all[k]) || moved;
    });
    if (!moved && pull === 0) break;
  }
  const [across, down] = filling(all, aspect);
  for (const { id, x, y } of all) drawing.mergeNodeAttributes(id, { x: x * across, y: y * down });
}

/** How much wider and higher a drawing fills a canvas of some aspect: what has more room has more names. */
function filling(all: Box[], aspect: number): [number, number] {
  const extent = (of: number[]) => Math.max(...of) - Math.min(...of) || 1;
  const by = (aspect * extent(all.map((b) => b.y))) / extent(all.map((b) => b.x));
  const most = (n: number) => Math.min(1.6, Math.max(1, n));
  return all.length > 2 ? [most(by), most(1 / by)] : [1, 1];
}

/** The layout in slices, so that the page stays awake: `false` when it has settled. The same graph settles the same way. */
export function* settle(drawing: Drawing, aspect: number): Generator<void> {
  const settings = {
    ...forceAtlas2.inferSettings(drawing), gravity: drawing.order > LABELLED ? 2.5 : 1, scalingRatio: drawing.order > LABELLED ? 60 : 20, strongGravityMode: false, slowDown: 2, edgeWeightInfluence: 0,
    barnesHutOptimize: drawing.order > 250, linLogMode: false, outboundAttractionDistribution: false,
  };
  for (let done = 0; done < STEPS; done += SLICE) {
    forceAtlas2.assign(drawing, { iterations: SLICE, settings });
    yield;
  }
  if (drawing.order <= SEPARATED) separate(drawing, aspect);
  else noverlap.assign(drawing, { maxIterations: 120, settings: { margin: 9, ratio: 1.15, expansion: 1.06, gridSize: 24 } });
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

/** Everything is shown. */
export const unfiltered = (): Filter => ({ classes: new Set(), relations: new Set(), span: null, undated: true });

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
export const wordsOf = (parts: GraphEdge[]): string => [...new Set(parts.map((p) => p.label + toldIn(p)))].join(", ");

/** What may be over: a line that says no years seems to tell of today. */
const LASTING = /^vg:holds(Post|Rank)$/;

/** The years in which something is told as held. */
function toldIn({ relation, from, to }: GraphEdge): string {
  const years = LASTING.test(relation) ? [from, to].map((date) => date?.slice(0, 4)).filter(Boolean) : [];
  return years.length ? ` ${[...new Set(years)].join("–")}` : "";
}

/** Whether all parts lead the same way, and which; to have met leads nowhere. */
export function direction(parts: GraphEdge[]): { source: string; target: string } | null {
  const [first] = parts;
  if (parts.some((p) => p.relation === "met")) return null;
  return parts.every((p) => p.source === first.source) ? { source: first.source, target: first.target } : null;
}
