import { Articles } from "../parts/evidence";
import { useState } from "preact/hooks";
import { entity, inPath, timeline } from "../api";
import { asTyped, day, span, typed } from "../dates";
import { kindName, number, t } from "../i18n";
import { Badge } from "../parts/badge";
import { BriefLine } from "../parts/brief";
import { ConflictBox } from "../parts/conflict";
import { Copy } from "../parts/copy";
import { Opening, Told } from "../parts/lines";
import { Answer } from "../parts/state";
import { articleAt, entityAt, go, graphAt, idOf, usePlace } from "../router";
import type { Word } from "../words";
import type { Entity, Held, Item, Line, Met as MetPerson } from "../types";
import { useAsked, useTitle } from "../use";

/** What to ask in SPARQL about one entity: all its facts, each with its words. */
const question = (iri: string) => `PREFIX vg: <https://w3id.org/vietgraph/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?property ?other ?quote ?article WHERE {
  <${iri}> ?property ?other .
  OPTIONAL {
    ?evidence rdf:reifies <<( <${iri}> ?property ?other )>> ; vg:quote ?quote ; prov:wasDerivedFrom ?article
  }
}
LIMIT 200`;

function AsOf({ id, asOf }: { id: string; asOf: string }) {
  const show = (date: string) => go(entityAt(id, date ? { as_of: date } : {}));
  const submit = (event: Event) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget as HTMLFormElement).get("date")?.toString() ?? "";
    show(typed(text));
  };
  return (
    <form class="as-of" onSubmit={submit}>
      <label>
        {t("as_of")} <input name="date" key={asOf} defaultValue={asTyped(asOf)} size={11} title={t("as_of_hint")} placeholder={t("as_of_example")} onInput={(e) => e.currentTarget.setCustomValidity(e.currentTarget.value.trim() && !typed(e.currentTarget.value) ? t("as_of_hint") : "")} />
      </label>
      <button type="submit">{t("apply")}</button>
      {asOf && <button type="button" onClick={() => show("")}>{t("today")}</button>}
    </form>
  );
}

function Header({ it, asOf }: { it: Entity; asOf: string }) {
  return (
    <header class="who">
      <p class="kicker">
        <Badge shape={it.shape} colour={it.colour} label={it.class || kindName(it.kind)} />{" "}
        {it.date && <> · {day(it.date)}</>} · {number(it.degree)} {t("links")}
      </p>
      <h1>{it.name}</h1>
      {it.also.length > 0 && <p class="aside">{t("also")}: {it.also.join(", ")}</p>}
      {it.lifetime?.map((line) => <p class="aside" key={line}>{line}</p>)}
      <div class="tools">
        <AsOf id={it.id} asOf={asOf} />
        <a class="button" href={graphAt(it.id)}>{t("graph")}</a>
        <a class="button" href={`/sparql-editor?${new URLSearchParams({ query: question(it.iri) })}`}>SPARQL</a>
        <Copy text={() => location.href} label={t("copy_link")} />
        <a class="button" href={`/api/entity/${inPath(it.id)}`}>JSON</a>
        <a class="button" href={`/id/${inPath(it.id)}?format=turtle`}>Turtle</a>
      </div>
      {asOf && <p class="notice" role="status">{t("as_of_shown", day(asOf))}</p>}
    </header>
  );
}

function Notices({ it }: { it: Entity }) {
  const conflicts = it.conflict_list ?? [];
  const namesakes = it.namesakes ?? [];
  return (
    <>
      {namesakes.length > 0 && (
        <div class="notice">
          <p><strong>{t("namesake_notice")}</strong></p>
          <ul class="briefs">{namesakes.map((b) => <BriefLine key={b.id} brief={b} />)}</ul>
        </div>
      )}
      {conflicts.length > 0 && (
        <details class="notice bad">
          <summary><strong>{t("conflict_notice")}</strong> ({conflicts.length})</summary>
          {conflicts.map((c) => <ConflictBox key={c.iri} it={c} />)}
        </details>
      )}
    </>
  );
}

