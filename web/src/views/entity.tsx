import { useState } from "preact/hooks";
import { Refused, entity, evidenceBetween, inPath, part, timeline } from "../api";
import { asTyped, day, detail, span, toldOn, typed } from "../dates";
import { counted, kindName, number, t } from "../i18n";
import { Badge } from "../parts/badge";
import { BriefLine } from "../parts/brief";
import { ConflictBox } from "../parts/conflict";
import { CopyLink } from "../parts/copy";
import { Articles } from "../parts/evidence";
import { FormerHolders, Holders } from "../parts/holders";
import { Opening, Told } from "../parts/lines";
import { More, useParts } from "../parts/more";
import type { Part } from "../parts/more";
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

/** The day the page is of, and the way to another; what is wrong with what is typed stands over what is below it, so that nothing moves. */
function AsOf({ id, asOf }: { id: string; asOf: string }) {
  const [wrong, set] = useState("");
  const show = (date: string) => go(entityAt(id, date ? { as_of: date } : {}));
  const submit = (event: Event) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget as HTMLFormElement).get("date")?.toString().trim() ?? "";
    const date = typed(text);
    set(text && !date ? t("no_date", text, t("as_of_hint")) : "");
    if (date || !text) show(date);
  };
  const said = wrong ? "as-of-wrong" : undefined;
  return (
    <form class="as-of" onSubmit={submit}>
      <label>
        {t("as_of")} <input name="date" key={asOf} defaultValue={typed(asOf) ? asTyped(asOf) : asOf} size={11} title={t("as_of_hint")} placeholder={t("as_of_example")} aria-invalid={said ? "true" : undefined} aria-describedby={said} onInput={() => set("")} />
      </label>
      <button type="submit">{t("apply")}</button>
      {asOf && <button type="button" onClick={() => show("")}>{t("today")}</button>}
      {wrong && <span class="wrong over" id={said} role="alert">{wrong}</span>}
    </form>
  );
}

/** What came before or after it, with a link where the line ends with an id. */
function Lifetime({ line }: { line: string }) {
  const [, said = line, id] = /^(.*) \(((?:place|body)\/[^()]+)\)$/u.exec(line) ?? [];
  return <p class="aside">{id ? <a href={entityAt(id)}>{day(said)}</a> : day(said)}</p>;
}

function Header({ it, asked, left }: { it: OnDay; asked: string; left: number }) {
  return (
    <header class="who">
      <p class="kicker">
        <Badge shape={it.shape} colour={it.colour} label={it.class || kindName(it.kind)} />{" "}
        {it.date && <>{"\u00a0"}· {day(it.date)}</>}{"\u00a0"}· {counted(it.degree, "links")}
      </p>
      <h1>{it.name}</h1>
      {it.also.length > 0 && <p class="aside">{t("also")}: {it.also.join(", ")}</p>}
      {it.lifetime?.map((line) => <Lifetime key={line} line={line} />)}
      <div class="tools">
        <AsOf key={asked} id={it.id} asOf={asked} />
        <a class="button" href={graphAt(it.id)}>{t("graph")}</a>
        <a class="button" href={`/sparql-editor?${new URLSearchParams({ query: question(it.iri) })}`}>SPARQL</a>
        <CopyLink />
        <a class="button" href={`/api/entity/${inPath(it.id)}`}>JSON</a>
        <a class="button" href={`/id/${inPath(it.id)}?format=turtle`}>Turtle</a>
      </div>
      {it.wrong && <p class="notice bad" role="alert">{it.wrong}</p>}
      {it.day && !it.wrong && <p class="notice" role="status">{t("as_of_shown", day(it.day))}{left > 0 && ` ${t("as_of_left", number(left))}`}</p>}
    </header>
  );
}

