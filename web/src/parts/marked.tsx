/** Ranges of code points, from each first to one past the last. */
export type Ranges = [number, number][];

/** A text in pieces, with whether each lies in one of some ranges. */
function pieces(text: string, ranges: Ranges): { words: string; told: boolean }[] {
  const letters = [...text];
  const told = letters.map((_, n) => ranges.some(([from, to]) => from <= n && n < to));
  const out: { words: string; told: boolean }[] = [];
  letters.forEach((letter, n) => {
    if (n && told[n] === told[n - 1]) out[out.length - 1].words += letter;
    else out.push({ words: letter, told: told[n] });
  });
  return out;
}

/** A text with the words in some ranges marked. */
export function Marked({ text, ranges }: { text: string; ranges: Ranges }) {
  return <>{pieces(text, ranges).map(({ words, told }, n) => (told ? <mark key={n}>{words}</mark> : words))}</>;
}
