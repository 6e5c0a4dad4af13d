import { darker, corners, safeColour } from "../graph/shapes";

/** The colour and shape of a class, as in the drawings. */
export function Mark({ shape, colour, size = 16 }: { shape: string; colour: string; size?: number }) {
  const fill = safeColour(colour);
  const drawn = { fill, stroke: darker(fill), "stroke-width": 1.2 };
  const points = corners(shape, 8, 8, 6);
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {points.length ? <polygon points={points.map((p) => p.join(",")).join(" ")} {...drawn} /> : <circle cx="8" cy="8" r="6.2" {...drawn} />}
    </svg>
  );
}

export function Badge({ shape, colour, label }: { shape: string; colour: string; label: string }) {
  return (
    <span class="badge">
      <Mark shape={shape} colour={colour} />
      {label}
    </span>
  );
}
