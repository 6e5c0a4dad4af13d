// The server's API: nothing else is ever asked.

import { language } from "./i18n";
import type { ArticleTold, Brief, Conflict, EdgeTold, Entity, Evidence, GraphData, Hits, Item, Namesakes, Overview, Provinces, Question, Ways } from "./types";

/** What the server refused, in its own words. */
export class Refused extends Error {
  constructor(message: string, readonly code: string, readonly near: Brief[] = [], readonly choices: Brief[] = []) {
    super(message);
  }
}

type Query = Record<string, string | number | string[] | null | undefined>;

/** An id as it stands in an address: its slashes stay. */
export const inPath = (id: string) => id.split("/").map(encodeURIComponent).join("/");

export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries<Query[string]>({ ...query, lang: language() })) {
    if (Array.isArray(value) ? value.length : value !== null && value !== undefined && value !== "") {
      asked.set(key, String(value));
    }
  }
  const answer = await fetch(`/api/${path}?${asked}`, { signal, headers: { accept: "application/json" } });
  const text = await answer.text();
  let json: any = null;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refused(text.slice(0, 500) || answer.statusText, "failed");
  }
  if (!answer.ok || json?.choices) {
    throw new Refused(json.error ?? answer.statusText, json.code ?? "failed", json.near ?? [], json.choices ?? []);
  }
  return json as T;
}

export const overview = (s?: AbortSignal) => get<Overview>("overview", {}, s);
export const search = (q: string, kind: string, limit: number, offset = 0, s?: AbortSignal) => get<Hits>("search", { q, kind, limit, offset }, s);

/** How many lines of each list of an entity the server gives at a time. */
const STEP = 30;
export const entity = (id: string, as_of: string, s?: AbortSignal) => get<Entity>(`entity/${inPath(id)}`, { as_of }, s);

/** The lists of an entity, as they are asked for. */
type ListOf = "sections" | "tenures" | "holders" | "former_holders" | "conflict_list" | "namesakes" | "articles";
/** The n-th part of one of the lists of an entity; the others are empty. */
export const part = (id: string, as_of: string, list: ListOf, n: number) => get<Entity>(`entity/${inPath(id)}`, { as_of, list, offset: n * STEP });

/** How much of what happened is told at a time. */
const USUAL = 50;
/** As of a day most of what happened is told at once: it says what else had happened by then. */
const LONGEST = 1000;
/** The n-th part of what happened, in order of time. */
export function timeline(id: string, as_of: string, n: number, s?: AbortSignal) {
  const limit = as_of ? LONGEST : USUAL;
  return get<{ items: Item[]; more: number }>(`timeline/${inPath(id)}`, { limit, offset: n * limit }, s);
}
export const neighbours = (id: string, limit: number, s?: AbortSignal) => get<GraphData>(`neighbours/${inPath(id)}`, { limit }, s);
export const among = (ids: string[], s?: AbortSignal) => get<GraphData>("graph", { ids: ids.join(",") }, s);
export const path = (from: string, to: string, s?: AbortSignal) => get<Ways>("path", { from, to, limit: 3 }, s);
export const together = (id: string, limit: number, s?: AbortSignal) => get<GraphData>(`together/${inPath(id)}`, { limit }, s);
export const evidence = (edge: string, s?: AbortSignal) => get<EdgeTold>("evidence", { edge }, s);
/** All that proves what joins two entities. */
export async function evidenceBetween(a: string, b: string): Promise<Evidence[]> {
  const { edges } = await among([a, b]);
  return (await Promise.all(edges.map((edge) => evidence(edge.id)))).flatMap((it) => it.evidence);
}
export const article = (id: string, s?: AbortSignal) => get<ArticleTold>(`article/${inPath(id)}`, {}, s);
export const provinces = (s?: AbortSignal) => get<Provinces>("provinces", {}, s);
export const questions = (s?: AbortSignal) => get<{ questions: Question[] }>("questions", {}, s);

/** A part of a list, and how long it is. */
export interface List<T> {
  total: number;
  items: T[];
}
export const conflicts = (limit: number, offset: number, s?: AbortSignal) => get<List<Conflict>>("conflicts", { limit, offset }, s);
export const namesakes = (limit: number, offset: number, s?: AbortSignal) => get<List<Namesakes>>("namesakes", { limit, offset }, s);
