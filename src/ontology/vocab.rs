//! The IRIs the program knows by name. They stand here and nowhere else.

/// Prefixes and their namespaces, as the Turtle files, queries and records use them.
pub const PREFIXES: &[(&str, &str)] = &[
    ("vg", VG),
    ("id", ID),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("org", "http://www.w3.org/ns/org#"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("schema", "https://schema.org/"),
    ("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("time", "http://www.w3.org/2006/time#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("sh", "http://www.w3.org/ns/shacl#"),
];

/// The ontology's own namespace.
pub const VG: &str = "https://w3id.org/vietgraph/ontology#";

/// Where resources are minted, unless the user asks for another base.
pub const ID: &str = "https://w3id.org/vietgraph/id/";

/// The named graph that holds the ontology.
pub const ONTOLOGY_GRAPH: &str = "https://w3id.org/vietgraph/ontology";

/// The IRI of a prefixed name such as `vg:Rank`; none when the prefix is not one of [`PREFIXES`].
///
/// ```
/// use vietgraph::ontology::vocab::expand;
/// assert_eq!(expand("dct:title").as_deref(), Some("http://purl.org/dc/terms/title"));
/// assert_eq!(expand("nowhere:title"), None);
/// ```
pub fn expand(name: &str) -> Option<String> {
    let (prefix, local) = name.split_once(':')?;
    let (_, namespace) = PREFIXES.iter().find(|(p, _)| *p == prefix)?;
    Some(format!("{namespace}{local}"))
}

/// The prefixed name of an IRI where a prefix fits, else the IRI itself.
pub fn shorten(iri: &str) -> String {
    for (prefix, namespace) in PREFIXES {
        if let Some(local) = iri.strip_prefix(namespace) {
            return format!("{prefix}:{local}");
        }
    }
    iri.to_owned()
}

/// The part of an IRI after its last `#` or `/`: `Conference` for `…ontology#Conference`.
pub fn local_name(iri: &str) -> &str {
    iri.rsplit(['#', '/']).next().unwrap_or(iri)
}
