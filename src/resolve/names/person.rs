//! Names of people: syllable by syllable, never in another order and never without tones.

use super::super::known::Known;
use super::Verdict::{self, Different, Doubtful, Same};
use crate::extract::scan::Scan;
use crate::ontology::items::Sense;
use crate::text::key::{bare_key, key};
use crate::text::lapse::{one_letter, toneless};

/// A name of a person, read.
pub(super) struct Shape {
    /// The keys of its syllables.
    syllables: Vec<String>,
    /// For each syllable whether it is an initial or the beginning of one (`Ng.`).
    initial: Vec<bool>,
    /// Woman or man, by the form of address.
    female: Option<bool>,
    /// Whether a dash with spaces stands in it, as between two people.
    divided: bool,
    /// The syllables that follow the one before without a space, the border told by a capital.
    glued: Vec<usize>,
}

impl Shape {
    /// Reads a name: forms of address, ranks and degrees in front of it are no part of it.
    pub fn read(scan: &Scan) -> Shape {
        let mut female = None;
        let mut from = 0;
        while let Some((end, title)) = scan.longest(from, before_names) {
            if let Sense::Honorific(h) = title {
                female = scan.kb.honorifics[usize::from(h)].female.or(female);
            }
            from = end;
            while from < scan.len() && !scan.word(from) {
                from += 1;
            }
        }
        let mut shape = Shape { syllables: Vec::new(), initial: Vec::new(), female, divided: false, glued: Vec::new() };
        for i in from..scan.len() {
            let dash = scan.mark(i, "-") && scan.text[..scan.tokens.span(i, i + 1).start].ends_with(' ');
            shape.divided |= dash && !shape.syllables.is_empty();
            let word = scan.words(i, i + 1);
            let letters = word.chars().count();
            let start = scan.tokens.list[i].span.start;
            if !shape.syllables.is_empty() && scan.word(i) && scan.text[..start].ends_with(char::is_alphabetic) {
                shape.glued.push(shape.syllables.len());
            }
            let dotted = scan.mark(i + 1, ".") && (letters == 1 || i + 2 < scan.len() && letters < 3);
            if letters == 3 && scan.all_caps(i) && from + 1 == scan.len() && !bare_key(word).contains(vowel) {
                shape.syllables.extend(word.chars().map(|c| key(&c.to_string())));
                shape.initial.extend([true; 3]);
                continue;
            }
            for syllable in key(word).split(' ').filter(|s| !s.is_empty()) {
                shape.syllables.push(syllable.to_owned());
                shape.initial.push(dotted);
            }
        }
        shape
    }

    /// Whether nothing is left behind the titles.
    pub fn is_empty(&self) -> bool {
        self.syllables.is_empty()
    }
}

fn before_names(sense: Sense) -> Option<Sense> {
    matches!(sense, Sense::Honorific(_) | Sense::Rank(_) | Sense::Academic).then_some(sense)
}

fn vowel(c: char) -> bool {
    "aeiouy".contains(c)
}

/// Compares two names of people.
pub(super) fn compare(known: &Known, a: &Shape, b: &Shape) -> Verdict {
    let (one, other) = if a.syllables.len() <= b.syllables.len() { (a, b) } else { (b, a) };
    let women = |x: &Shape, y: &Shape| x.female.is_some_and(|f| known.female(&y.syllables).is_some_and(|g| f != g));
    if women(a, b) || women(b, a) {
        return Different;
    }
    if a.initial.iter().chain(&b.initial).any(|i| *i) {
        return initials(a, b);
    }
    if a.syllables.concat() == b.syllables.concat() {
        return joined(known, a, b);
    }
    if one.syllables.len() < other.syllables.len() {
        let whole = toneless(&one.syllables.join(" ")) || toneless(&other.syllables.join(" "));
        let bare = |s: &Shape| bare_key(&s.syllables.concat());
        if whole && bare(one) == bare(other) {
            return Doubtful;
        }
        return shorter(known, one, other);
    }
    of_one_length(known, &a.syllables, &b.syllables)
}

