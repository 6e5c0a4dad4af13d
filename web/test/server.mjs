// A real server over the example articles and one that would like to run a script, and a browser to look at it.

import { spawn, execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = process.env.VIETGRAPH ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "release/vietgraph");
const FLAGS = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--no-sandbox"];
/** Where pictures go, if anywhere. */
const pictures = process.env.SCREENSHOTS;

/** An article whose title and words are script. */
const HOSTILE = {
  id: "ke-xau",
  title: "<script>window.hurt=1</script><img src=x onerror='window.hurt=2'>",
  url: "javascript:window.hurt=3",
  published: "2021-05-06",
  text: "<img src=x onerror=window.hurt=4>\n\nNgày 5/5/2021, tại Hà Tĩnh, Thiếu tướng Đào Quang Trường, Giám đốc Công an tỉnh Quảng Bình <script>window.hurt=5</script> chủ trì hội nghị.\n",
};

/** Articles of somebody who is at an event each day, and of two people of one name. */
export function busy(days) {
  const event = (n) => ({
    id: `ban-${n}`,
    published: new Date(Date.UTC(2021, 0, 1 + n)).toISOString().slice(0, 10),
    text: `Ngày ${new Date(Date.UTC(2021, 0, 1 + n)).toISOString().slice(0, 10).split("-").reverse().map(Number).join("/")}, tại Hà Tĩnh, Đại tá Lê Bận Rộn, Giám đốc Công an tỉnh Hà Tĩnh chủ trì hội nghị sơ kết công tác phòng, chống tội phạm đợt ${n + 1} năm 2021.\n`,
  });
  const namesake = (n, post) => ({ id: `trung-${n}`, published: `2021-03-0${n}`, text: `Ngày ${n}/3/2021, Đại tá Phạm Trùng Tên, ${post} chủ trì hội nghị tổng kết năm 2020.\n` });
  return [...Array.from({ length: days }, (_, n) => event(n)), namesake(1, "Giám đốc Công an tỉnh Cà Mau"), namesake(2, "Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh Lào Cai")];
}

/** The server, as `vietgraph serve` starts it, over the examples and some more articles; or the one at BASE, for work on the page. */
export async function serve(more = []) {
  if (process.env.BASE) return { base: process.env.BASE, stop: () => undefined };
  const dir = mkdtempSync(join(tmpdir(), "vietgraph-explorer-"));
  const articles = join(dir, "articles");
  mkdirSync(articles);
  cpSync(join(root, "examples/articles"), articles, { recursive: true });
  writeFileSync(join(articles, "hostile.jsonl"), [HOSTILE, ...more.flat()].map((article) => JSON.stringify(article) + "\n").join(""));
  const store = join(dir, "store");
  execFileSync(program, ["build", "--store", store, articles], { stdio: ["ignore", "ignore", "inherit"] });
  const server = spawn(program, ["serve", "--store", store, "--bind", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const base = await new Promise((done, fail) => {
    const hear = (text) => {
      said += text;
      const at = /http:\/\/[\d.]+:\d+/.exec(said);
      if (at) done(at[0]);
    };
    server.stdout.setEncoding("utf8").on("data", hear);
    server.stderr.setEncoding("utf8").on("data", hear);
    server.on("exit", (code) => fail(new Error(`the server ended with ${code}: ${said}`)));
  });
  server.removeAllListeners("exit");
  return { base, stop: () => (server.kill("SIGTERM"), new Promise((done) => server.on("exit", () => (rmSync(dir, { recursive: true, force: true }), done())))) };
}

/** A browser that tells of every request to elsewhere and every error. */
export async function browse(base) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  const strange = [];
  const open = async (options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", locale: "vi-VN", baseURL: base, acceptDownloads: true, ...options });
    const page = await context.newPage();
    page.on("request", (r) => r.url().startsWith(base) || /^(data|blob|file):/.test(r.url()) || strange.push(`asked ${r.url()}`));
    page.on("pageerror", (e) => strange.push(`error ${e.message}`));
    page.on("console", (m) => m.type() === "error" && !/status of (404|400)/.test(m.text()) && strange.push(`console ${m.text()}`));
    page.setDefaultTimeout(20_000);
    return page;
  };
  return { browser, open, strange };
}

/** Waits until the graph rests, and tells what is drawn. */
export async function scene(page) {
  await page.waitForFunction(() => document.querySelector(".canvas")?.scene?.().settled && document.querySelector(".canvas").scene().nodes?.length);
  return page.evaluate(() => {
    const { nodes, edges } = document.querySelector(".canvas").scene();
    return { nodes: nodes.map((n) => ({ id: n.node.id, name: n.node.name, kind: n.node.kind, x: n.x, y: n.y })), edges: edges.flat().map((e) => ({ id: e.id, source: e.source, target: e.target })) };
  });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds serious in a page whose policy lets it look. */
export async function axe(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.filter((v) => ["serious", "critical"].includes(v.impact)).map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + n.failureSummary?.split("\n")[1]).join(" | ")}`);
}

/** Keeps a picture of a page, if pictures are wanted. */
export async function picture(page, name, fullPage = false) {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage });
}
