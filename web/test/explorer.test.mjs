// The explorer in a real browser, over a real server: what people do with it, step by step.
//
//   cargo build --release && npm test        VIETGRAPH=… another program, SCREENSHOTS=DIR keeps pictures

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { after, before, test } from "node:test";
import { axe, browse, picture, scene, serve } from "./server.mjs";

const PERSON = "/e/person/đào-quang-trường";
const GRAPH = "/graph?about=person/đào-quang-trường";
/** What stands on each page when it has all it shows. */
const READY = { "/": ".numbers dd", "/?q=quang": ".results li", [PERSON]: ".timeline li", [GRAPH]: ".filter-lists input", "/graph": ".start .briefs li", "/map": ".vietnam path", "/sparql-editor": ".CodeMirror-line", "/conflicts": ".conflicts .aside", "/e/person/nobody-at-all": ".notice.bad" };
let server, base, browser, open, strange;

before(async () => {
  server = await serve();
  base = server.base;
  ({ browser, open, strange } = await browse(base));
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function clickNode(page, node, options = {}) {
  const box = await page.locator(".canvas").boundingBox();
  await page.mouse[options.twice ? "dblclick" : "click"](box.x + node.x, box.y + node.y);
}

test("search: suggestions while one types, the arrows, Enter; results by kind", async () => {
  const page = await open();
  await page.goto("/");
  await page.waitForSelector(".numbers dd");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("role")), "combobox", "the box has the focus at first");
  await picture(page, "start");
  await page.keyboard.type("dao quang");
  // What was found for less of it is no choice.
  await page.waitForSelector("[role=listbox][data-of='dao quang'] [role=option]");
  await picture(page, "suggestions");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/e\/person\//);
  assert.match(await page.textContent("h1"), /Đào Quang Trường/);
  await page.keyboard.press("/");
  await page.keyboard.type("quang binh");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\?q=quang/);
  await page.waitForSelector(".results li");
  await picture(page, "results");
  const all = await page.locator(".results li").count();
  await page.getByRole("link", { name: "Người", exact: true }).click();
  await page.waitForURL(/kind=person/);
  await page.waitForFunction((n) => document.querySelectorAll(".results li").length < n, all);
});

test("a person's page opens its evidence, and a link opens it for another", async () => {
  const page = await open();
  await page.goto(PERSON);
  await page.waitForSelector(".timeline li");
  await picture(page, "person", true);
  await page.locator(".timeline .count").first().click();
  await page.waitForSelector(".told mark");
  const words = await page.locator(".told mark").first().textContent();
  assert.ok((await page.locator(".told blockquote").first().textContent()).includes(words));
  await picture(page, "evidence");
  assert.match(new URL(page.url()).hash, /^#[0-9a-f]{10,}/);
  const other = await open();
  await other.goto(page.url());
  await other.waitForSelector(".told mark");
  await other.getByLabel("Tính đến ngày").fill("2018");
  await other.getByRole("button", { name: "Xem", exact: true }).click();
  await other.waitForURL(/as_of=2018/);
  await other.waitForSelector(".notice");
});

test("a link leads from page to page, back leads back", async () => {
  const page = await open();
  await page.goto(PERSON);
  await page.locator(".met a").first().click();
  await page.waitForFunction(() => !decodeURIComponent(location.pathname).endsWith("đào-quang-trường") && document.querySelector("h1"));
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("Đào Quang Trường"));
});

