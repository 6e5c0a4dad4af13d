// Which names are drawn: the most important first, none over another or over a symbol, as many as there is room for; then what relates
// the nodes, along the lines, where that leaves room.

import { wrapped } from "./shapes";

/** The font size of a name, and how far its lines are apart. */
export const LABEL = 13;
const LEADING = 15;
/** How many letters a line of a short name has at least and at most, and of one that is told in full. */
const [LEAST, SHORT, FULL] = [12, 20, 34];
/** Among up to so many nodes a longer name may be told if there is room. */
const FEW = 40;
/** How many pixels of the canvas's width there are for each of its letters. */
const SHARE = 28;
/** How many names are drawn at most beside those that must be: more are a wall of words. */
const MOST = 70;
/** The font size of what stands along a line. */
export const RELATION = 11;
/** How far a name keeps from the symbols of others, so that one sees whose it is. */
const APART = 8;
/** Where along its line something may stand, as shares of it. */
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];
/** How far above its line it stands. */
const ABOVE = 7;
/** What an arrow's head and the gaps at both ends take of a line. */
const ENDS = 12;
/** The side of a cell of the grid in which what is in the way is looked for. */
const CELL = 96;

export interface Wish {
  id: string;
  label: string;
  /** The middle of its node, and how far that reaches. */
  x: number;
  y: number;
  radius: number;
  /** What comes first is the greater. */
  weight: number;
  /** Drawn in full, and even where there is no room. */
  must: boolean;
  /** What a drawing does not emphasise is paler. */
  pale?: boolean;
}

export interface Placed {
  id: string;
  lines: string[];
  /** Where the middle of the first line's base stands. */
  x: number;
  y: number;
  must: boolean;
  pale?: boolean;
}

/** What relates two nodes, and their places. */
export interface Tie {
  text: string;
  a: { x: number; y: number; radius: number };
  b: { x: number; y: number; radius: number };
}

/** What stands along a line: its middle, and how it is turned. */
export interface Turned {
  text: string;
  x: number;
  y: number;
  angle: number;
}

/** From left to right, from above to below. */
type Box = [left: number, top: number, right: number, bottom: number];

/** A box with what is near it: a symbol beside a name is taken for its own sooner than one above or below. */
const grown = ([left, top, right, bottom]: Box): Box => [left - 2 * APART, top - APART, right + 2 * APART, bottom + APART];

const meet = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** What a text may not stand over: names alone, names and symbols, or symbols with what is near them too. */
type Clear = "names" | "symbols" | "around";

/** What takes room, found by where it is. */
class Taken {
  private readonly cells = new Map<string, { box: Box; of: string; name: boolean }[]>();

  private *at([left, top, right, bottom]: Box) {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++) {
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield `${x} ${y}`;
    }
  }

  add(box: Box, of: string, name: boolean) {
    const it = { box, of, name };
    for (const cell of this.at(box)) this.cells.get(cell)?.push(it) ?? this.cells.set(cell, [it]);
  }

  /** Whether the name of a node meets another name or another node. */
  meets(box: Box, of: string, clear: Clear): boolean {
    const wide = clear === "around" ? grown(box) : box;
    for (const cell of this.at(wide)) {
      if (this.cells.get(cell)?.some((it) => (it.name ? meet(it.box, box) : clear !== "names" && it.of !== of && meet(it.box, wide)))) return true;
    }
    return false;
  }
}

const shortened = new Map<string, string[]>();

/** A name in at most two lines of so many letters. */
function short(label: string, letters: number): string[] {
  const key = `${letters} ${label}`;
  const known = shortened.get(key);
  if (known) return known;
  const lines = wrapped(label, letters, 2).map((line) => (line.length > letters + 6 ? `${line.slice(0, letters + 4)}…` : line));
  shortened.set(key, lines);
  return lines;
}

/** A name where it may stand, and the room it takes. */
interface Put {
  name: Placed;
  box: Box;
}

