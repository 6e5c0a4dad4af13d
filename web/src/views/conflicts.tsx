import type { ComponentChildren } from "preact";
import { conflicts, namesakes, overview } from "../api";
import type { List } from "../api";
import { counted, number, t } from "../i18n";
import { ConflictBox } from "../parts/conflict";
import { More, useParts } from "../parts/more";
import { Answer } from "../parts/state";
import { entityAt } from "../router";
import type { Conflict, Namesakes } from "../types";
import { useAsked, useTitle } from "../use";

const MOST = 50;

type Bearer = Namesakes["people"][number];

/** What an id ends with where neither office nor place tells people of a name apart. */
const HASH = /^[0-9a-f]{6,}$/;

/** The post that tells somebody of a name apart: one in the body that the id names, if there is one; else the body or place. */
function apart({ id, posts }: Bearer): string {
  const body = id.split("--").slice(1).find((part) => !HASH.test(part)) ?? "";
  const own = (post: string) => Boolean(body) && post.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").endsWith(body);
  return posts.find(own) ?? posts[0] ?? body.replaceAll("-", " ");
}

/** From which year to which the articles tell of somebody. */
function years({ told }: Bearer): string {
  return told ? [...new Set(told.map((d) => d.slice(0, 4)))].join("–") : "";
}

function Bearers({ it }: { it: Namesakes }) {
  const [one, other = one] = it.name.split(" / ");
  const nameOf = (p: Bearer) => (it.differ && p !== it.people[0] ? other : one);
  const link = (id: string, named: boolean) => {
    const p = it.people.find((p) => p.id === id);
    return <a href={entityAt(id)}>{p ? [(named || !apart(p)) && nameOf(p), apart(p)].filter(Boolean).join(", ") : id}</a>;
  };
  return (
    <li>
      <h3>{it.name}{it.differ && <span class="aside"> · {it.differ}</span>}</h3>
      <ul>
        {it.people.map((p) => (
          <li key={p.id}>
            {link(p.id, true)}
            <span class="aside"> · {[p.posts.length > 1 && t("and_posts", p.posts.length - 1), years(p), counted(p.articles, "articles")].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
      {it.undecided.map(([a, b]) => (
        <p class="aside" key={a + b}>{t("undecided_pair")} {link(a, Boolean(it.differ))} / {link(b, Boolean(it.differ))}</p>
      ))}
    </li>
  );
}

/** A list of which more is loaded where it ends. */
function Rest<T>({ first, next, list }: { first: List<T>; next(offset: number): Promise<List<T>>; list(items: T[]): ComponentChildren }) {
  const part = (from: number, { items, total }: List<T>) => ({ items, more: Math.max(0, total - from - items.length) });
  const { items, ...rest } = useParts(part(0, first), async (n) => part(n * MOST, await next(n * MOST)));
  return <>{list(items)}<More {...rest} /></>;
}

/** What contradicts each other, and who might be one. */
export function Conflicts() {
  const told = useAsked((s) => conflicts(MOST, 0, s), []);
  const { value: all } = useAsked(overview, []);
  const names = useAsked((s) => namesakes(MOST, 0, s), []);
  useTitle(t("unsettled"));
  const boxes = (items: Conflict[]) => (items.length ? <>{items.map((c) => <ConflictBox key={c.iri} it={c} />)}</> : <p class="aside">{t("no_conflicts")}</p>);
  const bearers = (items: Namesakes[]) => (items.length ? <ul class="namesakes">{items.map((n) => <Bearers key={n.name} it={n} />)}</ul> : <p class="aside">{t("no_namesakes")}</p>);
  return (
    <>
      <h1>{t("unsettled")}</h1>
      <p class="lead">{t("conflicts_lead")}</p>
      {all && all.dateless > 0 && all.dateless === all.counts.articles && <p class="notice">{t("dateless_all")}</p>}
      <p class="filters">
        {told.value && <a href="#told">{t("conflicts")} ({number(told.value.total)})</a>}
        {names.value && <a href="#names">{t("namesakes")} ({number(names.value.total)})</a>}
      </p>
      <section class="conflicts" id="told">
        <h2>{t("conflicts")}</h2>
        <Answer asked={told}>{(first) => <Rest first={first} next={(from) => conflicts(MOST, from)} list={boxes} />}</Answer>
      </section>
      <section id="names">
        <h2>{t("namesakes")}</h2>
        <Answer asked={names}>{(first) => <Rest first={first} next={(from) => namesakes(MOST, from)} list={bearers} />}</Answer>
      </section>
    </>
  );
}
