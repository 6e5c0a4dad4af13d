# Changes to conforming.trig, each of which breaks one promise. A section opens with ### , the shape that must notice it,
# and what is wrong; the lines before the first section belong to all.
PREFIX vg: <https://w3id.org/vietgraph/ontology#>
PREFIX id: <https://w3id.org/vietgraph/id/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX schema: <https://schema.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX dc: <http://purl.org/dc/elements/1.1/>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX article: <https://w3id.org/vietgraph/id/article/>
PREFIX award: <https://w3id.org/vietgraph/id/award/>
PREFIX body: <https://w3id.org/vietgraph/id/body/>
PREFIX change: <https://w3id.org/vietgraph/id/change/>
PREFIX event: <https://w3id.org/vietgraph/id/event/>
PREFIX evidence: <https://w3id.org/vietgraph/id/evidence/>
PREFIX person: <https://w3id.org/vietgraph/id/person/>
PREFIX place: <https://w3id.org/vietgraph/id/place/>
PREFIX post: <https://w3id.org/vietgraph/id/post/>
PREFIX rank: <https://w3id.org/vietgraph/id/rank/>
PREFIX rule: <https://w3id.org/vietgraph/id/rule/>
PREFIX conflict: <https://w3id.org/vietgraph/id/conflict/>
PREFIX tenure: <https://w3id.org/vietgraph/id/tenure/>
PREFIX time: <http://www.w3.org/2006/time#>

### vsh:FactShape the evidence of everything is removed
DELETE { GRAPH ?g { ?e ?p ?o } } WHERE { GRAPH ?g { ?e rdf:reifies ?t ; ?p ?o } }

### vsh:FactShape the evidence of one post is removed
DELETE WHERE { GRAPH article:a { evidence:03 ?p ?o } }

### vsh:EvidenceInItsGraph the evidence of a rank is removed from one of the two articles that state it
DELETE WHERE { GRAPH article:a { evidence:01 ?p ?o } }

### vsh:FactShape the evidence of an organiser is removed
DELETE WHERE { GRAPH article:a { evidence:13 ?p ?o } }

### vsh:FactShape a fact is added without evidence
INSERT DATA { GRAPH article:a { person:lê-văn-tám vg:spokeAt event:hội-nghị-kon-tum } }

### vsh:StatedShape a fact is removed and its evidence left
DELETE DATA { GRAPH article:a { person:lê-văn-tám vg:chaired event:hội-nghị-kon-tum } }

### vsh:EvidenceShape evidence without a quote
DELETE WHERE { GRAPH article:a { evidence:01 vg:quote ?q } }

### vsh:EvidenceShape evidence with two quotes
INSERT DATA { GRAPH article:a { evidence:01 vg:quote "Thượng tá Lê Văn T" } }

### vsh:EvidenceShape evidence with an empty quote
DELETE { GRAPH article:a { evidence:01 vg:quote ?q } } INSERT { GRAPH article:a { evidence:01 vg:quote "" } }
WHERE { GRAPH article:a { evidence:01 vg:quote ?q } }

### vsh:EvidenceShape evidence without a start
DELETE WHERE { GRAPH article:a { evidence:01 vg:start ?n } }

### vsh:EvidenceShape evidence that starts before the text
DELETE { GRAPH article:a { evidence:01 vg:start ?n } } INSERT { GRAPH article:a { evidence:01 vg:start -1 } }
WHERE { GRAPH article:a { evidence:01 vg:start ?n } }

### vsh:EvidenceShape evidence with two ends
INSERT DATA { GRAPH article:a { evidence:01 vg:end 5000 } }

### vsh:EvidenceShape evidence that ends before it starts
DELETE { GRAPH article:a { evidence:01 vg:start ?a ; vg:end ?b } } INSERT { GRAPH article:a { evidence:01 vg:start ?b ; vg:end ?a } }
WHERE { GRAPH article:a { evidence:01 vg:start ?a ; vg:end ?b } }