/** Of the places of a name so many leave no doubt whose it is: those that are not at a corner. */
const STRAIGHT = 4;

/** Where some lines may stand: below their node, above it, beside it, or at its corners. */
function puts({ id, x, y, radius, must, pale }: Wish, lines: string[], measure: (text: string) => number): Put[] {
  const [width, height] = [Math.max(...lines.map(measure)), lines.length * LEADING];
  const [below, above, right, left, corner] = [y + radius + 4, y - radius - 4 - height, x + radius + 5 + width / 2, x - radius - 5 - width / 2, radius * 0.7 + width / 2];
  const tops = [[x, below], [x, above], [right, y - height / 2], [left, y - height / 2], [x + corner, below - 3], [x - corner, below - 3], [x + corner, above + 3], [x - corner, above + 3]];
  return tops.map(([x, top]) => ({ name: { id, lines, x, y: top + LABEL - 1, must, pale }, box: [x - width / 2 - 3, top, x + width / 2 + 3, top + height] }));
}

/** The squares that a text along a line covers. */
function squares({ text, x, y, angle }: Turned, measure: (text: string) => number): Box[] {
  const [half, side] = [measure(text) / 2, RELATION / 2 + 1];
  const count = Math.max(1, Math.ceil((half * 2) / side));
  return Array.from({ length: count + 1 }, (_, n) => {
    const along = -half + (2 * half * n) / count;
    const [cx, cy] = [x + Math.cos(angle) * along, y + Math.sin(angle) * along];
    return [cx - side, cy - side, cx + side, cy + side];
  });
}

/** Puts what relates nodes above their lines, where nothing else stands. */
function along(ties: Tie[], taken: Taken, measure: (text: string) => number): Turned[] {
  const out: Turned[] = [];
  for (const { text, a, b } of ties) {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = Math.hypot(dx, dy);
    const angle = Math.atan2(dy, dx);
    const half = measure(text) / 2 + ENDS / 2;
    const inside = (share: number) => share * length - half > a.radius && (1 - share) * length - half > b.radius;
    const turned = Math.abs(angle) > Math.PI / 2 ? angle + Math.PI : angle;
    const at = (share: number): Turned => ({ text, x: a.x + dx * share + Math.sin(turned) * ABOVE, y: a.y + dy * share - Math.cos(turned) * ABOVE, angle: turned });
    const put = ALONG.filter(inside).map(at).find((put) => squares(put, measure).every((box) => !taken.meets(box, "", "symbols")));
    if (!put) continue;
    squares(put, measure).forEach((box) => taken.add(box, "", true));
    out.push(put);
  }
  return out;
}

/** Tells how wide a text is, as a name or along a line. */
export type Measure = (text: string, small?: boolean) => number;

/** Chooses what is written on a canvas of some size, and where. */
export function place(wishes: Wish[], ties: Tie[], size: { width: number; height: number }, measure: Measure): { names: Placed[]; relations: Turned[] } {
  const taken = new Taken();
  for (const { id, x, y, radius } of wishes) taken.add([x - radius, y - radius, x + radius, y + radius], id, false);
  const names = chosen(wishes, taken, size, measure);
  return { names, relations: along(ties, taken, (text) => measure(text, true)) };
}

