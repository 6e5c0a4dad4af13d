// Which of the two languages the page speaks.

import { kept, keep } from "./keep";
import { words, type Word } from "./words";

export type Language = "vi" | "en";

/** The language that the address asks for. */
const asked = () => new URLSearchParams(globalThis.location?.search).get("lang");

/** The first of the languages the browser asks for that the page speaks. */
const preferred = () => globalThis.navigator?.languages?.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === "vi" || tag === "en");

// What the address says counts for whoever opens it, and changes nothing of what their browser keeps.
let current: Language = (asked() ?? kept("lang") ?? preferred()) === "en" ? "en" : "vi";

export const language = (): Language => current;

function change(to: Language) {
  current = to;
  document.documentElement.lang = to;
  dispatchEvent(new Event("languagechange"));
}

export function setLanguage(to: Language) {
  keep("lang", to);
  change(to);
}

/** After a step through the history: the language of that address. */
export function followAddress() {
  const to = asked();
  if ((to === "vi" || to === "en") && to !== current) change(to);
}

/** Speaks a language without keeping it. */
export function speak(to: string) {
  current = to === "en" ? "en" : "vi";
}

/** A word of the dictionary, with what belongs in its gaps; in English there may be another for one of something. */
export function t(word: Word, ...gaps: (string | number)[]): string {
  const [vi, en, one]: readonly [string, string, string?] = words[word];
  const text = current === "vi" ? vi : String(gaps[0]) === "1" ? (one ?? en) : en;
  return gaps.reduce<string>((said, gap, n) => said.replace(`{${n}}`, String(gap)), text);
}

export const kindName = (kind: string): string => t((`kind_${kind}` in words ? `kind_${kind}` : "kind_other") as Word);

// Made once: to make one takes long.
const NUMBERS = { vi: new Intl.NumberFormat("vi-VN"), en: new Intl.NumberFormat("en-GB") };

export const number = (n: number): string => NUMBERS[current].format(n);

/** So many of something, `1 article`, `1.200 bài báo`. */
export const counted = (n: number, what: Word): string => `${number(n)} ${t(what, n)}`;
