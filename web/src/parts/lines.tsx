import { useEffect, useRef } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { rewrite } from "../router";
import { t } from "../i18n";
import type { Evidence } from "../types";
import { Proofs, shortId } from "./evidence";

/** A line that opens its evidence; open, it stands in the address, so that a link shows it open. */
export function Told({ children, evidence, wanted }: { children: ComponentChildren; evidence: Evidence[]; wanted?: string }) {
  const box = useRef<HTMLDetailsElement>(null);
  const first = evidence[0] && shortId(evidence[0].evidence);
  const meant = Boolean(wanted && evidence.some((e) => shortId(e.evidence) === wanted));
  useEffect(() => {
    // Of several lines with the same evidence the first one opens.
    if (!meant || !box.current || document.querySelector("details.told[open]")) return;
    box.current.open = true;
    box.current.scrollIntoView({ block: "center" });
  }, [meant]);
  if (!evidence.length) return <div class="told bare">{children}</div>;
  const toggled = () => {
    if (box.current?.open) rewrite(`${location.pathname}${location.search}#${first}`);
    else if (location.hash === `#${first}`) rewrite(location.pathname + location.search);
  };
  return (
    <details class="told" ref={box} onToggle={toggled}>
      <summary>
        {children} <span class="count" title={t("evidence")}>{evidence.length}<span class="hidden"> {t("evidence")}</span></span>
      </summary>
      <Proofs proofs={evidence} />
    </details>
  );
}
