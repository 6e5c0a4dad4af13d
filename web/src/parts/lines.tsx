import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { rewrite } from "../router";
import { t } from "../i18n";
import type { Evidence } from "../types";
import { Proofs, bySentence, shortId } from "./evidence";

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

interface ToldProps {
  children: ComponentChildren;
  evidence: Evidence[];
  /** See `Proofs`. */
  more?: number;
  all?: () => Promise<Evidence[]>;
  /** The evidence the address asks for, once all lines are there that may have it. */
  wanted?: string;
}

/** A line that opens its evidence; open, it stands in the address, so that a link shows it open. */
export function Told({ children, evidence, more, all, wanted }: ToldProps) {
  const [open, set] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const ids = evidence.map((e) => shortId(e.evidence));
  const meant = Boolean(wanted && ids.includes(wanted));
  useEffect(() => {
    // Of several lines with the same evidence the first one opens, as one reads.
    if (!meant || document.querySelector(`[data-proven~="${CSS.escape(wanted as string)}"]`) !== box.current) return;
    set(true);
    const timer = setTimeout(() => box.current?.scrollIntoView({ block: "center" }), 50);
    return () => clearTimeout(timer);
  }, [meant]);
  if (!evidence.length) return <div class="told">{children}</div>;
  const toggle = () => {
    set(!open);
    if (!open) rewrite(`${location.pathname}${location.search}#${ids[0]}`);
    else if (location.hash === `#${ids[0]}`) rewrite(location.pathname + location.search);
  };
  const count = bySentence(evidence).length + (more ?? 0);
  return (
    <div ref={box} data-proven={ids.join(" ")}>
      <Opening label={count} title={t("evidence")} open={open} toggle={toggle} inside={() => <Proofs proofs={evidence} more={more} all={all} />}>{children}</Opening>
    </div>
  );
}
