import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import { day } from "../dates";
import { t } from "../i18n";
import type { ArticleOf, Evidence } from "../types";
import { articleAt } from "../router";
import { confidenceOf, finderName } from "../rules";
import { Copy } from "./copy";
import { Marked, type Ranges } from "./marked";

/** Where the quoted words stand in their sentence. */
function within(e: Evidence): Ranges {
  if (e.within) return [e.within];
  const at = e.quote ? e.sentence.indexOf(e.quote) : -1;
  if (at < 0) return [];
  const from = [...e.sentence.slice(0, at)].length;
  return [[from, from + [...e.quote].length]];
}

/** What is found in one sentence, by several cues maybe, stands together. */
export function bySentence(proofs: Evidence[]): Evidence[][] {
  return [...Map.groupBy(proofs, (p) => `${p.id} ${p.sentence}`).values()];
}

/** Only the web's own addresses become links: articles are not to be trusted. */
export function address(e: { url?: string | null; source?: string | null; article?: string }): string | null {
  for (const told of [e.url, e.source, e.article]) {
    try {
      const url = new URL(told ?? "");
      if (/^https?:$/.test(url.protocol) && !url.pathname.includes("/id/article/")) return url.href;
    } catch {
      // Not an address: a file's name, or nothing.
    }
  }
  return null;
}

export const shortId = (iri: string) => iri.slice(iri.lastIndexOf("/") + 1);

/** Whether there are pages to lead to: not in a file that is sent by mail. */
export const Paged = createContext(true);

/** The title of an article, which leads to its page here, and the way to where it stands on the web. */
function Title({ of, evidence }: { of: ArticleOf; evidence?: string }) {
  const paged = useContext(Paged);
  const link = address(of);
  const title = of.title || of.id || t("no_title");
  const out = (text: string) => <a href={link as string} target="_blank" rel="noreferrer noopener">{text}</a>;
  if (!paged) return <cite lang="vi">{link ? out(title) : title}</cite>;
  return (
    <>
      <cite lang="vi"><a href={articleAt(of.id, evidence)}>{title}</a></cite>
      {link && <> · {out(`${t("original")} ↗`)}</>}
    </>
  );
}

/** What found the words, and how often it is right. */
export function FoundBy({ rule, confidence }: { rule: string; confidence?: number }) {
  return (
    <>
      <span title={rule}>{finderName(rule)}</span>
      {confidence !== undefined && <> · <span class="confidence" title={t("confidence")}>{confidenceOf(confidence)}</span></>}
    </>
  );
}

/** A sentence with all the words in it that prove something. */
export function Proof({ proofs }: { proofs: Evidence[] }) {
  const [proof] = proofs;
  const link = address(proof);
  const finders = [...new Map(proofs.map((p) => [p.rule ?? p.found_by, p])).entries()];
  const ids = [...new Set(proofs.map((p) => p.evidence))].join(" ");
  return (
    <figure class="proof" data-evidence={shortId(proof.evidence)}>
      <blockquote lang="vi"><Marked text={proof.sentence} ranges={proofs.flatMap(within)} /></blockquote>
      <figcaption>
        <Title of={proof} evidence={shortId(proof.evidence)} />
        {proof.published && <> · <time dateTime={proof.published}>{day(proof.published)}</time></>}
        {proof.source && !link && <> · {proof.source}</>}
        {finders.map(([rule, p]) => rule && <span key={rule}> · <FoundBy rule={rule} confidence={p.confidence} /></span>)}
        {proofs.some((p) => p.accepted) && <> · {t("accepted")}</>}
        <> · <Copy text={ids} label={t("copy_evidence")} title={t("evidence_id", ids)} /></>
      </figcaption>
    </figure>
  );
}

/** Some articles as a list. */
export function Articles({ of }: { of: ArticleOf[] }) {
  return (
    <ul class="lines">
      {of.map((a) => (
        <li key={a.id}>
          <Title of={a} />
          <span class="aside">{a.published && <> · {day(a.published)}</>}{a.source && <> · {a.source}</>}</span>
        </li>
      ))}
    </ul>
  );
}

interface ProofsProps {
  proofs: Evidence[];
  /** How many sentences are shown at first. */
  most?: number;
  /** How many there are beside those given; `undefined` where there may be some. */
  more?: number;
  /** Where all of them are to be had, if not all are given. */
  all?: () => Promise<Evidence[]>;
}

/** Sentences that prove something, and a button that shows the rest of them. */
export function Proofs({ proofs, most = 12, more, all }: ProofsProps) {
  const [every, set] = useState<Evidence[] | null>(null);
  const [error, fail] = useState<Error | null>(null);
  const sentences = bySentence(every ?? proofs);
  const left = Math.max(0, sentences.length - most) + (more ?? 0);
  if (!proofs.length) return <p class="aside">{t("no_evidence")}</p>;
  const show = () => (all ? all().then(set, fail) : set(proofs));
  const maybe = more === undefined && all !== undefined;
  return (
    <div class="proofs">
      {(every ? sentences : sentences.slice(0, most)).map((s) => <Proof key={s[0].evidence + s[0].id} proofs={s} />)}
      {error && <p role="alert">{t("failed")}.</p>}
      {!every && (left > 0 || maybe) && <button type="button" class="plain" onClick={show}>{left > 0 ? t("more_evidence", left) : t("all_evidence")}</button>}
    </div>
  );
}