function NamesakesOf({ it }: { it: OnDay }) {
  const alike = (of: Entity) => ({ items: of.namesakes ?? [], more: of.more_namesakes ?? 0 });
  const { items, ...rest } = useParts(alike(it), async (n) => alike(await part(it.id, it.day, "namesakes", n)));
  if (!items.length) return null;
  return (
    <div class="notice">
      <p><strong>{t("namesake_notice")}</strong></p>
      <ul class="briefs">{items.map((b) => <BriefLine key={b.id} brief={b} />)}</ul>
      <More {...rest} />
    </div>
  );
}

function ConflictsOf({ it }: { it: OnDay }) {
  const told = (of: Entity) => ({ items: of.conflict_list ?? [], more: of.more_conflicts ?? 0 });
  const { items, ...rest } = useParts(told(it), async (n) => told(await part(it.id, it.day, "conflict_list", n)));
  if (!items.length) return null;
  return (
    <details class="notice bad">
      <summary><strong>{t("conflict_notice")}</strong> ({number(items.length + rest.more)})</summary>
      {items.map((c) => <ConflictBox key={c.iri} it={c} />)}
      <More {...rest} />
    </details>
  );
}

/** How many sentences an entry of the time line brings with it at most. */
const PIECES = 3;

/** Where a date comes from, unless an article tells it. */
const SURE: Record<string, Word> = { published: "sure_published", attested: "sure_attested" };

/** What is called after whom it concerns, so that it need not be said how it does. */
const CALLED = /^(change|award)\//;

/** A date whose year no article tells, as the server writes it. */
const YEARLESS = /\(year not told\)$|^\d{4}\?-/;

/** The lines of a page by what they lead to: what the time line tells too has there the same sentences. */
type Lines = Map<string, Line>;

function TimelineItem({ of, item, line, wanted }: { of: string; item: Item; line?: Line; wanted: string }) {
  // What is held has for a label from when to when, with how sure that is.
  const held = HELD.includes(item.kind);
  const end = item.end && item.end !== item.date ? ` – ${day(item.end)}` : "";
  const year = (item.date ?? "").slice(0, 4);
  const known = held && !NEVER.test(item.label);
  const date = known ? span(item.label) : item.date ? day(item.date) + end : "";
  // Where no day of it is known, its line tells what its articles let one know: their own days, or a day of no told year.
  const articles = held && !known ? line?.details.map(detail) : item.date ? [] : line?.details.filter((text) => YEARLESS.test(text)).map(detail);
  const evidence = line?.evidence.length ? line.evidence : (item.evidence ?? []);
  const more = line?.evidence.length ? (line.more ?? 0) : evidence.length < PIECES ? 0 : undefined;
  // Of what has no date at all it needs not be told how that is known.
  const sure = item.date ? SURE[item.certainty ?? ""] : undefined;
  return (
    <li class={`item ${item.kind}`}>
      <Told evidence={evidence} more={more} all={() => evidenceBetween(of, item.target.id)} wanted={wanted}>
        {date && date !== year && <><time dateTime={item.date ?? undefined}>{date}</time> </>}
        {!held && !CALLED.test(item.target.id) && item.label && <span class="relation">{item.label} </span>}
        <a href={entityAt(item.target.id)}>{item.target.name}</a>
        {item.details?.map((text) => <span key={text} class="aside"> · {text}</span>)}
        {articles?.map((text) => <span key={text} class="aside"> · {text}</span>)}
        {sure && <span class="aside"> · {t(sure)}</span>}
      </Told>
    </li>
  );
}

/** What happened, in order of time, the years at the margin. */
function Timeline({ of, items, lines, wanted }: { of: string; items: Item[]; lines: Lines; wanted: string }) {
  // What is told as held, and on no day, stands in the year of its articles; what is told only as past had ended by then, and stands in none.
  const yearOf = (i: Item) => (i.date ?? toldOn(lines.get(i.target.id)?.details ?? []) ?? "").slice(0, 4);
  const years = new Map([...Map.groupBy(items, yearOf)].sort(([a], [b]) => Number(!a) - Number(!b) || a.localeCompare(b)));
  return (
    <ol class="timeline">
      {[...years].map(([year, told]) => (
        <li key={year}>
          <h3 class={year ? undefined : "undated"}>{year || t("undated")}</h3>
          <ul>{told.map((item, n) => <TimelineItem key={n} of={of} item={item} line={lines.get(item.target.id)} wanted={wanted} />)}</ul>
        </li>
      ))}
    </ol>
  );
}

