// What found some words, as people call it: the rules of the program by name, its cues by the words they are.

import { language, t } from "./i18n";

const RULES: Record<string, [vi: string, en: string]> = {
  "rank-before-name": ["cấp bậc đứng trước tên", "rank before a name"],
  "post-before-name": ["chức vụ đứng trước tên", "office before a name"],
  "post-after-name": ["chức vụ đứng sau tên", "office after a name"],
  "shared-title": ["chức vụ chung của nhiều tên", "one office for several names"],
  "copula-post": ["câu nói ai là gì", "a sentence that says who is what"],
  "leads-team": ["làm trưởng đoàn, trưởng tổ", "leads a working party"],
  "change-implies-post": ["suy từ thay đổi nhân sự", "follows from an appointment or departure"],
  "event-head": ["tên sự kiện", "the event's name"],
  "event-date": ["ngày trong câu kể sự kiện", "the date in the event's sentence"],
  "event-place": ["nơi trong câu kể sự kiện", "the place in the event's sentence"],
  "event-place-of-host": ["tỉnh của nơi tổ chức", "the host's province"],
  "event-planned": ["câu nói về việc sắp tới", "the sentence speaks of the future"],
  "host-subject": ["đơn vị đứng ra tổ chức", "the body that holds the event"],
  "event-verb": ["động từ chỉ việc dự, thăm, làm việc", "a verb of visiting or taking part"],
  "decision-handed-over": ["trao quyết định tại lễ", "a decision handed over at a ceremony"],
  "award-received": ["được trao thưởng tại lễ", "an award received at an event"],
  "event-place-of-day": ["nơi trong câu kể ngày", "the place told with the day"],
  "event-date-of-article": ["ngày duy nhất trong bài", "the only day the article tells"],
  "event-date-of-sequence": ["việc kể tiếp cùng ngày", "told to follow on the same day"],
  "event-place-of-company": ["cùng chuyến đi nước ngoài", "on the same journey abroad"],
  "event-place-of-people": ["tỉnh mà bài nói tới", "the province the article is about"],
  "event-date-of-lead": ["ngày ở phần mở đầu bài", "the date in the lead"],
};

/** How often it is right at least, as `89 %`; nothing where that is not known. */
export const confidenceOf = (share?: number): string => (share === undefined ? "" : `${Math.round(share * 100)} %`);

/** The name of a rule or cue, given as its IRI or as `rule/…`, `cue/…`. */
export function finderName(id: string): string {
  const [, kind, name = id] = /(?:^|\/)(rule|cue)\/(.+)$/.exec(id) ?? [];
  if (kind === "cue") return t("by_cue", name.replaceAll("-", " "));
  return t("by_rule", RULES[name]?.[language() === "vi" ? 0 : 1] ?? name);
}
