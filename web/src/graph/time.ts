// Dates as numbers of months, for the slider.

/** The month a date lies in, counted from the year 0: its first where it is only a year, its last with `late`. */
export function month(date: string | null | undefined, late = false): number | null {
  const m = /^(\d{4})(?:-(\d\d))?/.exec(date ?? "");
  if (!m) return null;
  return +m[1] * 12 + (m[2] ? +m[2] - 1 : late ? 11 : 0);
}

/** `2018-06`, of a number of months. */
export const monthText = (n: number): string => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`;

export interface Dated {
  from: string | null;
  to: string | null;
}

/** Whether something told between two dates lies in a span of months; what has no date does if `undated` says so. */
export function within(it: Dated, span: [number, number], undated: boolean): boolean {
  const from = month(it.from) ?? month(it.to);
  const to = month(it.to, true) ?? month(it.from, true);
  if (from === null || to === null) return undated;
  return from <= span[1] && to >= span[0];
}

/** From the first to the last month of what is dated. */
export function spanOf(all: Dated[]): [number, number] | null {
  const months = all.flatMap((it) => [month(it.from), month(it.to, true)]).filter((n) => n !== null);
  return months.length ? [Math.min(...months), Math.max(...months)] : null;
}
