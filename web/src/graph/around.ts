// What lies around something, a portion at a time: the most strongly bound first.

import { neighbours } from "../api";
import type { GraphData } from "../types";

/** What is added to a drawing at one time. */
export interface Batch {
  data: GraphData;
  /** What it lies around. */
  centre?: string;
  /** How many lie around it in all, where that is known, and whether even those are not all. */
  total?: number;
  most?: boolean;
}

/** How many are drawn at first and are added each time, around what the drawing is about and around others. */
const [FIRST, NEXT] = [60, 30];
/** How many the server tells of at most. */
const ALL = 1000;

/** The first `count` around the first node of `all`, with the edges between them. */
function portion(all: GraphData, count: number): GraphData {
  const nodes = all.nodes.slice(0, count + 1);
  const ids = new Set(nodes.map((n) => n.id));
  return { nodes, edges: all.edges.filter((e) => ids.has(e.source) && ids.has(e.target)), truncated: nodes.length < all.nodes.length };
}

/** Gives portion after portion of what lies around nodes, and asks for each node once. */
export class Surroundings {
  private readonly known = new Map<string, Promise<GraphData>>();
  private readonly given = new Map<string, number>();

  constructor(private readonly about: string) {}

  /** The next portion, together with those before it. */
  async next(id: string, signal?: AbortSignal): Promise<Batch> {
    const count = (this.given.get(id) ?? 0) + (id === this.about ? FIRST : NEXT);
    this.given.set(id, count);
    const asked = this.known.get(id) ?? neighbours(id, ALL, signal);
    this.known.set(id, asked);
    const all = await asked;
    return { data: portion(all, count), centre: id, total: all.nodes.length - 1, most: all.truncated };
  }
}

/** How much of what lies around each node is drawn. */
export interface Opened {
  drawn: number;
  total: number;
  most: boolean;
}

export function openedOf(batches: Batch[]): Map<string, Opened> {
  const opened = new Map<string, Opened>();
  for (const { data, centre, total, most = false } of batches) {
    if (centre && total !== undefined) opened.set(centre, { drawn: Math.min(total, data.nodes.length - 1), total, most });
  }
  return opened;
}
