//! What the entities of one article turned out to be: as much of a resolution as the graph of that article is made of.
//!
//! Who is who is decided by all articles together, in one place; what is then written of an article needs its record and its link alone,
//! and can be written anywhere.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::{Canonical, EntityIndex, Resolution, statements};
use crate::extract::record::Record;

/// The link of one article.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Link {
    /// The article's id.
    pub article: String,
    /// Where the IRIs of the graph begin.
    base: String,
    /// The article that it is a copy of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    copy_of: Option<String>,
    /// The places of the facts that people rejected.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    rejected: BTreeSet<usize>,
    /// The places in `entities` of what the record tells of, by local id.
    ids: BTreeMap<String, EntityIndex>,
    /// What it tells of and what that is part of.
    entities: Vec<Canonical>,
}

impl Resolution {
    /// What the entities of the article `id` turned out to be.
    pub fn link(&self, id: &str) -> Link {
        let mut link = Link {
            article: id.to_owned(),
            base: self.base.clone(),
            copy_of: self.copies.get(id).cloned(),
            rejected: self.rejected.get(id).cloned().unwrap_or_default(),
            ids: BTreeMap::new(),
            entities: Vec::new(),
        };
        let mut places = HashMap::new();
        for (local, index) in self.articles.get(id).into_iter().flatten() {
            let place = link.place(self, &mut places, *index);
            link.ids.insert(local.clone(), place);
        }
        link
    }
}

impl Link {
    /// Where an entity, with what it is part of, stands in the link.
    fn place(
        &mut self,
        all: &Resolution,
        places: &mut HashMap<EntityIndex, EntityIndex>,
        index: EntityIndex,
    ) -> EntityIndex {
        if let Some(place) = places.get(&index) {
            return *place;
        }
        let place = self.entities.len();
        places.insert(index, place);
        self.entities.push(all.entity(index).clone());
        let mut kind = all.entity(index).kind.clone();
        kind.links_mut().for_each(|part| *part = self.place(all, places, *part));
        self.entities[place].kind = kind;
        place
    }

    /// The resolution of this article alone; takes out of its record what people rejected.
    ///
    /// # Errors
    /// What is wrong with a link that is not of this record, or was not made by [`Resolution::link`].
    pub fn resolve(self, record: &mut Record) -> Result<Resolution, String> {
        if self.article != record.article.id {
            return Err(format!(
                "the link is of the article {:?}, the record of {:?}",
                self.article, record.article.id
            ));
        }
        let count = self.entities.len();
        let parts = self.entities.iter().flat_map(|entity| entity.kind.links());
        if parts.chain(self.ids.values().copied()).any(|place| place >= count) {
            return Err(format!("the link of {:?} speaks of an entity that it has not", self.article));
        }
        statements::strike(record, &self.rejected);
        Ok(Resolution {
            base: self.base,
            copies: self.copy_of.into_iter().map(|original| (self.article.clone(), original)).collect(),
            articles: HashMap::from([(self.article, self.ids.into_iter().collect())]),
            entities: self.entities,
            ..Resolution::default()
        })
    }
}

/// An IRI as a text.
pub(super) mod iri {
    use oxigraph::model::NamedNode;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(in super::super) fn serialize<S: Serializer>(iri: &NamedNode, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(iri.as_str())
    }

    pub(in super::super) fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<NamedNode, D::Error> {
        NamedNode::new(String::deserialize(from)?).map_err(D::Error::custom)
    }
}
