import { day, t } from "../i18n";
import type { Evidence } from "../types";
import { Copy } from "./copy";

/** A sentence in three: before the quoted words, they themselves, after them. */
export function marked(e: Evidence): [string, string, string] {
  const letters = [...e.sentence];
  const told = letters.slice(e.start, e.end).join("");
  if (told === e.quote && e.quote) return [letters.slice(0, e.start).join(""), told, letters.slice(e.end).join("")];
  const at = e.sentence.indexOf(e.quote);
  if (at < 0 || !e.quote) return [e.sentence, "", ""];
  return [e.sentence.slice(0, at), e.quote, e.sentence.slice(at + e.quote.length)];
}

/** Only the web's own addresses become links: articles are not to be trusted. */
function address(e: Evidence): string | null {
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

export function Proof({ proof }: { proof: Evidence }) {
  const [before, words, after] = marked(proof);
  const link = address(proof);
  const title = proof.title || proof.id || t("no_title");
  const rule = proof.rule ?? proof.found_by;
  return (
    <figure class="proof" data-evidence={shortId(proof.evidence)}>
      <blockquote lang="vi">
        {before}
        {words && <mark>{words}</mark>}
        {after}
      </blockquote>
      <figcaption>
        <cite lang="vi">{link ? <a href={link} target="_blank" rel="noreferrer noopener">{title}</a> : title}</cite>
        {proof.published && <> · <time dateTime={proof.published}>{day(proof.published)}</time></>}
        {proof.source && !link && <> · {proof.source}</>}
        {rule && <> · <span title={rule}>{t("rule")} {shortId(rule)}</span></>}
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
        {each.map((p) => {
          const link = address(p);
          const title = p.title || p.id || t("no_title");
          return (
            <li key={p.id}>
              <cite lang="vi">{link ? <a href={link} target="_blank" rel="noreferrer noopener">{title}</a> : title}</cite>
              <span class="aside">{p.published && <> · {day(p.published)}</>}{p.source && <> · {p.source}</>}</span>
            </li>
          );
        })}
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
