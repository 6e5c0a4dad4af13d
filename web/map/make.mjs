// Makes provinces.json from the outlines of the 34 provinces: node map/make.mjs provinces-2025.geojson > map/provinces.json
import { readFileSync } from "node:fs";
import { topology } from "topojson-server";

const outlines = JSON.parse(readFileSync(process.argv[2], "utf8"));
process.stdout.write(JSON.stringify(topology({ provinces: outlines }, 8000)) + "\n");
