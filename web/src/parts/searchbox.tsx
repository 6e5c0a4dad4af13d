import { useEffect, useId, useRef, useState } from "preact/hooks";
import { search } from "../api";
import { kindName, t } from "../i18n";
import { entityAt, go } from "../router";
import type { Brief } from "../types";
import { Mark } from "./badge";
import { aside } from "./brief";

const PAUSE = 130;
const OFFERED = 8;

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
  const [hits, offer] = useState<Brief[]>([]);
  const [open, setOpen] = useState(false);
  const [at, move] = useState(-1);
  const list = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => type(text), [text]);
  useEffect(() => {
    if (focus) box.current?.focus({ preventScroll: true });
  }, [focus]);
  useEffect(() => {
    if (!open || !typed.trim()) return offer([]);
    const stop = new AbortController();
    const timer = setTimeout(() => search(typed, "", OFFERED, 0, stop.signal).then((found) => (offer(found.hits), move(-1)), () => offer([])), PAUSE);
    return () => (clearTimeout(timer), stop.abort());
  }, [typed, open]);
  const choose = (hit: Brief) => {
    setOpen(false);
    if (pick) {
      type("");
      pick(hit);
    } else go(entityAt(hit.id));
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape") return setOpen(false);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !hits.length) return;
    event.preventDefault();
    move((n) => (n + step + hits.length + 1 + 1) % (hits.length + 1) - 1);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (open && hits[at]) return choose(hits[at]);
    if (pick) return void (hits[0] && choose(hits[0]));
    if (!typed.trim()) return;
    setOpen(false);
    go(`/?${new URLSearchParams({ q: typed.trim() })}`);
  };
  const shown = open && hits.length > 0;
  return (
    <form class={large ? "search large" : "search"} role="search" onSubmit={submit}>
      <input
        ref={box} type="search" list={undefined} role="combobox" autocomplete="off" spellcheck={false} value={typed}
        aria-label={label ?? t("search")} aria-expanded={shown} aria-controls={list} aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${list}-${at}` : undefined} placeholder={hint ?? t("search_hint")} data-slash={pick ? undefined : "yes"}
        onInput={(e) => (type(e.currentTarget.value), setOpen(true))} onKeyDown={key} onBlur={() => setTimeout(() => setOpen(false), 150)}
      />
      <button type="submit">{t("search")}</button>
      <ul id={list} role="listbox" aria-label={t("suggestions")} hidden={!shown}>
        {hits.map((hit, n) => (
          <li key={hit.id} id={`${list}-${n}`} role="option" aria-selected={n === at} onMouseDown={(e) => (e.preventDefault(), choose(hit))}>
            <Mark shape={hit.shape} colour={hit.colour} />
            <span>
              {hit.name} <span class="aside">{aside(hit)}</span>
            </span>
            <span class="kind">{kindName(hit.kind)}</span>
          </li>
        ))}
      </ul>
    </form>
  );
}

/** `/` goes to the search box, unless somebody is writing. */
export function slashFocuses() {
  addEventListener("keydown", (event) => {
    const at = event.target as HTMLElement;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
    const boxes = document.querySelectorAll<HTMLInputElement>("input[data-slash]");
    const box = boxes[boxes.length - 1];
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
