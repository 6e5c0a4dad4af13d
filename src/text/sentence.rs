//! Sentences: runs of tokens between full stops and line ends.

use super::token::{TokenKind, Tokens};
use std::ops::Range;

/// How many tokens a sentence may have: no writer's sentence is longer, and what reads them may look at all its pairs.
const LONGEST: usize = 400;

/// The sentences of a text as ranges of token numbers, in order; line ends belong to none.
///
/// A full stop ends a sentence when a capital, a quotation mark or a line end follows it, even where the space
/// is missing, but not after a number, a single letter (`Nguyễn Văn A.`) or a word that `abbreviation` (asked by token number) says is one.
pub fn sentences(tokens: &Tokens, abbreviation: &dyn Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for i in 0..tokens.list.len() {
        if i == start
            && let Some(end) = source_mark(tokens, i)
        {
            found.push(start..end);
            start = end;
        }
        let end = match tokens.list[i].kind {
            TokenKind::Break => i,
            TokenKind::Mark if ends_sentence(tokens, i, abbreviation) => i + 1,
            _ => continue,
        };
        if end > start {
            found.push(start..end);
        }
        start = i + 1;
    }
    if start < tokens.list.len() {
        found.push(start..tokens.list.len());
    }
    found.into_iter().fold(Vec::new(), |cut, sentence| pieces(tokens, sentence, cut))
}

/// The mark of a paper at the start of a line, which is no part of the sentence behind it (`(TTXVN) -`, `NDĐT -`); one past its
/// last token.
fn source_mark(tokens: &Tokens, start: usize) -> Option<usize> {
    /// So many tokens a mark has at most, brackets and dash apart.
    const MARK: usize = 5;
    let opens_line = start == 0 || tokens.list[start - 1].kind == TokenKind::Break;
    let dash = |i: usize| matches!(tokens.key(i), "-" | "–" | "—");
    let capital = |i: usize| tokens.list.get(i).is_some_and(|t| t.capital);
    if !opens_line {
        return None;
    }
    let end = if tokens.key(start) == "(" {
        let close = (start + 2..=start + MARK + 1).find(|&i| tokens.key(i) == ")").filter(|_| capital(start + 1))?;
        if dash(close + 1) { close + 2 } else { close + 1 }
    } else {
        let part = |i: &usize| tokens.list.get(*i).is_some_and(|t| t.all_caps) || matches!(tokens.key(*i), "&" | ".");
        let close = (start..=start + MARK).find(|i| !part(i)).filter(|&i| i > start && dash(i))?;
        close + 1
    };
    capital(end).then_some(end)
}

/// Adds a sentence to those `cut` before: cuts a run without full stops behind a comma or semicolon, or anywhere, so that no piece is too long.
fn pieces(tokens: &Tokens, sentence: Range<usize>, mut cut: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut start = sentence.start;
    while sentence.end - start > LONGEST {
        let limit = start + LONGEST;
        let pause = (start + LONGEST / 2..limit).rev().find(|&i| matches!(tokens.key(i), ";" | ","));
        let end = pause.map_or(limit, |i| i + 1);
        cut.push(start..end);
        start = end;
    }
    cut.push(start..sentence.end);
    cut
}

fn ends_sentence(tokens: &Tokens, i: usize, abbreviation: &dyn Fn(usize) -> bool) -> bool {
    if !matches!(tokens.key(i), "." | "!" | "?" | "…") {
        return false;
    }
    let Some(next) = tokens.list.get(i + 1) else {
        return true;
    };
    let opens = next.capital || next.kind == TokenKind::Break || matches!(tokens.key(i + 1), "\"" | "-");
    if !opens || i == 0 {
        return false;
    }
    if tokens.key(i) != "." || next.kind == TokenKind::Break {
        return true;
    }
    let before = &tokens.list[i - 1];
    let letters = before.span.end - before.span.start;
    let short = before.kind == TokenKind::Word && (letters == 1 || abbreviation(i - 1));
    !short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let tokens = Tokens::new(text);
        sentences(&tokens, &|i| ["tp", "ts"].contains(&tokens.key(i)))
            .into_iter()
            .map(|r| tokens.span(r.start, r.end).of(text))
            .collect()
    }

    #[test]
    fn a_capital_after_a_full_stop_opens_a_sentence_even_when_glued() {
        assert_eq!(
            cut("Đơn vị đã hoàn thành.Đại tá Lê A dự. Xong"),
            ["Đơn vị đã hoàn thành.", "Đại tá Lê A dự.", "Xong"]
        );
    }

    #[test]
    fn a_run_without_full_stops_is_cut_behind_commas() {
        let text = "một hai ba, ".repeat(300);
        let tokens = Tokens::new(&text);
        let cut = sentences(&tokens, &|_| false);
        assert!(cut.len() > 2 && cut.iter().all(|s| s.len() <= LONGEST));
        assert!(cut[..cut.len() - 1].iter().all(|s| tokens.key(s.end - 1) == ","));
        assert_eq!(cut.iter().map(|s| s.len()).sum::<usize>(), tokens.list.len());
    }

    #[test]
    fn the_mark_of_a_paper_stands_by_itself() {
        assert_eq!(cut("(TTXVN) - Ngày 1/3, lễ diễn ra."), ["(TTXVN) -", "Ngày 1/3, lễ diễn ra."]);
        assert_eq!(cut("(Dân trí) Hội nghị"), ["(Dân trí)", "Hội nghị"]);
        assert_eq!(cut("Tin\nGD&TĐ - Hội nghị"), ["Tin", "GD&TĐ -", "Hội nghị"]);
        for whole in ["Ông A - Giám đốc Sở Y tế - dự", "(ảnh trên) Lễ", "Bắc Ninh - Hội nghị", "Lễ (TTXVN) - Ngày 1/3"]
        {
            assert_eq!(cut(whole), [whole]);
        }
    }

    #[test]
    fn numbers_initials_and_abbreviations_do_not() {
        for whole in ["Có 4.700 vụ tại TP.HCM và TP. Cần Thơ", "Anh Nguyễn Văn A. Bị can", "TS. Trần B dự"]
        {
            assert_eq!(cut(whole), [whole]);
        }
    }
}
