import { day } from "../dates";
import { counted, t } from "../i18n";
import { entityAt } from "../router";
import type { Conflict, Named } from "../types";
import { Proofs } from "./evidence";

const Names = ({ of }: { of: Named[] }) => <>{of.map((n, at) => <span key={n.id}>{at > 0 && ", "}<a href={entityAt(n.id)}>{n.name}</a></span>)}</>;

/** A contradiction, with the words of both sides. */
export function ConflictBox({ it }: { it: Conflict }) {
  return (
    <article class="conflict">
      <h3>{it.label} <span class="aside">· {it.gravity_label}{it.settled && ` · ${t("settled")}`}</span></h3>
      <p><Names of={it.about} /></p>
      <div class="sides">
        {it.sides.map((side, n) => (
          <div key={n}>
            <p>
              <strong>{t("side", n + 1)}:</strong> {side.relation && `${side.relation} `}<Names of={side.says} />
              <span class="aside"> · {[side.from, side.until !== side.from && side.until].filter(Boolean).map((d) => day(d as string)).join(" – ")} · {counted(side.articles, "articles")}{side.accepted && ` · ${t("accepted")}`}</span>
            </p>
            <Proofs proofs={side.evidence} most={4} />
          </div>
        ))}
      </div>
    </article>
  );
}
