// The SPARQL editor and its results: loaded only where they are shown. It asks this server and nobody else.

import Yasqe from "@zazuko/yasqe";
import Yasr from "@zazuko/yasr";
import "@zazuko/yasqe/build/yasqe.min.css";
import "@zazuko/yasr/build/yasr.min.css";
import "./editor.css";
import { addressOf, pageOf } from "./table";
import { tellingTriples } from "./triples";
import { NAMED, intoVietnamese } from "./words";

const PREFIXES: Record<string, string> = {
  vg: "https://w3id.org/vietgraph/ontology#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  schema: "https://schema.org/",
  org: "http://www.w3.org/ns/org#",
  time: "http://www.w3.org/2006/time#",
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};
/** Links of results lead to the pages of what they mean. */
function toPages(within: HTMLElement) {
  for (const link of within.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    const id = pageOf(link.getAttribute("href") ?? "");
    if (id) {
      link.title = link.getAttribute("href") ?? "";
      if (/^https?:/.test(link.textContent ?? "")) link.textContent = id;
      link.href = addressOf(id);
      link.removeAttribute("target");
    } else if (link.target === "_blank") link.rel = "noreferrer noopener";
  }
}

/** Names what the widgets leave without a name. */
function named(within: HTMLElement) {
  for (const button of within.querySelectorAll<HTMLElement>("button[title]:not([aria-label]), [role=button][title]:not([aria-label])")) button.setAttribute("aria-label", button.title);
  for (const field of within.querySelectorAll<HTMLElement>("input:not([aria-label]), select:not([aria-label]), textarea:not([aria-label])")) {
    field.setAttribute("aria-label", field.getAttribute("title") ?? field.getAttribute("placeholder") ?? "SPARQL");
  }
}

/** Puts the editor into an element; `changed` is told each query that is asked. */
export function open(into: HTMLElement, query: string, changed: (query: string) => void) {
  const [top, bottom] = [into.appendChild(document.createElement("div")), into.appendChild(document.createElement("div"))];
  Yasqe.defaults.prefixCcApi = null;
  const yasqe = new Yasqe(top, {
    persistenceId: null, consumeShareLink: null, createShareableLink: undefined as never, autocompleters: ["variables"], resizeable: true, editorHeight: "300px",
    // The grammar of the editor knows no RDF 1.2: what it takes for an error may well be right.
    syntaxErrorCheck: false,
    requestConfig: { ...Yasqe.defaults.requestConfig, endpoint: `${location.origin}/sparql`, method: "POST" },
    showQueryButton: true,
  });
  yasqe.setValue(query);
  // Whole values, so that links can be followed at once.
  const table = { dynamicConfig: { compact: true, isEllipsed: false, pageSize: 50 } };
  const yasr = new Yasr(bottom, {
    persistenceId: null, prefixes: PREFIXES, pluginOrder: ["table", "boolean", "response"], defaultPlugin: "table", plugins: { table, boolean: {}, response: {}, error: {} },
  });
  const tidy = () => {
    toPages(bottom);
    named(into);
    if (document.documentElement.lang === "vi") intoVietnamese(into);
  };
  const watch = new MutationObserver(tidy);
  watch.observe(into, { childList: true, subtree: true, attributeFilter: NAMED });
  tidy();
  yasqe.on("queryResponse", (_: unknown, response: { content?: string }, took: number) => {
    yasr.setResponse(tellingTriples(response), took);
    // The answer in the server's own words stays what it is.
    const { content } = response;
    if (yasr.results && content) yasr.results.getOriginalResponseAsString = () => content;
  });
  yasqe.on("query", () => changed(yasqe.getValue()));
  return {
    ask(text: string) {
      yasqe.setValue(text);
      yasqe.query().catch(() => undefined);
    },
    close() {
      watch.disconnect();
      yasqe.abortQuery();
      into.textContent = "";
    },
  };
}
