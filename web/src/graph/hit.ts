// What lies under the pointer. Reckoned, not read back from the canvas: reading waits until all is drawn, at each move.

export interface Point {
  x: number;
  y: number;
}

/** How far beside a line, in pixels, it still counts as meant. */
const BESIDE = 6;

/** The smallest circle that a point lies in: what lies on something larger can be picked too. */
export function circleAt(circles: Iterable<Point & { id: string; radius: number }>, { x, y }: Point): string | null {
  let best: { id: string; radius: number } | null = null;
  for (const circle of circles) {
    if (Math.hypot(circle.x - x, circle.y - y) <= circle.radius + 2 && (!best || circle.radius < best.radius)) best = circle;
  }
  return best && best.id;
}

/** How far a point is from a line between two others. */
function distance(a: Point, b: Point, at: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(a.x + along * dx - at.x, a.y + along * dy - at.y);
}

/** The line nearest to a point, if one is near. */
export function lineAt(lines: Iterable<{ id: string; a: Point; b: Point }>, at: Point): string | null {
  let [best, least]: [string | null, number] = [null, BESIDE];
  for (const { id, a, b } of lines) {
    const off = distance(a, b, at);
    if (off < least) [best, least] = [id, off];
  }
  return best;
}
