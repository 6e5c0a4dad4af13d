import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { rewrite } from "../router";
import { t } from "../i18n";
import type { Evidence } from "../types";
import { Proofs, shortId } from "./evidence";

interface Props {
  children: ComponentChildren;
  /** What the button says: a number mostly. */
  label: ComponentChildren;
  title: string;
  open: boolean;
  toggle(): void;
  inside: () => ComponentChildren;
}

/** A line with links in it, and a button that opens what is behind it; so does a click beside the links. */
export function Opening({ children, label, title, open, toggle, inside }: Props) {
  const id = useId();
  const click = (event: MouseEvent) => {
    if (!(event.target as Element).closest("a, button") && !getSelection()?.toString()) toggle();
  };
  return (
    <div class="told">
      <div class="told-line" onClick={click}>
        {children}{" "}
        <button type="button" class="count" title={title} aria-expanded={open} aria-controls={id} onClick={toggle}>
          {label}<span class="hidden"> {title}</span>
        </button>
      </div>
      <div id={id} hidden={!open}>{open && inside()}</div>
    </div>
  );
}

/** A line that opens its evidence; open, it stands in the address, so that a link shows it open. */
export function Told({ children, evidence, more = 0, wanted }: { children: ComponentChildren; evidence: Evidence[]; more?: number; wanted?: string }) {
  const [open, set] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const first = evidence[0] && shortId(evidence[0].evidence);
  const meant = Boolean(wanted && evidence.some((e) => shortId(e.evidence) === wanted));
  useEffect(() => {
    // Of several lines with the same evidence the first one opens.
    if (!meant || !box.current || document.querySelector("[data-meant]")) return;
    box.current.dataset.meant = "yes";
    set(true);
    setTimeout(() => box.current?.scrollIntoView({ block: "center" }), 50);
  }, [meant]);
  if (!evidence.length) return <div class="told">{children}</div>;
  const toggle = () => {
    set(!open);
    if (!open) rewrite(`${location.pathname}${location.search}#${first}`);
    else if (location.hash === `#${first}`) rewrite(location.pathname + location.search);
  };
  return (
    <div ref={box}>
      <Opening label={evidence.length + more} title={t("evidence")} open={open} toggle={toggle} inside={() => <Proofs proofs={evidence} more={more} />}>{children}</Opening>
    </div>
  );
}
