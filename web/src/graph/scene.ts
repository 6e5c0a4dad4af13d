// What is seen of the graph, as files: SVG, PNG, DOT, GraphML.

import type { GraphEdge, GraphNode } from "../types";
import { direction } from "./model";
import { LABEL, Names, RELATION, type Placed, type Turned } from "./labels";
import { corners, darker } from "./shapes";
import { FONT, INK } from "./stage";

export interface Scene {
  width: number;
  height: number;
  nodes: { node: GraphNode; x: number; y: number; radius: number; colour: string; shape: string; marked: boolean }[];
  /** The names there is room for. */
  names: Placed[];
  /** What stands along lines, where there is room. */
  relations: Turned[];
  edges: GraphEdge[][];
}

/** What a picture says of itself, so that it can be printed alone. */
export interface Caption {
  title: string;
  /** Which view it is, of which days, and what is left out. */
  notes: string[];
  source: string;
}

/** Pictures are for paper, whatever the screen looks like. */
const { ink: DARK, paper: PAPER, line: LINE } = INK.light;
const FAINT = "#655f55";
/** The margin of a picture, the size of its headline, of what stands below that, and how far the lines of its legend are apart. */
const [MARGIN, HEADLINE, NOTE, LEADING] = [20, 20, 12, 20];

const escaped = (text: string) =>
  // What XML cannot hold at all is left out.
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const n1 = (n: number) => n.toFixed(1);

function svgEdge(parts: GraphEdge[], at: Map<string, Scene["nodes"][number]>): string[] {
  const way = direction(parts);
  const a = at.get(way?.source ?? parts[0].source);
  const b = at.get(way?.target ?? parts[0].target);
  if (!a || !b) return [];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const end = way ? Math.max(0, length - b.radius - 3) / length : 1;
  const to = { x: a.x + (b.x - a.x) * end, y: a.y + (b.y - a.y) * end };
  const weight = Math.min(5, 1.1 + Math.max(0, Math.max(...parts.map((p) => p.weight || 1)) - 1) * 0.5);
  return [`<line x1="${n1(a.x)}" y1="${n1(a.y)}" x2="${n1(to.x)}" y2="${n1(to.y)}" stroke="${LINE}" stroke-width="${n1(weight)}"${way ? ' marker-end="url(#to)"' : ""}/>`];
}

function svgShape(shape: string, colour: string, at: { x: number; y: number; radius: number }, marked: boolean, inside = ""): string {
  const points = corners(shape, at.x, at.y, at.radius);
  const drawn = `fill="${colour}" stroke="${marked ? DARK : darker(colour)}" stroke-width="${marked ? 2.5 : 1.3}"`;
  if (points.length) return `<polygon points="${points.map((p) => p.map(n1).join(",")).join(" ")}" ${drawn}>${inside}</polygon>`;
  return `<circle cx="${n1(at.x)}" cy="${n1(at.y)}" r="${n1(at.radius)}" ${drawn}>${inside}</circle>`;
}

function svgPicture(scene: Scene): string[] {
  const at = new Map(scene.nodes.map((n) => [n.node.id, n]));
  const out = scene.edges.flatMap((parts) => svgEdge(parts, at));
  for (const { node, colour, shape, marked, ...place } of scene.nodes) {
    out.push(svgShape(shape, colour, place, marked, `<title>${escaped(`${node.name} · ${node.class_label}`)}</title>`));
  }
  for (const { text, x, y, angle } of scene.relations) {
    out.push(`<text transform="translate(${n1(x)} ${n1(y)}) rotate(${n1((angle * 180) / Math.PI)})" y="3.5" font-size="${RELATION}" class="label relation">${escaped(text)}</text>`);
  }
  for (const { lines, x, y, must } of scene.names) {
    const spans = lines.map((line, n) => `<tspan x="${n1(x)}" y="${n1(y + n * 15)}">${escaped(line)}</tspan>`);
    out.push(`<text font-size="${LABEL}" font-weight="${must ? 600 : 500}" class="label name">${spans.join("")}</text>`);
  }
  return out;
}

/** What the shapes and colours mean, the most frequent first, in lines no wider than the picture; and how high that is. */
function svgLegend(scene: Scene, top: number): { drawn: string[]; bottom: number } {
  const classes = Map.groupBy(scene.nodes, (n) => n.node.class_label);
  const { measure } = new Names(FONT);
  const drawn: string[] = [];
  let [x, y] = [MARGIN, top];
  for (const [label, of] of [...classes].sort(([a, p], [b, q]) => q.length - p.length || a.localeCompare(b, "vi"))) {
    const wide = 34 + measure(label);
    if (x > MARGIN && x + wide > scene.width - MARGIN) [x, y] = [MARGIN, y + LEADING];
    drawn.push(svgShape(of[0].shape, of[0].colour, { x: x + 7, y: y - 4, radius: 6 }, false));
    drawn.push(`<text x="${n1(x + 18)}" y="${n1(y)}" font-size="${NOTE}" fill="${DARK}">${escaped(label)}</text>`);
    x += wide;
  }
  return { drawn, bottom: y };
}