function chosen(wishes: Wish[], taken: Taken, size: { width: number; height: number }, measure: Measure): Placed[] {
  const order = [...wishes].sort((a, b) => Number(b.must) - Number(a.must) || b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const letters = Math.max(LEAST, Math.min(SHORT, Math.floor(size.width / SHARE)));
  const few = wishes.length <= FEW;
  const out = new Map<string, Placed>();
  const tryOut = (wish: Wish, clear: Clear) => {
    if (out.has(wish.id) || (out.size >= MOST && !wish.must)) return;
    const forms = wish.must ? [wrapped(wish.label, Math.min(FULL, letters * 2), 3)] : [...(few ? [wrapped(wish.label, letters + 2, 3)] : []), short(wish.label, letters), short(wish.label, LEAST)];
    const put = forms.flatMap((lines) => puts(wish, lines, (text) => measure(text)).slice(0, clear === "around" ? undefined : STRAIGHT));
    const free = (clear: Clear) => ({ box }: Put) => box[0] >= 0 && box[1] >= 0 && box[2] <= size.width && box[3] + HALO <= size.height && !taken.meets(box, wish.id, clear);
    // What must be named may stand over symbols, if need be.
    const at = put.find(free(clear)) ?? (wish.must ? (put.find(free("symbols")) ?? put.find(free("names")) ?? put[0]) : undefined);
    if (!at) return;
    taken.add(at.box, wish.id, true);
    out.set(wish.id, at.name);
  };
  // Where there is no room apart from the symbols of others, there may be some close to them.
  for (const clear of ["around", "symbols"] as const) order.forEach((wish) => tryOut(wish, clear));
  return [...out.values()];
}

export interface Ink {
  ink: string;
  paper: string;
}

/** How far the halo reaches beyond the letters. */
const HALO = 4;

/** Names as pictures: to draw letters with their halo takes long, to draw them once more does not. */
export class Names {
  private readonly pictures = new Map<string, HTMLCanvasElement>();
  private readonly widths = new Map<string, number>();
  private readonly paper = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;

  constructor(private readonly font: string) {}

  /** How wide a text is, in pixels. */
  readonly measure: Measure = (text, small = false) => {
    const key = `${small}${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    this.paper.font = small ? `400 ${RELATION}px ${this.font}` : `600 ${LABEL}px ${this.font}`;
    const { width } = this.paper.measureText(text);
    this.widths.set(key, width);
    return width;
  };

  /** After a change of the colours or the font. */
  forget() {
    this.pictures.clear();
    this.widths.clear();
  }

  private picture({ lines, must }: Placed, ink: Ink, scale: number): HTMLCanvasElement {
    const key = `${must}${scale}${lines.join("\n")}`;
    const known = this.pictures.get(key);
    if (known) return known;
    const [width, height] = [Math.ceil(Math.max(...lines.map((line) => this.measure(line)))) + 2 * HALO, lines.length * LEADING + 2 * HALO];
    const canvas = Object.assign(document.createElement("canvas"), { width: width * scale, height: height * scale });
    const on = canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
    on.scale(scale, scale);
    Object.assign(on, { font: `${must ? 600 : 500} ${LABEL}px ${this.font}`, textAlign: "center", lineJoin: "round", lineWidth: must ? 6 : 3.5, strokeStyle: ink.paper, fillStyle: ink.ink });
    lines.forEach((line, n) => on.strokeText(line, width / 2, LABEL - 1 + HALO + n * LEADING));
    lines.forEach((line, n) => on.fillText(line, width / 2, LABEL - 1 + HALO + n * LEADING));
    this.pictures.set(key, canvas);
    return canvas;
  }

  /** Draws a name with a halo, so that lines do not cross it. */
  draw(context: CanvasRenderingContext2D, name: Placed, ink: Ink) {
    const scale = devicePixelRatio || 1;
    const picture = this.picture(name, ink, scale);
    const [width, height] = [picture.width / scale, picture.height / scale];
    context.globalAlpha = name.pale ? 0.55 : 1;
    context.drawImage(picture, Math.round(name.x - width / 2), Math.round(name.y - LABEL + 1 - HALO), width, height);
    context.globalAlpha = 1;
  }

  /** Draws what stands along a line. */
  along(context: CanvasRenderingContext2D, { text, x, y, angle }: Turned, { ink, paper }: Ink) {
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    Object.assign(context, { font: `400 ${RELATION}px ${this.font}`, textAlign: "center", lineJoin: "round", lineWidth: 3, strokeStyle: paper, fillStyle: ink });
    context.strokeText(text, 0, 3.5);
    context.globalAlpha = 0.75;
    context.fillText(text, 0, 3.5);
    context.restore();
  }
}
