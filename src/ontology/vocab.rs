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
    ("vsh", "https://w3id.org/vietgraph/shapes#"),
];

/// The ontology's own namespace.
pub const VG: &str = "https://w3id.org/vietgraph/ontology#";

/// Where resources are minted, unless the user asks for another base.
pub const ID: &str = "https://w3id.org/vietgraph/id/";

/// The named graph that holds the ontology.
pub const ONTOLOGY_GRAPH: &str = "https://w3id.org/vietgraph/ontology";

/// `rdf:type`
pub const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
/// `rdfs:subClassOf`
pub const SUBCLASS_OF: &str = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
/// `rdf:reifies`
pub const REIFIES: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies";
/// `skos:prefLabel`
pub const PREF_LABEL: &str = "http://www.w3.org/2004/02/skos/core#prefLabel";
/// `skos:altLabel`
pub const ALT_LABEL: &str = "http://www.w3.org/2004/02/skos/core#altLabel";
/// `org:Post`
pub const POST: &str = "http://www.w3.org/ns/org#Post";
/// `org:postIn`
pub const POST_IN: &str = "http://www.w3.org/ns/org#postIn";
/// `org:subOrganizationOf`
pub const PART_OF: &str = "http://www.w3.org/ns/org#subOrganizationOf";
/// `vg:withoutBody`
pub const WITHOUT_BODY: &str = "https://w3id.org/vietgraph/ontology#withoutBody";
/// `schema:containedInPlace`
pub const CONTAINED_IN_PLACE: &str = "https://schema.org/containedInPlace";
/// `schema:organizer`
pub const ORGANIZER: &str = "https://schema.org/organizer";
/// `schema:startDate`
pub const START_DATE: &str = "https://schema.org/startDate";
/// `schema:datePublished`
pub const DATE_PUBLISHED: &str = "https://schema.org/datePublished";
/// `schema:author`
pub const AUTHOR: &str = "https://schema.org/author";
/// `schema:url`
pub const URL: &str = "https://schema.org/url";
/// `schema:NewsArticle`
pub const NEWS_ARTICLE: &str = "https://schema.org/NewsArticle";
/// `dct:identifier`
pub const IDENTIFIER: &str = "http://purl.org/dc/terms/identifier";
/// `dct:title`
pub const DCT_TITLE: &str = "http://purl.org/dc/terms/title";
/// `dct:source`
pub const DCT_SOURCE: &str = "http://purl.org/dc/terms/source";
/// `prov:wasDerivedFrom`
pub const WAS_DERIVED_FROM: &str = "http://www.w3.org/ns/prov#wasDerivedFrom";
/// `vg:Person`
pub const PERSON: &str = "https://w3id.org/vietgraph/ontology#Person";
/// `vg:Place`
pub const PLACE: &str = "https://w3id.org/vietgraph/ontology#Place";
/// `vg:Province`
pub const PROVINCE: &str = "https://w3id.org/vietgraph/ontology#Province";
/// `vg:AwardGiving`
pub const AWARD_GIVING: &str = "https://w3id.org/vietgraph/ontology#AwardGiving";
/// `vg:Evidence`
pub const EVIDENCE: &str = "https://w3id.org/vietgraph/ontology#Evidence";
/// `vg:title`
pub const TITLE: &str = "https://w3id.org/vietgraph/ontology#title";
/// `vg:jurisdiction`
pub const JURISDICTION: &str = "https://w3id.org/vietgraph/ontology#jurisdiction";
/// `vg:reportedBy`
pub const REPORTED_BY: &str = "https://w3id.org/vietgraph/ontology#reportedBy";
/// `vg:copyOf`
pub const COPY_OF: &str = "https://w3id.org/vietgraph/ontology#copyOf";
/// `vg:undecidedWith`
pub const UNDECIDED_WITH: &str = "https://w3id.org/vietgraph/ontology#undecidedWith";
/// `vg:Decision`
pub const DECISION: &str = "https://w3id.org/vietgraph/ontology#Decision";
/// `vg:verdict`
pub const VERDICT: &str = "https://w3id.org/vietgraph/ontology#verdict";
/// `vg:outcome`
pub const OUTCOME: &str = "https://w3id.org/vietgraph/ontology#outcome";
/// `vg:remark`
pub const REMARK: &str = "https://w3id.org/vietgraph/ontology#remark";
/// `vg:about`
pub const ABOUT: &str = "https://w3id.org/vietgraph/ontology#about";
/// `vg:accepts`
pub const ACCEPTS: &str = "https://w3id.org/vietgraph/ontology#accepts";
/// `dc:creator`, whose value may be a name
pub const CREATOR: &str = "http://purl.org/dc/elements/1.1/creator";
/// `dct:date`
pub const DCT_DATE: &str = "http://purl.org/dc/terms/date";
/// `rdfs:comment`
pub const COMMENT: &str = "http://www.w3.org/2000/01/rdf-schema#comment";
/// `dct:isReplacedBy`
pub const IS_REPLACED_BY: &str = "http://purl.org/dc/terms/isReplacedBy";
/// `vg:succeededBy`
pub const SUCCEEDED_BY: &str = "https://w3id.org/vietgraph/ontology#succeededBy";
/// `vg:organizes`
pub const ORGANIZES: &str = "https://w3id.org/vietgraph/ontology#organizes";
/// `vg:digest`
pub const DIGEST: &str = "https://w3id.org/vietgraph/ontology#digest";
/// `vg:quote`
pub const QUOTE: &str = "https://w3id.org/vietgraph/ontology#quote";
/// `vg:start`
pub const START: &str = "https://w3id.org/vietgraph/ontology#start";
/// `vg:end`
pub const END: &str = "https://w3id.org/vietgraph/ontology#end";
/// `vg:sentence`
pub const SENTENCE: &str = "https://w3id.org/vietgraph/ontology#sentence";
/// `vg:foundBy`
pub const FOUND_BY: &str = "https://w3id.org/vietgraph/ontology#foundBy";
/// `vg:confidence`
pub const CONFIDENCE: &str = "https://w3id.org/vietgraph/ontology#confidence";
/// `org:Membership`
pub const MEMBERSHIP: &str = "http://www.w3.org/ns/org#Membership";
/// `org:member`
pub const MEMBER: &str = "http://www.w3.org/ns/org#member";
/// `org:organization`
pub const ORGANIZATION: &str = "http://www.w3.org/ns/org#organization";
/// `org:memberDuring`
pub const MEMBER_DURING: &str = "http://www.w3.org/ns/org#memberDuring";
/// `vg:inPost`
pub const IN_POST: &str = "https://w3id.org/vietgraph/ontology#inPost";
/// `vg:RankPeriod`
pub const RANK_PERIOD: &str = "https://w3id.org/vietgraph/ontology#RankPeriod";
/// `vg:bearer`
pub const BEARER: &str = "https://w3id.org/vietgraph/ontology#bearer";
/// `vg:inRank`
pub const IN_RANK: &str = "https://w3id.org/vietgraph/ontology#inRank";
/// `time:hasTime`
pub const HAS_TIME: &str = "http://www.w3.org/2006/time#hasTime";
/// `time:Interval`
pub const INTERVAL: &str = "http://www.w3.org/2006/time#Interval";
/// `time:Instant`
pub const INSTANT: &str = "http://www.w3.org/2006/time#Instant";
/// `time:hasBeginning`
pub const HAS_BEGINNING: &str = "http://www.w3.org/2006/time#hasBeginning";
/// `time:hasEnd`
pub const HAS_END: &str = "http://www.w3.org/2006/time#hasEnd";
/// `time:inXSDDate`
pub const IN_DATE: &str = "http://www.w3.org/2006/time#inXSDDate";
/// `time:inXSDgYearMonth`
pub const IN_MONTH: &str = "http://www.w3.org/2006/time#inXSDgYearMonth";
/// `time:inXSDgYear`
pub const IN_YEAR: &str = "http://www.w3.org/2006/time#inXSDgYear";
/// `vg:notBefore`
pub const NOT_BEFORE: &str = "https://w3id.org/vietgraph/ontology#notBefore";
/// `vg:began`
pub const BEGAN: &str = "https://w3id.org/vietgraph/ontology#began";
/// `vg:firstAttested`
pub const FIRST_ATTESTED: &str = "https://w3id.org/vietgraph/ontology#firstAttested";
/// `vg:lastAttested`
pub const LAST_ATTESTED: &str = "https://w3id.org/vietgraph/ontology#lastAttested";
/// `vg:ended`
pub const ENDED: &str = "https://w3id.org/vietgraph/ontology#ended";
/// `vg:notAfter`
pub const NOT_AFTER: &str = "https://w3id.org/vietgraph/ontology#notAfter";
/// `vg:hasBound`
pub const HAS_BOUND: &str = "https://w3id.org/vietgraph/ontology#hasBound";
/// `vg:Bound`
pub const BOUND: &str = "https://w3id.org/vietgraph/ontology#Bound";
/// `vg:bounds`
pub const BOUNDS: &str = "https://w3id.org/vietgraph/ontology#bounds";
/// `vg:date`
pub const DATE: &str = "https://w3id.org/vietgraph/ontology#date";
/// `vg:reason`
pub const REASON: &str = "https://w3id.org/vietgraph/ontology#reason";
/// `vg:restsOn`
pub const RESTS_ON: &str = "https://w3id.org/vietgraph/ontology#restsOn";
/// `vg:nextTenure`
pub const NEXT_TENURE: &str = "https://w3id.org/vietgraph/ontology#nextTenure";
/// `vg:previousTenure`
pub const PREVIOUS_TENURE: &str = "https://w3id.org/vietgraph/ontology#previousTenure";
/// `vg:heldBeside`
pub const HELD_BESIDE: &str = "https://w3id.org/vietgraph/ontology#heldBeside";
/// `vg:Conflict`
pub const CONFLICT: &str = "https://w3id.org/vietgraph/ontology#Conflict";
/// `vg:nature`
pub const NATURE: &str = "https://w3id.org/vietgraph/ontology#nature";
/// `vg:gravity`
pub const GRAVITY: &str = "https://w3id.org/vietgraph/ontology#gravity";
/// `vg:conflictOf`
pub const CONFLICT_OF: &str = "https://w3id.org/vietgraph/ontology#conflictOf";
/// `vg:settled`
pub const SETTLED: &str = "https://w3id.org/vietgraph/ontology#settled";
/// `vg:hasSide`
pub const HAS_SIDE: &str = "https://w3id.org/vietgraph/ontology#hasSide";
/// `vg:ConflictSide`
pub const CONFLICT_SIDE: &str = "https://w3id.org/vietgraph/ontology#ConflictSide";
/// `vg:says`
pub const SAYS: &str = "https://w3id.org/vietgraph/ontology#says";
/// `vg:relation`
pub const RELATION: &str = "https://w3id.org/vietgraph/ontology#relation";
/// `vg:fromDay`
pub const FROM_DAY: &str = "https://w3id.org/vietgraph/ontology#fromDay";
/// `vg:untilDay`
pub const UNTIL_DAY: &str = "https://w3id.org/vietgraph/ontology#untilDay";
/// `vg:supportedBy`
pub const SUPPORTED_BY: &str = "https://w3id.org/vietgraph/ontology#supportedBy";
/// `vg:accepted`
pub const ACCEPTED: &str = "https://w3id.org/vietgraph/ontology#accepted";

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
