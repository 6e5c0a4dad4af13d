// Dates as people write them. The server writes `2018-06-30`, `2018-06` or `2018`, and around them: `~2018-06-30` or `~2018-06` where
// an article without a day tells of events, the latest of them then, `2018?-06-30`, `--06-30` and `30-06 (year not told)` where the year
// is taken from the article or not known, and in spans `≤2018` for by then at the latest, `≥2018` for until then at least.

import { language, t } from "./i18n";

function written(year: string, month: string, dd?: string): string {
  if (language() === "vi") return [dd && +dd, +month, year].filter(Boolean).join("/");
  const name = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" }).format(Date.UTC(2000, +month - 1, 1));
  return [dd && +dd, name, year].filter(Boolean).join(" ");
}

/** A day or month of no told year. */
const yearless = (month: string, dd?: string) => (language() === "vi" && !dd ? t("month_of", +month) : written("", month, dd));

/** The dates in a text, as people write them, as precise as they are; all else as it stands. */
export function day(text: string | null | undefined): string {
  return (text ?? "")
    .replace(/(?<![\d-])(\d{4})\?-(\d\d)(?:-(\d\d))?/g, (_, year, month, dd) => t("year_supposed", yearless(month, dd), year))
    .replace(/(?<![\d-])(?:(\d\d)-)?(\d\d) \(year not told\)/g, (_, dd, month) => t("year_unknown", yearless(month, dd)))
    .replace(/(?<![\d-])--(\d\d)(?:-(\d\d))?(?![\d-])/g, (_, month, dd) => t("year_unknown", yearless(month, dd)))
    .replace(/(?<![\d-])(\d{4})-(\d\d)(?:-(\d\d))?(?![\d-])/g, (_, year, month, dd) => written(year, month, dd))
    .replace(/~(?=\d)/g, `${t("about_day")} `);
}

/** From when to when, in words. */
export function span(text: string): string {
  const [from, until = "?"] = text.split(" – ");
  const date = (of: string) => day(of.replace(/^[≤≥]/, ""));
  const [first, last] = [date(from), date(until)];
  if (until === `≥${from}`) return t("span_from", first);
  if (from === "?" && until === "?") return t("span_unknown");
  if (from.startsWith("≤") && until.startsWith("≥") && first === last) return t("span_once", first);
  if (from === "?" && until.startsWith("≤")) return t("span_over", last);
  const begun = from === "?" ? "" : t(from.startsWith("≤") ? "span_by" : "span_from", first);
  const ended = until === "?" ? "" : t(until.startsWith("≥") ? "span_at_least" : until.startsWith("≤") ? "span_before" : "span_until", last);
  return [begun, ended].filter(Boolean).join(", ");
}

/** The first and last day of the articles that tell of something, as the server writes them: `article ~2016-09-15 – 2018`. */
function articleDays(text: string): string[] {
  const word = `${t("article").toLowerCase()} `;
  return text.startsWith(word) ? text.slice(word.length).split(" – ") : [];
}

/** The day of the first article that tells of something, if a detail of it says so. */
export const toldOn = (details: string[]): string | undefined => details.flatMap(articleDays)[0]?.replace("~", "");

function articles(text: string): string | undefined {
  const [first, last] = articleDays(text);
  if (first?.startsWith("~") && !last) return t("told_undated", day(first.slice(1)));
  return first && (last ? t("told_from", day(first), day(last)) : t("told_on", day(first)));
}

/** What else is told of something: of which days the articles are, a date, from when to when, or words with dates in them. */
export const detail = (text: string): string => articles(text) ?? (/^[≤≥]?(~?\d{4}[-\d]*|\?) – [≤≥]?(~?\d{4}[-\d]*|\?)$/.test(text) && /[≤≥?]/.test(text) ? span(text) : day(text));

/** A typed date, `30/6/2018`, `6/2018`, `2018` or as the server writes it, as the server writes it; empty if it is none. */
export function typed(text: string): string {
  const two = (n: string) => n.padStart(2, "0");
  const parts = text.trim().split(/[/.\s]+/).filter(Boolean);
  const iso = parts.length > 1 ? [parts[parts.length - 1], ...parts.slice(0, -1).reverse().map(two)].join("-") : (parts[0] ?? "");
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(iso)) return "";
  // No thirtieth of February.
  const there = new Date(`${(iso + "-01-01").slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(+there) && there.toISOString().startsWith(iso) ? iso : "";
}

/** What one would have typed for a date: of two digits each, the day first, in Vietnamese. */
export const asTyped = (iso: string): string => (language() === "vi" ? iso.split("-").reverse().join("/") : iso);
