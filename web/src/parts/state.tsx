import type { Asked } from "../use";
import { Refused } from "../api";
import { t } from "../i18n";
import { BriefLine } from "./brief";
import type { ComponentChildren } from "preact";

/** What is shown instead of an answer that is not there. */
export function Failure({ error }: { error: Error }) {
  const { near = [], choices = [] } = error instanceof Refused ? error : {};
  const offered = choices.length ? choices : near;
  return (
    <div class="notice bad" role="alert">
      <p>
        <strong>{t("failed")}.</strong> {error.message}
      </p>
      {offered.length > 0 && (
        <>
          <p>{choices.length ? t("choices") : t("near")}</p>
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