/** Where a date comes from, unless an article tells it. */
const SURE: Record<string, Word> = { published: "sure_published", attested: "sure_attested" };

function TimelineItem({ item, wanted }: { item: Item; wanted: string }) {
  // What is held has for a label from when to when, with how sure that is.
  const held = ["post", "rank"].includes(item.kind);
  const end = item.end && item.end !== item.date ? ` – ${day(item.end)}` : "";
  const year = (item.date ?? "").slice(0, 4);
  const date = held ? span(item.label) : day(item.date) + end;
  // Of what has no date at all it needs not be told how that is known.
  const sure = item.date ? SURE[item.certainty ?? ""] : undefined;
  return (
    <li class={`item ${item.kind}`}>
      <Told evidence={item.evidence ?? []} wanted={wanted}>
        {item.date && date !== year && <><time dateTime={item.date ?? undefined}>{date}</time> </>}
        {!held && item.label && <span class="relation">{item.label} </span>}
        <a href={entityAt(item.target.id)}>{item.target.name}</a>
        {sure && <span class="aside"> · {t(sure)}</span>}
      </Told>
    </li>
  );
}

/** What happened, in order of time, the years at the margin. */
function Timeline({ items, wanted }: { items: Item[]; wanted: string }) {
  const years = Map.groupBy(items, (i) => (i.date ?? "").slice(0, 4));
  return (
    <ol class="timeline">
      {[...years].map(([year, told]) => (
        <li key={year}>
          <h3 class={year ? undefined : "undated"}>{year || t("undated")}</h3>
          <ul>{told.map((item, n) => <TimelineItem key={n} item={item} wanted={wanted} />)}</ul>
        </li>
      ))}
    </ol>
  );
}

function LineOf({ line, wanted, plain }: { line: Line; wanted: string; plain: boolean }) {
  return (
    <li>
      <Told evidence={line.evidence} more={line.more} wanted={wanted}>
        <a href={entityAt(line.id ?? idOf(line.iri))}>{line.name}</a>
        {!plain && <span class="relation"> · {line.relations.join(", ")}</span>}
        {line.details.length > 0 && <span class="aside"> · {day(line.details.join(" · "))}</span>}
      </Told>
    </li>
  );
}