test("the focus goes on in the new view, and stays in a box one types in", async () => {
  const page = await open();
  const focus = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute("role") || document.activeElement?.tagName);
  const focused = (what) => page.waitForFunction((w) => [document.activeElement?.id, document.activeElement?.getAttribute("role")].includes(w), what);
  await page.goto(PERSON);
  await page.waitForSelector(".met a");
  assert.equal(await focus(), "BODY", "a page that was loaded begins at its beginning");
  await page.locator(".met a").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !decodeURIComponent(location.pathname).endsWith("đào-quang-trường"));
  await focused("main");
  await page.locator("nav a[href^='/map']").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/map/);
  await focused("main");
  await page.locator("nav a[href^='/graph']").click();
  await page.waitForURL(/\/graph/);
  await focused("combobox");
  await page.goBack();
  await page.waitForURL(/\/map/);
  await focused("main");
  await page.keyboard.press("/");
  await focused("combobox");
  await page.keyboard.type("quang");
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => location.pathname.startsWith("/e/"));
  await page.waitForSelector("article.entity h1");
  assert.equal(await focus(), "combobox", "who types is not interrupted");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\?q=quang/);
  await focused("main");
});

test("Enter picks nothing found for an earlier text", async () => {
  const page = await open();
  await page.goto("/graph");
  await page.waitForSelector("main [role=combobox]");
  const box = page.locator("main [role=combobox]");
  await box.pressSequentially("quảng bình");
  await page.locator("main [role=option]", { hasText: "Quảng Bình" }).first().waitFor();
  // Slow answers: the old hits stay to be seen meanwhile, also when one types on.
  await page.route(/\/api\/search/, async (route) => {
    await new Promise((done) => setTimeout(done, 400));
    await route.continue().catch(() => undefined);
  });
  await Promise.all([page.waitForRequest(/\/api\/search.*tr%C6%B0%E1%BB%9Dn&/), box.fill("đào quang trườn")]);
  await box.fill("đào quang trường");
  assert.ok(await page.locator("main [role=option]").count(), "the list does not empty at each key");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/about=person/);
  assert.match(decodeURIComponent(page.url()), /about=person\/đào-quang-trường/);
});

test("the graph expands, filters, moves in time, and a link shows the same", async () => {
  const page = await open();
  await page.goto(GRAPH);
  const first = await scene(page);
  await picture(page, "graph");
  assert.ok(first.nodes.length > 5);
  // By the keyboard: the list beside the canvas.
  const event = first.nodes.find((n) => n.kind === "event");
  await page.locator(".nodes button", { hasText: event.name }).first().click();
  await page.getByRole("button", { name: "Mở thêm liên hệ" }).click();
  await page.waitForFunction((n) => document.querySelector(".canvas").scene().nodes.length > n, first.nodes.length);
  const more = await scene(page);
  await picture(page, "graph-expanded");
  const moved = more.nodes.find((n) => n.kind === "person" && n.id !== "person/đào-quang-trường");
  assert.ok(moved, "somebody else was at the event");
  // The time slider.
  const until = page.getByLabel("Đến tháng");
  const least = await until.getAttribute("min");
  await until.fill(String(+least + 18));
  await page.getByLabel("kể cả không rõ ngày").uncheck();
  await page.waitForURL(/until=.*undated=no/);
  await page.waitForFunction((n) => document.querySelector(".canvas").scene().nodes.length < n, more.nodes.length);
  const past = await scene(page);
  assert.ok(past.nodes.length < more.nodes.length);
  await picture(page, "graph-time");
  const other = await open();
  await other.goto(page.url());
  const same = await scene(other);
  assert.deepEqual(same.nodes.map((n) => n.id).sort(), past.nodes.map((n) => n.id).sort());
  for (const n of same.nodes) {
    const was = past.nodes.find((p) => p.id === n.id);
    assert.ok(Math.hypot(n.x - was.x, n.y - was.y) < 3, `${n.id} is where it was`);
  }
  await page.getByRole("button", { name: "Bỏ lọc" }).click();
  await page.waitForFunction((n) => document.querySelector(".canvas").scene().nodes.length >= n, more.nodes.length);
});

