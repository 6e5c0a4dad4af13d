import { useMemo, useRef, useState } from "preact/hooks";
import { among, evidence, overview, path, together } from "../api";
import { t } from "../i18n";
import { read, write, type GraphPlace } from "../graph/address";
import { Surroundings, type Batch } from "../graph/around";
import { Explorer, type Seen } from "../graph/explorer";
import { CopyLink } from "../parts/copy";
import { Proofs } from "../parts/evidence";
import { SearchBox } from "../parts/searchbox";
import { Answer, Failure } from "../parts/state";
import { go, graphAt, rewrite, usePlace } from "../router";
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
      <b>{nameOf(step.from, way)}</b> <span class="relation">{step.relation}</span> <b>{nameOf(step.to, way)}</b>
      <Proofs proofs={proofs} most={1} />
    </li>
  );
}

function PathBar({ it, ways }: { it: GraphPlace; ways?: Ways }) {
  return (
    <div class="path-bar">
      <SearchBox label={t("path_to")} hint={t("path_hint")} pick={(hit) => go(graphAt(it.about, { mode: "path", to: hit.id }))} focus={!it.to} />
      {it.to && ways && (
        <details>
          <summary>{ways.ways.length ? `${t("ways")} (${ways.ways.length})` : t("no_way")}</summary>
          {ways.ways.map((way, n) => (
            <section key={n}>
              <h3>{t("way", n + 1)}</h3>
              <ol>{way.steps.map((step, k) => <StepLine key={k} step={step} way={way} />)}</ol>
            </section>
          ))}
        </details>
      )}
    </div>
  );
}

function Modes({ it, name }: { it: GraphPlace; name: string }) {
  const link = (mode: GraphPlace["mode"], label: string) => (
    <a href={mode === "near" ? graphAt(it.about) : graphAt(it.about, { mode })} aria-current={it.mode === mode && !it.ids.length ? "true" : undefined}>{label}</a>
  );
  return (
    <header class="graph-head">
      <h1>{name}</h1>
      <nav class="filters" aria-label={t("view_kind")}>
        {it.about && (
          <>
            {link("near", t("neighbourhood"))}
            {it.about.startsWith("person/") && link("together", t("co_attendance"))}
            {link("path", t("path"))}
          </>
        )}
        <CopyLink />
      </nav>
    </header>
  );
}

const prove = async (edge: GraphEdge) => (await evidence(edge.id)).evidence;

/** One drawing, from its address on. */
function Drawn({ first }: { first: GraphPlace }) {
  const place = useRef(first);
  const [more, setMore] = useState<Batch[]>([]);
  const [error, fail] = useState<Error | null>(null);
  const around = useMemo(() => new Surroundings(first.about), []);
  const asked = useAsked((s) => load(first, around, s), []);
  const batches = useMemo(() => [...(asked.value?.batches ?? []), ...more], [asked.value, more]);
  const data = asked.value?.batches[0].data;
  const name = data?.nodes.find((n) => n.id === first.about)?.name ?? "";
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
      {({ ways }) => (
        <>
          <Modes it={first} name={name || t("graph")} />
          {error && <Failure error={error} />}
          <Explorer batches={batches} keep={keep} first={first.seen} changed={changed} prove={prove} expand={expand} centre={(id) => go(graphAt(id))} pages name={name}>
            {first.mode === "path" && <PathBar it={first} ways={ways} />}
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
