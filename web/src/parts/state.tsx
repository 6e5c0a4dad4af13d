import type { Asked } from "../use";
import { Refused } from "../api";
import { t } from "../i18n";
import type { Word } from "../words";
import { spoken } from "../router";
import type { Brief } from "../types";
import { BriefLine } from "./brief";
import type { ComponentChildren } from "preact";

/** What the page says to each code of the server's. */
const CODES: Record<string, Word> = {
  unknown_id: "refused_unknown", unknown_address: "refused_unknown", unknown_edge: "refused_unknown", unknown_article: "refused_article", not_yet_known: "refused_then", 
  same_ends: "refused_same", too_long: "refused_long", busy: "refused_busy", too_slow: "refused_slow", failed: "refused_broken",
};

/** Why there is no answer, in the words of the page. */
const reason = (error: Error): Word => (error instanceof Refused ? (CODES[error.code] ?? "refused_asked") : "unreachable");

/** Several that an id may mean: nothing failed, one has to be chosen. */
function Choices({ of }: { of: Brief[] }) {
  return (
    <div class="notice" role="status">
      <h1>{t("choices")}</h1>
      <ul class="briefs">{of.map((b) => <BriefLine key={b.id} brief={b} />)}</ul>
    </div>
  );
}

/** What is shown instead of an answer that is not there; `words` may be searched for instead. */
export function Failure({ error, words = "" }: { error: Error; words?: string }) {
  const { near = [], choices = [] } = error instanceof Refused ? error : {};
  if (choices.length) return <Choices of={choices} />;
  return (
    <div class="notice bad" role="alert">
      <p>
        <strong>{t("failed")}.</strong> {t(reason(error))}
      </p>
      {error instanceof Refused && error.message && <details><summary class="aside">{t("server_says")}</summary><p lang="en">{error.message}</p></details>}
      {words && error instanceof Refused && CODES[error.code] === "refused_unknown" && <p><a class="button" href={spoken(`/?${new URLSearchParams({ q: words })}`)}>{t("search_instead", words)}</a></p>}
      {near.length > 0 && (
        <>
          <p>{t("near")}</p>
          <ul class="briefs">{near.map((b) => <BriefLine key={b.id} brief={b} />)}</ul>
        </>
      )}
    </div>
  );
}

/** An answer, or that it is awaited, or why there is none. */
export function Answer<T>({ asked, words, children }: { asked: Asked<T>; words?: string; children: (value: T) => ComponentChildren }) {
  if (asked.error) return <Failure error={asked.error} words={words} />;
  if (asked.value === null) return <p class="waiting" role="status">{t("loading")}</p>;
  return <div class={asked.waiting ? "stale" : undefined}>{children(asked.value)}</div>;
}
