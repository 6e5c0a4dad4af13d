// A stand-in for `vietgraph serve`, for work on the page alone: the API's answers over what `vietgraph export` wrote.
//
//   vietgraph export --store DIR -o graph.graphml --lang vi; vietgraph export --store DIR -o facts.csv
//   node mock/server.mjs DIR graph.graphml facts.csv [PORT] [PROGRAM]
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const [store, graphml, csv, port = "7979", program = "vietgraph"] = process.argv.slice(2);
const page = new URL("../../src/serve/page/", import.meta.url);
const BASE = "https://w3id.org/vietgraph/id/";
const SHAPES = { person: "ellipse", event: "diamond", post: "box", rank: "box", body: "hexagon", place: "octagon", change: "trapezium", award: "trapezium" };
const KINDS = { place: "province" };
const unxml = (s) => s.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, "&");
const text = readFileSync(graphml, "utf8");
const nodes = new Map();
const edges = [];
for (const [, id, body] of text.matchAll(/<node id="([^"]+)">([\s\S]*?)<\/node>/g)) {
  const f = Object.fromEntries([...body.matchAll(/<data key="node-(\w+)">([^<]*)</g)].map((m) => [m[1], unxml(m[2])]));
  const first = id.split("/")[0];
  const kind = KINDS[first] ?? (SHAPES[first] ? first : "other");
  nodes.set(id, { id, iri: BASE + id, name: f.label, kind, class: f.class, class_label: f.caption, colour: f.colour, shape: SHAPES[first] ?? "box", caption: "", date: f.start ?? null, degree: 0, from: f.start ?? null, to: f.end ?? f.start ?? null });
}
for (const [, id, source, target, body] of text.matchAll(/<edge id="([^"]+)" source="([^"]+)" target="([^"]+)">([\s\S]*?)<\/edge>/g)) {
  const f = Object.fromEntries([...body.matchAll(/<data key="edge-(\w+)">([^<]*)</g)].map((m) => [m[1], unxml(m[2])]));
  const s = nodes.get(source), t = nodes.get(target);
  s.degree++; t.degree++;
  const day = s.date ?? t.date;
  edges.push({ id, source, target, relation: f.property.replace(/.*[#/]/, ""), label: f.label, weight: +f.weight, articles: +f.count, from: day, to: day });
}
function rows(s) {
  const out = []; let row = [], cell = "", q = false;
  for (let i = 0; i < s.length; i++) {
    const c = s[i];
    if (q) { if (c === '"') { if (s[i + 1] === '"') { cell += '"'; i++; } else q = false; } else cell += c; }
    else if (c === '"') q = true;
    else if (c === ",") { row.push(cell); cell = ""; }
    else if (c === "\n") { row.push(cell); out.push(row); row = []; cell = ""; }
    else if (c !== "\r") cell += c;
  }
  return out;
}
const facts = rows(readFileSync(csv, "utf8")).slice(1).map(([article, , predicate, , quote, start, end, sentence, rule, , s, o], n) => ({ s: s.replace(BASE, ""), o: o.replace(BASE, ""), predicate: predicate.replace(/.*:/, ""), evidence: { id: article, title: "Bài " + article, published: "2020-01-01", url: null, source: article + ".txt", sentence, start: sentence.indexOf(quote), end: sentence.indexOf(quote) + quote.length, quote, rule, evidence: BASE + "evidence/" + n } }));
const about = (a, b) => facts.filter((f) => (f.s === a && f.o === b) || (f.s === b && f.o === a)).map((f) => f.evidence);
const flat = (s) => s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();
const near = (id) => edges.filter((e) => e.source === id || e.target === id).map((e) => (e.source === id ? e.target : e.source));
const among = (ids) => { const s = new Set(ids); return { nodes: [...s].map((i) => nodes.get(i)), edges: edges.filter((e) => s.has(e.source) && s.has(e.target)), truncated: false }; };
const all = [...nodes.values()];
const best = (list) => [...list].sort((a, b) => b.degree - a.degree);
function together(id) {
  const events = (p) => new Set(edges.filter((e) => e.source === p && nodes.get(e.target).kind === "event").map((e) => e.target));
  const mine = events(id), people = all.filter((n) => n.kind === "person" && n.id !== id).map((n) => [n, [...events(n.id)].filter((e) => mine.has(e)).length]).filter((p) => p[1]);
  return { nodes: [nodes.get(id), ...people.map((p) => p[0])], edges: people.map(([n, w]) => ({ id: "t" + n.id, source: id, target: n.id, relation: "together", label: `${w} ×`, weight: w, articles: w, from: null, to: null })), truncated: false };
}
function way(from, to) {
  const before = new Map([[from, null]]), queue = [from];
  while (queue.length && !before.has(to)) { const at = queue.shift(); for (const n of near(at)) if (!before.has(n)) { before.set(n, at); queue.push(n); } }
  if (!before.has(to)) return { ways: [], text: "" };
  const ids = []; for (let at = to; at; at = before.get(at)) ids.unshift(at);
  const g = among(ids);
  g.steps = ids.slice(1).map((id, n) => { const e = edges.find((x) => (x.source === id && x.target === ids[n]) || (x.target === id && x.source === ids[n])); return { from: ids[n], relation: e.label, to: id, evidence: about(ids[n], id).slice(0, 1) }; });
  return { ways: [g], text: "" };
}
function api(path, q) {
  const id = path.split("/").slice(3).join("/");
  const lang = q.get("lang") ?? "vi";
  switch (path.split("/")[2]) {
    case "overview": return { title: "Kho ví dụ", base: BASE, counts: { articles: 27, people: all.filter((n) => n.kind === "person").length, posts: 117, bodies: 101, provinces: 20, events: 39, facts: facts.length }, span: { from: "2016-09-12", to: "2024-09-20" }, connected: best(all.filter((n) => n.kind === "person")).slice(0, 12), newest: all.filter((n) => n.kind === "event" && n.date).sort((a, b) => b.date.localeCompare(a.date)).slice(0, 12), conflicts: 0, undecided: 0 };
    case "search": { const w = flat(q.get("q") ?? "").split(/\s+/).filter(Boolean); const found = best(all.filter((n) => w.every((x) => flat(n.name).split(/\s+/).some((y) => y.startsWith(x))) && (!q.get("kind") || n.kind === q.get("kind")))); return { query: q.get("q"), total: found.length, hits: found.slice(+(q.get("offset") ?? 0)).slice(0, +(q.get("limit") ?? 20)) }; }
    case "entity": { const n = nodes.get(id); if (!n) return null; const r = spawnSync(program, ["show", "--store", store, "--json", "--lang", lang, ...(q.get("as_of") ? ["--as-of", q.get("as_of")] : []), id], { encoding: "utf8" }); return { ...JSON.parse(r.stdout), kind: n.kind, colour: n.colour, shape: n.shape, degree: n.degree, tenures: [], conflict_list: [], namesakes: [] }; }
    case "timeline": { const items = edges.filter((e) => e.source === id || e.target === id).map((e) => ({ e, n: nodes.get(e.source === id ? e.target : e.source) })).filter((x) => ["rank", "post", "event", "change", "award"].includes(x.n.kind)).map(({ e, n }) => ({ date: e.from, end: null, precision: "day", kind: n.kind, label: e.label, target: { id: n.id, name: n.name }, evidence: about(id, n.id).slice(0, 3), certainty: null })); return { items: items.sort((a, b) => (a.date ?? "9").localeCompare(b.date ?? "9")) }; }
    case "neighbours": { let ids = [id]; const limit = +(q.get("limit") ?? 60); for (let d = 0; d < +(q.get("depth") ?? 1); d++) ids = [...new Set([...ids, ...ids.flatMap(near)])]; const n = ids.length; return { ...among([id, ...best(ids.slice(1).map((i) => nodes.get(i))).map((x) => x.id).slice(0, limit)]), truncated: n > limit + 1 }; }
    case "graph": return among((q.get("ids") ?? "").split(",").filter((i) => nodes.has(i)));
    case "path": return way(q.get("from"), q.get("to"));
    case "together": return together(id);
    case "evidence": { const e = edges.find((x) => x.id === q.get("edge")); return { evidence: e ? about(e.source, e.target) : [] }; }
    case "provinces": return { years: [2016, 2018, 2020, 2022, 2023, 2024], provinces: all.filter((n) => n.kind === "province").map((n) => ({ id: n.id, name: n.name, iri: n.iri, today: false, merged_into: null, events: Object.fromEntries(edges.filter((e) => e.relation === "hosts" && e.source === n.id && e.from).map((e) => [e.from.slice(0, 4), 1])) })) };
    case "conflicts": case "namesakes": return [];
    case "questions": return { questions: [{ id: "all", title: { vi: "Ai chủ trì sự kiện nào?", en: "Who chaired what?" }, query: "SELECT ?who ?event WHERE { ?who vg:chaired ?event }" }] };
    default: return null;
  }
}
createServer((request, response) => {
  const url = new URL(request.url, "http://x");
  const path = decodeURIComponent(url.pathname);
  if (path.startsWith("/api/")) {
    const answer = api(path, url.searchParams);
    response.writeHead(answer ? 200 : 404, { "content-type": "application/json" });
    return response.end(JSON.stringify(answer ?? { error: "there is no such thing", near: all.slice(0, 3) }));
  }
  const name = path.startsWith("/assets/") ? path.slice(8) : "index.html";
  const types = { html: "text/html", js: "text/javascript", css: "text/css", json: "application/json", woff2: "font/woff2", svg: "image/svg+xml" };
  try {
    const data = readFileSync(new URL(name, page));
    response.writeHead(200, { "content-type": types[name.split(".").pop()], "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'" });
    response.end(data);
  } catch { response.writeHead(404); response.end(); }
}).listen(+port, "127.0.0.1");
