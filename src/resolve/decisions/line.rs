//! The lines of a file of decisions: reading and writing their columns.

use super::{Anchor, Decision, Reference, Statement, Verdict};
use crate::resolve::slug::short_hash;

/// Between an id and its anchors.
const AT: &str = " @ ";
/// The same where it stands in an article's id.
const AT_ESCAPED: &str = " %40 ";
/// Between the parts of a statement.
const ARROW: &str = " → ";

/// The id of a line that stands in its file for the so manyth time.
pub(super) fn id_of(text: &str, times: usize) -> String {
    let again = (times > 1).then(|| times.to_string());
    short_hash([text.trim()].into_iter().chain(again.as_deref()))[..8].to_owned()
}

impl Reference {
    fn parse(cell: &str) -> Result<Reference, String> {
        let mut parts = cell.split(AT).map(str::trim);
        let id = parts.next().unwrap_or_default();
        if !id.contains('/') {
            return Err(format!("\"{id}\" is no id; write one such as show prints, person/…"));
        }
        Ok(Reference { id: id.to_owned(), anchors: parts.map(Anchor::parse).collect() })
    }

    fn write(&self) -> String {
        format!("{}{}", self.id, anchors(&self.anchors))
    }
}

fn anchors(anchors: &[Anchor]) -> String {
    anchors.iter().map(|a| format!("{AT}{}", a.write())).collect()
}

impl Anchor {
    fn parse(text: &str) -> Anchor {
        let (article, entity) = text.rsplit_once('#').unwrap_or((text, ""));
        let (entity, name) = entity.split_once('=').unwrap_or((entity, ""));
        Anchor { article: article.replace(AT_ESCAPED, AT), entity: entity.to_owned(), name: name.to_owned() }
    }

    fn write(&self) -> String {
        let article = self.article.replace(AT, AT_ESCAPED);
        let name = if self.name.is_empty() { String::new() } else { format!("={}", self.name) };
        if self.entity.is_empty() { article } else { format!("{article}#{}{name}", self.entity) }
    }
}

impl Verdict {
    pub(super) fn columns(&self) -> (String, String) {
        let statement = |s: &Statement| {
            let ids = [&*s.entities.0, &s.entities.1].into_iter().filter(|id| !id.is_empty()).collect::<Vec<_>>();
            let told = if ids.is_empty() { s.article.clone() } else { format!("{}#{}", s.article, ids.join(">")) };
            ([&*s.subject, &s.predicate, &s.object].join(ARROW), told)
        };
        match self {
            Verdict::Merge(a, b) | Verdict::NotSame(a, b) => (a.write(), b.write()),
            Verdict::Split(a, moved) => (a.write(), anchors(moved).trim_start().to_owned()),
            Verdict::Reject(s) | Verdict::Accept(s) => statement(s),
            Verdict::Rename(a, name) => (a.write(), name.clone()),
            Verdict::Undo(id) => (id.clone(), String::new()),
        }
    }

    fn parse(verb: &str, first: &str, second: &str) -> Result<Verdict, String> {
        let two = || Ok::<_, String>((Reference::parse(first)?, Reference::parse(second)?));
        match verb {
            "merge" => two().map(|(a, b)| Verdict::Merge(a, b)),
            "not-same" => two().map(|(a, b)| Verdict::NotSame(a, b)),
            "split" => {
                let first_one = second.strip_prefix(AT.trim_start()).unwrap_or(second);
                let cells = first_one.split(AT).map(str::trim).filter(|cell| !cell.is_empty());
                let moved: Vec<Anchor> = cells.map(Anchor::parse).collect();
                let none = || "the third column names no article; write `@ ` and the id of each".to_owned();
                (!moved.is_empty()).then_some(Verdict::Split(Reference::parse(first)?, moved)).ok_or_else(none)
            }
            "reject" => Statement::parse(first, second).map(Verdict::Reject),
            "accept" => Statement::parse(first, second).map(Verdict::Accept),
            "rename" if second.trim().is_empty() => Err("the third column gives no name".to_owned()),
            "rename" => Ok(Verdict::Rename(Reference::parse(first)?, second.trim().to_owned())),
            "undo" => Ok(Verdict::Undo(first.trim().to_owned())),
            other => Err(format!(
                "\"{other}\" is no decision; there are merge, not-same, split, reject, accept, rename and undo"
            )),
        }
    }
}

