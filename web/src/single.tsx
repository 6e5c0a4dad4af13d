// The graph view as one file to send by mail: it reads its data from the page it stands in and asks nobody.
//
// <html lang="vi"> … <style>single.css</style> … <div id="page"></div>
// <script type="application/json" id="data">{"title": "…", "about": ["id", …], "graph": {"nodes": […], "edges": […], "truncated": false},
//   "evidence": {"<edge id>": {"when": […], "evidence": […]}}}</script>  (every `<` inside written \u003c)
// <script>single.js</script>
//
// Nodes, edges and evidence are as the server's API gives them at /api/neighbours and /api/evidence.

import { render } from "preact";
import { useMemo } from "preact/hooks";
import "./style/font-inside.css";
import "./style/base.css";
import "./style/parts.css";
import "./style/graph.css";
import { Explorer } from "./graph/explorer";
import { unfiltered } from "./graph/model";
import { Paged } from "./parts/evidence";
import { speak } from "./i18n";
import type { EdgeTold, GraphData } from "./types";
import { applyTheme } from "./theme";

interface Data {
  title: string;
  about?: string[];
  graph: GraphData;
  evidence: Record<string, EdgeTold>;
}

function Single({ data }: { data: Data }) {
  const batches = useMemo(() => [{ data: data.graph, centre: data.about?.[0] }], [data]);
  return (
    <Paged.Provider value={false}>
      <main class="wide">
        <header class="graph-head"><h1>{data.title}</h1></header>
        <Explorer batches={batches} keep={data.about ?? []} first={{ filter: unfiltered(), node: data.about?.[0], labels: true, camera: "" }} prove={async (edge) => data.evidence[edge.id] ?? { when: [], evidence: [] }} pages={false} name={data.title} />
      </main>
    </Paged.Provider>
  );
}

speak(document.documentElement.lang);
applyTheme();
const read = JSON.parse(document.getElementById("data")?.textContent ?? "null") as Data | null;
if (read) render(<Single data={read} />, document.getElementById("page") as HTMLElement);
