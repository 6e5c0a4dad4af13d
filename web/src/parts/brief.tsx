import { day } from "../dates";
import { counted, kindName } from "../i18n";
import { entityAt } from "../router";
import type { Brief } from "../types";
import { Mark } from "./badge";

/** What stands between the parts of a line: it ends one where the line is broken, and begins none. */
const NEXT = "\u00a0· ";

/** What tells an entity apart, in a line. */
export const aside = (b: Brief): string => [b.date && day(b.date), ...b.caption.split(" · ").filter((c) => c !== b.date).map(day)].filter(Boolean).join(NEXT);

/** An entity in a list: its mark, name, what tells it apart. */
export function BriefLine({ brief, links = true }: { brief: Brief; links?: boolean }) {
  return (
    <li class="brief">
      <Mark shape={brief.shape} colour={brief.colour} />
      <span>
        <a href={entityAt(brief.id)}>{brief.name}</a>
        <span class="aside">
          {brief.class_label || kindName(brief.kind)}
          {links && brief.degree > 0 && NEXT + counted(brief.degree, "links")}
          {aside(brief) && NEXT + aside(brief)}
        </span>
      </span>
    </li>
  );
}