/** A picture of its own, with what it shows above and what its signs mean below: the font inside, nothing asked from anywhere. */
export async function svg(scene: Scene, caption: Caption): Promise<string> {
  const head = MARGIN + HEADLINE + caption.notes.length * LEADING + 6;
  const legend = svgLegend(scene, head + scene.height + LEADING);
  const height = legend.bottom + LEADING + MARGIN;
  const note = (text: string, y: number) => `<text x="${MARGIN}" y="${n1(y)}" font-size="${NOTE}" fill="${FAINT}">${escaped(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${scene.width}" height="${height}" viewBox="0 0 ${scene.width} ${height}" font-family='${FONT}'>`,
    `<style>${await fontFace()}.label{text-anchor:middle;fill:${DARK};stroke:${PAPER};stroke-width:3.5px;stroke-linejoin:round;paint-order:stroke}</style>`,
    `<defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" fill="${LINE}"/></marker></defs>`,
    `<rect width="100%" height="100%" fill="${PAPER}"/>`,
    `<text x="${MARGIN}" y="${MARGIN + HEADLINE - 4}" font-size="${HEADLINE}" font-weight="600" fill="${DARK}">${escaped(caption.title)}</text>`,
    ...caption.notes.map((text, n) => note(text, MARGIN + HEADLINE + (n + 1) * LEADING - 4)),
    // What goes on beyond the edge of what is seen is cut there.
    `<svg y="${head}" width="${scene.width}" height="${scene.height}">`,
    ...svgPicture(scene),
    "</svg>",
    ...legend.drawn,
    note(caption.source, legend.bottom + LEADING),
    "</svg>",
  ].join("\n");
}

let face: Promise<string> | undefined;

function fontFace(): Promise<string> {
  const read = async () => {
    const bytes = new Uint8Array(await (await fetch("/assets/BeVietnamPro.woff2")).arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return `@font-face{font-family:"Be Vietnam Pro";src:url(data:font/woff2;base64,${btoa(text)}) format("woff2")}`;
  };
  // A file opened from the disk has no server to ask, and the font inside.
  return (face ??= location.protocol.startsWith("http") ? read().catch(() => "") : Promise.resolve(fontInside()));
}

/** The font that the page itself holds. */
function fontInside(): string {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules.find((rule) => rule instanceof CSSFontFaceRule && rule.cssText.includes("data:"))?.cssText ?? "";
}

/** How many pixels of a PNG a pixel of the canvas becomes: enough for print. */
const SHARP = 3;

export async function png(scene: Scene, caption: Caption): Promise<Blob> {
  const picture = new Image();
  const url = URL.createObjectURL(new Blob([await svg(scene, caption)], { type: "image/svg+xml" }));
  try {
    picture.src = url;
    await picture.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: picture.width * SHARP, height: picture.height * SHARP });
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("PNG")))));
  } finally {
    URL.revokeObjectURL(url);
  }
}

const quoted = (text: string) => `"${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, " ")}"`;

export function dot(scene: Scene): string {
  const out = ["digraph vietgraph {", `  node [style=filled, fontname=${quoted("Be Vietnam Pro")}];`];
  for (const { node, colour, shape } of scene.nodes) {
    out.push(`  ${quoted(node.id)} [label=${quoted(node.name)}, shape=${/^[a-z]+$/.test(shape) ? shape : "ellipse"}, fillcolor=${quoted(colour)}, color=${quoted(darker(colour))}];`);
  }
  for (const edge of scene.edges.flat()) out.push(`  ${quoted(edge.source)} -> ${quoted(edge.target)} [label=${quoted(edge.label)}, weight=${Number(edge.weight) || 1}];`);
  return [...out, "}", ""].join("\n");
}

export function graphml(scene: Scene): string {
  const keys = { node: ["label", "class", "kind", "iri", "from", "to", "colour"], edge: ["relation", "label", "weight", "articles", "from", "to"] };
  const data = (kind: "node" | "edge", of: Record<string, unknown>) => keys[kind].filter((k) => of[k] !== null && of[k] !== undefined).map((k) => `<data key="${kind}-${k}">${escaped(String(of[k]))}</data>`).join("");
  const out = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'];
  for (const kind of ["node", "edge"] as const) {
    for (const k of keys[kind]) out.push(`  <key id="${kind}-${k}" for="${kind}" attr.name="${k}" attr.type="${/^(weight|articles)$/.test(k) ? "double" : "string"}"/>`);
  }
  out.push('  <graph id="vietgraph" edgedefault="directed">');
  for (const { node } of scene.nodes) out.push(`    <node id="${escaped(node.id)}">${data("node", { ...node, label: node.name })}</node>`);
  for (const edge of scene.edges.flat()) out.push(`    <edge id="${escaped(edge.id)}" source="${escaped(edge.source)}" target="${escaped(edge.target)}">${data("edge", { ...edge })}</edge>`);
  return [...out, "  </graph>", "</graphml>", ""].join("\n");
}

export const FORMATS = ["png", "svg", "dot", "graphml"] as const;

/** Saves what is seen, under a name made of what it is about. */
export async function save(scene: Scene, format: (typeof FORMATS)[number], name: string, caption: Caption) {
  const made = { png, svg, dot, graphml }[format];
  const types = { png: "image/png", svg: "image/svg+xml", dot: "text/vnd.graphviz", graphml: "application/xml" };
  const data = await made(scene, caption);
  const url = URL.createObjectURL(data instanceof Blob ? data : new Blob([data], { type: types[format] }));
  const link = Object.assign(document.createElement("a"), { href: url, download: `${name.replace(/[\\/:*?"<>|\s]+/g, "-") || "vietgraph"}.${format}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
