// Builds the page into src/serve/page: names do not depend on contents, and the same sources always give the same bytes.
import { build } from "esbuild";
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const web = new URL("./", import.meta.url);
const page = new URL("../src/serve/page/", web);
rmSync(page, { recursive: true, force: true });
mkdirSync(page, { recursive: true });
const common = {
  absWorkingDir: web.pathname.replace(/\/$/, ""), bundle: true, minify: true, format: "esm", target: "es2022", outdir: page.pathname, legalComments: "none",
  jsx: "automatic", jsxImportSource: "preact", charset: "utf8", logLevel: "warning", define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
};
// The parts that are asked for by name when they are needed stay files of their own.
await build({ ...common, entryPoints: { app: "src/app.tsx" }, external: ["/assets/*"] });
await build({ ...common, entryPoints: { sparql: "src/sparql/editor.ts" }, loader: { ".woff2": "dataurl", ".woff": "empty", ".ttf": "empty", ".svg": "dataurl", ".eot": "empty" } });
// One file that is put into another: no module, and no font of its own.
await build({ ...common, entryPoints: { single: "src/single.tsx" }, format: "iife", external: ["/assets/*"] });
cpSync(new URL("index.html", web), new URL("index.html", page));
cpSync(new URL("icon.svg", web), new URL("icon.svg", page));
cpSync(new URL("map/provinces.json", web), new URL("provinces.json", page));
cpSync(new URL("../src/export/font/BeVietnamPro.woff2", web), new URL("BeVietnamPro.woff2", page));
for (const part of ["latin", "vietnamese"]) {
  for (const weight of [400, 600]) {
    const file = `source-serif-4-${part}-${weight}-normal.woff2`;
    cpSync(new URL(`node_modules/@fontsource/source-serif-4/files/${file}`, web), new URL(`SourceSerif4-${part}-${weight}.woff2`, page));
  }
}
for (const name of readdirSync(page).sort()) {
  const file = new URL(name, page);
  console.log(`${name.padEnd(28)} ${String(statSync(file).size).padStart(9)} ${String(gzipSync(readFileSync(file)).length).padStart(8)} gz`);
}