### vsh:EvidenceShape evidence without a sentence
DELETE WHERE { GRAPH article:a { evidence:01 vg:sentence ?s } }

### vsh:EvidenceShape evidence found by nothing
DELETE WHERE { GRAPH article:a { evidence:01 vg:foundBy ?r } }

### vsh:EvidenceShape evidence found by a rule that the ontology does not know
DELETE { GRAPH article:a { evidence:01 vg:foundBy ?r } } INSERT { GRAPH article:a { evidence:01 vg:foundBy rule:nowhere } }
WHERE { GRAPH article:a { evidence:01 vg:foundBy ?r } }

### vsh:EvidenceShape confidence above 1
DELETE { GRAPH article:a { evidence:01 vg:confidence ?c } } INSERT { GRAPH article:a { evidence:01 vg:confidence 1.1 } }
WHERE { GRAPH article:a { evidence:01 vg:confidence ?c } }

### vsh:EvidenceShape confidence that is no decimal
DELETE { GRAPH article:a { evidence:01 vg:confidence ?c } } INSERT { GRAPH article:a { evidence:01 vg:confidence 9e-1 } }
WHERE { GRAPH article:a { evidence:01 vg:confidence ?c } }

### vsh:EvidenceShape evidence from no article
DELETE WHERE { GRAPH article:a { evidence:01 prov:wasDerivedFrom ?a } }

### vsh:EvidenceShape evidence from something that is no article
DELETE { GRAPH article:a { evidence:01 prov:wasDerivedFrom ?a } } INSERT { GRAPH article:a { evidence:01 prov:wasDerivedFrom body:bộ-công-an } }
WHERE { GRAPH article:a { evidence:01 prov:wasDerivedFrom ?a } }

### vsh:QuoteShape a quote longer than its place
DELETE { GRAPH article:a { evidence:01 vg:end ?n } } INSERT { GRAPH article:a { evidence:01 vg:end 110 } }
WHERE { GRAPH article:a { evidence:01 vg:end ?n } }

### vsh:QuoteShape a quote from another sentence
DELETE { GRAPH article:a { evidence:01 vg:sentence ?s } } INSERT { GRAPH article:a { evidence:01 vg:sentence "Hội nghị bế mạc cùng ngày." } }
WHERE { GRAPH article:a { evidence:01 vg:sentence ?s } }

### vsh:ArticleShape an article without an identifier
DELETE WHERE { GRAPH article:a { article:a dct:identifier ?i } }

### vsh:ArticleShape an article with two identifiers
INSERT DATA { GRAPH article:a { article:a dct:identifier "c" } }

### vsh:ArticleShape two articles with one identifier
DELETE { GRAPH article:a { article:a dct:identifier ?i } } INSERT { GRAPH article:a { article:a dct:identifier "b" } }
WHERE { GRAPH article:a { article:a dct:identifier ?i } }

### vsh:ArticleShape an article published on a day that does not exist
DELETE { GRAPH article:a { article:a schema:datePublished ?d } } INSERT { GRAPH article:a { article:a schema:datePublished "2022-02-30"^^xsd:date } }
WHERE { GRAPH article:a { article:a schema:datePublished ?d } }

### vsh:ArticleShape a digest that is none
DELETE { GRAPH article:a { article:a vg:digest ?d } } INSERT { GRAPH article:a { article:a vg:digest "none" } }
WHERE { GRAPH article:a { article:a vg:digest ?d } }

### vsh:PersonShape a person without a name
DELETE { GRAPH ?g { person:lê-văn-tám skos:prefLabel ?l } } WHERE { GRAPH ?g { person:lê-văn-tám skos:prefLabel ?l } }

### vsh:PersonShape a person with two names, one from each article
DELETE { GRAPH article:b { person:lê-văn-tám skos:prefLabel ?l } } INSERT { GRAPH article:b { person:lê-văn-tám skos:prefLabel "Lê Văn Chín"@vi } }
WHERE { GRAPH article:b { person:lê-văn-tám skos:prefLabel ?l } }