test("a tab of the graph keeps what is filtered out and counts what the time shows; a way is drawn whole", async () => {
  const page = await open();
  await page.goto(`${GRAPH}&hide=vg:Province&since=1990-01&until=1999-12`);
  const near = page.getByRole("link", { name: "Quanh mục này", exact: true });
  const counts = () => page.locator(".filter-lists .check").evaluateAll((all) => all.map((e) => e.textContent.trim()));
  await page.waitForSelector(".filter-lists label");
  const told = await counts();
  assert.ok(told.some((text) => / 0$/.test(text)) && told.some((text) => !/ 0$/.test(text)), told.join(" · "));
  // The handles are on their line, whatever days the address asks for.
  for (const handle of await page.locator(".slider input").all()) {
    const [value, min, max] = await Promise.all(["value", "min", "max"].map(async (name) => +(name === "value" ? await handle.inputValue() : await handle.getAttribute(name))));
    assert.ok(min <= value && value <= max, `${min} ${value} ${max}`);
  }
  const line = await page.locator(".slider").evaluate((e) => [e.style.getPropertyValue("--from"), e.style.getPropertyValue("--to")].map(parseFloat));
  assert.ok(line.every((at) => at >= 0 && at <= 100), line.join(" – "));
  await page.getByRole("link", { name: "Ai cùng dự", exact: true }).click();
  await page.waitForURL(/mode=together/);
  assert.match(page.url(), /hide=vg%3AProvince/);
  assert.match(page.url(), /since=1990-01&until=1999-12/);
  await near.click();
  await page.waitForURL((url) => !url.searchParams.has("mode"));
  assert.match(page.url(), /hide=vg%3AProvince/);
  await page.getByRole("link", { name: "Đường nối", exact: true }).click();
  await page.waitForURL(/mode=path/);
  assert.doesNotMatch(page.url(), /hide=|since=/);
});

test("a node and an edge of the canvas tell what is known of them", async () => {
  const page = await open();
  await page.goto(GRAPH);
  const { nodes, edges } = await scene(page);
  const me = nodes.find((n) => n.id === "person/đào-quang-trường");
  await clickNode(page, me);
  await page.waitForSelector(".panel h2");
  assert.match(await page.textContent(".panel h2"), /Đào Quang Trường/);
  const links = page.locator(".panel .links button");
  assert.ok((await links.count()) <= edges.length);
  await links.first().click();
  await page.waitForSelector(".panel mark");
  await picture(page, "graph-evidence");
});

test("what is seen is saved as PNG, SVG, DOT and GraphML", async () => {
  const page = await open();
  await page.goto(GRAPH);
  const { nodes } = await scene(page);
  const saved = async (name) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".save").getByRole("button", { name, exact: true }).click()]);
    return { data: readFileSync(await file.path()), name: file.suggestedFilename() };
  };
  for (const [name, is] of [["PNG", /^\x89PNG/], ["SVG", /^<svg /], ["DOT", /^digraph /], ["GraphML", /^<\?xml/]]) {
    const { data, name: file } = await saved(name);
    assert.match(data.toString("latin1").slice(0, 60), is, name);
    if (name !== "PNG") assert.ok(nodes.every((n) => name === "SVG" || data.toString("utf8").includes(n.id)), name);
    assert.ok(file.endsWith(`.${name.toLowerCase()}`));
  }
  // For print: what it is, what its signs mean, where it comes from; the same bytes for the same view.
  const { data } = await saved("SVG");
  const svg = data.toString("utf8");
  for (const said of ["Đào Quang Trường</text>", "Quanh mục này", "cán bộ, lãnh đạo</text>", "Nguồn: "]) assert.ok(svg.includes(said), said);
  assert.equal((await saved("SVG")).data.compare(data), 0);
});

test("what is written in a drawing stands over nothing else written, and over no symbol", async () => {
  const page = await open();
  await page.goto(GRAPH);
  await scene(page);
  const { names, relations, nodes } = await page.evaluate(() => document.querySelector(".canvas").scene());
  assert.ok(names.length >= nodes.length - 2 && relations.length > 5, `${names.length} names, ${relations.length} relations`);
  for (const name of names) {
    const box = [name.x - Math.max(...name.lines.map((l) => l.length)) * 3, name.y - 12, name.x + Math.max(...name.lines.map((l) => l.length)) * 3, name.y + (name.lines.length - 1) * 15 + 2];
    const inside = ({ x, y }) => x > box[0] && x < box[2] && y > box[1] && y < box[3];
    assert.deepEqual(nodes.filter(inside).map((n) => n.node.name), [], `under ${name.lines}`);
    assert.deepEqual(relations.filter(inside).map((r) => r.text), [], `under ${name.lines}`);
  }
});

