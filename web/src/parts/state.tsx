import type { Asked } from "../use";
import { Refused } from "../api";
import { t } from "../i18n";
import type { Word } from "../words";
import { BriefLine } from "./brief";
import type { ComponentChildren } from "preact";

/** Why there is no answer, in a word of the page. */
function reason(error: Error): Word {
  if (!(error instanceof Refused)) return "unreachable";
  const { status, near, choices } = error;
  if (choices.length) return "choices";
  if (status === 404) return near.length || !new URLSearchParams(location.search).has("as_of") ? "refused_unknown" : "refused_then";
  return status < 500 && status !== 429 ? "refused_asked" : status === 503 || status === 504 || status === 429 ? "refused_busy" : "refused_broken";
}

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