function LineOf({ of, line, wanted, plain }: { of: string; line: Line; wanted: string; plain: boolean }) {
  const id = line.id ?? idOf(line.iri);
  return (
    <li>
      <Told evidence={line.evidence} more={line.more ?? 0} all={() => evidenceBetween(of, id)} wanted={wanted}>
        <a href={entityAt(id)}>{line.name}</a>
        {!plain && line.relations.length > 0 && <span class="relation"> · {line.relations.join(", ")}</span>}
        {line.details.length > 0 && <span class="aside"> · {line.details.map(detail).join(" · ")}</span>}
      </Told>
    </li>
  );
}

/** When something was held: where no more is known than the days of its articles, as its line tells them. */
function heldWhen(h: Held, line?: Line): string {
  const told = NEVER.test(h.span) && line?.details.find((text) => toldOn([text]));
  return told ? detail(told) : span(h.span);
}

/** A span of which neither end is known. */
const NEVER = /^\?( – \?)?$/;

/** What the dates of something held follow from. */
function Bounds({ of }: { of: Held }) {
  if (!of.bounds?.length) return null;
  return (
    <details class="bounds">
      <summary class="aside">{t("follows_from")}</summary>
      <ul>{of.bounds.map((b, k) => <li key={k}>{b.label} {day(b.date)} · {b.reason} <a class="aside" href={sourceAt(b.source)}>{t("source")}</a></li>)}</ul>
    </details>
  );
}

/** Something held, by whom it was or what it was; `proven`: with the sentences that tell it, where nothing else on the page has them. */
function HeldItem({ held: h, line, other, name, wanted, proven }: { held: Held; line?: Line; other: string; name: string; wanted: string; proven: boolean }) {
  const of = other === h.person_id ? (h.held_id ?? idOf(h.held_iri)) : h.person_id;
  const evidence = h.evidence ?? [];
  // Where no day is told, its line says at least whether it is told as past.
  const relation = NEVER.test(h.span) ? (line?.relations.join(", ") ?? "") : "";
  const about = [counted(h.articles, "articles"), h.undated > 0 && t("of_them_undated", number(h.undated)), h.on_that_day && t("on_that_day", h.on_that_day), relation].filter(Boolean).join(" · ");
  const told = <><a href={entityAt(other)}>{name}</a><span class="aside"> · {about}</span></>;
  return (
    <li>
      <span class="span">{heldWhen(h, line)}</span>
      <div>
        {proven ? <Told evidence={evidence} more={h.articles > evidence.length ? undefined : 0} all={() => evidenceBetween(of, other)} wanted={wanted}>{told}</Told> : told}
        <Bounds of={h} />
      </div>
    </li>
  );
}

