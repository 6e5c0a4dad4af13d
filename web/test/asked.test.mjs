// What newcomers ask of the explorer: that numbers agree, that nothing is left out unsaid, and that what goes wrong says what to do.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browse, busy, serve } from "./server.mjs";

const PERSON = "/e/person/đào-quang-trường";
/** Of one person two undated articles, and more sentences than a page brings with a line. */
const undated = (n) => ({ id: `khong-ngay-${n}`, text: `Ông Trịnh Vô Niên, Giám đốc Công an tỉnh Cà Mau chủ trì hội nghị sơ kết đợt ${n}.\n` });
const dated = (n) => ({ id: `co-ngay-${n}`, published: `2022-0${n}-02`, text: `Ngày 1/${n}/2022, Đại tá Vương Nhiều Câu, Giám đốc Công an tỉnh Bạc Liêu chủ trì hội nghị giao ban tháng ${n} năm 2022.\n` });
const MORE = [...[1, 2, 3].map(undated), ...[1, 2, 3, 4, 5, 6].map(dated)];
let server, base, browser, open, strange;

before(async () => {
  server = await serve([MORE, busy(70)]);
  base = server.base;
  ({ browser, open, strange } = await browse(base));
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const hosted = async () => {
  const query = "PREFIX vg: <https://w3id.org/vietgraph/ontology#> SELECT (COUNT(DISTINCT ?e) AS ?n) WHERE { ?p a vg:Province ; vg:hosts ?e }";
  const answer = await fetch(`${base}/sparql?${new URLSearchParams({ query })}`, { headers: { accept: "application/sparql-results+json" } });
  return +(await answer.json()).results.bindings[0].n.value;
};

test("the map counts every event a province hosted, those of no known year too", async () => {
  const page = await open();
  await page.goto("/map");
  await page.getByText(/sự kiện không rõ năm cũng được tính ở đây/).waitFor();
  const counts = await page.locator(".ranking li > b").allTextContents();
  assert.equal(counts.reduce((n, text) => n + +text, 0), await hosted());
  await page.goto("/map?year=2024");
  await page.getByText(/sự kiện không rõ năm không được tính ở đây/).waitFor();
});

test("a body's page tells of those who hold its posts on no known day", async () => {
  const page = await open();
  await page.goto("/e/body/công-an-tỉnh-cà-mau");
  await page.getByRole("heading", { name: "Không rõ ngày" }).waitFor();
  const line = page.locator(".holders li", { hasText: "Trịnh Vô Niên" });
  assert.match(await line.textContent(), /3 bài báo/);
  await page.goto("/e/body/công-an-tỉnh-cà-mau?as_of=2020");
  await page.waitForSelector("article.entity");
  assert.equal(await page.locator(".holders li", { hasText: "Trịnh Vô Niên" }).count(), 0);
});

test("a body's page tells who held its posts before, by the words that tell it", async () => {
  const page = await open();
  await page.goto("/e/body/công-an-tỉnh-quảng-bình");
  const before = page.locator("section", { has: page.getByRole("heading", { name: "Ai từng giữ các chức vụ ở đây" }) });
  const line = before.locator("li", { hasText: "Nguyễn Tiến Hoàng" });
  await line.locator(".count").click();
  await line.locator("mark").first().waitFor();
  await page.getByRole("link", { name: "English" }).or(page.getByRole("button", { name: "English" })).first().click();
  await page.getByRole("heading", { name: "Who held its posts before" }).waitFor();
});

test("a day without a year is told as one", async () => {
  const page = await open();
  await page.goto("/e/article/tra-vinh-chol-chnam-thmay");
  await page.getByText("9/4 (bài không nói năm)").first().waitFor();
  assert.doesNotMatch(await page.locator("main").textContent(), /--\d/);
});

test("what is too long for a page comes part by part", async () => {
  const page = await open();
  await page.goto("/e/person/lê-bận-rộn");
  const section = page.locator("section", { has: page.getByRole("heading", { name: "Sự kiện" }) });
  await section.locator("li").first().waitFor();
  const lines = section.locator(".lines > li");
  assert.equal(await lines.count(), 30);
  for (const count of [60, 70]) {
    await section.locator(".rest button").click();
    await lines.nth(count - 1).waitFor();
    assert.equal(await lines.count(), count);
  }
  assert.equal(await section.locator(".rest button").count(), 0, "no more than there is");
  assert.equal(new Set(await lines.locator("a").evaluateAll((all) => all.map((a) => a.href))).size, 70, "each once");
});

test("a search tells somebody apart by a place, and on a phone in full", async () => {
  const page = await open({ viewport: { width: 360, height: 700 } });
  await page.goto("/?q=dao quang truong nghe an");
  const hit = page.locator(".results .brief").first();
  await hit.locator("a[href*='/e/person/']").waitFor();
  const cut = await page.locator(".results .aside").evaluateAll((all) => all.filter((a) => a.scrollWidth > a.clientWidth + 1 || a.scrollHeight > a.clientHeight + 1).length);
  assert.equal(cut, 0, "no caption is cut");
});

test("a button shows the rest of the sentences", async () => {
  const page = await open();
  await page.goto("/e/body/công-an-tỉnh-bạc-liêu");
  const line = page.locator(".holders li", { hasText: "Vương Nhiều Câu" });
  await line.locator(".count").click();
  await line.locator(".proof").first().waitFor();
  const few = await line.locator(".proof").count();
  await line.getByRole("button", { name: "Xem mọi câu" }).click();
  await page.waitForFunction((n) => document.querySelectorAll(".holders .proof").length > n, few);
  assert.equal(await line.locator(".proof").count(), 6);
});

test("a sentence stands once, whatever is found in it", async () => {
  const page = await open();
  await page.goto(PERSON);
  await page.waitForSelector(".timeline .count");
  for (const button of await page.locator(".timeline .count").all()) await button.click();
  const twice = await page.evaluate(() => [...document.querySelectorAll(".proofs")].some((box) => {
    const said = [...box.querySelectorAll(".proof")].map((p) => p.querySelector("blockquote").textContent + p.querySelector("cite").textContent);
    return new Set(said).size < said.length;
  }));
  assert.equal(twice, false);
});

test("a link to evidence opens the first line that has it, whichever answer comes first", async () => {
  const page = await open();
  await page.goto(PERSON);
  await page.waitForSelector(".timeline .count");
  const wanted = await page.locator("[data-proven]").last().getAttribute("data-proven");
  const opened = async (slow) => {
    const other = await open();
    await other.route(slow, async (route) => {
      await new Promise((done) => setTimeout(done, 500));
      await route.continue();
    });
    await other.goto(`${PERSON}#${wanted.split(" ")[0]}`);
    await other.waitForSelector(".proof");
    return other.evaluate(() => [...document.querySelectorAll("[data-proven]")].findIndex((box) => box.querySelector(".proof")));
  };
  assert.equal(await opened(/api\/entity/), await opened(/api\/timeline/));
});

test("a wrong day keeps the page and is told beside its box", async () => {
  const page = await open();
  await page.goto(`${PERSON}?as_of=31/2/2020`);
  await page.getByText("“31/2/2020” không phải là một ngày").waitFor();
  assert.match(await page.textContent("h1"), /Đào Quang Trường/);
  const box = page.getByLabel("Tính đến ngày");
  await box.fill("hôm qua");
  await box.press("Enter");
  await page.getByText("“hôm qua” không phải là một ngày").waitFor();
  await box.fill("1950");
  await box.press("Enter");
  await page.waitForURL(/as_of=1950/);
  await page.getByText("chưa bài nào kể gì về mục này tính đến ngày ấy").waitFor();
  assert.match(await page.textContent("h1"), /Đào Quang Trường/);
});

test("as of a day nothing is told that has no day", async () => {
  const page = await open();
  await page.goto(`${PERSON}?as_of=2023-12`);
  await page.waitForSelector(".timeline li");
  assert.equal(await page.locator(".timeline .undated").count(), 0);
  assert.doesNotMatch(await page.textContent("main"), /· ·|[≤≥]/);
});

test("an unknown id offers its words to search for, and an empty search says what to try", async () => {
  const page = await open();
  await page.goto("/e/person/nguyen-khong-ai");
  await page.getByRole("link", { name: "Tìm “nguyen khong ai” trong kho" }).click();
  await page.waitForURL(/\?q=nguyen/);
  await page.goto("/");
  await page.waitForSelector(".numbers dd");
  await page.keyboard.press("/");
  assert.equal(await page.locator("[role=combobox]").inputValue(), "");
  await page.keyboard.type("zzzzqq");
  await page.locator(".search .nothing").waitFor();
});

test("the browser's language counts until one is chosen, and a link's before both", async () => {
  const page = await open({ locale: "en-US" });
  await page.goto("/");
  await page.getByRole("button", { name: "Tiếng Việt" }).waitFor();
  await page.goto("/?lang=vi");
  await page.getByRole("button", { name: "English" }).waitFor();
});

test("who copies a link of this machine is told who can open it", async () => {
  const page = await open();
  await page.goto(PERSON);
  await page.getByRole("button", { name: "Chép liên kết" }).click();
  await page.getByText(/chỉ mở được trên máy này/).waitFor();
  await page.getByText("Không có gì rời khỏi máy này").waitFor();
});

test("nothing was asked of another host, and nothing failed", () => assert.deepEqual(strange, []));
