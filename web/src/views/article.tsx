import { useEffect, useState } from "preact/hooks";
import { article } from "../api";
import { day } from "../dates";
import { number, t } from "../i18n";
import { CopyLink } from "../parts/copy";
import { FoundBy, address, shortId } from "../parts/evidence";
import { Marked } from "../parts/marked";
import { Answer } from "../parts/state";
import { entityAt, usePlace } from "../router";
import type { ArticleTold, Proven, Sentence } from "../types";
import { useAsked, useTitle } from "../use";

function Fact({ fact, chosen, choose }: { fact: Proven; chosen: boolean; choose(on: boolean): void }) {
  const name = (text: string, id?: string) => (id ? <a href={entityAt(id)}>{text}</a> : <b>{day(text)}</b>);
  return (
    <li id={shortId(fact.evidence)} class={chosen ? "chosen" : undefined} onMouseEnter={() => choose(true)} onMouseLeave={() => choose(false)} onFocusIn={() => choose(true)} onFocusOut={() => choose(false)}>
      {name(fact.subject, fact.subject_id)} <span class="relation">{fact.relation}</span> {name(fact.object, fact.object_id)}
      <span class="aside"> · <FoundBy rule={fact.by} confidence={fact.confidence} />{fact.accepted && ` · ${t("accepted")}`}</span>
    </li>
  );
}

/** A sentence, the words that prove something marked, and what they prove; of one fact that is pointed at only its words. */
function SentenceOf({ sentence, wanted }: { sentence: Sentence; wanted: string }) {
  const meant = sentence.facts.findIndex((f) => shortId(f.evidence) === wanted);
  const [pointed, point] = useState(-1);
  const chosen = pointed >= 0 ? pointed : meant;
  const ranges = sentence.facts.filter((_, n) => chosen < 0 || n === chosen).flatMap((f) => (f.within ? [f.within] : []));
  return (
    <li class="sentence">
      <blockquote lang="vi"><Marked text={sentence.text} ranges={ranges} /></blockquote>
      <ul>{sentence.facts.map((fact, n) => <Fact key={fact.evidence + n} fact={fact} chosen={n === chosen} choose={(on) => point(on ? n : -1)} />)}</ul>
    </li>
  );
}

function Told({ it }: { it: ArticleTold }) {
  const { hash } = usePlace();
  const link = address(it);
  const facts = it.sentences.reduce((n, s) => n + s.facts.length, 0);
  useTitle(it.title || it.id);
  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView({ block: "center" });
  }, [hash]);
  return (
    <article class="news">
      <header class="who">
        <p class="kicker">{t("article")}</p>
        <h1 lang="vi">{it.title || t("no_title")}</h1>
        <p class="aside">
          {[it.published && <time key="day" dateTime={it.published}>{day(it.published)}</time>, it.source && it.source !== link && it.source, it.id].filter(Boolean).map((part, n) => <>{n > 0 && " · "}{part}</>)}
        </p>
        <div class="tools">
          {link && <a class="button" href={link} target="_blank" rel="noreferrer noopener">{t("read_original")} ↗</a>}
          <CopyLink />
        </div>
      </header>
      <h2>{t("proves", number(facts), number(it.sentences.length))}</h2>
      {facts === 0 && <p class="aside">{t("proves_nothing")}</p>}
      <ol class="sentences">{it.sentences.map((s) => <SentenceOf key={s.start} sentence={s} wanted={hash} />)}</ol>
      <p class="aside">{t("only_sentences")}</p>
    </article>
  );
}

/** An article: what it is, and each of its sentences that proves something. */
export function ArticlePage({ id }: { id: string }) {
  const asked = useAsked((s) => article(id, s), [id]);
  useTitle(asked.value?.title || id);
  return <Answer asked={asked}>{(it) => <Told it={it} />}</Answer>;
}
