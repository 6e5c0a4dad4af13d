declare module "polylabel" {
  /** The place in a polygon farthest from its outline. */
  export default function polylabel(polygon: number[][][], precision?: number): [number, number] & { distance: number };
}
