import type { Asked } from "../use";
import { Refused } from "../api";
import { t } from "../i18n";
import type { Word } from "../words";
import { BriefLine } from "./brief";
import type { ComponentChildren } from "preact";

/** What the page says to each code of the server's. */
const CODES: Record<string, Word> = {
  unknown_id: "refused_unknown", unknown_address: "refused_unknown", unknown_edge: "refused_unknown", unknown_article: "refused_article", not_yet_known: "refused_then", several: "choices",
  same_ends: "refused_same", too_long: "refused_long", busy: "refused_busy", too_slow: "refused_slow", failed: "refused_broken",
};

/** Why there is no answer, in the words of the page. */
const reason = (error: Error): Word => (error instanceof Refused ? (CODES[error.code] ?? "refused_asked") : "unreachable");

/** What is shown instead of an answer that is not there. */
export function Failure({ error }: { error: Error }) {
  const { near = [], choices = [] } = error instanceof Refused ? error : {};
  const offered = choices.length ? choices : near;
  return (
    <div class="notice bad" role="alert">
      <p>
        <strong>{t("failed")}.</strong> {t(reason(error))}
      </p>
      {error instanceof Refused && error.message && <details><summary class="aside">{t("server_says")}</summary><p lang="en">{error.message}</p></details>}
      {offered.length > 0 && (
        <>
          {!choices.length && <p>{t("near")}</p>}
          <ul class="briefs">{offered.map((b) => <BriefLine key={b.id} brief={b} />)}</ul>
        </>
      )}
    </div>
  );
}

/** An answer, or that it is awaited, or why there is none. */
export function Answer<T>({ asked, children }: { asked: Asked<T>; children: (value: T) => ComponentChildren }) {
  if (asked.error) return <Failure error={asked.error} />;
  if (asked.value === null) return <p class="waiting" role="status">{t("loading")}</p>;
  return <div class={asked.waiting ? "stale" : undefined}>{children(asked.value)}</div>;
}
