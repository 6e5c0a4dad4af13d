import { useMemo } from "preact/hooks";
import { day } from "../dates";
import { number, t } from "../i18n";
import { Mark } from "../parts/badge";
import type { Drawing, Filter } from "./model";
import { month, monthText, within, type Dated } from "./time";

/** What classes and relations are drawn, each with how often in the time that is shown. */
export function kindsOf(drawing: Drawing, { span, undated }: Filter) {
  const counts = (it: Dated) => Number(!span || within(it, span, undated));
  const classes = new Map<string, { label: string; colour: string; shape: string; all: number; count: number }>();
  const relations = new Map<string, { label: string; all: number; count: number }>();
  drawing.forEachNode((_, { node }) => {
    const it = classes.get(node.class) ?? { label: node.class_label, colour: node.colour, shape: node.shape, all: 0, count: 0 };
    classes.set(node.class, { ...it, all: it.all + 1, count: it.count + counts(node) });
  });
  drawing.forEachEdge((_, { parts }) => {
    for (const p of parts) {
      const it = relations.get(p.relation) ?? { label: p.label, all: 0, count: 0 };
      relations.set(p.relation, { ...it, all: it.all + 1, count: it.count + counts(p) });
    }
  });
  // By all of them, so that none jumps while the slider moves.
  const sorted = <T extends { all: number; label: string }>(of: Map<string, T>) => [...of].sort(([, a], [, b]) => b.all - a.all || a.label.localeCompare(b.label, "vi"));
  return { classes: sorted(classes), relations: sorted(relations) };
}

const without = (set: Set<string>, key: string) => {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
};

/** The legend, which is the filter. */
export function Filters({ drawing, version, filter, change }: { drawing: Drawing; version: number; filter: Filter; change(to: (now: Filter) => Filter): void }) {
  const { classes, relations } = useMemo(() => kindsOf(drawing, filter), [drawing, version, filter]);
  return (
    <div class="filter-lists">
      <fieldset>
        <legend>{t("classes")}</legend>
        {classes.map(([key, { label, colour, shape, count }]) => (
          <label key={key} class="check">
            <input type="checkbox" checked={!filter.classes.has(key)} onChange={() => change((now) => ({ ...now, classes: without(now.classes, key) }))} />
            <Mark shape={shape} colour={colour} /> {label} <span class="aside">{number(count)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t("relations")}</legend>
        {relations.map(([key, { label, count }]) => (
          <label key={key} class="check">
            <input type="checkbox" checked={!filter.relations.has(key)} onChange={() => change((now) => ({ ...now, relations: without(now.relations, key) }))} />
            {label} <span class="aside">{number(count)}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** How much is told of each year. */
function yearsOf(drawing: Drawing) {
  const years = new Map<number, number>();
  drawing.forEachEdge((_, { parts }) => {
    for (const p of parts) {
      const at = month(p.from);
      if (at !== null) years.set(Math.floor(at / 12), (years.get(Math.floor(at / 12)) ?? 0) + 1);
    }
  });
  return years;
}

/** How much is told of each year, as bars above the slider. */
function Bars({ drawing, version, range }: { drawing: Drawing; version: number; range: [number, number] }) {
  const years = useMemo(() => yearsOf(drawing), [drawing, version]);
  const most = Math.max(1, ...years.values());
  const wide = Math.max(1, range[1] - range[0] + 1);
  return (
    <svg class="bars" viewBox={`0 0 ${wide} 20`} preserveAspectRatio="none" aria-hidden="true">
      {[...years].map(([year, count]) => <rect key={year} x={year * 12 - range[0]} width={11.4} y={20 - (18 * count) / most} height={(18 * count) / most} />)}
    </svg>
  );
}

/** Two handles on one line: what was told between them is drawn. */
export function TimeSlider({ drawing, version, range, filter, change }: { drawing: Drawing; version: number; range: [number, number]; filter: Filter; change(to: Filter): void }) {
  // Days chosen in another drawing may lie outside of this one.
  const inside = (at: number) => Math.min(Math.max(at, range[0]), range[1]);
  const span: [number, number] = filter.span ? [inside(filter.span[0]), inside(filter.span[1])] : range;
  const set = (at: 0 | 1, value: number) => {
    const next: [number, number] = at === 0 ? [Math.min(value, span[1]), span[1]] : [span[0], Math.max(value, span[0])];
    change({ ...filter, span: next[0] <= range[0] && next[1] >= range[1] ? null : next });
  };
  const handle = (at: 0 | 1, label: string) => (
    <input type="range" min={range[0]} max={range[1]} value={span[at]} aria-label={label} aria-valuetext={day(monthText(span[at]))} onInput={(e) => set(at, +e.currentTarget.value)} />
  );
  const percent = (value: number) => `${((value - range[0]) / Math.max(1, range[1] - range[0])) * 100}%`;
  return (
    <fieldset class="time">
      <legend>{t("time")}</legend>
      <Bars drawing={drawing} version={version} range={range} />
      <div class="slider" style={{ "--from": percent(span[0]), "--to": percent(span[1]) } as never}>
        {handle(0, t("since"))}
        {handle(1, t("until"))}
      </div>
      <div class="ends">
        <output>{day(monthText(span[0]))}</output>
        <label class="check"><input type="checkbox" checked={filter.undated} onChange={() => change({ ...filter, undated: !filter.undated })} /> {t("with_undated")}</label>
        <output>{day(monthText(span[1]))}</output>
      </div>
    </fieldset>
  );
}
