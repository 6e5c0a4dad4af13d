import { useState } from "preact/hooks";
import { conflicts, namesakes } from "../api";
import { day, number, t } from "../i18n";
import { ConflictBox } from "../parts/conflict";
import { Answer } from "../parts/state";
import { entityAt } from "../router";
import type { Namesakes } from "../types";
import { useAsked, useTitle } from "../use";

const MOST = 50;

function Bearers({ it }: { it: Namesakes }) {
  return (
    <li>
      <h3>{it.name}{it.differ && <span class="aside"> · {it.differ}</span>}</h3>
      <ul>
        {it.people.map((p) => (
          <li key={p.id}>
            <a href={entityAt(p.id)}>{p.id.replace(/^person\//, "")}</a>
            <span class="aside"> · {[p.posts.join("; "), p.told && [...new Set(p.told)].map(day).join(" – "), `${number(p.articles)} ${t("articles")}`].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
      {it.undecided.map(([a, b]) => (
        <p class="aside" key={a + b}>{t("undecided_pair")} <a href={entityAt(a)}>{a.replace(/^person\//, "")}</a> / <a href={entityAt(b)}>{b.replace(/^person\//, "")}</a></p>
      ))}
    </li>
  );
}

/** What contradicts each other, and who might be one. */
export function Conflicts() {
  const [upTo, setUpTo] = useState(MOST);
  const told = useAsked((s) => conflicts(upTo, s), [upTo]);
  const names = useAsked((s) => namesakes(upTo, s), [upTo]);
  useTitle(t("conflicts"));
  const more = Math.max(told.value?.total ?? 0, names.value?.total ?? 0) > upTo;
  return (
    <>
      <h1>{t("conflicts")}</h1>
      <p class="lead">{t("conflicts_lead")}</p>
      <div class="columns uneven">
        <section>
          <h2>{t("conflicts")}</h2>
          <Answer asked={told}>{({ items }) => (items.length ? <>{items.map((c) => <ConflictBox key={c.iri} it={c} />)}</> : <p class="aside">{t("no_conflicts")}</p>)}</Answer>
        </section>
        <section class="side">
          <h2>{t("namesakes")}</h2>
          <Answer asked={names}>{({ items }) => (items.length ? <ul class="namesakes">{items.map((n) => <Bearers key={n.name} it={n} />)}</ul> : <p class="aside">{t("no_namesakes")}</p>)}</Answer>
        </section>
      </div>
      {more && <button type="button" onClick={() => setUpTo(upTo + MOST)}>{t("more")}</button>}
    </>
  );
}
