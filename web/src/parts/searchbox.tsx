import { useEffect, useId, useRef, useState } from "preact/hooks";
import { search } from "../api";
import { kindName, t } from "../i18n";
import { entityAt, go } from "../router";
import type { Brief } from "../types";
import { Mark } from "./badge";
import { aside } from "./brief";

const PAUSE = 130;
const OFFERED = 8;

/** What was found, and of which text: it stays to be seen until the next is found, but is not picked for another text. */
interface Offer {
  of: string;
  hits: Brief[];
  /** Whether nothing fits the text, so that these are only like it. */
  similar: boolean;
}

const NONE: Offer = { of: "", hits: [], similar: false };

interface Props {
  /** What stands in it at first. */
  text?: string;
  hint?: string;
  label?: string;
  focus?: boolean;
  large?: boolean;
  /** What a pick does; without it, the page of what was picked opens. */
  pick?: (hit: Brief) => void;
}

/** A box that offers what it finds while one types: a combobox by the book. */
export function SearchBox({ text = "", hint, label, focus, large, pick }: Props) {
  const [typed, type] = useState(text);
  const [{ of, hits, similar }, offer] = useState(NONE);
  const [open, setOpen] = useState(false);
  const [at, move] = useState(-1);
  const list = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => type(text), [text]);
  useEffect(() => {
    if (focus) box.current?.focus({ preventScroll: true });
  }, [focus]);
  useEffect(() => {
    if (!open || !typed.trim()) return offer(NONE);
    const stop = new AbortController();
    const found = (hits: Brief[], similar = false) => {
      if (stop.signal.aborted) return;
      offer({ of: typed, hits, similar });
      move(-1);
    };
    const timer = setTimeout(() => search(typed, "", OFFERED, 0, stop.signal).then((it) => found(it.hits, it.similar), () => found([])), PAUSE);
    return () => (clearTimeout(timer), stop.abort());
  }, [typed, open]);
  const ready = of === typed ? hits : [];
  /** To another page: nobody types here any more. */
  const leave = (href: string) => {
    box.current?.blur();
    go(href);
  };
  const choose = (hit: Brief) => {
    setOpen(false);
    if (pick) {
      type("");
      pick(hit);
    } else leave(entityAt(hit.id));
  };
  /** The first of what is typed now, unless something else is typed before it is found. */
  const chooseFirst = () => search(typed, "", 1).then((it) => void (it.hits[0] && box.current?.value === typed && choose(it.hits[0])), () => undefined);
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape") return setOpen(false);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !hits.length) return;
    event.preventDefault();
    if (ready.length) move((n) => (n + step + ready.length + 1 + 1) % (ready.length + 1) - 1);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (open && ready[at]) return choose(ready[at]);
    if (!typed.trim()) return;
    if (pick) return void (of !== typed ? chooseFirst() : ready[0] && choose(ready[0]));
    setOpen(false);
    leave(`/?${new URLSearchParams({ q: typed.trim() })}`);
  };
  const shown = open && hits.length > 0;
  const nothing = open && ready === hits && !hits.length && Boolean(typed.trim());
  return (
    <form class={large ? "search large" : "search"} role="search" onSubmit={submit}>
      <input
        ref={box} type="search" list={undefined} role="combobox" autocomplete="off" spellcheck={false} value={typed}
        aria-label={label ?? t("search")} aria-expanded={shown} aria-controls={list} aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${list}-${at}` : undefined} placeholder={hint ?? t("search_hint")} data-slash={pick ? undefined : "yes"}
        onInput={(e) => (type(e.currentTarget.value), move(-1), setOpen(true))} onKeyDown={key} onBlur={() => setTimeout(() => setOpen(false), 150)}
      />
      <button type="submit">{t("search")}</button>
      <ul id={list} role="listbox" data-of={of} data-note={similar ? t("similar") : undefined} aria-label={t(similar ? "similar" : "suggestions")} hidden={!shown}>
        {hits.map((hit, n) => (
          <li key={hit.id} id={`${list}-${n}`} role="option" aria-selected={n === at} onMouseDown={(e) => (e.preventDefault(), choose(hit))}>
            <Mark shape={hit.shape} colour={hit.colour} />
            <span>
              {hit.name} <span class="aside">{aside(hit)}</span>
            </span>
            <span class="kind">{hit.class_label || kindName(hit.kind)}</span>
          </li>
        ))}
      </ul>
      {nothing && <p class="nothing" role="status">{t("no_match")}</p>}
    </form>
  );
}

/** `/` goes to the search box, unless somebody is writing. */
export function slashFocuses() {
  addEventListener("keydown", (event) => {
    const at = event.target as HTMLElement;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || at.isContentEditable) return;
    // In the empty box itself nothing is searched for that begins so.
    const empty = at instanceof HTMLInputElement && at.dataset.slash && !at.value;
    if (!empty && /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
    const boxes = document.querySelectorAll<HTMLInputElement>("input[data-slash]");
    const box = boxes[boxes.length - 1];
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
