//! Which of the days that a sentence tells is an event's.

use super::dates::DateMention;
use super::event_days::first_day;
use super::event_words::own_day_in_brackets;
use super::events::EventMention;
use super::no_event::body_before;
use super::occasions::{Occasion, Reader, Told};
use crate::ontology::items::{Function, Sense};

impl Reader<'_, '_> {
    /// Reads the date told beside one mention of an event, where none is known yet or only its month.
    pub(super) fn read_date(
        &self,
        mention: &EventMention,
        first: bool,
        sentence: &std::ops::Range<usize>,
        occasion: &mut Occasion,
    ) {
        let scan = self.context.scan;
        let told = occasion.date.as_ref().map(|(d, _)| &d.value);
        if told.is_none_or(|d| whole_month(d) && (self.regular(mention) || self.cut(d))) {
            let certain = mention.full || first || self.introduced(mention);
            let date = self.date(mention, sentence).filter(|d| certain || beside(mention, d));
            let date = date.map(|d| first_day(scan, sentence, d));
            let better = match told {
                Some(month) => date.filter(|d| d.value.month_day().is_some()).map(|d| in_year_of(month, d)),
                None => date,
            };
            occasion.date = better.map(|d| (d, "event-date")).or(occasion.date.take());
        }
    }

    /// Whether a month was told as a day, which is not the first of the event.
    fn cut(&self, month: &DateMention) -> bool {
        self.dates.iter().any(|d| d.start == month.start && d.value != month.value)
    }

    /// Whether an event is one of those held every month, which its name tells of (`họp báo thường kỳ tháng 8`).
    pub(super) fn regular(&self, mention: &EventMention) -> bool {
        let usual = |i: usize| self.context.scan.function(i, Function::Usual).is_some();
        mention.plain || (mention.start..mention.head_end).any(usual)
    }

    /// A short mention that no preposition ties to an earlier one.
    pub(super) fn introduced(&self, mention: &EventMention) -> bool {
        self.context.scan.ends_before(mention.start, |s| s == Sense::Function(Function::At)).is_none()
    }

