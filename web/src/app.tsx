// The explorer: finds out from its address what to show.

import { render } from "preact";
import { useState } from "preact/hooks";
import "./style/fonts.css";
import "./style/base.css";
import "./style/parts.css";
import "./style/entity.css";
import "./style/graph.css";
import "./style/map.css";
import { language, setLanguage, t } from "./i18n";
import { atHome } from "./parts/copy";
import { SearchBox, slashFocuses } from "./parts/searchbox";
import { followLinks, rewrite, spoken, useFocusIn, usePlace, type Place } from "./router";
import { applyTheme, setTheme, theme, type Theme } from "./theme";
import { useEventTick } from "./use";
import { ArticlePage } from "./views/article";
import { Conflicts } from "./views/conflicts";
import { EntityPage } from "./views/entity";
import { GraphPage } from "./views/graph";
import { MapPage } from "./views/map";
import { Results } from "./views/results";
import { SparqlPage } from "./views/sparql";
import { Start } from "./views/start";

function view({ path, query }: Place) {
  if (path === "/" && query.has("q")) return <Results query={query.get("q") ?? ""} kind={query.get("kind") ?? ""} />;
  if (path === "/") return <Start />;
  if (path.startsWith("/e/article/")) return <ArticlePage key={path} id={path.slice("/e/article/".length)} />;
  if (path.startsWith("/e/")) return <EntityPage key={path} id={path.slice(3)} asOf={query.get("as_of") ?? ""} />;
  if (path === "/graph") return <GraphPage />;
  if (path === "/map") return <MapPage year={query.get("year") ?? ""} />;
  if (path === "/sparql-editor") return <SparqlPage query={query.get("query") ?? ""} />;
  if (path === "/conflicts") return <Conflicts />;
  return <p class="notice bad">{t("not_found")}</p>;
}

const here = () => location.pathname + location.search + location.hash;

const THEMES: Theme[] = ["auto", "light", "dark"];

function ThemeSwitch() {
  const [now, set] = useState(theme());
  const next = THEMES[(THEMES.indexOf(now) + 1) % THEMES.length];
  const icon = { auto: "◐", light: "☀", dark: "☾" }[now];
  const name = t(`theme_${now}`);
  return <button type="button" class="plain" title={name} aria-label={name} onClick={() => (setTheme(next), set(next))}>{icon}</button>;
}

function LanguageSwitch() {
  const other = language() === "vi" ? "en" : "vi";
  return <button type="button" class="plain" lang={other} onClick={() => (setLanguage(other), rewrite(here()))}>{t("language")}</button>;
}

function App() {
  const place = usePlace();
  useFocusIn("main", place);
  useEventTick("languagechange");
  const link = (href: string, name: string) => <a href={spoken(href)} aria-current={place.path === href ? "page" : undefined}>{name}</a>;
  const home = place.path === "/" && !place.query.has("q");
  return (
    <>
      <a class="skip" href="#main">{t("skip")}</a>
      <header class="top">
        <a class="brand" href={spoken("/")}>vietgraph</a>
        <nav aria-label={t("main_menu")}>
          {link("/graph", t("graph"))}
          {link("/map", t("map"))}
          {link("/conflicts", t("unsettled"))}
          {link("/sparql-editor", t("sparql"))}
        </nav>
        {!home && <SearchBox text={place.path === "/" ? (place.query.get("q") ?? "") : ""} />}
        <span class="switches">
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
      </header>
      <main id="main" tabIndex={-1} class={place.path === "/graph" ? "wide" : undefined} key={language()}>
        {view(place)}
      </main>
      <footer>
        <p>{t("footer")} {t(atHome ? "footer_here" : "footer_server")}</p>
        <p><a href="/api/openapi.json">{t("api")}</a> · <a href="/.well-known/void">{t("description")}</a></p>
      </footer>
    </>
  );
}

document.documentElement.lang = language();
rewrite(here());
applyTheme();
followLinks();
slashFocuses();
const page = document.getElementById("page") as HTMLElement;
page.textContent = "";
render(<App />, page);
