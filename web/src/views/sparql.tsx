import { useEffect, useRef, useState } from "preact/hooks";
import { questions } from "../api";
import { language, t } from "../i18n";
import { rewrite } from "../router";
import { isDark } from "../theme";
import { Answer } from "../parts/state";
import { useAsked, useTitle } from "../use";

/** The part that is loaded when it is needed; see `sparql/editor.ts`. */
interface Editor {
  open(into: HTMLElement, query: string, changed: (query: string) => void): { ask(query: string): void; close(): void };
}

const SCRIPT = "/assets/sparql.js";
const STYLE = "/assets/sparql.css";
const FIRST = `PREFIX vg: <https://w3id.org/vietgraph/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX schema: <https://schema.org/>
SELECT ?who ?name ?event ?date WHERE {
  ?who vg:chaired ?event ; skos:prefLabel ?name .
  ?event schema:startDate ?date
}
ORDER BY DESC(?date)
LIMIT 50`;

/** The style sheet first, as the editor measures itself by it. */
function styled(): Promise<void> {
  if (document.querySelector(`link[href="${STYLE}"]`)) return Promise.resolve();
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: STYLE });
  return new Promise((done, fail) => {
    link.onload = () => done();
    link.onerror = fail;
    document.head.append(link);
  });
}

const load = async (): Promise<Editor> => {
  await styled();
  return import(/* the build leaves it a file of its own */ "/assets/sparql.js" as string);
};

/** Whether the questions stand above the editor: open they would push it out of sight. */
const narrow = () => matchMedia("(max-width: 56rem)").matches;

export function SparqlPage({ query }: { query: string }) {
  const into = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDetailsElement>(null);
  const editor = useRef<ReturnType<Editor["open"]> | null>(null);
  const [error, fail] = useState("");
  const [ready, setReady] = useState(false);
  const saved = useAsked(questions, []);
  useTitle("SPARQL");
  useEffect(() => {
    let gone = false;
    const changed = (text: string) => rewrite(`/sparql-editor?${new URLSearchParams({ query: text })}`);
    load().then((m) => {
      if (gone || !into.current) return;
      editor.current = m.open(into.current, query || FIRST, changed);
      setReady(true);
    }, (e) => fail(`${t("editor_failed")} (${SCRIPT}): ${e.message ?? e}`));
    return () => {
      gone = true;
      editor.current?.close();
    };
  }, []);
  const ask = (query: string) => {
    if (narrow()) list.current?.removeAttribute("open");
    editor.current?.ask(query);
  };
  return (
    <div class="sparql" data-dark={isDark() ? "yes" : undefined}>
      <h1>SPARQL</h1>
      <p class="lead">{t("sparql_lead")} <code>{location.origin}/sparql</code></p>
      <div class="sparql-columns">
        <nav aria-label={t("questions")}>
          <Answer asked={saved}>
            {(it) => (
              <details ref={list} open={!narrow()}>
                <summary><h2>{t("questions")} ({it.questions.length})</h2></summary>
                <ul class="questions">{it.questions.map((q) => <li key={q.id}><button type="button" class="plain" disabled={!ready} onClick={() => ask(q.query)}>{q.title[language()]}</button></li>)}</ul>
              </details>
            )}
          </Answer>
        </nav>
        <div>
          {error && <p class="notice bad" role="alert">{error}</p>}
          <div ref={into} class="editor" />
        </div>
      </div>
    </div>
  );
}
