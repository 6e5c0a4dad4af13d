import { useEffect, useState } from "preact/hooks";
import { search } from "../api";
import { counted, kindName, t } from "../i18n";
import { BriefLine } from "../parts/brief";
import { spoken } from "../router";
import { Answer } from "../parts/state";
import type { Brief } from "../types";
import { useAsked, useTitle } from "../use";

const KINDS = ["person", "post", "body", "place", "event", "change", "award", "rank"];
const PAGE = 30;

/** What a search found. */
export function Results({ query, kind }: { query: string; kind: string }) {
  const [more, setMore] = useState<Brief[]>([]);
  const asked = useAsked((s) => search(query, kind, PAGE, 0, s), [query, kind]);
  useEffect(() => setMore([]), [query, kind]);
  useTitle(query);
  const link = (to: string, q = query) => spoken(`/?${new URLSearchParams(to ? { q, kind: to } : { q })}`);
  return (
    <>
      <h1>
        {t("results_for")} “{query}”
      </h1>
      <nav class="filters" aria-label={t("classes")}>
        {["", ...KINDS].map((k) => (
          <a key={k} href={link(k)} aria-current={k === kind ? "true" : undefined}>{k ? kindName(k) : t("all")}</a>
        ))}
      </nav>
      <Answer asked={asked}>
        {(found) => {
          const hits = [...found.hits, ...more];
          const next = async () => setMore([...more, ...(await search(query, kind, PAGE, hits.length)).hits]);
          return (
            <>
              <p class="aside" role="status">{found.similar ? t("similar") : found.total ? counted(found.total, "results") : t(kind ? "no_results" : "no_match")}</p>
              {found.shorter.length > 0 && <p>{t("shorter")} {found.shorter.map((text, n) => <span key={text}>{n > 0 && " · "}<a href={link(kind, text)}>{text}</a></span>)}</p>}
              <ul class="briefs results">{hits.map((b) => <BriefLine key={b.id} brief={b} />)}</ul>
              {hits.length < found.total && <button type="button" onClick={next}>{t("more")}</button>}
            </>
          );
        }}
      </Answer>
    </>
  );
}