impl Statement {
    fn parse(fact: &str, article: &str) -> Result<Statement, String> {
        let parts: Vec<&str> = fact.split(ARROW).map(str::trim).collect();
        let [subject, predicate, object] = parts[..] else {
            return Err(format!("\"{fact}\" is no fact; write subject{ARROW}property{ARROW}object"));
        };
        let (article, ids) = article.trim().rsplit_once('#').unwrap_or((article.trim(), ""));
        let (own, other) = ids.split_once('>').unwrap_or((ids, ""));
        let entities = (own.to_owned(), other.to_owned());
        let [subject, predicate, object, article] = [subject, predicate, object, article].map(str::to_owned);
        Ok(Statement { subject, predicate, object, article, entities })
    }
}

impl Decision {
    /// Reads the columns of a line.
    ///
    /// # Errors
    /// What is wrong with it and how to write it.
    pub fn parse(line: &str) -> Result<Decision, String> {
        if line.contains('\u{fffd}') {
            return Err("it holds a byte that is no UTF-8; write the line anew".to_owned());
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let [verb, first, second, author, date, reason] = cells[..] else {
            return Err(format!("{} columns where six belong, with a tab between", cells.len()));
        };
        let verdict = Verdict::parse(verb.trim(), first.trim(), second.trim())?;
        let [author, date, reason] = [author, date, reason].map(|cell| cell.trim().to_owned());
        if author.is_empty() || reason.is_empty() {
            return Err("a decision needs an author and a reason".to_owned());
        }
        Ok(Decision { verdict, author, date, reason })
    }

    /// The line, without its end; tabs and line ends inside a column become spaces.
    pub fn write(&self) -> String {
        let (first, second) = self.verdict.columns();
        let cells = [self.verdict.verb(), &first, &second, &self.author, &self.date, &self.reason];
        cells.map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).join("\t")
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Decisions, Outcome};
    use super::*;

    const MERGE: &str =
        "merge\tperson/lê-sơn @ a/1#p1\tperson/lê-sơn--sở-y-tế @ b 2#p3 @ c\tLan\t2026-01-02\tone career";

    #[test]
    fn a_line_is_read_and_written_the_same() {
        let lines = [
            MERGE,
            "not-same\tperson/a\tperson/b\tLan\t2026-01-02\ttwo photographs",
            "split\tperson/a @ 1#p1\t@ 2#p1 @ 3#p2\tLan\t\tborn in two years",
            "split\tperson/a @ 1#p1=lê-đình-san\t@ x@2#p1 @ y %40 z#e2=lễ\tLan\t2026-01-02\tids with signs",
            "reject\tLê Sơn → vg:holdsPost → Giám đốc Sở Y tế\ta/1\tLan\t2026-01-02\tmisprint",
            "reject\tLê Sơn → vg:holdsPost → Giám đốc Sở Y tế\ta/1#p1>o2\tLan\t2026-01-02\tmisprint",
            "rename\tbody/x\tSở Y tế\tLan\t2026-01-02\tits own spelling",
            "undo\t0123abcd\t\tLan\t2026-01-02\terror",
        ];
        for line in lines {
            assert_eq!(Decision::parse(line).expect(line).write(), line);
        }
    }

    #[test]
    fn a_bad_line_says_what_is_wrong_and_the_others_count() {
        let decisions = Decisions::parse(&format!("# remark\n\n{MERGE}\nmerge\tx\n"));
        assert_eq!(decisions.entries.len(), 2);
        assert_eq!(decisions.entries[1].line, 4);
        assert!(matches!(&decisions.outcomes()[..], [Outcome::Used, Outcome::Unused(_)]));
        let no_reason = MERGE.replace("one career", "");
        assert!(Decision::parse(&no_reason).is_err());
    }

    #[test]
    fn what_is_undone_does_not_count_unless_the_undoing_is_undone() {
        let undo = |id: &str, why: &str| format!("undo\t{id}\t\tLan\t2026-01-02\t{why}");
        let first = undo(&id_of(MERGE, 1), "error");
        let two = Decisions::parse(&format!("{MERGE}\n{first}\n"));
        assert_eq!(two.outcomes(), [Outcome::Undone, Outcome::Used]);
        let three = Decisions::parse(&format!("{MERGE}\n{first}\n{}\n", undo(&id_of(&first, 1), "no error")));
        assert_eq!(three.outcomes(), [Outcome::Used, Outcome::Undone, Outcome::Used]);
        let again = Decisions::parse(&format!("{MERGE}\n{first}\n{MERGE}\n"));
        assert_eq!(again.outcomes(), [Outcome::Undone, Outcome::Used, Outcome::Used], "the same, decided again");
    }
}