/** Where a date comes from: an article, or what began or ended. */
const sourceAt = (id: string) => (/^(person|post|body|place|event|change|rank)\//.test(id) ? entityAt(id) : articleAt(id));

/** Who held it, or, of a person whose time line tells that already, what the dates follow from. */
function HeldOf({ it, lines, wanted }: { it: OnDay; lines: Lines; wanted: string }) {
  const held = (of: Entity) => ({ items: of.tenures ?? [], more: of.more_tenures ?? 0 });
  const { items, ...rest } = useParts(held(it), async (n) => held(await part(it.id, it.day, "tenures", n)));
  if (!items.length) return null;
  const held_by = HELD.includes(it.kind);
  const end = (h: Held) => (held_by ? { other: h.person_id, name: h.person } : { other: h.held_id ?? idOf(h.held_iri), name: h.held });
  const list = <><ul class="held">{items.map((h, n) => <HeldItem key={n} held={h} {...end(h)} line={lines.get(end(h).other)} wanted={wanted} proven={held_by} />)}</ul><More {...rest} /></>;
  if (held_by) return <section><h2>{t("holders")}</h2>{list}</section>;
  return (
    <section>
      <details>
        <summary><h2>{t("tenures")}</h2></summary>
        {list}
      </details>
    </section>
  );
}

function MetLine({ met }: { met: MetPerson }) {
  const [open, set] = useState(false);
  return (
    <li>
      <Opening label={`${met.events.length} ×`} title={t("events")} open={open} toggle={() => set(!open)} inside={() => <ul>{met.events.map((e) => <li key={e}>{e}</li>)}</ul>}>
        <a href={entityAt(met.id)}>{met.name}</a>
        {met.office && <span class="aside"> · {met.office}</span>}
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
const bare = (it: Entity, items: Item[]) => !items.length && !it.tenures?.length && !it.met?.length && !it.holders?.length && !it.former_holders?.length;

/** The sections that stand in the first column, or in the second. */
function sectionsOf(it: Entity, items: Item[], first: boolean): Section[] {
  const half = bare(it, items) ? Math.ceil(it.sections.length / 2) : 0;
  return first ? it.sections.slice(0, half) : it.sections.slice(half);
}

/** Edges that say no more than that something is or was held, which the headings of what is held say too. */
const HOLDING = /\|vg:(holdsRank|holdsPost|formerlyHeldPost)\|/;

const isHolding = (line: Line) => line.edges?.every((edge) => HOLDING.test(edge)) ?? false;

function Facts({ it, section, stays, wanted }: { it: OnDay; section: Section; stays(line: Line): boolean; wanted: string }) {
  const told = (of?: Section) => ({ items: of?.lines ?? [], more: of?.more ?? 0 });
  const next = async (n: number) => told((await part(it.id, it.day, "sections", n)).sections.find((s) => s.title === section.title));
  const { items, ...rest } = useParts(told(section), next);
  const lines = items.filter(stays);
  const alike = new Set(lines.map((line) => line.relations.join())).size === 1;
  const plain = (line: Line) => isHolding(line) || (alike && line.relations.length === 1) || CALLED.test(line.id ?? "");
  return (
    <section>
      <h2>{section.title}</h2>
      <ul class="lines">{lines.map((l, n) => <LineOf key={n} of={it.id} line={l} wanted={wanted} plain={plain(l)} />)}</ul>
      <More {...rest} />
    </section>
  );
}

/** What people hold, and so is a page of holders. */
const HELD = ["post", "rank"];

/** An entity as of a day, or of none where the day asked for is wrong or too early. */
interface OnDay extends Entity {
  day: string;
  /** What is wrong with the day asked for. */
  wrong: string;
}

/** The page stays whatever day is asked for: of a day before anything was known it tells who is meant, and no more. */
async function onDay(id: string, asked: string, signal: AbortSignal): Promise<OnDay> {
  const date = typed(asked);
  if (asked && !date) return { ...(await entity(id, "", signal)), day: "", wrong: `${t("no_date", asked, t("as_of_hint"))} ${t("as_of_no_day")}` };
  try {
    return { ...(await entity(id, date, signal)), day: date, wrong: "" };
  } catch (error) {
    if (!(error instanceof Refused && error.code === "not_yet_known")) throw error;
    const nothing = { sections: [], articles: [], more_articles: 0, met: [], tenures: [], more_tenures: 0, holders: [], more_holders: 0, former_holders: [], more_former_holders: 0, lifetime: [], conflict_list: [], more_conflicts: 0, namesakes: [], more_namesakes: 0 };
    return { ...(await entity(id, "", signal)), ...nothing, day: date, wrong: t("as_of_none", day(date)) };
  }
}

/** What had happened or begun by a day; of what has no day of its own, what the page tells as of that day. */
function happenedBy(items: Item[], date: string, lines: Lines): Item[] {
  return date ? items.filter((i) => (i.date ? i.date.slice(0, date.length) <= date : lines.has(i.target.id))) : items;
}

/** The articles that all on the page rests on, the latest first. */
function ToldBy({ it }: { it: OnDay }) {
  const told = (of: Entity) => ({ items: of.articles, more: of.more_articles ?? 0 });
  const { items, ...rest } = useParts(told(it), async (n) => told(await part(it.id, it.day, "articles", n)));
  if (!items.length) return null;
  return (
    <section class="told-by">
      <h2>{t("told_by")} ({number(items.length + rest.more)})</h2>
      {it.day && <p class="aside">{t("told_by_day", day(it.day))}</p>}
      <Articles of={items} />
      <More {...rest} />
    </section>
  );
}

function Page({ told, times, asked, wanted }: { told: OnDay; times: Part<Item>; asked: string; wanted: string }) {
  const { items, ...rest } = useParts(times, (n) => timeline(told.id, told.day, n));
  const lines: Lines = new Map(told.sections.flatMap((s) => s.lines.map((l) => [l.id ?? idOf(l.iri), l] as const)));
  const happened = happenedBy(items, told.day, lines);
  // Who held a post or rank stands in a list of its own, and nowhere else.
  const apart = HELD.includes(told.kind);
  const shown = happened.filter((i) => !apart || !HELD.includes(i.kind));
  const stays = (line: Line) => !(apart && isHolding(line));
  const it = { ...told, sections: told.sections.filter((s) => s.lines.some(stays)) };
  const untold = (i: Item) => !i.date && !HELD.includes(i.kind) && !lines.has(i.target.id);
  const left = told.day && !told.wrong ? (told.dayless ?? 0) + items.filter(untold).length : 0;
  return (
    <article class="entity">
      <Header it={it} asked={asked} left={left} />
      <NamesakesOf it={it} />
      <ConflictsOf it={it} />
      <div class={bare(it, shown) ? "columns" : "columns uneven"}>
        <div>
          {it.kind === "body" && <Holders it={it} day={it.day} wanted={wanted} />}
          {it.kind === "body" && <FormerHolders it={it} day={it.day} wanted={wanted} />}
          {apart && <HeldOf it={it} lines={lines} wanted={wanted} />}
          {sectionsOf(it, shown, true).map((s) => <Facts key={s.title} it={it} section={s} stays={stays} wanted={wanted} />)}
          {shown.length > 0 && (
            <section>
              <h2>{t("timeline")}</h2>
              <Timeline of={it.id} items={shown} lines={lines} wanted={wanted} />
              <More {...rest} />
            </section>
          )}
          {it.sections.length === 0 && shown.length === 0 && !it.tenures?.length && <p class="aside">{t("nothing_known")}</p>}
          {!apart && <HeldOf it={it} lines={lines} wanted="" />}
          <Met it={it} />
        </div>
        <div class="side">
          {sectionsOf(it, shown, false).map((s) => <Facts key={s.title} it={it} section={s} stays={stays} wanted={wanted} />)}
          <ToldBy it={told} />
        </div>
      </div>
    </article>
  );
}

/** The words of an id, to search for where there is no such entity. */
const wordsOf = (id: string) => id.slice(id.indexOf("/") + 1).replace(/-+/g, " ").trim();

/** Who or what it is, and how one knows. */
export function EntityPage({ id, asOf }: { id: string; asOf: string }) {
  const asked = useAsked((s) => onDay(id, asOf, s), [id, asOf]);
  const times = useAsked((s) => timeline(id, typed(asOf), 0, s), [id, asOf]);
  const { hash } = usePlace();
  const [wanted] = useState(hash);
  useTitle(asked.value?.name ?? (asked.error instanceof Refused && asked.error.choices.length ? t("choices_title") : ""));
  // Which line the address means can be told once all are there.
  const ready = Boolean(times.value ?? times.error);
  return (
    <Answer asked={asked} words={wordsOf(id)}>
      {(it) => <Page key={`${it.id} ${it.day}`} told={it} times={times.value ?? { items: [], more: 0 }} asked={asOf} wanted={ready ? wanted : ""} />}
    </Answer>
  );
}
