// What is seen of the graph, as files: SVG, PNG, DOT, GraphML.

import type { GraphEdge, GraphNode } from "../types";
import { direction, wordsOf } from "./model";
import { LABEL, type Placed } from "./labels";
import { corners, darker } from "./shapes";
import { FONT } from "./stage";

export interface Scene {
  width: number;
  height: number;
  nodes: { node: GraphNode; x: number; y: number; radius: number; colour: string; shape: string; marked: boolean }[];
  /** The names there is room for. */
  names: Placed[];
  edges: GraphEdge[][];
  paper: string;
  ink: string;
  line: string;
  /** Whether the names of relations are drawn. */
  relations: boolean;
}

const escaped = (text: string) =>
  // What XML cannot hold at all is left out.
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const n1 = (n: number) => n.toFixed(1);

function svgEdge(scene: Scene, parts: GraphEdge[], at: Map<string, Scene["nodes"][number]>): string[] {
  const way = direction(parts);
  const a = at.get(way?.source ?? parts[0].source);
  const b = at.get(way?.target ?? parts[0].target);
  if (!a || !b) return [];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const end = way ? Math.max(0, length - b.radius - 3) / length : 1;
  const to = { x: a.x + (b.x - a.x) * end, y: a.y + (b.y - a.y) * end };
  const weight = Math.min(5, 1.1 + Math.max(0, Math.max(...parts.map((p) => p.weight || 1)) - 1) * 0.5);
  const out = [`<line x1="${n1(a.x)}" y1="${n1(a.y)}" x2="${n1(to.x)}" y2="${n1(to.y)}" stroke="${scene.line}" stroke-width="${n1(weight)}"${way ? ' marker-end="url(#to)"' : ""}/>`];
  if (scene.relations) {
    out.push(`<text x="${n1((a.x + b.x) / 2)}" y="${n1((a.y + b.y) / 2 - 3)}" font-size="11" class="label">${escaped(wordsOf(parts))}</text>`);
  }
  return out;
}

/** A picture of its own: the font inside, nothing asked from anywhere. */
export async function svg(scene: Scene): Promise<string> {
  const at = new Map(scene.nodes.map((n) => [n.node.id, n]));
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${scene.width}" height="${scene.height}" viewBox="0 0 ${scene.width} ${scene.height}" font-family='${FONT}'>`,
    `<style>${await fontFace()}.label{text-anchor:middle;fill:${scene.ink};stroke:${scene.paper};stroke-width:3.5px;stroke-linejoin:round;paint-order:stroke}</style>`,
    `<defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" fill="${scene.line}"/></marker></defs>`,
    `<rect width="100%" height="100%" fill="${scene.paper}"/>`,
    ...scene.edges.flatMap((parts) => svgEdge(scene, parts, at)),
  ];
  for (const { node, x, y, radius, colour, shape, marked } of scene.nodes) {
    const points = corners(shape, x, y, radius);
    const drawn = `fill="${colour}" stroke="${marked ? scene.ink : darker(colour)}" stroke-width="${marked ? 2.5 : 1.3}"`;
    const title = `<title>${escaped(`${node.name} · ${node.class_label}`)}</title>`;
    out.push(points.length ? `<polygon points="${points.map((p) => p.map(n1).join(",")).join(" ")}" ${drawn}>${title}</polygon>` : `<circle cx="${n1(x)}" cy="${n1(y)}" r="${n1(radius)}" ${drawn}>${title}</circle>`);
  }
  for (const { lines, x, y, must } of scene.names) {
    const spans = lines.map((line, n) => `<tspan x="${n1(x)}" y="${n1(y + n * 15)}">${escaped(line)}</tspan>`);
    out.push(`<text font-size="${LABEL}" font-weight="${must ? 600 : 500}" class="label">${spans.join("")}</text>`);
  }
  return [...out, "</svg>"].join("\n");
}

let face: Promise<string> | undefined;

function fontFace(): Promise<string> {
  const read = async () => {
    const bytes = new Uint8Array(await (await fetch("/assets/BeVietnamPro.woff2")).arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return `@font-face{font-family:"Be Vietnam Pro";src:url(data:font/woff2;base64,${btoa(text)}) format("woff2")}`;
  };
  // A file opened from the disk has no server to ask: the reader's own font will do.
  return (face ??= location.protocol.startsWith("http") ? read().catch(() => "") : Promise.resolve(""));
}

export async function png(scene: Scene): Promise<Blob> {
  const picture = new Image();
  const url = URL.createObjectURL(new Blob([await svg(scene)], { type: "image/svg+xml" }));
  try {
    picture.src = url;
    await picture.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: scene.width * 2, height: scene.height * 2 });
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
export async function save(scene: Scene, format: (typeof FORMATS)[number], name: string) {
  const made = { png, svg, dot, graphml }[format];
  const types = { png: "image/png", svg: "image/svg+xml", dot: "text/vnd.graphviz", graphml: "application/xml" };
  const data = await made(scene);
  const url = URL.createObjectURL(data instanceof Blob ? data : new Blob([data], { type: types[format] }));
  const link = Object.assign(document.createElement("a"), { href: url, download: `${name.replace(/[\\/:*?"<>|\s]+/g, "-") || "vietgraph"}.${format}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
