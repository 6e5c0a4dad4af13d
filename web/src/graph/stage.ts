// The canvas: sigma over a drawing, with labels, selection, filters and what is seen of it.

import Sigma from "sigma";
import { EdgeLineProgram, EdgeRectangleProgram, createEdgeArrowProgram } from "sigma/rendering";
import { circleAt, lineAt, type Point } from "./hit";
import { isDark } from "../theme";
import { ShapeProgram } from "./program";
import { direction, empty, settle, shownOf, unfiltered, wordsOf, type Drawing, type EdgeAttributes, type Filter, type NodeAttributes, type Shown } from "./model";
import { within } from "./time";
import type { Scene } from "./scene";
import type { GraphEdge } from "../types";
import { LABEL, Names, place, type Placed, type Turned } from "./labels";

export interface Picked {
  node?: string;
  edge?: string;
}

/** Of more than so many things a drawing is not about each. */
const MARKED = 12;
/** Up to so many edges have what they say beside them. */
const ALL_RELATIONS = 60;
/** Of more edges than that none has a head or is thicker than others: they are a web, and so many are slow to draw. */
const POINTED = 250;
/** How many milliseconds between two pictures are too many to follow a hand. */
const SLOW = 36;
/** A canvas of fewer pixels leaves less room around the drawing. */
const NARROW = 500;
/** Of up to so many neighbours of what is picked the edges have what they say beside them. */
const LIT = 25;
/** How many pixels of the canvas the words at an edge want. */
const ROOM = 15_000;
export const INK = { light: { ink: "#1d1b18", paper: "#fbf9f4", line: "#b9b2a4", strong: "#8a1c1c", faint: "#e4dfd4" }, dark: { ink: "#ece7dd", paper: "#171614", line: "#5d584f", strong: "#f0a28f", faint: "#2c2a26" } };
export const FONT = '"Be Vietnam Pro", system-ui, sans-serif';

export class Stage {
  readonly drawing: Drawing = empty();
  private readonly sigma: Sigma<NodeAttributes, EdgeAttributes>;
  private shown: Shown = { nodes: new Set(), edges: new Map() };
  private filter: Filter = unfiltered();
  private picked: Picked = {};
  private hovered: string | null = null;
  private near = new Set<string>();
  private named: Placed[] = [];
  private related: Turned[] = [];
  /** What is emphasised while nothing is picked or pointed at: nodes, and edges between them. */
  private way = { nodes: new Set<string>(), edges: new Set<string>() };
  private ink = isDark() ? INK.dark : INK.light;
  private readonly names = new Names(FONT);
  private labels = true;
  private frame = 0;
  private last = 0;
  private slow = 0;
  private rest: Generator<void> | null = null;
  /** What always stays drawn: what the drawing is about. */
  keep = new Set<string>();

