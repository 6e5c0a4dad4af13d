import { provinces } from "../api";
import { counted, number, t } from "../i18n";
import { INSETS, SIZE, outlines, type Outline } from "../map/outlines";
import { ROWS, keyOf } from "../map/tiles";
import { Answer } from "../parts/state";
import { entityAt, go, spoken } from "../router";
import type { Provinces } from "../types";
import { useAsked, useTitle } from "../use";

type Province = Provinces["provinces"][number];
/** The day the 63 became 34. */
const MERGER = 2025;
const STEPS = 5;

/** How many events: of a year, or of all, with those of which no year is known. */
const countOf = (p: Province, year: string) => (year ? (p.events[year] ?? 0) : Object.values(p.events).reduce((a, b) => a + b, p.undated));

interface Shade {
  steps: number[];
  of(count: number): string;
}

/** Five shades from few to many; none has its own. The outlines and the tiles share them, so that a colour means the same in both. */
function shadesFor(counts: number[]): Shade {
  const most = Math.max(1, ...counts);
  const steps = [...new Set(Array.from({ length: STEPS }, (_, n) => Math.max(1, Math.ceil(most ** ((n + 1) / STEPS)))))];
  return { steps, of: (count) => (count ? `shade-${Math.round(((steps.findIndex((s) => count <= s) + 1) / steps.length) * STEPS)}` : "shade-0") };
}

interface Summed {
  province: Province;
  count: number;
  /** What of it former provinces bring. */
  parts: { province: Province; count: number }[];
}

/** Today's provinces, each with what those merged into it had. */
function sums(all: Province[], year: string): Map<string, Summed> {
  const today = all.filter((p) => p.today);
  return new Map(today.map((province) => {
    const parts = all.filter((p) => p.merged_into === province.id && p.id !== province.id).map((p) => ({ province: p, count: countOf(p, year) })).filter((p) => p.count);
    return [keyOf(province.name), { province, count: countOf(province, year) + parts.reduce((n, p) => n + p.count, 0), parts }];
  }));
}

const events = (n: number) => counted(n, "events");

function ProvinceShape({ outline, sum, shade }: { outline: Outline; sum?: Summed; shade: Shade }) {
  const label = `${outline.name}: ${events(sum?.count ?? 0)}`;
  const drawn = (
    <>
      <path d={outline.path} />
      {outline.islands.map(({ dots }) => dots.map(([x, y], n) => <circle key={n} cx={x} cy={y} r={1.7} />))}
      <title>{label}</title>
    </>
  );
  const look = `province ${shade.of(sum?.count ?? 0)}`;
  if (!sum) return <g class={look}>{drawn}</g>;
  return <a class={look} href={entityAt(sum.province.id)} aria-label={label} onClick={(e: Event) => (e.preventDefault(), go(entityAt(sum.province.id)))}>{drawn}</a>;
}

function Drawing({ shapes, summed, shade }: { shapes: Outline[]; summed: Map<string, Summed>; shade: Shade }) {
  return (
    <svg class="vietnam" viewBox={`0 0 ${SIZE[0]} ${SIZE[1]}`} role="group" aria-label={t("map_label")}>
      {(Object.keys(INSETS) as (keyof typeof INSETS)[]).map((name) => {
        const [x, y, width, height] = INSETS[name].box;
        return (
          <g key={name} class="inset">
            <rect x={x} y={y} width={width} height={height} rx={2} />
            <text x={x + width / 2} y={y + 12}>{t(name)}</text>
            <text x={x + width / 2} y={y + 23}>{t(`${name}_also`)}</text>
          </g>
        );
      })}
      {shapes.map((o) => <ProvinceShape key={o.key} outline={o} sum={summed.get(o.key)} shade={shade} />)}
      {shapes.filter((o) => (summed.get(o.key)?.count ?? 0) > 0).map((o) => (
        <text key={o.key} class={`number ${shade.of(summed.get(o.key)?.count ?? 0)}`} x={o.middle[0]} y={o.middle[1] + 3.5}>{summed.get(o.key)?.count}</text>
      ))}
    </svg>
  );
}

/** The provinces before the merger: those that ended with it, and those it did not touch. */
function formerOf(all: Province[]): Map<string, Province> {
  const untouched = all.filter((p) => p.today && !all.some((q) => q.merged_into === p.id && keyOf(q.name) === keyOf(p.name)));
  // Of several of one name (Đồng Nai has changed twice since) the one that ended first was there before.
  const gone = all.filter((p) => !p.today).sort((a, b) => (b.until ?? "").localeCompare(a.until ?? ""));
  return new Map([...untouched, ...gone].map((p) => [keyOf(p.name), p]));
}