test("of several nodes of one name each says what tells it apart", async () => {
  const page = await open();
  await page.goto(GRAPH);
  await scene(page);
  // The list is drawn after the canvas.
  await page.waitForSelector(".nodes button");
  const listed = (await page.locator(".nodes button").allTextContents()).map((text) => text.trim());
  assert.ok(listed.filter((text) => text.startsWith("bổ nhiệm Đào Quang Trường (")).length >= 2, listed.join(" | "));
  assert.equal(new Set(listed).size, listed.length);
});

test("who was where together, and how two are connected", async () => {
  const page = await open();
  await page.goto(`${GRAPH}&mode=together`);
  const { nodes } = await scene(page);
  assert.ok(nodes.every((n) => n.kind === "person") && nodes.length > 3);
  await picture(page, "together");
  const other = nodes.find((n) => n.id !== "person/đào-quang-trường");
  await page.goto(`${GRAPH}&mode=path&to=${encodeURIComponent(other.id)}`);
  await scene(page);
  assert.equal(await page.textContent("h1"), `Đào Quang Trường → ${other.name}`);
  await page.waitForSelector(".ways .chosen mark");
  await picture(page, "path");
  const ways = page.locator(".ways button[aria-pressed]");
  assert.equal(await ways.first().getAttribute("aria-pressed"), "true", "the best way stands out");
  if ((await ways.count()) > 1) {
    await ways.nth(1).click();
    await page.waitForURL(/way=2/);
    assert.equal(await ways.first().getAttribute("aria-pressed"), "false");
  }
});

test("300 nodes are drawn", async () => {
  const page = await open();
  const found = await (await page.request.get("/api/search?q=công&limit=100")).json();
  assert.ok(found.hits.length > 20);
  const ids = new Set();
  for (const person of (await (await page.request.get("/api/overview")).json()).connected) {
    const near = await (await page.request.get(`/api/neighbours/${person.id.split("/").map(encodeURIComponent).join("/")}?depth=2&limit=120`)).json();
    near.nodes.forEach((n) => ids.add(n.id));
  }
  await page.goto(`/graph?ids=${encodeURIComponent([...ids].slice(0, 300).join(","))}`);
  const { nodes } = await scene(page);
  assert.ok(nodes.length > 150, `${nodes.length} of ${ids.size}`);
  await picture(page, "graph-many");
});

test("provinces on a map and as tiles lead to their pages", async () => {
  const page = await open();
  await page.goto("/map");
  await page.waitForSelector(".vietnam path");
  assert.equal(await page.locator(".vietnam .province").count(), 34);
  assert.equal(await page.locator(".tile").count(), 63);
  assert.equal(await page.locator("span.tile").count(), 0, "each tile knows its province");
  assert.equal(await page.locator(".vietnam a.province").count(), 34, "each outline knows its province");
  // One scale for both: as many events are as dark.
  assert.equal(await page.locator(".legend").count(), 1);
  const shades = await page.evaluate(() => {
    const shade = (element) => /shade-\d/.exec(element.getAttribute("class"))[0];
    const said = (element) => [/: (\d+)/.exec(element.getAttribute("aria-label") ?? element.title)[1], shade(element)];
    return [...document.querySelectorAll("a.province, .tile")].map(said);
  });
  assert.ok(shades.every(([count, shade]) => shades.every(([other, its]) => other !== count || its === shade)), "a shade means a number");
  const out = await page.evaluate(() => [...document.querySelectorAll(".inset")].filter((inset) => {
    const box = inset.querySelector("rect").getBoundingClientRect();
    return [...inset.querySelectorAll("text")].some((text) => text.getBoundingClientRect().left < box.left || text.getBoundingClientRect().right > box.right);
  }).length);
  assert.equal(out, 0, "captions stay in their boxes");
  await picture(page, "map");
  await page.locator(".filters a", { hasText: /^20/ }).first().click();
  await page.waitForURL(/year=20/);
  await picture(page, "map-year");
  await page.locator(".ranking a").first().click();
  await page.waitForURL(/\/e\/place/);
  await page.waitForSelector("article.entity h1");
  await picture(page, "province");
});