  constructor(into: HTMLElement, told: { pick(picked: Picked): void; expand(node: string): void; moved(): void }) {
    this.sigma = new Sigma<NodeAttributes, EdgeAttributes>(this.drawing, into, {
      nodeProgramClasses: { shape: ShapeProgram as never }, edgeProgramClasses: { thin: EdgeLineProgram as never, line: EdgeRectangleProgram as never, arrow: createEdgeArrowProgram({ lengthToThicknessRatio: 6, widenessToThicknessRatio: 4 }) as never },
      defaultNodeType: "shape", zIndex: true, allowInvalidContainer: true, stagePadding: into.clientWidth < NARROW ? 30 : 60, minCameraRatio: 0.05, maxCameraRatio: 4,
      labelFont: FONT, labelSize: LABEL, renderLabels: false, renderEdgeLabels: false, defaultDrawNodeHover: () => undefined,
      nodeReducer: (id, data) => this.reduceNode(id, data as NodeAttributes) as never, edgeReducer: (key, data) => this.reduceEdge(key, data as EdgeAttributes) as never,
    });
    this.sigma.on("clickNode", ({ node }) => told.pick({ node }));
    this.sigma.on("clickStage", ({ event }) => told.pick({ edge: this.edgeAt(event) ?? undefined }));
    // Private to sigma, which would draw all a second time and read it from the canvas.
    const inside = this.sigma as unknown as { getNodeAtPosition(at: Point): string | null; pickingLayers: Set<string> };
    inside.getNodeAtPosition = (at) => this.nodeAt(at);
    inside.pickingLayers.clear();
    this.sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => (preventSigmaDefault(), told.expand(node)));
    this.sigma.on("enterNode", ({ node }) => this.hover(node));
    this.sigma.on("leaveNode", () => this.hover(null));
    // Nothing is drawn there, but each layer is put together with the others at every picture.
    const { hovers, hoverNodes } = this.sigma.getCanvases();
    hovers.style.display = hoverNodes.style.display = "none";
    this.sigma.on("beforeRender", () => this.spare());
    this.sigma.on("afterRender", () => this.drawNames());
    this.sigma.getCamera().on("updated", () => told.moved());
    this.drag();
    this.recolour();
    // The font may come later than the first picture.
    document.fonts?.load(`${LABEL}px ${FONT}`).then(() => this.recolour(), () => undefined);
  }


  private about(id: string) {
    return this.keep.size <= MARKED && this.keep.has(id);
  }

  /** Up to so many edges say what they are. */
  private get relationsAtOnce() {
    const { width, height } = this.sigma.getDimensions();
    return Math.min(ALL_RELATIONS, (width * height) / ROOM);
  }

  /** Whether there are more edges than can say what they are: around one node the words of many would stand over each other. */
  get crowded(): boolean {
    return this.near.size > 1 && this.near !== this.way.nodes ? this.near.size > LIT : this.shown.edges.size > this.relationsAtOnce;
  }

  recolour() {
    this.ink = isDark() ? INK.dark : INK.light;
    this.names.forget();
    this.sigma.refresh();
  }

  private hover(node: string | null) {
    this.hovered = node;
    this.sigma.getContainer().style.cursor = node ? "pointer" : "";
    this.emphasise();
  }

  /** Whose neighbours stand out: of what is hovered or picked, unless all of the drawing is about it. */
  private get pointed(): string | undefined {
    const { node } = this.picked;
    return this.hovered ?? (node && !this.about(node) ? node : undefined);
  }

  /** What stands out: the neighbours of what is pointed at, or a way. */
  private emphasise() {
    const at = this.pointed;
    this.near = at && this.drawing.hasNode(at) ? new Set([at, ...this.drawing.neighbors(at)]) : this.way.nodes;
    this.sigma.refresh({ skipIndexation: true, schedule: true });
  }

  private reduceNode(id: string, data: NodeAttributes) {
    if (!this.shown.nodes.has(id)) return { ...data, hidden: true };
    const faded = this.near.size > 0 && !this.near.has(id);
    const marked = this.about(id) || this.picked.node === id;
    return {
      ...data, size: this.about(id) ? data.size + 4 : data.size, color: faded ? this.ink.faint : data.color, border: faded ? this.ink.line : marked ? this.ink.strong : data.border,
      zIndex: marked ? 2 : faded ? 0 : 1, highlighted: false,
    };
  }

  private reduceEdge(key: string, data: EdgeAttributes) {
    const parts = this.shown.edges.get(key);
    if (!parts) return { ...data, hidden: true };
    const [source, target] = this.drawing.extremities(key);
    const at = this.pointed;
    const lit = this.picked.edge === key || (at ? source === at || target === at : this.way.edges.has(key));
    const faded = this.near.size > 0 && !lit;
    const way = direction(parts);
    const weight = Math.max(...parts.map((p) => p.weight || 1));
    return {
      ...data, type: this.shown.edges.size > POINTED ? "thin" : way && way.source === source ? "arrow" : "line", size: Math.min(7, (lit ? 1.8 : 1.1) + Math.max(0, weight - 1) * 0.5), color: lit ? this.ink.strong : faded ? this.ink.faint : this.ink.line,
      zIndex: lit ? 1 : 0,
    };
  }

  /** The names there is room for: those the drawing is about, what is picked or pointed at first, then the best connected. */
  private drawNames() {
    const { width, height } = this.sigma.getDimensions();
    const context = this.sigma.getCanvases().labels.getContext("2d") as CanvasRenderingContext2D;
    const alone = this.near.size > 0 && this.near !== this.way.nodes;
    const wishes = [...this.shown.nodes].filter((id) => !alone || this.near.has(id)).map((id) => {
      const { x, y, radius } = this.placeOf(id);
      const must = this.about(id) || this.picked.node === id || this.hovered === id;
      const pale = this.near.size > 0 && !this.near.has(id);
      const weight = pale ? 0 : this.drawing.getNodeAttribute(id, "node").degree;
      return { id, label: this.drawing.getNodeAttribute(id, "label"), x, y, radius, weight, must, pale };
    });
    const seen = wishes.filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
    const { names, relations } = place(seen, this.ties(), { width, height }, this.names.measure);
    [this.named, this.related] = [names, relations];
    for (const tie of relations) this.names.along(context, tie, this.ink);
    for (const name of names) this.names.draw(context, name, this.ink);
  }

  /** What is written along lines: what is picked first; nothing where all of it would be a wall of words. */
  private ties() {
    const at = this.pointed;
    const named = [...this.shown.edges].filter(([key]) => {
      const [source, target] = this.drawing.extremities(key);
      const lit = !this.near.size || (at ? source === at || target === at : this.way.edges.has(key));
      return this.labels && (key === this.picked.edge || (lit && !this.crowded));
    });
    const first = ([key]: [string, GraphEdge[]]) => Number(key === this.picked.edge);
    return named.sort((a, b) => first(b) - first(a)).map(([key, parts]) => {
      const [a, b] = this.drawing.extremities(key);
      return { text: wordsOf(parts), a: this.placeOf(a), b: this.placeOf(b) };
    });
  }

  /** Where pictures come too slowly while one moves, as without a graphics card, edges are drawn again when the hand rests. */
  private spare() {
    const now = performance.now();
    const gap = now - this.last;
    this.last = now;
    // Longer than that nothing moved.
    if (gap < 300) this.slow = gap > SLOW ? this.slow + 1 : Math.max(0, this.slow - 0.5);
    if (this.slow > 4 && this.shown.edges.size > POINTED / 2) this.sigma.setSetting("hideEdgesOnMove", true);
  }

  private nodeAt(at: Point) {
    return circleAt([...this.shown.nodes].map((id) => ({ id, ...this.placeOf(id) })), at);
  }

  private edgeAt(at: Point) {
    const lines = [...this.shown.edges.keys()].map((id) => {
      const [a, b] = this.drawing.extremities(id);
      return { id, a: this.placeOf(a), b: this.placeOf(b) };
    });
    return lineAt(lines, at);
  }

  /** Where a node is seen, in pixels. */
  private placeOf(id: string) {
    const { size } = this.drawing.getNodeAttributes(id);
    return { ...this.sigma.graphToViewport(this.drawing.getNodeAttributes(id)), radius: this.sigma.scaleSize(this.about(id) ? size + 4 : size) };
  }

  /** Nodes can be put where one wants them. */
  private drag() {
    let held: string | null = null;
    this.sigma.on("downNode", ({ node }) => {
      held = node;
      if (!this.sigma.getCustomBBox()) this.sigma.setCustomBBox(this.sigma.getBBox());
    });
    this.sigma.on("moveBody", ({ event }) => {
      if (!held) return;
      const { x, y } = this.sigma.viewportToGraph(event);
      this.drawing.mergeNodeAttributes(held, { x, y });
      event.preventSigmaDefault();
      event.original.preventDefault();
    });
    const drop = () => (held = null);
    this.sigma.on("upNode", drop);
    this.sigma.on("upStage", drop);
  }

  /** Lays the drawing out, a slice a picture; what was left of the last time is done first. */
  layout() {
    while (this.rest && !this.rest.next().done);
    cancelAnimationFrame(this.frame);
    this.sigma.setCustomBBox(null);
    const { width, height } = this.sigma.getDimensions();
    this.rest = settle(this.drawing, width / height);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const step = () => {
      let done = false;
      // As many slices as fit between two pictures.
      for (const until = performance.now() + (calm ? 4000 : 12); !done && performance.now() < until; ) done = this.rest?.next().done ?? true;
      if (done) this.rest = null;
      else this.frame = requestAnimationFrame(step);
    };
    step();
  }

  /** Whether the layout is at rest. */
  get settled() {
    return this.rest === null;
  }

  show(filter: Filter, picked: Picked, labels: boolean): Shown {
    [this.filter, this.picked, this.labels] = [filter, picked, labels];
    const { span, undated } = this.filter;
    this.shown = shownOf(this.drawing, this.keep, this.filter, (it) => !span || within(it, span, undated));
    this.emphasise();
    return this.shown;
  }

  /** Emphasises some nodes and the edges between those that follow each other; none of them: nothing. */
  emphasiseWay(nodes: string[]) {
    const edges = nodes.slice(1).map((id, n) => this.drawing.edge(nodes[n], id)).filter((key) => key !== undefined);
    this.way = { nodes: new Set(nodes), edges: new Set(edges) };
    this.emphasise();
  }

  zoom(by: "in" | "out" | "fit") {
    const camera = this.sigma.getCamera();
    if (by === "in") camera.animatedZoom({ duration: 200 });
    else if (by === "out") camera.animatedUnzoom({ duration: 200 });
    else camera.animatedReset({ duration: 200 });
  }

  /** Shows all of the drawing where a node is out of sight; nothing moves where it is seen. */
  reveal(node: string) {
    const { width, height } = this.sigma.getDimensions();
    const { x, y, radius } = this.placeOf(node);
    if (x < radius || y < radius || x > width - radius || y > height - radius) this.zoom("fit");
  }

  /** Where one looks, for the address. */
  get camera(): string {
    const { x, y, ratio } = this.sigma.getCamera().getState();
    return x === 0.5 && y === 0.5 && ratio === 1 ? "" : [x, y, ratio].map((n) => +n.toFixed(3)).join(" ");
  }

  set camera(text: string) {
    const [x, y, ratio] = text.split(" ").map(Number);
    if ([x, y, ratio].every(Number.isFinite) && ratio > 0) this.sigma.getCamera().setState({ x, y, ratio });
  }

  /** What is seen, in pixels: for the files that are saved, and for tests. */
  scene(): Scene {
    const { width, height } = this.sigma.getDimensions();
    const nodes = [...this.shown.nodes].map((id) => {
      const { node, color, shape } = this.drawing.getNodeAttributes(id);
      return { node, ...this.placeOf(id), colour: color, shape, marked: this.about(id) };
    });
    return { width, height, nodes, names: this.named, relations: this.related, edges: [...this.shown.edges.values()] };
  }

  kill() {
    cancelAnimationFrame(this.frame);
    this.sigma.kill();
  }
}
