//! A text cut up and matched: its tokens, its sentences, and what each label in it may stand for.

use std::collections::HashMap;
use std::ops::Range;

use super::misses::Misses;
use super::quotations;
use crate::ontology::Ontology;
use crate::ontology::items::{Function, Sense, kind};
use crate::ontology::lexicon::Hit;
use crate::text::sentence::sentences;
use crate::text::span::Span;
use crate::text::syllable;
use crate::text::token::{TokenKind, Tokens, is_invisible};

/// How many tokens before another a label may begin that is looked for before it.
const REACH: usize = 6;

/// A text with everything the lexicon knows about its words.
pub struct Scan<'a> {
    /// The knowledge it was matched against.
    pub kb: &'a Ontology,
    /// The text as given.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: Tokens,
    /// Its sentences as ranges of tokens.
    pub sentences: Vec<Range<usize>>,
    /// What its readers tried in vain.
    pub(super) misses: Misses,
    hits: Vec<Hit>,
    /// For each token, the first of its hits; one more entry at the end.
    first: Vec<u32>,
    /// For each token, a bit for each function of the words that start there: most tokens have none.
    functions: Vec<u128>,
    /// For each token, the kinds of what starts there.
    starts: Vec<u32>,
    /// For each token, how many tokens the longest label has that ends right before it; one more entry at the end.
    reach: Vec<u8>,
    /// The abbreviations that the text itself introduces in brackets, each with the token of its first bracket.
    introduced: HashMap<&'a str, usize>,
    /// For each token, whether it stands inside a longer quotation.
    quoted: Vec<bool>,
}