    /// The date nearest to the mention in its sentence, but not one inside the event's own name.
    fn date(&self, mention: &EventMention, sentence: &std::ops::Range<usize>) -> Option<Told<DateMention>> {
        let scan = self.context.scan;
        let here = self.dates.iter().filter(|d| {
            sentence.contains(&d.start) && (d.start < mention.start || d.start >= mention.end || own_days(mention, d))
        });
        // `Giữa năm 2016, X đối thoại với …`, `chuyến thăm Mỹ năm 2005`: a year alone only where it leads, or stands right behind.
        let year = |d: &DateMention| d.start <= sentence.start + 1 || (mention.end..mention.end + 2).contains(&d.start);
        let precise = |d: &&DateMention| d.value.len() >= 7 || d.value.starts_with("--") || year(d);
        // `ra thông báo về kỳ họp`, `chuẩn bị cho đại hội`: the day in front is that of the notice, of the preparations.
        let noticed = |s| matches!(s, Sense::Function(Function::Outcome | Function::Preparation));
        let noticed = scan.ends_before(mention.start, noticed).is_some();
        // `cuộc họp diễn ra sau khi Chi cục báo cáo ngày 27-10`
        let clause = |d: &DateMention| {
            let from = (mention.end..d.start).rev().take_while(|&t| !scan.mark(t, ",")).last().unwrap_or(d.start);
            (from..d.start).any(|t| scan.function(t, Function::When).is_some_and(|end| end < d.start))
        };
        let own = |d: &&DateMention| {
            let of_another = noticed && d.end <= mention.start || d.start >= mention.end && clause(d);
            !of_another && !self.day_of_saying(d, mention) && !self.said_behind(d, mention)
        };
        let plain = |d: &&DateMention| self.plain(d, mention);
        let clear = |d: &&DateMention| {
            let (from, to) = (d.end.min(mention.start), d.start.max(mention.start));
            !self
                .events
                .mentions
                .iter()
                .any(|m| m.event != mention.event && from <= m.start && m.start < to && m.start != mention.start)
        };
        // `chúc mừng hội nghị A diễn ra ngày 29/11 và hội nghị B`: the day in front is another event's.
        let others = |d: &&DateMention| {
            let before = |m: &&EventMention| m.event != mention.event && (m.end..m.end + 6).contains(&d.start);
            let here = |m: &&EventMention| m.start >= sentence.start && m.end <= d.start;
            let joined = || {
                let between = d.end..mention.start;
                between.clone().any(|t| scan.function(t, Function::Joiner).is_some())
                    && !between.into_iter().any(|t| scan.mark(t, ","))
            };
            d.end > mention.start || !joined() || !self.events.mentions.iter().filter(here).any(|m| before(&m))
        };
        let clear = |d: &&DateMention| clear(d) || self.leads(d, mention, sentence);
        // `hội nghị A ngày 15/7; hội nghị B ngày 13/7`: each of a list has its own day.
        let part = |d: &DateMention| !(d.start..mention.start).chain(mention.end..d.start).any(|t| scan.mark(t, ";"));
        let best = here.filter(others).filter(precise).filter(own).filter(plain).filter(clear).min_by_key(|d| {
            // `trình Hội nghị cấp cao vào tháng 11`: what stands right behind is the event's, however rough.
            let behind = d.start == mention.end + 1 && scan.function(mention.end, Function::Until).is_none();
            // `Theo thông cáo phát đi ngày 13/1, lễ khởi công cầu X sẽ diễn ra ngày 16/1`
            let held = mention.full && d.start >= mention.end && self.announced(mention, d, sentence);
            let month = behind && d.value.len() < 7 && d.value.starts_with("--");
            // `Ngày 3/6, tại phiên họp Chính phủ thường kỳ tháng 5/2017`: the month is what the sitting is called.
            let rough = d.value.len() < 7 || self.regular(mention) && whole_month(d);
            (!part(d), !month, !held, rough, d.start.abs_diff(mention.start))
        })?;
        Some(Told { value: best.clone(), start: best.start, end: best.end })
    }

    /// Whether a day is the one on which somebody tells of an event (`Chiều 24/8, trao đổi với phóng viên, bà A cho biết công tác
    /// chuẩn bị đại hội …`): a verb of speech between them, whose object goes on to it, and not the place where it is said.
    fn day_of_saying(&self, d: &DateMention, mention: &EventMention) -> bool {
        let scan = self.context.scan;
        let object = |end: usize| end <= mention.start && !(end + 1..mention.start).any(|t| scan.mark(t, ","));
        let tells = |t: usize| self.somebody_says(t).is_some_and(object);
        let beside = || scan.ends_before(mention.start, |s| s == Sense::Function(Function::Fringe)).is_some();
        d.end <= mention.start && self.introduced(mention) && !beside() && (d.end..mention.start).any(tells)
    }

    /// One past a verb of speech at token `i` whose subject stands right before it, or a comma or the day between.
    fn somebody_says(&self, i: usize) -> Option<usize> {
        let scan = self.context.scan;
        let end = scan.speech_end(i)?;
        let from = scan.ends_before(i, |s| s == Sense::Function(Function::Aux)).unwrap_or(i);
        let named =
            |t: usize| self.reading.mentions.iter().any(|m| m.end == t) || body_before(scan, self.names, t).is_some();
        let aside = |t: usize| scan.mark(t - 1, ",") || scan.mark(t - 1, ")") || self.dates.iter().any(|d| d.end == t);
        (from > 0 && (named(from) || aside(from))).then_some(end)
    }

    /// Whether a date behind an event is told in what somebody says there (`cũng có mặt tại buổi tiếp, cho biết cuối tháng 10 …`).
    fn said_behind(&self, d: &DateMention, mention: &EventMention) -> bool {
        let scan = self.context.scan;
        let closes = |end: usize| d.start == end && (d.end..=d.end + 1).any(|t| scan.mark(t, ".") || scan.mark(t, ","));
        (mention.end..d.start).any(|t| self.somebody_says(t).is_some_and(|end| end <= d.start && !closes(end)))
    }

