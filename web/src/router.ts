// The page's own addresses: what is shown stands in the address, so that a link shows it to another.

import { useEffect, useRef, useState } from "preact/hooks";
import { inPath } from "./api";
import { followAddress, language } from "./i18n";

export interface Place {
  path: string;
  query: URLSearchParams;
  hash: string;
}

const now = (): Place => ({ path: decode(location.pathname), query: new URLSearchParams(location.search), hash: decode(location.hash.slice(1)) });

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const listeners = new Set<() => void>();
const tell = () => listeners.forEach((l) => l());
addEventListener("popstate", () => (followAddress(), tell()));

/** An address of the page with the language it is read in: who is sent it sees what the sender saw. */
export function spoken(href: string): string {
  const url = new URL(href, location.origin);
  url.searchParams.set("lang", language());
  return url.pathname + url.search + url.hash;
}

export function go(href: string) {
  history.pushState(null, "", spoken(href));
  scrollTo(0, 0);
  tell();
}

/** Changes the address without a step in the history; the views that read it are not told. */
export function rewrite(href: string) {
  history.replaceState(null, "", spoken(href));
}

/** Where the page is; whoever asks is drawn anew when that changes. */
export function usePlace(): Place {
  const [place, set] = useState(now);
  useEffect(() => {
    const listen = () => set(now());
    listeners.add(listen);
    return () => void listeners.delete(listen);
  }, []);
  return place;
}

/**
 * Once another view is drawn, the keyboard and screen readers go on in it, as after a page that was loaded anew:
 * not at the link that led there, nor nowhere when what had the focus is gone. A search box that has it keeps it.
 */
export function useFocusIn(id: string, place: Place) {
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    const other = last.current.path !== place.path;
    last.current = place;
    const at = document.activeElement;
    const lost = !at || at === document.body;
    if (lost || (other && !at.matches("[role=combobox]"))) document.getElementById(id)?.focus({ preventScroll: true });
  }, [place]);
}

/** Follows links of the page without loading it anew. */
export function followLinks() {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a");
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || link.target) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || link.hasAttribute("download") || /^\/(api|id|sparql|assets|\.well-known|health)(\/|$)/.test(url.pathname)) return;
    if (link.getAttribute("href")?.startsWith("#")) return;
    event.preventDefault();
    go(url.pathname + url.search + url.hash);
  });
}

export const entityAt = (id: string, more: Record<string, string> = {}) => spoken(`/e/${inPath(id)}?${new URLSearchParams(more)}`);
export const graphAt = (id: string, more: Record<string, string> = {}) => spoken(`/graph?${new URLSearchParams({ about: id, ...more })}`);
/** The page of an article, whose id evidence gives. */
export const articleAt = (id: string, evidence = "") => spoken(`/e/article/${inPath(id)}${evidence && "#" + evidence}`);

/** The short id in an IRI of this graph. */
export function idOf(iri: string): string {
  const at = iri.indexOf("/id/");
  return at < 0 ? iri : decode(iri.slice(at + 4));
}