impl<'a> Scan<'a> {
    /// Cuts and matches a text.
    pub fn new(kb: &'a Ontology, text: &'a str) -> Scan<'a> {
        let tokens = Tokens::new(text);
        let mut hits = unblocked(beside_places(kb.lexicon.find(&tokens), &tokens), &tokens);
        at_home(kb, &mut hits, &tokens, text);
        let mut first = Vec::with_capacity(tokens.list.len() + 1);
        let mut at = 0;
        for i in 0..=tokens.list.len() {
            while at < hits.len() && hits[at].start < i {
                at += 1;
            }
            first.push(at as u32);
        }
        let mut functions = vec![0; tokens.list.len()];
        let mut starts = vec![0; tokens.list.len()];
        let mut reach = vec![0; tokens.list.len() + 1];
        for hit in &hits {
            let kind = kind::of(hit.sense);
            starts[hit.start] |= kind;
            reach[hit.end] = reach[hit.end].max((hit.end - hit.start).min(REACH) as u8);
            if let Sense::Function(f) = hit.sense {
                functions[hit.start] |= bit(f);
            }
        }
        let introduced = introduced(&tokens, text);
        let mut scan = Scan {
            functions,
            starts,
            reach,
            kb,
            text,
            tokens,
            sentences: Vec::new(),
            misses: Misses::default(),
            hits,
            first,
            introduced,
            quoted: Vec::new(),
        };
        let short = |i: usize| {
            let few = scan.tokens.list[i].span.of(text).chars().count() <= 3;
            few && scan
                .hits(i)
                .iter()
                .any(|h| matches!(h.sense, Sense::Level(_) | Sense::Academic | Sense::Abbreviation(_)))
        };
        scan.sentences = sentences(&scan.tokens, &short);
        scan.quoted = quotations::inside(&scan);
        scan
    }

    /// How many tokens there are.
    #[expect(clippy::len_without_is_empty, reason = "a bound for token numbers; nobody asks whether it is 0")]
    pub fn len(&self) -> usize {
        self.tokens.list.len()
    }

    /// Whether any label stands for something that `test` accepts.
    pub fn has(&self, test: impl Fn(Sense) -> bool) -> bool {
        self.hits.iter().any(|h| test(h.sense))
    }

    /// What starts at token `i`, longest first.
    pub fn hits(&self, i: usize) -> &[Hit] {
        match (self.first.get(i), self.first.get(i + 1)) {
            (Some(&a), Some(&b)) => &self.hits[a as usize..b as usize],
            _ => &[],
        }
    }

    /// Whether any label starts at token `i`.
    pub fn any(&self, i: usize) -> bool {
        self.starts.get(i).is_some_and(|has| *has != 0)
    }

    /// Whether a label of one of `kinds` starts at token `i`.
    pub fn starts(&self, i: usize, kinds: u32) -> bool {
        self.starts.get(i).is_some_and(|has| has & kinds != 0)
    }

    /// The longest label at token `i` whose sense `pick` accepts: the token after it, and what was picked.
    pub fn longest<T>(&self, i: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<(usize, T)> {
        self.hits(i).iter().find_map(|h| Some((h.end, pick(h.sense)?)))
    }

    /// Whether a label with sense `wanted` starts at `i`; the token after it.
    pub fn sense(&self, i: usize, wanted: Sense) -> Option<usize> {
        self.longest(i, |s| (s == wanted).then_some(())).map(|(end, ())| end)
    }

    /// Whether the function word `wanted` starts at `i`; the token after it.
    pub fn function(&self, i: usize, wanted: Function) -> Option<usize> {
        if self.functions.get(i).is_none_or(|has| has & bit(wanted) == 0) {
            return None;
        }
        self.sense(i, Sense::Function(wanted))
    }

    /// Whether a label that `test` accepts ends right before token `i`, within the last six tokens; where it starts.
    pub fn ends_before(&self, i: usize, test: impl Fn(Sense) -> bool) -> Option<usize> {
        let reach = self.reach.get(i).copied().map_or(0, usize::from);
        (i - reach..i).find(|&s| self.hits(s).iter().any(|h| h.end == i && test(h.sense)))
    }

    /// Whether a word of one of `functions` starts at token `i`.
    pub fn any_function(&self, i: usize, functions: &[Function]) -> bool {
        let wanted = functions.iter().fold(0, |bits, f| bits | bit(*f));
        self.functions.get(i).is_some_and(|has| has & wanted != 0)
    }

    /// Whether words that name or begin a body start at token `i`.
    pub fn head(&self, i: usize) -> bool {
        self.starts(i, kind::BODY)
    }

    /// Whether an office, or a word that belongs to one (`nguyên`, `Phó`), starts at token `i`.
    pub fn title(&self, i: usize) -> bool {
        self.starts(i, kind::OFFICE | kind::MODIFIER)
    }

    /// Whether a verb that says whose words are told starts at token `i`.
    pub fn speech(&self, i: usize) -> bool {
        self.speech_end(i).is_some()
    }

    /// One past the longest verb that says whose words are told and starts at token `i`.
    pub fn speech_end(&self, i: usize) -> Option<usize> {
        if !self.starts(i, kind::CUE) {
            return None;
        }
        let speech = |s: Sense| matches!(s, Sense::Cue(c) if self.kb.cues[usize::from(c)].voice.is_speech());
        self.hits(i).iter().filter(|h| speech(h.sense)).map(|h| h.end).max()
    }

    /// Whether a cue that states `role` (`spokeAt`) starts at token `i`.
    pub fn cue_of(&self, i: usize, role: &str) -> bool {
        if !self.starts(i, kind::CUE) {
            return false;
        }
        let states = |s: Sense| matches!(s, Sense::Cue(c) if self.kb.cues[usize::from(c)].states == role);
        self.hits(i).iter().any(|h| states(h.sense))
    }

    /// Whether token `i` stands inside a longer quotation.
    pub fn quoted(&self, i: usize) -> bool {
        self.quoted.get(i).copied().unwrap_or(false)
    }

    /// Where the text introduces the abbreviation at token `i` in brackets: the token of that bracket.
    pub fn introduction(&self, i: usize) -> Option<usize> {
        if self.introduced.is_empty() || !self.all_caps(i) {
            return None;
        }
        self.introduced.get(self.words(i, i + 1)).copied().filter(|&bracket| bracket + 1 != i)
    }

    /// The key of token `i`.
    pub fn key(&self, i: usize) -> &str {
        self.tokens.key(i)
    }

    /// Whether token `i` is the mark `mark`.
    pub fn mark(&self, i: usize, mark: &str) -> bool {
        self.tokens.list.get(i).is_some_and(|t| t.kind == TokenKind::Mark) && self.key(i) == mark
    }

    /// Whether token `i` is a word with a capital first letter.
    pub fn capital(&self, i: usize) -> bool {
        self.tokens.list.get(i).is_some_and(|t| t.capital)
    }

    /// Whether token `i` is a number as the Romans wrote it, up to the eighties (`khóa XIV`).
    pub fn roman(&self, i: usize) -> bool {
        self.word(i) && self.words(i, i + 1).bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
    }

    /// Whether token `i` is a word of capital letters only.
    pub fn all_caps(&self, i: usize) -> bool {
        self.tokens.list.get(i).is_some_and(|t| t.all_caps)
    }

    /// Whether token `i` is a word.
    pub fn word(&self, i: usize) -> bool {
        self.tokens.list.get(i).is_some_and(|t| t.kind == TokenKind::Word)
    }

    /// Whether token `i` is a number.
    pub fn number(&self, i: usize) -> bool {
        self.tokens.list.get(i).is_some_and(|t| t.kind == TokenKind::Number)
    }

    /// Whether token `i` ends a line, or stands past the end.
    pub fn breaks(&self, i: usize) -> bool {
        self.tokens.list.get(i).is_none_or(|t| t.kind == TokenKind::Break)
    }

    /// The words of tokens `from..to` as printed.
    pub fn words(&self, from: usize, to: usize) -> &'a str {
        self.tokens.span(from, to).of(self.text)
    }

    /// The words of tokens `from..to` with single spaces and no line ends.
    pub fn tidy(&self, from: usize, to: usize) -> String {
        let seen: String = self
            .words(from, to)
            .chars()
            .filter(|c| !is_invisible(*c) && (!c.is_control() || c.is_whitespace()))
            .collect();
        seen.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The bytes of tokens `from..to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        self.tokens.span(from, to)
    }

    /// The number of the sentence that token `i` stands in.
    pub fn sentence_of(&self, i: usize) -> usize {
        self.sentences.partition_point(|s| s.end <= i).min(self.sentences.len().saturating_sub(1))
    }
}

/// The bit of a function; there are fewer than 128.
fn bit(f: Function) -> u128 {
    1 << f as u64
}

/// Abbreviations in brackets of their own (`… miền Trung (XMT)`): each with the token of its first bracket.
fn introduced<'a>(tokens: &Tokens, text: &'a str) -> HashMap<&'a str, usize> {
    let mark = |i: usize, m: &str| tokens.list[i].kind == TokenKind::Mark && tokens.key(i) == m;
    let short = |i: usize| tokens.list[i].all_caps && tokens.list[i].kind == TokenKind::Word;
    let mut found = HashMap::new();
    for i in (1..tokens.list.len().saturating_sub(1)).filter(|&i| short(i) && mark(i - 1, "(") && mark(i + 1, ")")) {
        let word = tokens.list[i].span.of(text);
        if word.chars().count() > 2 {
            found.entry(word).or_insert(i - 1);
        }
    }
    found
}

/// Whether a label begins with the last syllable of a name (`Lục Văn Phong tặng hoa` is no `phong tặng`).
fn in_a_name(hit: &Hit, tokens: &Tokens) -> bool {
    let name = |i: usize| tokens.list[i].capital && tokens.list[i].kind == TokenKind::Word;
    let begins = hit.start > 1 && name(hit.start) && !tokens.list[hit.start].all_caps;
    begins && hit.end > hit.start + 1 && !name(hit.start + 1) && name(hit.start - 1) && name(hit.start - 2)
}

/// Drops the cues, events, awards and function words that lie inside a blocker, and cues inside longer cues.
fn unblocked(mut hits: Vec<Hit>, tokens: &Tokens) -> Vec<Hit> {
    // `giữ chức Vụ trưởng`: the capital belongs to the office, not to the cue `giữ chức vụ`.
    let runs_over = |h: &Hit| {
        h.end > h.start + 1
            && tokens.list[h.end - 1].capital
            && !tokens.list[h.end - 1].all_caps
            && !tokens.list[h.end - 2].capital
    };
    let (mut blocked, mut cued, mut headed, mut head) = (0, 0, 0, 0);
    let mut word = 0..0;
    hits.retain(|hit| {
        match hit.sense {
            Sense::Blocker => {
                blocked = blocked.max(hit.end);
                true
            }
            Sense::WholeWord => {
                if hit.end > word.end {
                    word = hit.start..hit.end;
                }
                false
            }
            Sense::Cue(_) if hit.end <= blocked || hit.end <= cued || runs_over(hit) || in_a_name(hit, tokens) => false,
            // `những buổi thảo luận`
            Sense::Cue(_) if hit.end <= headed && hit.start > head => false,
            Sense::Cue(_) => {
                cued = hit.end;
                true
            }
            Sense::Event(_) if hit.end <= blocked || hit.end <= headed => false,
            Sense::Event(_) => {
                (head, headed) = (hit.start, hit.end);
                true
            }
            // `có buổi trao đổi với báo chí` is an occasion itself.
            Sense::Function(Function::PressTalk) if hit.end <= headed && hit.start > head => false,
            Sense::Function(Function::Held | Function::Opener | Function::Future) => hit.end > blocked,
            Sense::Office(_) => hit.end > blocked && !(hit.end > cued && hit.start < cued),
            // Syllables inside a whole word (`hàng không`, `tài nguyên`) are not read for themselves.
            Sense::Modifier(_)
            | Sense::Stopper
            | Sense::Place(_)
            | Sense::Honorific(_)
            | Sense::Award(_)
            | Sense::Function(
                Function::Negation | Function::Passive | Function::Plural | Function::Pronoun | Function::Aux,
            ) => hit.end > blocked,
            // `Bách khoa`, `xã hội`: a syllable is no head of a body and no level.
            Sense::Pattern(_) | Sense::Level(_) => hit.end > word.end || (hit.start..hit.end) == word,
            _ => true,
        }
    });
    hits
}

/// Drops the cities abroad behind a level that no province has: a commune of ours only has the same name
/// (`xã Quảng Đông`, not `quận Seoul`).
fn at_home(kb: &Ontology, hits: &mut Vec<Hit>, tokens: &Tokens, text: &str) {
    let mut level = None;
    hits.retain(|hit| {
        match hit.sense {
            Sense::Level(l) => level = Some((hit.end, l)),
            Sense::Foreign(f) if kb.foreign[usize::from(f)].1 => {
                let below = level.is_some_and(|(end, l)| end == hit.start && kb.below_province(l));
                return !(below && (hit.start..hit.end).all(|t| syllable::plausible(tokens.list[t].span.of(text))));
            }
            _ => {}
        }
        true
    });
}

/// Drops the small words inside the names of places (`Cần Giờ`, `Từ Liêm`).
fn beside_places(mut hits: Vec<Hit>, tokens: &Tokens) -> Vec<Hit> {
    let places = place_names(&hits, tokens);
    let mut place = 0;
    hits.retain(|hit| {
        while places.get(place).is_some_and(|p| p.end <= hit.start) {
            place += 1;
        }
        let inside =
            places.get(place).is_some_and(|p| p.contains(&hit.start) && (hit.start > p.start || hit.end < p.end));
        !(inside && matches!(hit.sense, Sense::Function(_) | Sense::Stopper))
    });
    hits
}

/// Where names of places of several words stand; `Từ Sơn La` is none.
fn place_names(hits: &[Hit], tokens: &Tokens) -> Vec<Range<usize>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    for hit in hits.iter().filter(|h| matches!(h.sense, Sense::Place(_))) {
        let capital = (hit.start..hit.end).all(|i| tokens.list[i].capital);
        match names.last() {
            Some(last) if hit.end <= last.end => {}
            Some(last) if hit.start < last.end => {
                names.pop();
            }
            _ if capital && hit.end > hit.start + 1 => names.push(hit.start..hit.end),
            _ => {}
        }
    }
    names
}