function Tiles({ former, year, shade }: { former: Map<string, Province>; year: string; shade: Shade }) {
  return (
    <section>
      <h2>{t("tiles_title")}</h2>
      <p class="aside">{t("tiles_lead")}</p>
      <div class="tiles">
        {ROWS.flatMap((row, y) => row.map((name, x) => {
          if (!name) return null;
          const p = former.get(keyOf(name));
          const count = p ? countOf(p, year) : 0;
          const inside = <><span>{name}</span> {count > 0 && <b>{count}</b>}</>;
          const look = { class: `tile ${shade.of(count)}`, style: { gridColumn: x + 1, gridRow: y + 1 }, title: `${name}: ${events(count)}` };
          return p ? <a key={name} {...look} href={entityAt(p.id)}>{inside}</a> : <span key={name} {...look}>{inside}</span>;
        }))}
      </div>
    </section>
  );
}

function Years({ years, year }: { years: string[]; year: string }) {
  const at = (y: string) => spoken(y ? `/map?year=${y}` : "/map");
  return (
    <nav class="filters" aria-label={t("year")}>
      {["", ...years].map((y) => <a key={y} href={at(y)} aria-current={y === year ? "true" : undefined}>{y || t("all_years")}</a>)}
    </nav>
  );
}

function Legend({ shade }: { shade: Shade }) {
  return (
    <ul class="legend" aria-label={t("events")}>
      <li>{t("map_legend")}:</li>
      <li><span class="swatch shade-0" /> {t("none")}</li>
      {shade.steps.map((to, n) => {
        const from = n ? shade.steps[n - 1] + 1 : 1;
        return <li key={to}><span class={`swatch ${shade.of(to)}`} /> {from === to ? to : `${from}–${to}`}</li>;
      })}
    </ul>
  );
}

const drawn = async (signal: AbortSignal) => outlines(await (await fetch("/assets/provinces.json", { signal })).json());

/** Events by province and year. */
export function MapPage({ year }: { year: string }) {
  const asked = useAsked(provinces, []);
  const shapes = useAsked(drawn, []);
  useTitle(t("map_title"));
  return (
    <>
      <h1>{t("map_title")}</h1>
      <Answer asked={asked}>
        {(it) => {
          const years = [...it.years].map(String).sort();
          const chosen = years.includes(year) ? year : "";
          const summed = sums(it.provinces, chosen);
          const ranked = [...summed.values()].filter((s) => s.count).sort((a, b) => b.count - a.count || a.province.name.localeCompare(b.province.name, "vi"));
          const undated = it.provinces.reduce((n, p) => n + p.undated, 0);
          const before = !chosen || +chosen <= MERGER;
          const former = formerOf(it.provinces);
          const shade = shadesFor([...ranked.map((s) => s.count), ...(before ? [...former.values()].map((p) => countOf(p, chosen)) : [])]);
          return (
            <>
              {years.length ? <Years years={years} year={chosen} /> : <p class="notice">{t("no_years")}</p>}
              {undated > 0 && <p class="aside" role="status">{t(chosen ? "map_undated_out" : "map_undated", number(undated))}</p>}
              <Legend shade={shade} />
              <div class="map-columns">
                <section>
                  <p class="aside">{before ? t("map_summed") : t("map_now")}</p>
                  <Answer asked={shapes}>{(o) => <Drawing shapes={o} summed={summed} shade={shade} />}</Answer>
                  <p class="aside">{t("map_source")}</p>
                </section>
                {before && <Tiles former={former} year={chosen} shade={shade} />}
                <section>
                  <h2>{t("ranking")}</h2>
                  <ol class="ranking">
                    {ranked.map(({ province, count, parts }) => (
                      <li key={province.id}>
                        <a href={entityAt(province.id)}>{province.name}</a> <b>{number(count)}</b>
                        {parts.length > 0 && <span class="aside"> {t("of_which")} {parts.map((p, n) => <span key={p.province.id}>{n > 0 && ", "}<a href={entityAt(p.province.id)}>{p.province.name}</a>{keyOf(p.province.name) === keyOf(province.name) && ` (${t("before_merger")})`} {p.count}</span>)}</span>}
                      </li>
                    ))}
                  </ol>
                </section>
              </div>
            </>
          );
        }}
      </Answer>
    </>
  );
}
