import { useMemo, useRef, useState } from "preact/hooks";
import { among, evidence, overview, path, together } from "../api";
import { t } from "../i18n";
import { read, write, type GraphPlace } from "../graph/address";
import { Surroundings, type Batch } from "../graph/around";
import { Explorer, type Seen } from "../graph/explorer";
import { unfiltered } from "../graph/model";
import { CopyLink } from "../parts/copy";
import { Proofs } from "../parts/evidence";
import { SearchBox } from "../parts/searchbox";
import { Answer, Failure } from "../parts/state";
import { go, graphAt, rewrite, spoken, usePlace } from "../router";
import type { GraphData, GraphEdge, Named, Step, Ways } from "../types";
import { useAsked, useTitle } from "../use";

interface Loaded {
  batches: Batch[];
  ways?: Ways;
}

async function load(it: GraphPlace, around: Surroundings, signal: AbortSignal): Promise<Loaded> {
  if (it.mode === "path") {
    const ways = it.to ? await path(it.about, it.to, signal) : { ways: [], text: "" };
    const all = ways.ways.length ? ways.ways : [await among([it.about], signal)];
    return { ways, batches: [{ data: { nodes: all.flatMap((w) => w.nodes), edges: all.flatMap((w) => w.edges), truncated: false }, centre: it.about }] };
  }
  const first = it.mode === "together" ? together(it.about, 80, signal) : it.ids.length ? among(it.ids, signal) : null;
  const begun = first ? first.then((data): Batch => ({ data, centre: it.about })) : around.next(it.about, signal);
  return { batches: await Promise.all([begun, ...it.more.map((id) => around.next(id, signal))]) };
}

const nameOf = (of: string | Named, data: GraphData) => (typeof of === "string" ? (data.nodes.find((n) => n.id === of || n.iri === of)?.name ?? of) : of.name);

function StepLine({ step, way }: { step: Step; way: GraphData }) {
  const proofs = Array.isArray(step.evidence) ? step.evidence : step.evidence ? [step.evidence] : [];
  return (
    <li>
      <b>{nameOf(step.forward ? step.from : step.to, way)}</b> <span class="relation">{step.relation}</span> <b>{nameOf(step.forward ? step.to : step.from, way)}</b>
      <Proofs proofs={proofs} most={1} />
    </li>
  );
}

/** The nodes of a way from its beginning to its end. */
const along = ({ steps }: Ways["ways"][number]): string[] => {
  const id = (of: string | Named) => (typeof of === "string" ? of : of.id);
  return steps.length ? [id(steps[0].from), ...steps.map((step) => id(step.to))] : [];
};

interface WaysProps {
  ways: Ways["ways"];
  /** Which of them is emphasised. */
  chosen: number;
  choose(n: number): void;
}

/** The ways, the best first; the one that is chosen stands out in the drawing, and its steps are told. */
function WayList({ ways, chosen, choose }: WaysProps) {
  return (
    <ol class="ways">
      {ways.map((way, n) => (
        <li key={n} class={n === chosen ? "chosen" : undefined}>
          <button type="button" class="plain" aria-pressed={n === chosen} onClick={() => choose(n)}>
            {t(n ? "way" : "best_way", n + 1)} <span class="aside">{[t("way_steps", way.steps.length), ...along(way).slice(1, -1).map((id) => nameOf(id, way))].join(" · ")}</span>
          </button>
          {n === chosen && <ol>{way.steps.map((step, k) => <StepLine key={k} step={step} way={way} />)}</ol>}
        </li>
      ))}
    </ol>
  );
}

/** The way to whom else; what was chosen stands in the headline. */
function PathBar({ it, found }: { it: GraphPlace; found: boolean }) {
  const other = <SearchBox label={t("path_to")} hint={t("path_hint")} pick={(hit) => go(inMode(it, "path", hit.id))} focus={!it.to} />;
  if (!it.to) return <div class="path-bar">{other}</div>;
  return (
    <div class="path-bar">
      {!found && <p class="notice">{t("no_way")}</p>}
      <details open={!found}>
        <summary>{t("path_other")}</summary>
        {other}
      </details>
    </div>
  );
}

const VIEWS = { near: "neighbourhood", together: "co_attendance", path: "path" } as const;
const viewOf = (it: GraphPlace) => (it.ids.length ? "" : t(VIEWS[it.mode]));

