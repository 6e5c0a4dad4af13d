// Which of the two languages the page speaks.

import { kept, keep } from "./keep";
import { words, type Word } from "./words";

export type Language = "vi" | "en";

const asked = new URLSearchParams(globalThis.location?.search).get("lang") ?? kept("lang");
let current: Language = asked === "en" ? "en" : "vi";

export const language = (): Language => current;

export function setLanguage(to: Language) {
  current = to;
  keep("lang", to);
  document.documentElement.lang = to;
  dispatchEvent(new Event("languagechange"));
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

/** The dates in a text, such as `2018-06-30`, as people write them, as precise as they are; all else as it stands. */
export function day(date: string | null | undefined): string {
  return (date ?? "").replace(/(?<![\d-])(\d{4})-(\d\d)(?:-(\d\d))?(?![\d-])/g, (_, year, month, dd) => written(year, month, dd));
}

function written(year: string, month: string, dd?: string): string {
  if (current === "vi") return dd ? `${+dd}/${+month}/${year}` : `${+month}/${year}`;
  const name = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" }).format(Date.UTC(2000, +month - 1, 1));
  return dd ? `${+dd} ${name} ${year}` : `${name} ${year}`;
}