function HeldList({ title, held, by }: { title: string; held: Held[]; by: "person" | "held" }) {
  if (!held.length) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="held">
        {held.map((h, n) => (
          <li key={n}>
            <span class="span">{span(h.span)}</span>
            <span>
              {by === "person" ? <a href={entityAt(h.person_id)}>{h.person}</a> : <a href={entityAt(h.held_id ?? idOf(h.held_iri))}>{h.held}</a>}
              <span class="aside"> · {h.articles} {t("articles")}{h.on_that_day ? ` · ${h.on_that_day}` : ""}</span>
              {h.bounds?.length > 0 && (
                <details class="bounds">
                  <summary class="aside">{t("evidence")}</summary>
                  <ul>{h.bounds.map((b, k) => <li key={k}>{b.label} {day(b.date)} · {b.reason} <a class="aside" href={sourceAt(b.source)}>{t("source")}</a></li>)}</ul>
                </details>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a date comes from: an article, or what began or ended. */
const sourceAt = (id: string) => (/^(person|post|body|place|event|change|rank)\//.test(id) ? entityAt(id) : articleAt(id));

/** Who holds the posts of a body. */
function Holders({ it, asOf }: { it: Entity; asOf: string }) {
  if (it.kind !== "body" || !it.holders?.length) return null;
  return (
    <section class="holders">
      <h2>{t("posts_held")}</h2>
      {it.holders_on && <p class="aside">{t(asOf ? "held_on" : "held_last", day(it.holders_on))}</p>}
      <ul class="held">
        {it.holders.map((h, n) => (
          <li key={n}>
            <span class="span">{span(h.span)}</span>
            <Told evidence={h.evidence ?? []} more={Math.max(0, h.articles - (h.evidence?.length ?? 0))}>
              <a href={entityAt(h.person_id)}>{h.person}</a>
              <span class="relation"> · </span><a href={entityAt(h.held_id ?? idOf(h.held_iri))}>{h.held}</a>
              {h.certainty === "possible" && <span class="aside"> · {h.on_that_day}</span>}
            </Told>
          </li>
        ))}
      </ul>
      {(it.more_holders ?? 0) > 0 && <p class="aside">{t("more_holders", number(it.more_holders as number))}</p>}
    </section>
  );
}

function HeldOf({ it }: { it: Entity }) {
  const by = HELD.includes(it.kind) ? "person" : "held";
  return <HeldList title={t(by === "person" ? "holders" : "tenures")} held={it.tenures ?? []} by={by} />;
}

function MetLine({ met }: { met: MetPerson }) {
  const [open, set] = useState(false);
  return (
    <li>
      <Opening label={`${met.events.length} ×`} title={t("events")} open={open} toggle={() => set(!open)} inside={() => <ul>{met.events.map((e) => <li key={e}>{e}</li>)}</ul>}>
        <a href={entityAt(met.id)}>{met.name}</a>
      </Opening>
    </li>
  );
}

function Met({ it }: { it: Entity }) {
  if (!it.met?.length) return null;
  return (
    <section>
      <h2>{t("met")}</h2>
      <ul class="met">
        {it.met.map((m) => (
          <MetLine key={m.id} met={m} />
        ))}
      </ul>
      <p><a href={graphAt(it.id, { mode: "together" })}>{t("co_attendance")} →</a></p>
    </section>
  );
}

type Section = Entity["sections"][number];

/** Whether nothing but its sections is told, so that they fill both columns. */
const bare = (it: Entity, items: Item[]) => !items.length && !it.tenures?.length && !it.met?.length && !it.holders?.length;

/** The sections that stand in the first column, or in the second. */
function sectionsOf(it: Entity, items: Item[], first: boolean): Section[] {
  const half = bare(it, items) ? Math.ceil(it.sections.length / 2) : 0;
  return first ? it.sections.slice(0, half) : it.sections.slice(half);
}

function Facts({ section, wanted }: { section: Section; wanted: string }) {
  const alike = new Set(section.lines.map((line) => line.relations.join())).size === 1;
  return (
    <section>
      <h2>{section.title}</h2>
      <ul class="lines">{section.lines.map((l, n) => <LineOf key={n} line={l} wanted={wanted} plain={alike && l.relations.length === 1} />)}</ul>
    </section>
  );
}

/** What people hold, and so is a page of holders. */
const HELD = ["post", "rank"];

/** Who or what it is, and how one knows. */
export function EntityPage({ id, asOf }: { id: string; asOf: string }) {
  const asked = useAsked((s) => entity(id, asOf, s), [id, asOf]);
  const times = useAsked((s) => timeline(id, s), [id]);
  const { hash } = usePlace();
  const [wanted] = useState(hash);
  useTitle(asked.value?.name ?? "");
  // What lies after the day asked for is not told of it.
  const items = (times.value?.items ?? []).filter((i) => !asOf || !i.date || i.date.slice(0, asOf.length) <= asOf);
  return (
    <Answer asked={asked}>
      {(it) => (
        <article class="entity">
          <Header it={it} asOf={asOf} />
          <Notices it={it} />
          <div class={bare(it, items) ? "columns" : "columns uneven"}>
            <div>
              <Holders it={it} asOf={asOf} />
              {sectionsOf(it, items, true).map((s) => <Facts key={s.title} section={s} wanted={wanted} />)}
              {items.length > 0 && (
                <section>
                  <h2>{t("timeline")}</h2>
                  <Timeline items={items} wanted={wanted} />
                </section>
              )}
              {it.sections.length === 0 && items.length === 0 && <p class="aside">{t("nothing_known")}</p>}
              <HeldOf it={it} />
              <Met it={it} />
            </div>
            <div class="side">
              {sectionsOf(it, items, false).map((s) => <Facts key={s.title} section={s} wanted={wanted} />)}
              <Articles proofs={it.sections.flatMap((s) => s.lines.flatMap((l) => l.evidence))} />
            </div>
          </div>
        </article>
      )}
    </Answer>
  );
}