/** Another view of the same middle: what is filtered out stays so, but for a way, which is told beside and must be seen whole. */
function inMode(it: GraphPlace, mode: GraphPlace["mode"], to = ""): string {
  const seen: Seen = { filter: mode === "path" ? unfiltered() : it.seen.filter, labels: mode !== "together", camera: "" };
  return write({ about: it.about, mode, to, way: 1, more: [], ids: [], seen });
}

function Modes({ it, now, name }: { it: GraphPlace; now(): GraphPlace; name: string }) {
  // The filters may have changed since the links were drawn.
  const follow = (event: MouseEvent, mode: GraphPlace["mode"]) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(inMode(now(), mode));
  };
  const link = (mode: GraphPlace["mode"], label: string) => (
    <a href={spoken(inMode(it, mode))} onClick={(event) => follow(event, mode)} aria-current={it.mode === mode && !it.ids.length ? "true" : undefined}>{label}</a>
  );
  return (
    <header class="graph-head">
      <h1>{name}</h1>
      <nav class="filters" aria-label={t("view_kind")}>
        {it.about && (
          <>
            {link("near", t(VIEWS.near))}
            {it.about.startsWith("person/") && link("together", t(VIEWS.together))}
            {link("path", t(VIEWS.path))}
          </>
        )}
        <CopyLink />
      </nav>
    </header>
  );
}

const prove = (edge: GraphEdge) => evidence(edge.id);

/** One drawing, from its address on. */
function Drawn({ first }: { first: GraphPlace }) {
  const place = useRef(first);
  const [more, setMore] = useState<Batch[]>([]);
  const [error, fail] = useState<Error | null>(null);
  const around = useMemo(() => new Surroundings(first.about), []);
  const asked = useAsked((s) => load(first, around, s), []);
  const batches = useMemo(() => [...(asked.value?.batches ?? []), ...more], [asked.value, more]);
  const data = asked.value?.batches[0].data;
  const called = (id: string) => data?.nodes.find((n) => n.id === id)?.name ?? "";
  const name = [called(first.about), first.mode === "path" && called(first.to)].filter(Boolean).join(" → ");
  const [chosen, setChosen] = useState(first.way - 1);
  const choose = (n: number) => {
    setChosen(n);
    place.current = { ...place.current, way: n + 1 };
    rewrite(write(place.current));
  };
  useTitle(name ? `${name} · ${t("graph")}` : t("graph"));
  const changed = (seen: Seen) => {
    place.current = { ...place.current, seen };
    rewrite(write(place.current));
  };
  const expand = (id: string) => {
    around.next(id).then((batch) => {
      place.current = { ...place.current, more: [...place.current.more, id] };
      rewrite(write(place.current));
      setMore((now) => [...now, batch]);
    }, fail);
  };
  const keep = [first.about, first.to, ...first.ids].filter(Boolean);
  return (
    <Answer asked={asked}>
      {({ ways: { ways = [] } = {} }) => (
        <>
          <Modes it={first} now={() => place.current} name={name || t("graph")} />
          {error && <Failure error={error} />}
          <Explorer batches={batches} keep={keep} first={first.seen} changed={changed} prove={prove} expand={expand} centre={(id) => go(graphAt(id))} pages name={name} view={viewOf(first)} way={ways[chosen] && along(ways[chosen])} beside={ways.length > 0 && <WayList ways={ways} chosen={chosen} choose={choose} />}>
            {first.mode === "path" && <PathBar it={first} found={ways.length > 0} />}
          </Explorer>
        </>
      )}
    </Answer>
  );
}

function Choose() {
  const asked = useAsked(overview, []);
  useTitle(t("graph"));
  return (
    <div class="start">
      <h1>{t("choose_start")}</h1>
      <SearchBox focus large pick={(hit) => go(graphAt(hit.id))} />
      <Answer asked={asked}>
        {(it) => (
          <>
            <h2>{t("best_connected")}</h2>
            <ul class="briefs">{it.connected.map((b) => <li key={b.id}><a href={graphAt(b.id)}>{b.name}</a></li>)}</ul>
          </>
        )}
      </Answer>
    </div>
  );
}

export function GraphPage() {
  const it = read(usePlace().query);
  if (!it.about && !it.ids.length) return <Choose />;
  return <Drawn key={[it.about, it.mode, it.to, ...it.ids].join(" ")} first={it} />;
}
