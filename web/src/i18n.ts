// Which of the two languages the page speaks.

import { kept, keep } from "./keep";
import { words, type Word } from "./words";

export type Language = "vi" | "en";

/** The language that the address asks for. */
const asked = () => new URLSearchParams(globalThis.location?.search).get("lang");

// What the address says counts for whoever opens it, and changes nothing of what their browser keeps.
let current: Language = (asked() ?? kept("lang")) === "en" ? "en" : "vi";

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

/** A word of the dictionary, with what belongs in its gaps. */
export function t(word: Word, ...gaps: (string | number)[]): string {
  const text: string = words[word][current === "vi" ? 0 : 1];
  return gaps.reduce<string>((said, gap, n) => said.replace(`{${n}}`, String(gap)), text);
}

export const kindName = (kind: string): string => t((`kind_${kind}` in words ? `kind_${kind}` : "kind_other") as Word);

// Made once: to make one takes long.
const NUMBERS = { vi: new Intl.NumberFormat("vi-VN"), en: new Intl.NumberFormat("en-GB") };

export const number = (n: number): string => NUMBERS[current].format(n);
