import { evidenceBetween, part } from "../api";
import { day, span } from "../dates";
import { counted, t } from "../i18n";
import { entityAt, idOf } from "../router";
import type { Entity, Held } from "../types";
import { Told } from "./lines";
import { More, useParts } from "./more";

interface Props {
  it: Entity;
  /** The day the page is of. */
  day: string;
  wanted: string;
}

function Holder({ held, when, wanted }: { held: Held; when: string; wanted: string }) {
  const post = held.held_id ?? idOf(held.held_iri);
  const evidence = held.evidence ?? [];
  return (
    <li>
      <span class="span">{when}</span>
      <Told evidence={evidence} more={held.articles > evidence.length ? undefined : 0} all={() => evidenceBetween(held.person_id, post)} wanted={wanted}>
        <a href={entityAt(held.person_id)}>{held.person}</a>
        <span class="relation"> · </span><a href={entityAt(post)}>{held.held}</a>
        {held.certainty === "possible" && <span class="aside"> · {t("on_that_day", held.on_that_day ?? "")}</span>}
      </Told>
    </li>
  );
}

/** Whether nothing is told of when somebody held something. */
const dayless = (h: Held) => !h.certainty;

/** Who holds the posts of a body: on a day, and those of whom no day is told. */
export function Holders({ it, day: asked, wanted }: Props) {
  const held = (of: Entity) => ({ items: of.holders ?? [], more: of.more_holders ?? 0 });
  const { items, ...rest } = useParts(held(it), async (n) => held(await part(it.id, asked, "holders", n)));
  if (!items.length) return null;
  const [dated, undated] = [items.filter((h) => !dayless(h)), items.filter(dayless)];
  return (
    <section class="holders">
      <h2>{t("posts_held")}</h2>
      {dated.length > 0 && it.holders_on && <p class="aside">{t(asked ? "held_on" : "held_last", day(it.holders_on))}</p>}
      <ul class="held">{dated.map((h, n) => <Holder key={n} held={h} when={span(h.span)} wanted={wanted} />)}</ul>
      {undated.length > 0 && (
        <>
          <h3>{t("held_undated")}</h3>
          <p class="aside">{t("held_undated_lead")}</p>
          <ul class="held">{undated.map((h, n) => <Holder key={n} held={h} when={counted(h.articles, "articles")} wanted={wanted} />)}</ul>
        </>
      )}
      <More {...rest} />
    </section>
  );
}

/** Whether a date comes from an article, and not from what began or ended by law. */
const told = (source: string) => !/^(body|place)\//.test(source);

/** Who held the posts of a body before, the last first. */
export function FormerHolders({ it, day: asked, wanted }: Props) {
  const held = (of: Entity) => ({ items: of.former_holders ?? [], more: of.more_former_holders ?? 0 });
  const { items, ...rest } = useParts(held(it), async (n) => held(await part(it.id, asked, "former_holders", n)));
  if (!items.length) return null;
  const when = (h: Held) => (h.bounds?.some((b) => told(b.source)) ? span(h.span) : counted(h.articles, "articles"));
  return (
    <section class="holders">
      <h2>{t("posts_held_before")}</h2>
      <p class="aside">{t("posts_held_before_lead")}</p>
      <ul class="held">{items.map((h, n) => <Holder key={n} held={h} when={when(h)} wanted={wanted} />)}</ul>
      <More {...rest} />
    </section>
  );
}
