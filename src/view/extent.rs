//! How much of a page is read: long lists come part by part.

/// How much of a page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// How many lines of each section, or of another list, come before those that are read.
    pub from: usize,
    /// How many lines of a section.
    pub lines: usize,
    /// How many pieces of evidence of a line.
    pub evidence: usize,
}

impl Extent {
    /// Everything.
    pub const ALL: Extent = Extent { from: 0, lines: usize::MAX, evidence: usize::MAX };

    /// Nothing of it, as if all had been read before.
    pub const NONE: Extent = Extent { from: usize::MAX, lines: 0, evidence: 0 };

    /// Those of all entries that are read, and how many come after them.
    pub fn of<T>(self, all: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>) -> (Vec<T>, usize) {
        let all = all.into_iter();
        let after = all.len().saturating_sub(self.from).saturating_sub(self.lines);
        (all.skip(self.from).take(self.lines).collect(), after)
    }
}

/// How much is read of the lists of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Of the lines of each section.
    pub sections: Extent,
    /// Of the articles they rest on.
    pub articles: Extent,
}

impl Parts {
    /// Everything.
    pub const ALL: Parts = Parts { sections: Extent::ALL, articles: Extent::ALL };
}