    /// Whether a day behind an event is told as the one on which it will be held, and what stands in front opens no sentence
    /// with a day.
    fn announced(&self, mention: &EventMention, d: &DateMention, sentence: &std::ops::Range<usize>) -> bool {
        let scan = self.context.scan;
        let to_come = (mention.end..d.start).find(|&t| scan.function(t, Function::Future).is_some());
        let held = to_come.is_some_and(|at| (at..d.start).any(|t| scan.function(t, Function::Happens).is_some()));
        let leads = |o: &DateMention| (sentence.start..sentence.start + 2).contains(&o.start);
        held && !self.dates.iter().any(leads)
    }

    /// Whether a date may be an event's. An anniversary's dates stand in brackets behind its name; the day of the event is led
    /// by `ngày`, `sáng` …
    fn plain(&self, d: &DateMention, mention: &EventMention) -> bool {
        let scan = self.context.scan;
        let before = d.start.wrapping_sub(1);
        let signed = scan.ends_before(d.start, |s| s == Sense::Function(Function::Signed)).is_some();
        // `sau khi 5 người bị khởi tố (ngày 26-8, …), ông X cho biết tại cuộc họp`
        let bracket = || (d.end..mention.start).find(|&t| scan.mark(t, "(") || scan.mark(t, ")"));
        // `tại kỳ họp 29 (từ ngày 10 đến 12/9)`
        let sits = scan.kb.events[usize::from(mention.head)].classes.first().is_some_and(|c| c == "Session");
        let own = sits && d.start <= mention.end + 2 && d.start >= mention.end && scan.mark(d.end, ")");
        let verbal = scan.kb.events[usize::from(mention.head)].verbal;
        let bracketed = || before == mention.end && own_day_in_brackets(scan, mention.head_end, verbal, before);
        // `Đại hội A sẽ diễn ra tại B (ngày 23/6).`
        let there = || {
            let mut clause = (mention.end..before).rev().take_while(|&t| !scan.mark(t, ",") && !scan.mark(t, "("));
            let opens = mention.full && scan.mark(before, "(");
            opens && clause.any(|t| scan.function(t, Function::Happens).is_some())
        };
        let own = own || bracketed() || there();
        // `Chiều 20/6, nhân kỷ niệm Ngày Báo chí (21/6), Tỉnh ủy gặp mặt …`: the day is told, and the bracket tells the anniversary.
        let aside = || {
            let here = |o: &&DateMention| scan.sentence_of(o.start) == scan.sentence_of(d.start) && o.end <= before;
            let mut told = self.dates.iter().filter(here).peekable();
            let led = |o: &DateMention| o.month_day().is_some() && scan.function(o.start, Function::DateLead).is_some();
            told.peek().is_some_and(|o| led(o)) && told.all(|o| o.end < before)
        };
        !(signed
            || scan.mark(before, "(") && d.end <= mention.start && aside()
            || bracket().is_some_and(|t| t > d.end && scan.mark(t, ")"))
            || scan.mark(before, "(") && d.start >= mention.start && !own
            || (scan.mark(before, "-") || scan.mark(before, "/")) && scan.number(before.wrapping_sub(1)))
    }

    /// Whether the one day of a sentence stands at its head, and what a verb or `và` adds to another event there is of that
    /// day too (`Sáng 5/3, ông X dự lễ khai giảng và thăm trường`).
    fn leads(&self, day: &DateMention, mention: &EventMention, sentence: &std::ops::Range<usize>) -> bool {
        let scan = self.context.scan;
        let alone = self.dates.iter().filter(|d| sentence.contains(&d.start)).count() == 1;
        let joined = || scan.ends_before(mention.start, |s| s == Sense::Function(Function::Joiner)).is_some();
        let told = || scan.kb.events[usize::from(mention.head)].verbal || joined();
        let at_head = day.start <= sentence.start + 6 && day.end <= mention.start;
        at_head && alone && told() && !self.said_between(day.end, mention.start)
    }

