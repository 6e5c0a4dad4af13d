// The table of results, in which what has a page and its name are one column: the name, which leads to the page.

import Yasr from "@zazuko/yasr";

/** What has a page here. */
const PAGED = /^https?:\/\/[^?#]*\/id\/((?:person|post|body|place|event|change|award|rank)\/.+)$/;

/** A value of a result, and the id of the page it is the name of. */
interface Value {
  type: string;
  value: string;
  page?: string;
}
type Row = Record<string, Value | undefined>;

/** The id of what an IRI means, as it is read. */
export function pageOf(iri: string): string | undefined {
  const id = PAGED.exec(iri)?.[1];
  try {
    return id && decodeURIComponent(id);
  } catch {
    return id;
  }
}

export const addressOf = (id: string) => `/e/${id.split("/").map(encodeURIComponent).join("/")}?lang=${document.documentElement.lang}`;

/** Whether a variable has the names of what another one means: `?post ?postName`, or `?person ?name`. */
const names = (variable: string, next?: string) => next === `${variable}Name` || next === "name";

/** The columns to show, each with the variable that names what is in it. */
function columnsOf(variables: string[], rows: Row[]): [variable: string, name?: string][] {
  const pages = (variable: string) => rows.every((row) => !row[variable] || pageOf(row[variable].value));
  const called = (n: number) => (names(variables[n], variables[n + 1]) && pages(variables[n]) ? variables[n + 1] : undefined);
  return variables.flatMap((variable, n): [string, string?][] => (n > 0 && called(n - 1) ? [] : [[variable, called(n)]]));
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** What the widget's own table keeps to itself. */
interface Inside {
  yasr: { results?: { getBindings(): Row[] | null; getVariables(): string[] } };
  getRows(): unknown[];
  getColumns(): unknown[];
  getCellContent(value: Value, prefixes?: Record<string, string>): string;
}

const Plain = Yasr.plugins.table as unknown as new (...given: unknown[]) => Inside;

class NamedTable extends Plain {
  private shown() {
    const rows = this.yasr.results?.getBindings() ?? [];
    return { rows, columns: columnsOf(this.yasr.results?.getVariables() ?? [], rows) };
  }

  override getRows() {
    const { rows, columns } = this.shown();
    const cell = (row: Row, variable: string, name?: string): Value | "" => {
      const [it, called] = [row[variable], name ? row[name] : undefined];
      return it && called ? { ...called, page: pageOf(it.value) } : (it ?? "");
    };
    return rows.map((row, n) => [n + 1, ...columns.map(([variable, name]) => cell(row, variable, name))]);
  }

  override getColumns() {
    const kept = new Set(this.shown().columns.map(([variable]) => variable));
    // The first one numbers the rows.
    return super.getColumns().filter((column, n) => n === 0 || kept.has((column as { name: string }).name));
  }

  override getCellContent(value: Value, prefixes?: Record<string, string>) {
    if (!value.page) return super.getCellContent(value, prefixes);
    return `<div><span><a class="iri" href="${escaped(addressOf(value.page))}">${escaped(value.value)}</a></span></div>`;
  }
}

Yasr.registerPlugin("table", NamedTable as never);
