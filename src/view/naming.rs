//! Names that the program makes, in the words of a view.

use petgraph::Direction;
use petgraph::graph::NodeIndex;

use super::View;

impl View {
    /// The view with each change called by its class and whom it concerns, both in the view's own language.
    ///
    /// In the store a change has a name in the language of the articles, `bổ nhiệm …`; that stays among its other names.
    #[must_use]
    pub fn naming_changes(mut self) -> View {
        let named: Vec<(NodeIndex, String)> = self.nodes().filter_map(|at| Some((at, self.change_name(at)?))).collect();
        for (at, name) in named {
            let node = &mut self.graph[at];
            let told = std::mem::replace(&mut node.label, name);
            if let Err(place) = node.variants.binary_search(&told) {
                node.variants.insert(place, told);
            }
        }
        self
    }

    /// `appointment: Đào Quang Trường`
    fn change_name(&self, at: NodeIndex) -> Option<String> {
        let class = self.style(at).filter(|_| self.is_below(at, "vg:Change"))?;
        let links = self.links(at, Direction::Outgoing);
        let (_, whom) = links.into_iter().find(|(edge, _)| self.is_kind(&self.graph[*edge], "vg:concerns"))?;
        Some(format!("{}: {}", class.label, self.graph[whom].label))
    }
}