    /// The day told in the two sentences before the one that first names the article's first event, where no other event is told.
    pub(super) fn date_of_lead(&self, event: usize) -> Option<Told<DateMention>> {
        let scan = self.context.scan;
        let first =
            self.events.mentions.iter().filter(|m| m.event == Some(event)).map(|m| scan.sentence_of(m.start)).max()?;
        let lead = self.events.mentions.iter().find(|m| m.event == Some(event)).map(|m| scan.sentence_of(m.start))?;
        // Further down the day at the head of the article is another event's.
        if lead > 2 {
            return None;
        }
        let near =
            |d: &&DateMention| (lead.saturating_sub(2)..first.min(lead + 2)).contains(&scan.sentence_of(d.start));
        let led = |d: &&DateMention| scan.function(d.start, Function::DateLead).is_some();
        let day = |d: &&DateMention| d.value.len() == 10 || d.value.len() == 7 && d.value.starts_with("--");
        // The day of a sentence that tells of another event is that one's.
        let other = |d: &&DateMention| {
            let here = scan.sentence_of(d.start);
            let noun = |m: &&EventMention| !scan.kb.events[usize::from(m.head)].verbal;
            let there = self.events.mentions.iter().filter(|m| scan.sentence_of(m.start) == here);
            let mut there = there.filter(noun).peekable();
            there.peek().is_some()
                && there.all(|m| m.event.is_some_and(|e| self.events.list[e].class != self.events.list[event].class))
        };
        let names = self.events.mentions.iter().find(|m| m.event == Some(event));
        let said = |d: &&DateMention| names.is_some_and(|m| self.day_of_saying(d, m));
        let mut found = self.dates.iter().filter(near).filter(day).filter(|d| !other(d) && !said(d)).filter(led);
        let first = found.next()?;
        // `Hôm 12/9, Bộ trưởng đến tận nơi. Tại buổi kiểm tra, …`: the sentence right before tells of it.
        let year = |d: &DateMention| d.value[..d.value.len() - 5].to_owned();
        // `Trận lũ ngày 1/6 làm 3 người chết. Tại buổi kiểm tra, …`: nobody who is there, and no event.
        let here = |t: usize, d: &DateMention| scan.sentence_of(t) == scan.sentence_of(d.start);
        let people = |d: &DateMention| self.reading.mentions.iter().any(|m| !m.private && here(m.start, d));
        let told = |d: &DateMention| people(d) || self.events.mentions.iter().any(|m| here(m.start, d));
        // What comes before the day that the first sentence tells of them is background.
        let later = |d: &DateMention| year(d) == year(first) && (d.value >= first.value || !told(first));
        let found = found.rfind(|d| scan.sentence_of(d.start) + 1 == lead && later(d) && told(d)).unwrap_or(first);
        Some(Told { value: found.clone(), start: found.start, end: found.end })
    }
}

/// A date right behind a short mention, or right before the preposition in front of it.
fn beside(mention: &EventMention, date: &Told<DateMention>) -> bool {
    (mention.end..mention.end + 4).contains(&date.start) || date.end <= mention.start && mention.start - date.end <= 4
}

/// Whether a date is a month of a year.
fn whole_month(d: &DateMention) -> bool {
    d.value.len() == "2018-08".len() && !d.value.starts_with("--")
}

/// A day with the year of the month told, where it is a day of that month told without one.
fn in_year_of(month: &DateMention, mut day: Told<DateMention>) -> Told<DateMention> {
    if day.value.value.strip_prefix("--").is_some_and(|d| d.get(..2) == month.value.get(5..)) {
        day.value.value = format!("{}{}", &month.value[..4], &day.value.value[1..]);
    }
    day
}

/// Whether a span of days stands in a mention right behind its head or few words more (`cuộc gặp thường niên từ 5 đến 6-2`).
fn own_days(mention: &EventMention, d: &DateMention) -> bool {
    d.until.is_some() && d.end <= mention.end && (mention.head_end..mention.head_end + 4).contains(&d.start)
}
