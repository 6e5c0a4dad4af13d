import { overview } from "../api";
import { day } from "../dates";
import { number, t } from "../i18n";
import { BriefLine } from "../parts/brief";
import { SearchBox } from "../parts/searchbox";
import { Answer } from "../parts/state";
import { Mark } from "../parts/badge";
import { aside } from "../parts/brief";
import { entityAt, spoken } from "../router";
import type { Brief, Overview } from "../types";
import { useAsked, useTitle } from "../use";
import { BROKEN_OFF } from "../words";

const COUNTED = ["articles", "people", "posts", "bodies", "provinces", "events", "links"] as const;

function Numbers({ it }: { it: Overview }) {
  const all = it.dateless > 0 && it.dateless === it.counts.articles;
  const some = it.dateless > 0 && !all;
  return (
    <section aria-label={t("about_graph")}>
      <dl class="numbers">
        {COUNTED.map((what) => (
          <div key={what}>
            <dt>{t(what)}</dt>
            <dd>{number(it.counts[what] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      {(it.span || some) && <p class="aside">{[it.span && t("told_between", day(it.span.from), day(it.span.to)), some && t("dateless_some", number(it.dateless))].filter(Boolean).join(" ")}</p>}
      {all && <p class="notice">{t("dateless_all")}</p>}
      {it.counts.articles === 0 && <p class="notice">{t("empty")}</p>}
    </section>
  );
}

/** How long a name may be in a list. */
const LONG = 110;

/** A name as it stands in a list: a long one ends at a word, one that breaks off in the middle of what it says shows it. */
function cut(name: string): string {
  const whole = name.length <= LONG;
  const kept = whole ? name : name.slice(0, name.lastIndexOf(" ", LONG));
  const end = kept.replace(BROKEN_OFF, "");
  return whole && end === name ? name : `${end} …`;
}

/** How many of the newest events are told at least, if there are so many. */
const LEAST = 5;

/** Events of which somebody or some place is told; of others too where those are few. */
function telling(newest: Brief[]): Brief[] {
  const told = newest.filter((b) => b.degree > 1);
  return told.length >= LEAST ? told : newest;
}

function Event({ brief }: { brief: Brief }) {
  return (
    <li class="dated">
      <time dateTime={brief.date ?? undefined}>{day(brief.date)}</time>
      <Mark shape={brief.shape} colour={brief.colour} />
      <span>
        <a href={entityAt(brief.id)}>{cut(brief.name)}</a><span class="aside">{aside({ ...brief, date: null, caption: brief.caption.split(" · ").filter((c) => c !== brief.date).join(" · ") })}</span>
      </span>
    </li>
  );
}

export function Start() {
  const asked = useAsked(overview, []);
  useTitle("");
  return (
    <div class="start">
      <h1 class="masthead">{asked.value?.title || "vietgraph"}</h1>
      <p class="tagline">{t("tagline")}</p>
      <SearchBox focus large />
      <p class="aside help">{t("search_help")} <span class="keys">{t("search_keys")}</span></p>
      <Answer asked={asked}>
        {(it) => (
          <>
            <Numbers it={it} />
            <div class="columns">
              <section>
                <h2>{t("newest_events")}</h2>
                {it.newest.length === 0 && <p class="aside">{t("no_newest")}</p>}
                <ul class="briefs">{telling(it.newest).map((b) => <Event key={b.id} brief={b} />)}</ul>
              </section>
              <section>
                <h2>{t("best_connected")}</h2>
                <ul class="briefs">{it.connected.map((b) => <BriefLine key={b.id} brief={b} />)}</ul>
                {it.conflicts + it.undecided > 0 && (
                  <div class="notice">
                    <strong>{t("to_settle")}:</strong> <a href={spoken("/conflicts")}>{[it.conflicts && t("open_conflicts", number(it.conflicts)), it.undecided && t("open_namesakes", number(it.undecided))].filter(Boolean).join("; ")}</a>.
                  </div>
                )}
              </section>
            </div>
          </>
        )}
      </Answer>
    </div>
  );
}