/// Names of the same letters that are cut into syllables at other places.
fn joined(known: &Known, a: &Shape, b: &Shape) -> Verdict {
    if a.syllables == b.syllables {
        let run = |x: &Shape| x.glued.iter().any(|n| x.syllables[*n - 1].chars().nth(1).is_some());
        return if a.divided != b.divided || run(a) != run(b) { Doubtful } else { Same };
    }
    // Syllables of the majority run together, or one torn apart, are a slip; of other names both are habits.
    let first = a.syllables.iter().zip(&b.syllables).find(|(x, y)| x != y);
    match first {
        Some((x, y)) if known.counted(x) || known.counted(y) => Doubtful,
        _ => Same,
    }
}

/// Initials agree with the beginnings of syllables, or they are another name's.
fn initials(a: &Shape, b: &Shape) -> Verdict {
    if a.syllables.len() != b.syllables.len() {
        return Different;
    }
    let agree = |n: usize| {
        let (x, y) = (&a.syllables[n], &b.syllables[n]);
        match (a.initial[n], b.initial[n]) {
            (true, _) => y.starts_with(x.as_str()),
            (_, true) => x.starts_with(y.as_str()),
            _ => x == y,
        }
    };
    if (0..a.syllables.len()).all(agree) { Doubtful } else { Different }
}

/// A name that may be a longer one with syllables left out.
fn shorter(known: &Known, one: &Shape, other: &Shape) -> Verdict {
    let (short, long) = (&one.syllables, &other.syllables);
    let mut rest = long.iter();
    let in_order = short.iter().all(|s| rest.any(|l| l == s));
    let majority = known.family(&long[0]);
    let given = short.last() == long.last();
    // Of the minorities the clan behind the name may be left out.
    let clan = !majority && long.starts_with(short);
    let apart = other.divided && long.starts_with(short);
    if in_order && (given || clan) || apart { Doubtful } else { Different }
}

/// Names of as many syllables.
fn of_one_length(known: &Known, a: &[String], b: &[String]) -> Verdict {
    let (left, right) = (a.join(" "), b.join(" "));
    if (toneless(&left) || toneless(&right)) && bare_key(&left) == bare_key(&right) {
        return Doubtful;
    }
    let turned = |x: &[String], y: &[String]| x.len() > 2 && x[1..] == y[..y.len() - 1] && x[0] == y[y.len() - 1];
    if turned(a, b) || turned(b, a) {
        return Doubtful;
    }
    let unlike: Vec<usize> = (0..a.len()).filter(|n| a[*n] != b[*n]).collect();
    let [n] = unlike[..] else {
        return Different;
    };
    let near = bare_key(&a[n]) == bare_key(&b[n]) || one_letter(&bare_key(&a[n]), &bare_key(&b[n]));
    // The given name tells who somebody is: no syllable there is a slip of another. It stands behind a marker, else last.
    let given = if known.marker(&a[0]) && known.marker(&b[0]) { 1 } else { a.len() - 1 };
    let known_there = |s: &String| if n == 0 { known.family(s) } else { known.in_names(s) };
    let (one, other) = (known_there(&a[n]), known_there(&b[n]));
    let strange = !one && !other && bare_key(&a[n]) == bare_key(&b[n]);
    let slip = n != given && (one != other || n > given || strange);
    if y_for_i(&a[n], &b[n]) {
        return Doubtful;
    }
    if near && slip { Doubtful } else { Different }
}

/// Whether two syllables (keys) differ in nothing but `y` for `i` behind consonants, which sounds alike.
fn y_for_i(a: &str, b: &str) -> bool {
    let folded = |s: &str| {
        let rest = s.strip_prefix("qu").unwrap_or_else(|| s.trim_start_matches(|c| !vowel(c)));
        (s.len() - rest.len(), rest.replace('y', "i"))
    };
    a != b
        && folded(a) == folded(b)
        && a.replace('y', "i") == b.replace('y', "i")
        && folded(a).1.trim_end_matches(|c| c != 'i') == "i"
}
