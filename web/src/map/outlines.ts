// The outlines of the 34 provinces as paths: the mainland with the islands near it, and the two archipelagos in insets.

import polylabel from "polylabel";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { keyOf } from "./tiles";

export interface Outline {
  key: string;
  name: string;
  /** The part on the mainland's map. */
  path: string;
  /** Where a number stands: the place farthest from its borders. */
  middle: [number, number];
  /** The islands in an inset, as places on it. */
  islands: { inset: "hoang_sa" | "truong_sa"; dots: [number, number][] }[];
}

/** The map's scale: units a degree. */
const UNIT = 40;
/** A degree of longitude over one of latitude, in the middle of the country. */
const SQUEEZE = 0.962;
const [WEST, NORTH] = [102.0, 23.55];
/** East of it lie only the archipelagos. */
const FAR = 109.7;

export const SIZE: [number, number] = [470, 612];

/** Where an inset lies on the map, and what part of the world it shows. */
export const INSETS = {
  hoang_sa: { box: [342, 222, 118, 98], world: [110.9, 17.4, 113.1, 15.5] },
  truong_sa: { box: [342, 362, 118, 200], world: [109.3, 12.4, 118.2, 6.8] },
} as const;

const point = ([lon, lat]: number[]): [number, number] => [(lon - WEST) * SQUEEZE * UNIT + 8, (NORTH - lat) * UNIT + 6];

function inInset(name: keyof typeof INSETS, [lon, lat]: number[]): [number, number] {
  const { box, world } = INSETS[name];
  const [x, y] = [(lon - world[0]) / (world[2] - world[0]), (world[1] - lat) / (world[1] - world[3])];
  return [box[0] + x * box[2], box[1] + 28 + y * (box[3] - 32)];
}

type Ring = number[][];
const pathOf = (rings: Ring[]) => rings.map((ring) => `M${ring.map((p) => point(p).map((n) => n.toFixed(1)).join(",")).join("L")}Z`).join("");
const size = (ring: Ring) => Math.abs(ring.reduce((sum, [x, y], n) => sum + x * ring[(n + 1) % ring.length][1] - y * ring[(n + 1) % ring.length][0], 0));

function middleOf(polygon: Ring[]): [number, number] {
  const [x, y] = polylabel(polygon.map((ring) => ring.map(point)), 0.5);
  return [x, y];
}

/** Reads the outlines as the build made them. */
export function outlines(topology: Topology): Outline[] {
  const all = feature(topology, topology.objects.provinces as never) as unknown as { features: { properties: { name: string }; geometry: { type: string; coordinates: any } }[] };
  return all.features.map(({ properties: { name }, geometry }) => {
    const polygons: Ring[][] = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const near = polygons.filter(([outer]) => outer[0][0] < FAR);
    const far = polygons.filter(([outer]) => outer[0][0] >= FAR);
    const inset = far.length && far[0][0][0][1] > 14 ? "hoang_sa" : "truong_sa";
    const widest = near.toSorted(([a], [b]) => size(b) - size(a))[0];
    return { key: keyOf(name), name, path: near.map(pathOf).join(""), middle: middleOf(widest), islands: far.length ? [{ inset, dots: far.map(([outer]) => inInset(inset, outer[0])) }] : [] };
  });
}