test("a saved question gives rows that lead to pages", async () => {
  const page = await open();
  await page.goto("/sparql-editor");
  await page.waitForSelector(".CodeMirror");
  const question = page.locator(".questions button").first();
  await question.click();
  await page.waitForSelector(".yasr td a[href^='/e/'], .yasr td a[href*='/e/']");
  // What has a page and its name are one column.
  const told = await page.locator(".yasr td a[href*='/e/']").allTextContents();
  assert.ok(told.every((text) => !/^\w+\//.test(text)), told.slice(0, 5).join(" | "));
  assert.ok(!(await page.locator(".yasr th").allTextContents()).some((text) => /name/i.test(text)));
  await picture(page, "sparql");
  const link = page.locator(".yasr td a[href*='/e/']").first();
  await link.click();
  await page.waitForURL(/\/e\//);
  await page.waitForSelector("article.entity h1");
  await page.goto(PERSON);
  await page.waitForSelector("article.entity h1");
  await page.getByRole("link", { name: "SPARQL", exact: true }).last().click();
  await page.waitForSelector(".CodeMirror");
  await page.locator(".yasqe_queryButton").click();
  await page.waitForSelector(".yasr td a");
  await picture(page, "sparql-person");
  const query = await page.evaluate(() => document.querySelector(".CodeMirror").CodeMirror.getValue());
  const answer = await page.request.post("/sparql", { headers: { "content-type": "application/sparql-query", accept: "application/sparql-results+json" }, data: query });
  const { bindings } = (await answer.json()).results;
  assert.ok(bindings.some((row) => row.quote?.value && row.article?.value), "a fact has its words and its article");
});

test("every saved question gives rows", async () => {
  const page = await open();
  const { questions } = await (await page.request.get("/api/questions")).json();
  assert.ok(questions.length >= 15);
  for (const { id, query } of questions) {
    const answer = await page.request.post("/sparql", { headers: { "content-type": "application/sparql-query", accept: "application/sparql-results+json" }, data: query });
    assert.equal(answer.status(), 200, id);
    assert.ok((await answer.json()).results.bindings.length > 0, `${id} gives rows`);
  }
});

test("both languages, light and dark, a narrow screen", async () => {
  const page = await open();
  await page.goto(PERSON);
  await page.waitForSelector(".timeline");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Timeline" }).waitFor();
  assert.equal(await page.getAttribute("html", "lang"), "en");
  await page.reload();
  await page.getByRole("heading", { name: "Timeline" }).waitFor();
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
  const dark = await open({ colorScheme: "dark" });
  await dark.goto(GRAPH);
  await scene(dark);
  await picture(dark, "graph-dark");
  await dark.goto("/");
  await dark.waitForSelector(".numbers");
  await picture(dark, "start-dark");
  const phone = await open({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  for (const [name, path] of [["start", "/"], ["person", PERSON], ["graph", GRAPH], ["map", "/map"], ["sparql", "/sparql-editor"], ["conflicts", "/conflicts"]]) {
    await phone.goto(path);
    await phone.waitForSelector(READY[path]);
    await picture(phone, `phone-${name}`);
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${name} is ${wide} pixels too wide`);
  }
});

test("axe finds nothing serious", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await open({ bypassCSP: true, colorScheme });
    for (const path of ["/", "/?q=quang", PERSON, GRAPH, "/graph", "/map", "/sparql-editor", "/conflicts", "/e/person/nobody-at-all"]) {
      await page.goto(path);
      await page.waitForSelector(READY[path]);
      const bad = await axe(page);
      assert.deepEqual(bad, [], `${path} ${colorScheme}`);
    }
    await page.context().close();
  }
});

test("script in an article does not run, and its address is no link", async () => {
  const page = await open();
  await page.goto(PERSON);
  await page.waitForSelector(".timeline");
  await page.evaluate(() => document.querySelectorAll("button.count, details:not([open]) > summary").forEach((b) => b.click()));
  await page.waitForFunction(() => document.querySelector("main").textContent.includes("window.hurt"), undefined, { polling: "raf" });
  assert.equal(await page.evaluate(() => window.hurt), undefined);
  assert.equal(await page.locator("main script, main img, a[href^='javascript']").count(), 0);
  await page.goto("/e/person/%3Cimg%20src=x%20onerror=window.hurt=1%3E");
  await page.waitForSelector(".notice.bad");
  assert.equal(await page.evaluate(() => window.hurt), undefined);
});

test("the graph as one file needs no server and lets nothing in it run", async () => {
  const page = await open();
  const graph = await (await page.request.get("/api/neighbours/person/%C4%91%C3%A0o-quang-tr%C6%B0%E1%BB%9Dng?limit=20")).json();
  const evidence = {};
  for (const edge of graph.edges) evidence[edge.id] = await (await page.request.get(`/api/evidence?edge=${encodeURIComponent(edge.id)}`)).json();
  graph.nodes[1].name = "</script><script>window.hurt=1</script>";
  const built = (name) => readFileSync(new URL(`../../src/serve/page/${name}`, import.meta.url), "utf8");
  const data = JSON.stringify({ title: "<b>Đào Quang Trường</b>", about: ["person/đào-quang-trường"], graph, evidence }).replaceAll("<", "\\u003c");
  assert.ok(!built("single.js").includes("</script"), "nothing in it ends the element it stands in");
  const dir = mkdtempSync(join(tmpdir(), "vietgraph-single-"));
  const file = join(dir, "graph.html");
  writeFileSync(file, `<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title><style>${built("single.css")}</style><body><div id="page"></div><script type="application/json" id="data">${data}</script><script>${built("single.js")}</script></body></html>`);
  const asked = [];
  page.on("request", (r) => r.url().startsWith("http") && asked.push(r.url()));
  await page.goto(`file://${file}`);
  const { nodes } = await scene(page);
  assert.match(await page.evaluate(() => getComputedStyle(document.querySelector("h1")).fontFamily), /^"Be Vietnam Pro"/, "the headline's font is inside");
  assert.ok(nodes.length > 10);
  // It opens with whom it is about, and what proves each link.
  await page.locator(".panel h2", { hasText: "Đào Quang Trường" }).waitFor();
  await page.waitForSelector(".panel .links mark");
  await picture(page, "single");
  const former = page.locator(".panel .links > li", { hasText: "từng giữ chức" }).filter({ hasText: "Trưởng Công an thị xã Kỳ Anh" });
  assert.match(await former.locator(".aside").first().textContent(), /^trước /, "the days of who tells a post as past are not those of the post");
  await page.locator(".panel .links button").first().click();
  await page.waitForSelector(".panel .part mark");
  await page.locator(".panel .close").click();
  await page.locator(".nodes button").first().click();
  await page.waitForSelector(".panel .links button");
  assert.equal(await page.evaluate(() => window.hurt), undefined);
  assert.deepEqual(asked, []);
  rmSync(dir, { recursive: true });
});

test("the first view is small, and nothing was asked of another host", async () => {
  const page = await open();
  const got = [];
  page.on("response", async (r) => got.push(r.body().then((b) => (/woff2/.test(r.url()) ? b.length : gzipSync(b).length))));
  await page.goto("/", { waitUntil: "networkidle" });
  const size = (await Promise.all(got)).reduce((a, b) => a + b, 0);
  assert.ok(size < 300_000, `${size} bytes`);
  assert.deepEqual(strange, []);
});
