import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { day } from "../dates";
import { t } from "../i18n";
import type { Evidence } from "../types";
import { articleAt } from "../router";
import { finderName } from "../rules";
import { Copy } from "./copy";

/** A sentence in three: before the quoted words, they themselves, after them. */
export function marked(e: Evidence): [string, string, string] {
  if (e.within) {
    const letters = [...e.sentence];
    return [letters.slice(0, e.within[0]).join(""), letters.slice(...e.within).join(""), letters.slice(e.within[1]).join("")];
  }
  const at = e.sentence.indexOf(e.quote);
  if (at < 0 || !e.quote) return [e.sentence, "", ""];
  return [e.sentence.slice(0, at), e.quote, e.sentence.slice(at + e.quote.length)];
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
function Title({ of, evidence }: { of: Evidence; evidence?: string }) {
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

export function Proof({ proof }: { proof: Evidence }) {
  const [before, words, after] = marked(proof);
  const link = address(proof);
  const rule = proof.rule ?? proof.found_by;
  return (
    <figure class="proof" data-evidence={shortId(proof.evidence)}>
      <blockquote lang="vi">
        {before}
        {words && <mark>{words}</mark>}
        {after}
      </blockquote>
      <figcaption>
        <Title of={proof} evidence={shortId(proof.evidence)} />
        {proof.published && <> · <time dateTime={proof.published}>{day(proof.published)}</time></>}
        {proof.source && !link && <> · {proof.source}</>}
        {rule && <> · <span title={rule}>{finderName(rule)}</span></>}
        {proof.accepted && <> · {t("accepted")}</>}
        <> · <Copy text={proof.evidence} label={t("copy_evidence")} title={proof.evidence} /></>
      </figcaption>
    </figure>
  );
}

/** The articles that some evidence is from, each once, the latest first. */
export function Articles({ proofs }: { proofs: Evidence[] }) {
  const each = [...new Map(proofs.map((p) => [p.id, p])).values()].sort((a, b) => (b.published ?? "").localeCompare(a.published ?? ""));
  if (!each.length) return null;
  return (
    <section>
      <h2>{t("told_by")}</h2>
      <ul class="lines">
        {each.map((p) => (
          <li key={p.id}>
            <Title of={p} />
            <span class="aside">{p.published && <> · {day(p.published)}</>}{p.source && <> · {p.source}</>}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Proofs({ proofs, most = 12, more = 0 }: { proofs: Evidence[]; most?: number; more?: number }) {
  const left = Math.max(0, proofs.length - most) + more;
  if (!proofs.length) return <p class="aside">{t("no_evidence")}</p>;
  return (
    <div class="proofs">
      {proofs.slice(0, most).map((p) => <Proof key={p.evidence + p.id} proof={p} />)}
      {left > 0 && <p class="aside">{t("more_evidence", left)}</p>}
    </div>
  );
}
