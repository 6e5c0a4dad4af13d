//! SPARQL over the union of all graphs, in every format.

use super::binary::Place;

const IDS: &str = "SELECT ?id { ?a a schema:NewsArticle ; dct:identifier ?id } ORDER BY ?id";

fn results(format: &str) -> String {
    let run = Place::built().run(&["query", "--results", format, "-q", IDS]);
    assert_eq!(run.status, 0, "{run:?}");
    run.stdout
}

#[test]
fn a_select_comes_as_table_csv_tsv_json_or_xml() {
    let table = results("table");
    assert!(table.contains(" dong-thap\n") && table.contains("──"), "{table}");
    assert_eq!(results("csv"), "id\r\ndong-thap\r\nha-tinh\r\n");
    assert_eq!(results("tsv"), "?id\n\"dong-thap\"\n\"ha-tinh\"\n");
    assert!(results("json").contains(r#"{"id":{"type":"literal","value":"ha-tinh"}}"#));
    assert!(results("xml").contains(r#"<binding name="id"><literal>ha-tinh</literal></binding>"#));
}

#[test]
fn an_ask_is_true_or_false() {
    let place = Place::built();
    assert_eq!(place.run(&["query", "-q", "ASK { ?a a schema:NewsArticle }"]).stdout, "true\n");
    assert_eq!(place.run(&["query", "-q", "ASK { ?a a vg:Nothing }"]).stdout, "false\n");
    let json = place.run(&["query", "--results", "json", "-q", "ASK {}"]).stdout;
    assert_eq!(json, r#"{"head":{},"boolean":true}"#);
}

#[test]
fn a_construct_comes_as_turtle_ntriples_or_jsonld() {
    let place = Place::built();
    let query = "CONSTRUCT { ?a dct:identifier ?id } WHERE { ?a a schema:NewsArticle ; dct:identifier ?id }";
    let turtle = place.run(&["query", "-q", query]).stdout;
    assert!(turtle.contains("@prefix dct: <http://purl.org/dc/terms/> ."), "{turtle}");
    assert!(turtle.contains("dct:identifier \"ha-tinh\" ."), "{turtle}");
    assert!(!turtle.contains("foaf"), "only the prefixes it uses: {turtle}");
    let lines = place.run(&["query", "--format", "nt", "-q", query]).stdout;
    assert_eq!(lines.lines().count(), 2, "{lines}");
    assert!(lines.starts_with("<https://w3id.org/vietgraph/id/article/dong-thap> "), "sorted: {lines}");
    let json = place.run(&["query", "--format", "jsonld", "-q", query]).stdout;
    assert!(json.contains("\"ha-tinh\""), "{json}");
}

#[test]
fn a_describe_tells_what_is_said_of_a_resource() {
    let place = Place::built();
    let query = "DESCRIBE <https://w3id.org/vietgraph/id/article/ha-tinh>";
    let turtle = place.run(&["query", "-q", query]).stdout;
    assert!(turtle.contains("a schema:NewsArticle"), "{turtle}");
}

#[test]
fn the_default_graph_is_the_union_with_the_ontology() {
    let place = Place::built();
    let query = "SELECT ?label { ?a a ?class . ?class rdfs:label ?label FILTER(?class = schema:NewsArticle && LANG(?label) = \"en\") }";
    assert_eq!(place.column(query), ["article", "article"], "one row per article");
    let own = "SELECT ?g { GRAPH ?g { schema:NewsArticle rdfs:label ?l FILTER(LANG(?l) = \"en\") } }";
    assert_eq!(place.column(own), ["https://w3id.org/vietgraph/ontology"]);
}

#[test]
fn a_triple_that_many_articles_state_is_one_triple_of_the_union() {
    let place = Place::new();
    let record = |id: &str| {
        format!(
            r#"{{"article":{{"id":"{id}","digest":""}},"entities":[{{"id":"p1","kind":"person","label":"Bùi Văn Nam"}}],"facts":[]}}"#
        )
    };
    let quads = place.run_with(&["resolve"], &format!("{}\n{}\n", record("1"), record("2"))).stdout;
    let types = quads.lines().filter(|l| l.contains("ontology#Person"));
    assert_eq!(types.count(), 2, "each article's graph describes its people: {quads}");
}

#[test]
fn a_query_can_come_from_a_file_or_standard_input() {
    let place = Place::built();
    place.write("ids.rq", IDS);
    assert!(place.run(&["query", "ids.rq"]).stdout.contains("ha-tinh"));
    assert!(place.run_with(&["query", "-"], IDS).stdout.contains("ha-tinh"));
    let run = place.run(&["query", "gone.rq"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("gone.rq cannot be read"), "{run:?}");
}

#[test]
fn a_syntax_error_has_its_position() {
    let run = Place::built().run(&["query", "-q", "SELECT ?s\nWHERE { ?s ?p }"]);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("syntax error at 2:16, at the end of the query, behind `WHERE { ?s ?p }`\n"),
        "{run:?}"
    );
    assert!(run.stdout.is_empty());
}

#[test]
fn an_unknown_prefix_or_term_is_named_with_those_there_are() {
    let place = Place::built();
    let run = place.run(&["query", "-q", "SELECT * { ?s foo:bar ?o }"]);
    assert!(run.status == 1 && run.stderr.contains("unknown prefix `foo:` at 1:15"), "{run:?}");
    assert!(run.stderr.contains("skos:"), "{run:?}");
    let run = place.run(&["query", "-q", "SELECT * { ?s vg:holdPost ?o }"]);
    assert!(run.status == 0 && run.stderr.contains("no vg:holdPost; did you mean vg:holdsPost?"), "{run:?}");
    let run = place.run(&["query", "-q", "SELECT * { ?s vg:holdsPost <https://example.org/> }"]);
    assert_eq!(run.stderr, "0 rows\n", "what is declared is not warned of");
    let run = place.run(&["query", "-q", "SELECT ?e { ?e a vg:Event }"]);
    assert!(run.stderr.contains("a/rdfs:subClassOf* vg:Event"), "{run:?}");
    let run = place.run(&["query", "-q", "SELECT ?e { ?e a/rdfs:subClassOf* vg:Event }"]);
    assert!(run.stdout.lines().count() > 2 && !run.stderr.contains("stands above"), "{run:?}");
    let run = place.run(&["query"]);
    assert!(run.status == 1 && run.stderr.contains("-q"), "{run:?}");
}

#[test]
fn two_can_ask_at_a_time() {
    let place = Place::built();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| assert_eq!(place.column(IDS).len(), 2));
        }
    });
}