### vsh:PersonShape a person whose name has no language
DELETE { GRAPH ?g { person:lê-văn-tám skos:prefLabel ?l } } INSERT { GRAPH ?g { person:lê-văn-tám skos:prefLabel "Lê Văn Tám" } }
WHERE { GRAPH ?g { person:lê-văn-tám skos:prefLabel ?l } }

### vsh:PersonShape a person who is a body
INSERT DATA { GRAPH article:a { person:lê-văn-tám a vg:Ministry } }

### vsh:RankShape a rank without a place in its ladder
DELETE WHERE { GRAPH ?g { rank:đại-tá vg:seniority ?n } }

### vsh:RankShape a rank in no ladder
DELETE WHERE { GRAPH ?g { rank:đại-tá skos:inScheme ?s } }

### vsh:RankShape a rank with two English labels
INSERT DATA { GRAPH <https://w3id.org/vietgraph/ontology> { rank:đại-tá skos:prefLabel "Senior Colonel"@en } }

### vsh:PostShape a post without a title
DELETE { GRAPH ?g { post:thứ-trưởng--bộ-công-an vg:title ?t } } WHERE { GRAPH ?g { post:thứ-trưởng--bộ-công-an vg:title ?t } }

### vsh:PostShape a post with two titles
INSERT DATA { GRAPH article:a { post:thứ-trưởng--bộ-công-an vg:title "Bộ trưởng"@vi } }

### vsh:PostShape a post in two bodies
INSERT DATA { GRAPH article:a { post:thứ-trưởng--bộ-công-an org:postIn body:công-an-tỉnh-kon-tum } }

### vsh:PostShape a post in a place
DELETE { GRAPH ?g { post:thứ-trưởng--bộ-công-an org:postIn ?b } } INSERT { GRAPH ?g { post:thứ-trưởng--bộ-công-an org:postIn place:tỉnh-kon-tum } }
WHERE { GRAPH ?g { post:thứ-trưởng--bộ-công-an org:postIn ?b } }

### vsh:PostShape a post without a Vietnamese label
DELETE { GRAPH ?g { post:thứ-trưởng--bộ-công-an skos:prefLabel ?l } } INSERT { GRAPH ?g { post:thứ-trưởng--bộ-công-an skos:prefLabel "Deputy Minister"@en } }
WHERE { GRAPH ?g { post:thứ-trưởng--bộ-công-an skos:prefLabel ?l } }

### vsh:HoldsRank a post held as a rank
INSERT DATA { GRAPH article:a { person:lê-văn-tám vg:holdsRank post:thứ-trưởng--bộ-công-an } }

### vsh:HoldsRank a rank held by a body
INSERT DATA { GRAPH article:a { body:bộ-công-an vg:holdsRank rank:đại-tá } }

### vsh:HoldsPost a body held as a post
INSERT DATA { GRAPH article:a { person:lê-văn-tám vg:formerlyHeldPost body:bộ-công-an } }

### vsh:BodyShape a body without a label
DELETE WHERE { GRAPH ?g { body:công-an-tỉnh-long-an skos:prefLabel ?l } }

### vsh:BodyShape a body that is part of itself
INSERT DATA { GRAPH article:a { body:bộ-công-an org:subOrganizationOf body:bộ-công-an } }

### vsh:BodyShape a body responsible for a person
INSERT DATA { GRAPH article:a { body:bộ-công-an vg:jurisdiction person:lê-văn-tám } }

### vsh:PlaceShape a place without a label
DELETE WHERE { GRAPH ?g { place:tỉnh-kon-tum skos:prefLabel ?l } }

### vsh:PlaceShape a place that ends before it begins
INSERT DATA { GRAPH <https://w3id.org/vietgraph/ontology> { place:tỉnh-kon-tum vg:validFrom "2025-07-01"^^xsd:date } }

### vsh:PlaceShape a place succeeded by a body
INSERT DATA { GRAPH <https://w3id.org/vietgraph/ontology> { place:tỉnh-kon-tum vg:succeededBy body:bộ-công-an } }

### vsh:EventShape an event of no class but vg:Event
DELETE { GRAPH ?g { event:hội-nghị-kon-tum a ?c } } INSERT { GRAPH ?g { event:hội-nghị-kon-tum a vg:Event } }
WHERE { GRAPH ?g { event:hội-nghị-kon-tum a ?c } }

### vsh:EventShape a date as plain text
DELETE { GRAPH ?g { event:hội-nghị-kon-tum schema:startDate ?d } } INSERT { GRAPH ?g { event:hội-nghị-kon-tum schema:startDate "15/6/2022" } }
WHERE { GRAPH ?g { event:hội-nghị-kon-tum schema:startDate ?d } }

### vsh:EventShape an end date with a time of day
INSERT DATA { GRAPH article:a { event:hội-nghị-kon-tum schema:endDate "2022-06-15T17:00:00"^^xsd:dateTime } }

### vsh:EventShape an event planned perhaps
INSERT DATA { GRAPH article:a { event:hội-nghị-kon-tum vg:planned "perhaps" } }

### vsh:EventShape an event in a body
INSERT DATA { GRAPH article:a { event:hội-nghị-kon-tum vg:inProvince body:bộ-công-an } }

### vsh:EventShape an event organised by a place
INSERT DATA { GRAPH article:a { event:hội-nghị-kon-tum schema:organizer place:tỉnh-kon-tum } }

### vsh:Hosts a body that hosts
INSERT DATA { GRAPH article:a { body:bộ-công-an vg:hosts event:hội-nghị-kon-tum } }

### vsh:Hosts a post that is hosted
INSERT DATA { GRAPH article:a { place:tỉnh-kon-tum vg:hosts post:thứ-trưởng--bộ-công-an } }

### vsh:Organizes a person who organises
INSERT DATA { GRAPH article:a { person:lê-văn-tám vg:organizes event:hội-nghị-kon-tum } }

### vsh:Organizer an organiser said only the other way round
INSERT DATA { GRAPH article:a { event:hội-nghị-kon-tum schema:organizer body:bộ-công-an } }

### vsh:Organizer an organiser not said the other way round
DELETE DATA { GRAPH article:a { event:hội-nghị-kon-tum schema:organizer body:công-an-tỉnh-kon-tum } }

### vsh:Role a role at a place
INSERT DATA { GRAPH article:a { person:lê-văn-tám vg:attended place:tỉnh-kon-tum } }

### vsh:Role a role of a body
INSERT DATA { GRAPH article:a { body:bộ-công-an vg:chaired event:hội-nghị-kon-tum } }

### vsh:ChangeShape a change that concerns nobody
DELETE WHERE { GRAPH ?g { change:bổ-nhiệm-lê-văn-tám vg:concerns ?p } }

### vsh:ChangeShape a change that concerns two people
INSERT DATA { GRAPH article:b { change:bổ-nhiệm-lê-văn-tám vg:concerns person:trần-thị-bảy } }

### vsh:ChangeShape a change of no class but vg:Change
DELETE { GRAPH ?g { change:bổ-nhiệm-lê-văn-tám a ?c } } INSERT { GRAPH ?g { change:bổ-nhiệm-lê-văn-tám a vg:Change } }
WHERE { GRAPH ?g { change:bổ-nhiệm-lê-văn-tám a ?c } }

### vsh:ChangeShape a change to a rank as to a post
INSERT DATA { GRAPH article:b { change:bổ-nhiệm-lê-văn-tám vg:toPost rank:đại-tá } }

### vsh:AwardShape an award that is not named
DELETE WHERE { GRAPH ?g { award:giấy-khen vg:award ?a } }

### vsh:AwardShape an award given to an event
INSERT DATA { GRAPH article:a { award:giấy-khen vg:givenTo event:hội-nghị-kon-tum } }

### vsh:AwardShape an award given by a place
INSERT DATA { GRAPH article:a { award:giấy-khen vg:givenBy place:tỉnh-kon-tum } }

### vsh:EvidenceInItsGraph a fact moved to another article's graph, away from its evidence
DELETE DATA { GRAPH article:a { person:lê-văn-tám vg:chaired event:hội-nghị-kon-tum } } ;
INSERT DATA { GRAPH article:b { person:lê-văn-tám vg:chaired event:hội-nghị-kon-tum } }

### vsh:TenureShape a tenure of two people
INSERT DATA { GRAPH <https://w3id.org/vietgraph/id/graph/tenures> { tenure:tám-phó-cục-trưởng org:member person:trần-thị-bảy } }

### vsh:TenureShape a tenure in another body than its post
INSERT DATA { GRAPH <https://w3id.org/vietgraph/id/graph/tenures> { tenure:tám-phó-cục-trưởng org:organization body:bộ-công-an } }

### vsh:RankPeriodShape a time in a rank that is a post
INSERT DATA { GRAPH <https://w3id.org/vietgraph/id/graph/tenures> { tenure:tám-đại-tá vg:inRank post:thứ-trưởng--bộ-công-an } }

### vsh:TimeShape a tenure attested after its end
DELETE { GRAPH ?g { ?t vg:notAfter ?d } } INSERT { GRAPH ?g { ?t vg:notAfter "2021-01-01"^^xsd:date } } WHERE { GRAPH ?g { ?t vg:notAfter ?d } }

### vsh:TimeShape a tenure that no article tells
DELETE DATA { GRAPH <https://w3id.org/vietgraph/id/graph/tenures> { tenure:tám-phó-cục-trưởng prov:wasDerivedFrom article:b } }

### vsh:IntervalShape an interval with two beginnings
INSERT DATA { GRAPH <https://w3id.org/vietgraph/id/graph/tenures> { tenure:tám-interval time:hasBeginning tenure:other . tenure:other a time:Instant ; time:inXSDDate "2022-08-02"^^xsd:date } }

### vsh:InstantShape an instant of two days
INSERT DATA { GRAPH <https://w3id.org/vietgraph/id/graph/tenures> { tenure:tám-beginning time:inXSDDate "2022-08-02"^^xsd:date } }

### vsh:BoundShape a bound without a reason
DELETE WHERE { GRAPH ?g { tenure:tám-began vg:reason ?r } }

### vsh:BoundShape a bound that rests on no evidence
INSERT DATA { GRAPH <https://w3id.org/vietgraph/id/graph/tenures> { tenure:tám-began vg:restsOn person:lê-văn-tám } }

### vsh:ConflictShape a conflict with one side
DELETE DATA { GRAPH <https://w3id.org/vietgraph/id/graph/conflicts> { conflict:tám vg:hasSide conflict:tám-2 } }

### vsh:ConflictShape a conflict of no nature
DELETE WHERE { GRAPH ?g { conflict:tám vg:nature ?n } }

### vsh:ConflictSideShape a side that rests on no evidence
DELETE WHERE { GRAPH ?g { conflict:tám-1 vg:supportedBy ?e } }

### vsh:ConflictSideShape a side that no article tells
DELETE WHERE { GRAPH ?g { conflict:tám-1 prov:wasDerivedFrom ?a } }

### vsh:DecisionShape a decision that nobody signs
DELETE WHERE { GRAPH ?g { ?d dc:creator ?c } }

### vsh:DecisionShape a decision that was used and undone
INSERT DATA { GRAPH <https://w3id.org/vietgraph/id/graph/decisions> { <https://w3id.org/vietgraph/id/decision/0123abcd> vg:outcome "undone" } }

### vsh:DecisionShape a decision of another kind
INSERT DATA { GRAPH <https://w3id.org/vietgraph/id/graph/decisions> { <https://w3id.org/vietgraph/id/decision/0123abcd> vg:verdict "forget" } }

### vsh:DecisionShape a day that is no date
DELETE WHERE { GRAPH ?g { ?d dct:date ?x } } ; INSERT DATA { GRAPH <https://w3id.org/vietgraph/id/graph/decisions> { <https://w3id.org/vietgraph/id/decision/0123abcd> dct:date "today" } }
