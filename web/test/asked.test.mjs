// What newcomers ask of the explorer: that numbers agree, that nothing is left out unsaid, and that what goes wrong says what to do.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browse, busy, picture, scene, serve } from "./server.mjs";

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

test("a search that nothing fits says so, tells what is like it as such, and offers what a part of it finds", async () => {
  const page = await open();
  await page.goto("/");
  const box = page.locator("input[type=search]").first();
  await box.fill("trinh vo nienn");
  await page.getByRole("listbox", { name: /Không có gì khớp hết/ }).getByRole("option").first().waitFor();
  await box.fill("trinh vo nien");
  await page.getByRole("listbox", { name: "Gợi ý" }).getByRole("option", { name: /Trịnh Vô Niên/ }).first().waitFor();
  await page.goto("/?q=trinh%20vo%20nien%201931");
  await page.getByText(/Không tìm thấy gì/).waitFor();
  await page.getByRole("link", { name: "trinh vo nien", exact: true }).click();
  await page.locator(".results").getByRole("link", { name: "Trịnh Vô Niên", exact: true }).waitFor();
  assert.equal(new URL(page.url()).searchParams.get("q"), "trinh vo nien");
});

test("the start page says how many articles have no date, and a change on a time line to which post", async () => {
  const page = await open();
  await page.goto("/");
  await page.getByText(/\d+ bài không ghi ngày đăng/).waitFor();
  await page.goto(PERSON);
  const change = page.locator(".item.change").first();
  assert.match(await change.textContent(), /Phó Giám đốc Công an tỉnh Hà Tĩnh/);
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

/** What the program answers about a person, as of a day or not. */
const answered = async (page, query = "") => (await page.request.get(`/api/entity/person/${encodeURIComponent("đào-quang-trường")}?lang=vi${query}`)).json();
const lineOf = (page, name) => page.locator(".side .told-line", { has: page.getByRole("link", { name, exact: true }) });

test("as of a day the page tells what the program's answer tells, what is possible as possible", async () => {
  const page = await open();
  // Nothing is known of his rank on that day but that he bore it later.
  for (const day of ["2017-06", "2019-06", "2022-01", "2023-12"]) {
    await page.goto(`${PERSON}?as_of=${day}`);
    await page.waitForSelector(".side .told-line");
    const told = (await answered(page, `&as_of=${day}`)).sections;
    const names = await page.locator(".side section:not(.told-by) .lines > li .told-line > a").allTextContents();
    assert.deepEqual(names, told.flatMap((s) => s.lines.map((l) => l.name)), day);
    for (const { name, details } of told.flatMap((s) => s.lines).filter((l) => l.details[0] === "có thể")) {
      assert.match(await lineOf(page, name).first().textContent(), /có thể/, `${day} ${details}`);
    }
    assert.doesNotMatch(await page.textContent("main"), /· ·|[≤≥]/);
  }
  assert.ok((await answered(page, "&as_of=2017-06")).sections[0].lines.some((l) => l.details.includes("có thể")), "a rank that may have been borne then");
});

test("a page names every article it rests on, and says when a day limits them", async () => {
  const page = await open();
  const listed = () => page.locator(".told-by li").count();
  await page.goto(PERSON);
  await page.waitForSelector(".told-by li");
  const query = `SELECT (COUNT(DISTINCT ?a) AS ?n) WHERE { ?r rdf:reifies ?t ; prov:wasDerivedFrom ?a FILTER (SUBJECT(?t) = ?p || OBJECT(?t) = ?p) ?p skos:prefLabel "Đào Quang Trường"@vi }`;
  const prefixes = "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> ";
  const answer = await fetch(`${base}/sparql?${new URLSearchParams({ query: prefixes + query })}`, { headers: { accept: "application/sparql-results+json" } });
  assert.equal(await listed(), +(await answer.json()).results.bindings[0].n.value);
  await page.goto("/e/person/lê-bận-rộn");
  await page.getByRole("heading", { name: "Các bài báo kể điều này (70)" }).waitFor();
  await page.locator(".told-by .rest button").click();
  await page.waitForFunction(() => document.querySelectorAll(".told-by li").length === 60);
  await page.goto(`${PERSON}?as_of=2019-06`);
  await page.getByText("Những bài mà trang này, tính đến 6/2019, dựa vào.").waitFor();
  assert.equal(await listed(), (await answered(page, "&as_of=2019-06")).articles.length);
});

test("a post told as past alone stands in no year, and all that is held ends alike wherever it is told", async () => {
  const page = await open();
  await page.goto(PERSON);
  const group = page.locator(".timeline > li", { has: page.locator(".undated") });
  await group.getByRole("link", { name: "Trưởng Công an thị xã Kỳ Anh" }).waitFor();
  assert.match(await group.locator(".item", { hasText: "Trưởng Công an thị xã Kỳ Anh" }).textContent(), /^trước 3\/3\/2020/);
  for (const item of await page.locator(".timeline .item:is(.post, .rank)").all()) {
    const [name, when] = [await item.locator("a").first().textContent(), (await item.locator("time").allTextContents())[0]];
    if (when) assert.ok((await lineOf(page, name).first().textContent()).includes(when), `${name}: ${when}`);
  }
  await page.locator("summary", { hasText: "suy từ đâu" }).first().click();
  for (const line of await page.locator(".held > li").all()) {
    const [name, when] = [await line.locator("a").first().textContent(), await line.locator(".span").first().textContent()];
    assert.ok((await lineOf(page, name).first().textContent()).includes(when), `${name}: ${when}`);
  }
});

test("what is said of a wrong day or a copied link moves nothing", async () => {
  for (const width of [1280, 360]) {
    const page = await open({ viewport: { width, height: 800 } });
    await page.goto(PERSON);
    await page.waitForSelector(".timeline li");
    const places = () => page.evaluate(() => [...document.querySelectorAll(".tools :is(a, button, input), .timeline, footer")].filter((e) => !e.closest(".toast")).map((e) => e.getBoundingClientRect()).map(({ x, y, width }) => [x, y + scrollY, width].map(Math.round)));
    const before = await places();
    await page.getByLabel("Tính đến ngày").fill("hôm qua");
    await page.getByLabel("Tính đến ngày").press("Enter");
    await page.locator(".wrong").waitFor();
    assert.deepEqual(await places(), before, "a wrong day");
    await page.getByRole("button", { name: "Chép liên kết" }).click();
    await page.getByText(/chỉ mở được trên máy này/).waitFor();
    assert.deepEqual(await places(), before, "a copied link");
    const box = await page.locator(".toast").boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= width, "all of it is seen");
    await picture(page, `told-${width}`);
  }
});

test("no two relations of the filters are called alike", async () => {
  const page = await open();
  for (const lang of ["vi", "en"]) {
    await page.goto(`/graph?about=person/đào-quang-trường&lang=${lang}`);
    await page.waitForSelector(".filter-lists label");
    for (const list of await page.locator(".filter-lists fieldset").all()) {
      const names = (await list.locator("label").allTextContents()).map((text) => text.replace(/[\d., ]+$/, "").trim());
      assert.equal(new Set(names).size, names.length, names.join(", "));
    }
  }
});

test("what is picked from the list stays in sight with all around it", async () => {
  const page = await open();
  await page.goto("/graph?about=person/đào-quang-trường");
  const inside = async () => {
    const { nodes } = await scene(page);
    await page.waitForTimeout(400);
    const { width, height } = await page.locator(".canvas").boundingBox();
    const now = (await scene(page)).nodes;
    assert.equal(now.length, nodes.length);
    return now.every((n) => n.x >= 0 && n.y >= 0 && n.x <= width && n.y <= height);
  };
  assert.ok(await inside());
  await page.locator(".nodes button").last().click();
  assert.ok(await inside(), "picked");
  const few = (await scene(page)).nodes.length;
  await page.getByRole("button", { name: "Mở thêm liên hệ" }).click();
  await page.waitForFunction((n) => document.querySelector(".canvas").scene().nodes.length > n, few);
  assert.ok(await inside(), "expanded");
  for (let n = 0; n < 4; n++) await page.getByRole("button", { name: "Phóng to" }).click();
  await page.waitForTimeout(400);
  assert.ok(!(await inside()), "looked at closely");
  await page.locator("summary", { hasText: "Các nút" }).click();
  const hidden = await page.evaluate(() => {
    const { width, height, nodes } = document.querySelector(".canvas").scene();
    return nodes.find((n) => n.x < 0 || n.y < 0 || n.x > width || n.y > height).node.name;
  });
  await page.locator(".nodes button", { hasText: hidden }).first().click();
  assert.ok(await inside(), "what was out of sight");
});

test("the widgets of SPARQL speak Vietnamese, show triples, and the questions can be read", async () => {
  const page = await open();
  const ask = async (query) => {
    await page.goto(`/sparql-editor?${new URLSearchParams({ query })}`);
    await page.locator(".yasqe_queryButton").click();
    await page.getByText(/trong \d+(,\d+)? giây/).waitFor();
  };
  const english = () => page.evaluate(() => {
    const own = [...document.querySelectorAll(".editor *")].filter((e) => !e.closest("td:not(.dt-empty), th, .CodeMirror, .yasr_response"));
    const words = own.flatMap((e) => [...["title", "aria-label", "placeholder"].map((name) => e.getAttribute(name)), ...[...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.nodeValue)]);
    return words.filter((text) => /\b(the|to|of|table|response|result|results|first|last|next|previous|page|showing|search|filter|download|query|sort|simple|view|no|not|run)\b/i.test(text ?? ""));
  });
  for (const query of ["SELECT ?s ?p WHERE { ?s ?p ?o } LIMIT 60", "SELECT ?s WHERE { ?s <urn:none> ?o }", "ASK { ?s ?p ?o }"]) {
    await ask(query);
    await page.waitForTimeout(200);
    assert.deepEqual(await english(), [], query);
  }
  await ask("PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> SELECT ?t WHERE { ?r rdf:reifies ?t } LIMIT 3");
  await page.locator("td", { hasText: "<<(" }).first().waitFor();
  const phone = await open({ viewport: { width: 360, height: 740 } });
  await phone.goto("/sparql-editor");
  await phone.locator("summary", { hasText: "Câu hỏi có sẵn" }).click();
  const cut = await phone.locator(".questions, .questions li, .sparql-columns nav").evaluateAll((all) => all.filter((e) => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1).length);
  assert.equal(cut, 0, "no question is cut");
  await phone.locator(".questions button").first().click();
  await phone.getByText(/kết quả trong/).waitFor();
  await phone.locator(".questions button").first().waitFor({ state: "hidden" });
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
