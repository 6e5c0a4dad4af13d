// Builds the page into src/serve/page: names do not depend on contents, and the same sources always give the same bytes.
import { build } from "esbuild";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const web = new URL("./", import.meta.url);
// PAGE: another folder, to compare.
const page = process.env.PAGE ? pathToFileURL(process.env.PAGE + "/") : new URL("../src/serve/page/", web);
rmSync(page, { recursive: true, force: true });
mkdirSync(page, { recursive: true });
const common = {
  absWorkingDir: web.pathname.replace(/\/$/, ""), bundle: true, minify: true, format: "esm", target: "es2022", outdir: page.pathname, legalComments: "none", metafile: true,
  jsx: "automatic", jsxImportSource: "preact", charset: "utf8", logLevel: "warning", define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
};
// The parts that are asked for by name when they are needed stay files of their own.
const app = await build({ ...common, entryPoints: { app: "src/app.tsx" }, external: ["/assets/*"] });
const sparql = await build({ ...common, entryPoints: { sparql: "src/sparql/editor.ts" }, loader: { ".woff2": "dataurl", ".woff": "empty", ".ttf": "empty", ".svg": "dataurl", ".eot": "empty" } });
// One file that is put into another: no module, and its font inside.
const single = await build({ ...common, entryPoints: { single: "src/single.tsx" }, format: "iife", loader: { ".woff2": "dataurl" } });
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

// The licences of all that is inside. The editor's packages come bundled with what they need, so that is named here.
const packages = new Set(["@fontsource/source-serif-4", "codemirror", "lodash-es", "query-string", "datatables.net", "datatables.net-dt", "dompurify", "jquery", "column-resizer", "n3", "papaparse", "store", "@json2csv/plainjs", "@fortawesome/free-solid-svg-icons"]);
for (const { metafile } of [app, sparql, single]) {
  for (const input of Object.keys(metafile.inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(input)?.[1];
    if (name) packages.add(name);
  }
}
const licences = [...packages].sort().filter((name) => existsSync(new URL(`node_modules/${name}`, web))).map((name) => {
  const folder = new URL(`node_modules/${name}/`, web);
  const { version, license, author, homepage = "" } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
  const file = readdirSync(folder).sort().find((f) => /^licen[cs]e/i.test(f));
  const text = file ? readFileSync(new URL(file, folder), "utf8").trim() : `Licence: ${license}. ${author?.name ?? author ?? ""}`;
  return `${name} ${version} ${homepage}\n\n${text}\n`;
});
writeFileSync(new URL("licences.txt", page), licences.join(`\n${"=".repeat(80)}\n\n`));
for (const name of readdirSync(page).sort()) {
  const file = new URL(name, page);
  console.log(`${name.padEnd(28)} ${String(statSync(file).size).padStart(9)} ${String(gzipSync(readFileSync(file)).length).padStart(8)} gz`);
}
