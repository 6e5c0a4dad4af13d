// Which names are drawn: the most important first, none over another, as many as there is room for.

import { wrapped } from "./shapes";

/** The font size of a name, and how far its lines are apart. */
export const LABEL = 13;
const LEADING = 15;
/** How many letters a line of a short name has at least and at most, and of one that is told in full. */
const [LEAST, SHORT, FULL] = [12, 20, 34];
/** So many of the most important are named in any case where no other name is. */
const OVER = 12;
/** Among up to so many nodes a longer name may be told if there is room. */
const FEW = 40;
/** How many pixels of the canvas's width there are for each of its letters. */
const SHARE = 28;
/** How many names are drawn at most beside those that must be: more are a wall of words. */
const MOST = 70;
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
}

export interface Placed {
  id: string;
  lines: string[];
  /** Where the middle of the first line's base stands. */
  x: number;
  y: number;
  must: boolean;
}

/** From left to right, from above to below. */
type Box = [left: number, top: number, right: number, bottom: number];

const meet = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

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

  /** Whether the name of a node meets another name or, unless names alone count, another node. */
  meets(box: Box, of: string, names: boolean): boolean {
    for (const cell of this.at(box)) {
      if (this.cells.get(cell)?.some((it) => (it.name || (!names && it.of !== of)) && meet(it.box, box))) return true;
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

/** Where some lines may stand: below their node, above it, or beside it. */
function puts({ id, x, y, radius, must }: Wish, lines: string[], measure: (text: string) => number): Put[] {
  const [width, height] = [Math.max(...lines.map(measure)), lines.length * LEADING];
  const tops = [[x, y + radius + 4], [x, y - radius - 4 - height], [x + radius + 5 + width / 2, y - height / 2], [x - radius - 5 - width / 2, y - height / 2]];
  return tops.map(([x, top]) => ({ name: { id, lines, x, y: top + LABEL - 1, must }, box: [x - width / 2 - 3, top, x + width / 2 + 3, top + height] }));
}

/** Chooses the names and their places on a canvas of some size; `measure` tells how wide a text is. */
export function place(wishes: Wish[], size: { width: number; height: number }, measure: (text: string) => number): Placed[] {
  const taken = new Taken();
  for (const { id, x, y, radius } of wishes) taken.add([x - radius, y - radius, x + radius, y + radius], id, false);
  const order = [...wishes].sort((a, b) => Number(b.must) - Number(a.must) || b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const letters = Math.max(LEAST, Math.min(SHORT, Math.floor(size.width / SHARE)));
  const few = wishes.length <= FEW;
  const out: Placed[] = [];
  for (const [rank, wish] of order.entries()) {
    if (out.length >= MOST && !wish.must) break;
    const forms = wish.must ? [wrapped(wish.label, Math.min(FULL, letters * 2), 3)] : few ? [wrapped(wish.label, letters + 2, 3), short(wish.label, letters)] : [short(wish.label, letters)];
    const put = forms.flatMap((lines) => puts(wish, lines, measure));
    const free = (names: boolean) => ({ box }: Put) => box[0] >= 0 && box[1] >= 0 && box[2] <= size.width && box[3] + HALO <= size.height && !taken.meets(box, wish.id, names);
    // The strongest may stand over nodes, if need be, but not over names.
    const at = put.find(free(false)) ?? (rank < OVER ? put.find(free(true)) : undefined) ?? (wish.must ? put[0] : undefined);
    if (!at) continue;
    taken.add(at.box, wish.id, true);
    out.push(at.name);
  }
  return out;
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
  readonly measure = (text: string): number => {
    const known = this.widths.get(text);
    if (known !== undefined) return known;
    this.paper.font = `600 ${LABEL}px ${this.font}`;
    const { width } = this.paper.measureText(text);
    this.widths.set(text, width);
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
    const [width, height] = [Math.ceil(Math.max(...lines.map(this.measure))) + 2 * HALO, lines.length * LEADING + 2 * HALO];
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
    context.drawImage(picture, Math.round(name.x - width / 2), Math.round(name.y - LABEL + 1 - HALO), width, height);
  }
}
