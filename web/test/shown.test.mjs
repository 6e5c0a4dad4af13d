// What the explorer shows, and how: names that can be read, words of the reader's language, the pages behind the evidence.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, browse, busy, picture, scene, serve } from "./server.mjs";

const PERSON = "/e/person/đào-quang-trường";
const BUSY = "/graph?about=person/lê-bận-rộn";
let server, base, browser, open, strange;

before(async () => {
  server = await serve([busy(90)]);
  base = server.base;
  ({ browser, open, strange } = await browse(base));
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The boxes of the names drawn, in pixels. */
const names = (page) => page.evaluate(() => document.querySelector(".canvas").scene().names.map((n) => ({ ...n, wide: Math.max(...n.lines.map((l) => l.length)) })));

test("around a busy person no name stands over another, and more is a press away", async () => {
  const page = await open();
  await page.goto(BUSY);
  const first = await scene(page);
  assert.equal(first.nodes.length, 61, "the strongest sixty, and who they are around");
  await page.getByText(/Đang vẽ 60 trong 9\d mục/).waitFor();
  const drawn = await names(page);
  assert.ok(drawn.length >= 12 && drawn.length < 61, `${drawn.length} names`);
  assert.ok(drawn.some((n) => n.id === "person/lê-bận-rộn" && n.must), "who it is about is named");
  for (const a of drawn) {
    for (const b of drawn) {
      if (a === b) continue;
      const apart = Math.abs(a.y - b.y) >= 14 || Math.abs(a.x - b.x) >= Math.min(a.wide, b.wide) * 4;
      assert.ok(apart, `${a.lines} over ${b.lines}`);
    }
  }
  assert.ok(drawn.filter((n) => !n.must).every((n) => n.lines.length <= 2 && n.wide <= 30), "short names");
  await picture(page, "graph-busy");
  await page.getByRole("button", { name: "Xem thêm", exact: true }).click();
  await page.waitForFunction(() => document.querySelector(".canvas").scene().nodes.length > 61);
  await page.waitForURL(/more=person/);
  const more = await scene(page);
  await page.getByText(/Đang vẽ 60 trong/).waitFor({ state: "detached" });
  const other = await open();
  await other.goto(page.url());
  await other.waitForFunction((n) => document.querySelector(".canvas")?.scene?.().nodes?.length === n, more.nodes.length);
});

test("an edge is picked by a click beside the canvas's names", async () => {
  const page = await open();
  await page.goto(BUSY);
  const { nodes, edges } = await scene(page);
  const at = new Map(nodes.map((n) => [n.id, n]));
  // A place on a line that is near to no node.
  const free = edges.map(({ source, target }) => ({ x: at.get(source).x * 0.45 + at.get(target).x * 0.55, y: at.get(source).y * 0.45 + at.get(target).y * 0.55 })).find((p) => nodes.every((n) => Math.hypot(n.x - p.x, n.y - p.y) > 26));
  assert.ok(free, "a line with room beside it");
  const box = await page.locator(".canvas").boundingBox();
  await page.mouse.click(box.x + free.x, box.y + free.y);
  await page.waitForSelector(".panel .part mark");
});

test("a link says in which language it was read, and keeps it from page to page", async () => {
  const page = await open();
  await page.goto(PERSON);
  await page.waitForURL(/lang=vi/);
  await page.getByRole("button", { name: "English" }).click();
  await page.waitForURL(/lang=en/);
  await page.getByRole("heading", { name: "Timeline" }).waitFor();
  await page.locator(".met a").first().click();
  await page.waitForURL((url) => url.searchParams.get("lang") === "en" && !decodeURIComponent(url.pathname).endsWith("đào-quang-trường"));
  const sent = page.url();
  // Whoever gets the link sees what the sender saw, and keeps their own language.
  const other = await open();
  await other.goto("/");
  await other.getByRole("button", { name: "English" }).waitFor();
  await other.goto(sent);
  await other.getByRole("heading", { name: "Timeline" }).waitFor();
  assert.equal(await other.getAttribute("html", "lang"), "en");
  assert.equal(await other.evaluate(() => localStorage.getItem("vietgraph-lang")), null);
  await other.goto("/");
  await other.getByRole("button", { name: "English" }).waitFor();
  // A step back in the history goes back to the language of that page too.
  await page.goto(`${PERSON}?lang=vi`);
  await page.getByRole("heading", { name: "Theo thời gian" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Timeline" }).waitFor();
});

test("what a body's page tells of its holders opens its evidence, and that its article", async () => {
  const page = await open();
  await page.goto("/e/body/công-an-tỉnh-quảng-bình");
  const holders = page.locator(".holders li");
  await holders.first().waitFor();
  await page.getByText(/ngày gần nhất mà các bài báo nói tới/).waitFor();
  assert.ok(await holders.locator("a[href*='/e/post/']").count(), "which post");
  await holders.locator(".count").first().click();
  await page.waitForSelector(".holders mark");
  await picture(page, "body");
  const quote = await page.locator(".holders mark").first().textContent();
  await page.locator(".holders cite a").first().click();
  await page.waitForURL(/\/e\/article\//);
  await page.waitForSelector(".sentence .chosen");
  // What the pointer rests on is marked alone.
  await page.mouse.move(2, 2);
  assert.ok((await page.locator(".sentence mark").allTextContents()).join(" ").includes(quote), "the same words are marked");
  await picture(page, "article");
  await page.locator(".sentence a[href*='/e/person/']").first().click();
  await page.waitForSelector("article.entity h1");
});

test("an article shows what each sentence proves, and what it holds runs no script", async () => {
  const page = await open();
  await page.goto("/e/article/ke-xau");
  await page.waitForSelector(".sentence mark");
  assert.match(await page.textContent("h1"), /<script>/);
  assert.ok((await page.locator(".sentence ul li").count()) > 1);
  assert.equal(await page.locator("main a[href^='javascript'], main img, main script").count(), 0);
  assert.equal(await page.evaluate(() => window.hurt), undefined);
  await page.goto("/e/article/no-such");
  await page.waitForSelector(".notice.bad");
});

test("namesakes are told apart by what they hold, not by ids", async () => {
  const page = await open();
  await page.goto("/conflicts");
  await page.waitForSelector(".namesakes li li a");
  const links = await page.locator(".namesakes a").allTextContents();
  assert.ok(links.length && links.every((text) => !/--|person\//.test(text)), links.join(" | "));
  assert.ok(links.some((text) => /^Phạm Trùng Tên, /.test(text)), links.join(" | "));
  await picture(page, "conflicts");
});

test("a person's page tells each thing the same way wherever it stands", async () => {
  const page = await open();
  await page.goto(`${PERSON}?lang=en`);
  await page.waitForSelector(".timeline li .count");
  const counts = (within) => page.$$eval(`${within} .told-line`, (lines) => lines.map((l) => [l.querySelector("a").getAttribute("href"), parseInt(l.querySelector(".count")?.textContent ?? "0")]));
  const left = new Map(await counts(".timeline"));
  for (const [href, count] of await counts(".side")) if (left.has(href)) assert.equal(left.get(href), count, href);
  const rank = page.locator(".told-line", { hasText: "Thượng tá" });
  assert.equal(await rank.count(), 2);
  for (const line of await rank.all()) assert.match(await line.textContent(), /in an undated article; the latest event it tells of: 12 Sept 2016/);
  const text = await page.textContent("main");
  assert.doesNotMatch(text, /formerly held|bổ nhiệm Đào|nghỉ hưu/, "the interface's words for what it names itself");
  assert.match(text, /appointment: Đào Quang Trường/);
  await page.locator(".timeline .count").first().click();
  assert.match(await page.locator(".proof .confidence").first().textContent(), /^\d+ %$/);
});

test("an entry that there is not is told by the status too", async () => {
  const page = await open();
  for (const [path, status] of [["/e/person/khong-co", 404], [PERSON, 200], ["/e/article/ke-xau", 200], ["/e/article/no-such", 404]]) {
    assert.equal((await page.goto(path)).status(), status, path);
  }
  await page.goto("/e/person/khong-co");
  await page.getByText("Kho không có mục này.").waitFor();
  assert.equal(await page.locator(".notice .briefs").count(), 0, "nothing that merely shares a syllable");
  await page.goto("/e/person/dao-quang-truon");
  await page.locator(".notice .briefs a", { hasText: "Đào Quang Trường" }).first().waitFor();
});

test("the page speaks its reader's language: dates, rules, refusals, the widgets", async () => {
  const page = await open();
  await page.goto(PERSON);
  await page.waitForSelector(".timeline");
  const text = await page.textContent("main");
  assert.doesNotMatch(text, /[~≤≥]\s?\d|year not told|\d{4}\?/, "no signs for programs");
  await page.locator(".timeline .count").first().click();
  await page.waitForSelector(".proof figcaption");
  assert.doesNotMatch(await page.locator(".proof figcaption").first().textContent(), /before-name|after-name|event-/);
  const box = page.getByLabel("Tính đến ngày");
  await box.fill("30/6/2018");
  await page.getByRole("button", { name: "Xem", exact: true }).click();
  await page.waitForURL(/as_of=2018-06-30/);
  assert.equal(await page.getByLabel("Tính đến ngày").inputValue(), "30/06/2018");
  await page.goto("/e/person/khong-co-ai-ca");
  await page.getByText("Kho không có mục này.").waitFor();
  await page.goto(`${PERSON}?as_of=1950`);
  await page.getByText("Chưa bài nào kể gì về mục này").waitFor();
  await page.goto("/sparql-editor");
  await page.locator(".questions button").first().click();
  await page.getByText(/^\d+ kết quả trong/).waitFor();
  await page.getByPlaceholder("Lọc kết quả").waitFor();
  await page.goto("/sparql-editor?lang=en");
  await page.locator(".questions button").first().click();
  await page.getByText(/^\d+ results? in/).waitFor();
});

test("the new pages on a phone, and axe", async () => {
  const PAGES = [["article", "/e/article/ke-xau"], ["body", "/e/body/công-an-tỉnh-quảng-bình"], ["busy", BUSY], ["conflicts", "/conflicts"]];
  const ready = { article: ".sentence mark", body: ".holders li", busy: ".more", conflicts: ".namesakes li" };
  const phone = await open({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, bypassCSP: true });
  const dark = await open({ colorScheme: "dark", bypassCSP: true });
  for (const page of [phone, dark]) {
    for (const [name, path] of PAGES) {
      await page.goto(path);
      await page.waitForSelector(ready[name]);
      await picture(page, `${page === phone ? "phone" : "dark"}-${name}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${name} is ${wide} pixels too wide`);
      assert.deepEqual(await axe(page), [], name);
    }
  }
});

test("nothing was asked of another host, and nothing failed", () => assert.deepEqual(strange, []));
