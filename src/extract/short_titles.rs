//! Offices told again in fewer words: `Phó Chủ tịch UBND tỉnh X` of who is its `Phó Chủ tịch Thường trực`.

use std::collections::HashSet;

use super::bodies::Body;
use super::changes::Change;
use super::complete::Told;
use super::posts::Post;
use super::state::State;
use crate::ontology::items::Office;
use crate::text::key::key;

impl State<'_, '_, '_> {
    /// What a person holds by the mentions and by what was taken up; `left` are the labels of what is left.
    pub(super) fn holds(&self, p: usize, told: &[Told], left: &HashSet<&String>, changes: &[Change]) -> Vec<Post> {
        let kept = |post: &Post| !post.former && self.of_body(post) && !left.contains(&self.post_label(post));
        let gained = |c: &&Change| {
            c.person == p && !c.own && !c.past && matches!(c.class.as_str(), "Appointment" | "Election" | "Holding")
        };
        let taken = changes.iter().filter(gained).filter_map(|c| self.completed(c));
        told.iter().map(|(post, _, _)| post.clone()).chain(taken).filter(kept).collect()
    }

    /// Whether an office is one of those of `held` in fewer words.
    pub(super) fn in_short(&self, post: &Post, held: &[Post]) -> bool {
        let office = self.office(post);
        if post.former || office.membership {
            return false;
        }
        let opening = format!("{} ", key(&post.title));
        held.iter().any(|full| {
            let of_whole = || full.title == post.title && self.of_part(full, post);
            let longer = || {
                let joined = full.title.contains('-');
                !joined && key(&full.title).starts_with(&opening) && self.post_body(full) == self.post_body(post)
            };
            longer() || self.shortens(post, full) || of_whole()
        })
    }

    /// Whether an office is the short form of another of the same body (`Phó Ban`, `Phó Trưởng Ban`).
    pub(super) fn shortens(&self, post: &Post, full: &Post) -> bool {
        self.office(post).short_for.as_ref() == Some(&self.office(full).name.iri)
            && self.post_body(full) == self.post_body(post)
    }

    /// Whether a seat is one its holder has outgrown: an alternate's of who is a full member of the same body by `held`,
    /// a deputy's of who is its head by other words than those beside it.
    pub(super) fn outgrown(&self, post: &Post, held: &[Post]) -> bool {
        let office = self.office(post);
        let above = |o: &Post| {
            let full = self.office(o);
            let beside = o.end <= post.start && post.start <= o.end + 1;
            let head = office.deputy_of.as_ref() == Some(&full.name.iri) && o.title == full.title && !beside;
            (head || office.alternate && full.membership && !full.alternate)
                && self.post_body(o) == self.post_body(post)
        };
        post.body.is_some() && (office.alternate || office.deputy_of.is_some()) && held.iter().any(above)
    }

    fn office(&self, post: &Post) -> &Office {
        &self.context.scan.kb.offices[usize::from(post.office)]
    }

    fn post_body(&self, post: &Post) -> Option<String> {
        post.body.as_ref().map(|b| self.context.label(b))
    }

    /// Whether the body of `part` is a part of that of `whole` (`Hội đồng thành viên Tổng công ty X`, `Tổng công ty X`).
    fn of_part(&self, part: &Post, whole: &Post) -> bool {
        let of = part.body.as_ref().and_then(|b: &Body| b.parent.as_ref());
        of.is_some_and(|(of, _)| {
            let of = self.context.label(&self.context.alone((**of).clone()));
            Some(of) == self.post_body(whole)
        })
    }
}
