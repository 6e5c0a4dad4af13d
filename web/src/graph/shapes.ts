// The shapes of the ontology's classes: the same corners in the page, in the drawing and in what is saved.

export const SHAPES = ["ellipse", "box", "diamond", "hexagon", "octagon", "parallelogram", "trapezium"] as const;

/** The place of a shape in the list; what is not known is drawn as a circle. */
export const shapeNumber = (name: string): number => Math.max(0, (SHAPES as readonly string[]).indexOf(name));

const CORNERS: Record<string, [number, number][]> = {
  box: [[-0.86, -0.86], [0.86, -0.86], [0.86, 0.86], [-0.86, 0.86]],
  diamond: [[0, -1.12], [1.12, 0], [0, 1.12], [-1.12, 0]],
  hexagon: [[-1, 0], [-0.5, -0.866], [0.5, -0.866], [1, 0], [0.5, 0.866], [-0.5, 0.866]],
  octagon: [[-0.92, -0.38], [-0.38, -0.92], [0.38, -0.92], [0.92, -0.38], [0.92, 0.38], [0.38, 0.92], [-0.38, 0.92], [-0.92, 0.38]],
  parallelogram: [[-0.66, -0.7], [1.12, -0.7], [0.66, 0.7], [-1.12, 0.7]],
  trapezium: [[-0.56, -0.72], [0.56, -0.72], [1.06, 0.72], [-1.06, 0.72]],
};

/** The corners of a shape around a point, y downwards; none for a circle. */
export function corners(shape: string, x: number, y: number, radius: number): [number, number][] {
  return (CORNERS[shape] ?? []).map(([dx, dy]) => [x + dx * radius, y + dy * radius]);
}

/** A colour between two, both as `#rrggbb`. */
export function mixed(a: string, b: string, share: number): string {
  const part = (colour: string, at: number) => parseInt(colour.slice(at, at + 2), 16) || 0;
  const hex = [1, 3, 5].map((at) => Math.round(part(a, at) * share + part(b, at) * (1 - share)).toString(16).padStart(2, "0"));
  return `#${hex.join("")}`;
}

/** The outline of a fill: the same hue, darker. */
export const darker = (colour: string) => mixed(colour, "#000000", 0.52);

/** Colours come from the ontology in the store: only what is a colour is used as one. */
export const safeColour = (colour: string | null | undefined) => (/^#[0-9a-f]{6}$/i.test(colour ?? "") ? (colour as string) : "#d9d4c8");

/** A label in so many lines of about so many letters; what does not fit is cut. */
export function wrapped(label: string, width = 22, most = 3): string[] {
  const out: string[] = [];
  for (const word of label.split(/\s+/)) {
    const last = out[out.length - 1];
    if (last !== undefined && (last + " " + word).length <= width) out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
  }
  return out.length > most ? [...out.slice(0, most - 1), `${out[most - 1]} …`] : out;
}
