//! Each construct of SHACL with a node that conforms (`<t:good>`) and one that does not (`<t:bad>`).

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Graph;
use oxigraph::store::Store;

use super::{Shapes, Violation};

const PREFIXES: &str = "
    @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix t: <t:> .";

fn graph(turtle: &str) -> Graph {
    let text = format!("{PREFIXES}{turtle}");
    RdfParser::from_format(RdfFormat::Turtle)
        .for_slice(&text)
        .map(|quad| oxigraph::model::Triple::from(quad.expect("the test writes Turtle")))
        .collect()
}

fn violations(shapes: &str, data: &str) -> Vec<Violation> {
    let shapes = Shapes::read(&graph(shapes)).expect("the shapes are supported");
    let store = Store::new().expect("memory");
    let data = graph(data);
    store
        .extend(data.iter().map(|t| t.into_owned().in_graph(oxigraph::model::GraphName::DefaultGraph)))
        .expect("memory");
    shapes.violations(&store).expect("the shapes can be run")
}

/// The shape `demand` on `t:good` and `t:bad` rejects the second alone.
fn tells_apart(demand: &str, data: &str) {
    let shapes = format!("t:Shape a sh:NodeShape ; sh:targetNode t:good , t:bad ; {demand} .");
    let found = violations(&shapes, data);
    let focus: std::collections::BTreeSet<&str> = found.iter().map(|v| v.focus.as_str()).collect();
    assert_eq!(focus.into_iter().collect::<Vec<_>>(), ["t:bad"], "{demand}\n{found:#?}");
}

fn rejected(shapes: &str) -> String {
    Shapes::read(&graph(shapes)).expect_err("the shapes are not supported")
}

#[test]
fn counts() {
    tells_apart("sh:property [ sh:path t:p ; sh:minCount 2 ]", "t:good t:p 1 , 2 . t:bad t:p 1 .");
    tells_apart("sh:property [ sh:path t:p ; sh:maxCount 1 ]", "t:good t:p 1 . t:bad t:p 1 , 2 .");
    tells_apart("sh:property [ sh:path t:p ; sh:maxCount 0 ]", "t:bad t:p 1 .");
    tells_apart(
        "sh:property [ sh:path t:p ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1 ]",
        "t:good t:p 1 , t:a . t:bad t:p t:a , t:b .",
    );
    tells_apart(
        "sh:property [ sh:path t:p ; sh:qualifiedValueShape [ sh:property [ sh:path t:q ; sh:hasValue t:x ] ] ; sh:qualifiedMinCount 1 ]",
        "t:good t:p t:a . t:bad t:p t:b . t:a t:q t:x . t:b t:q t:y .",
    );
}

#[test]
fn kinds_of_term() {
    tells_apart("sh:property [ sh:path t:p ; sh:nodeKind sh:IRI ]", "t:good t:p t:a . t:bad t:p 1 .");
    tells_apart(
        "sh:property [ sh:path t:p ; sh:nodeKind sh:BlankNodeOrLiteral ]",
        "t:good t:p 1 , [] . t:bad t:p t:a .",
    );
    tells_apart("sh:class t:C", "t:good a t:D . t:D rdfs:subClassOf t:C . t:bad a t:E .");
    tells_apart("sh:property [ sh:path t:p ; sh:class t:C ]", "t:good t:p t:a . t:bad t:p t:b . t:a a t:C .");
    tells_apart(
        "sh:property [ sh:path t:p ; sh:datatype xsd:date ]",
        "t:good t:p '2022-06-15'^^xsd:date . t:bad t:p '2022-06-15' .",
    );
}

#[test]
fn a_datatype_asks_for_a_form_that_it_allows() {
    for (datatype, good, bad) in [
        ("date", "2022-06-15", "2022-13-15"),
        ("gYearMonth", "2022-06", "2022-6"),
        ("gYear", "2022", "22"),
        ("gMonthDay", "--08-04", "--13-04"),
        ("gMonthDay", "--02-29", "--02-30"),
        ("gMonth", "--05", "--13"),
        ("integer", "7", "7.5"),
        ("decimal", "0.95", "much"),
        ("boolean", "true", "yes"),
    ] {
        let data = format!("t:good t:p '{good}'^^xsd:{datatype} . t:bad t:p '{bad}'^^xsd:{datatype} .");
        tells_apart(&format!("sh:property [ sh:path t:p ; sh:datatype xsd:{datatype} ]"), &data);
    }
}

#[test]
fn bounds_lengths_and_patterns() {
    tells_apart(
        "sh:property [ sh:path t:p ; sh:minInclusive 0 ; sh:maxInclusive 1 ]",
        "t:good t:p 0 , 0.5 , 1 . t:bad t:p 1.5 .",
    );
    tells_apart(
        "sh:property [ sh:path t:p ; sh:minExclusive 0 ; sh:maxExclusive 1 ]",
        "t:good t:p 0.5 . t:bad t:p 1 .",
    );
    tells_apart("sh:property [ sh:path t:p ; sh:minInclusive 0 ]", "t:good t:p 1 . t:bad t:p 'one' .");
    tells_apart(
        "sh:property [ sh:path t:p ; sh:minLength 1 ; sh:maxLength 2 ]",
        "t:good t:p 'ab' . t:bad t:p '' , 'abc' .",
    );
    tells_apart(
        "sh:property [ sh:path t:p ; sh:pattern '^A.*\"$' ; sh:flags 'i' ]",
        "t:good t:p 'a\"' . t:bad t:p 'b' .",
    );
}

#[test]
fn languages() {
    tells_apart(
        "sh:property [ sh:path t:p ; sh:languageIn ( 'vi' 'en' ) ]",
        "t:good t:p 'a'@vi , 'b'@en-GB . t:bad t:p 'a'@fr .",
    );
    tells_apart("sh:property [ sh:path t:p ; sh:languageIn ( 'vi' ) ]", "t:good t:p 'a'@vi . t:bad t:p 'a' , t:b .");
    tells_apart(
        "sh:property [ sh:path t:p ; sh:uniqueLang true ]",
        "t:good t:p 'a'@vi , 'a'@en , 'c' , 'd' , t:x . t:bad t:p 'a'@vi , 'b'@VI .",
    );
}

#[test]
fn pairs_of_properties() {
    tells_apart("sh:property [ sh:path t:p ; sh:lessThan t:q ]", "t:good t:p 1 ; t:q 2 . t:bad t:p 2 ; t:q 2 .");
    tells_apart(
        "sh:property [ sh:path t:p ; sh:lessThanOrEquals t:q ]",
        "t:good t:p 2 ; t:q 2 . t:bad t:p 3 ; t:q 2 .",
    );
    tells_apart("sh:property [ sh:path t:p ; sh:equals t:q ]", "t:good t:p 1 ; t:q 1 . t:bad t:q 2 .");
    tells_apart("sh:property [ sh:path t:p ; sh:disjoint t:q ]", "t:good t:p 1 ; t:q 2 . t:bad t:p 1 ; t:q 1 .");
    tells_apart("sh:disjoint t:p", "t:good t:p t:other . t:bad t:p t:bad .");
}

#[test]
fn values_named_one_by_one() {
    tells_apart("sh:property [ sh:path t:p ; sh:hasValue t:a ]", "t:good t:p t:a , t:b . t:bad t:p t:b .");
    tells_apart("sh:property [ sh:path t:p ; sh:in ( t:a 'x' 1 ) ]", "t:good t:p t:a , 'x' , 1 . t:bad t:p '1' .");
    tells_apart(
        "sh:closed true ; sh:ignoredProperties ( rdf:type ) ; sh:property [ sh:path t:p ]",
        "t:good a t:C ; t:p 1 . t:bad t:q 1 .",
    );
}

#[test]
fn shapes_inside_shapes() {
    let part = "[ sh:property [ sh:path t:q ; sh:minCount 1 ] ]";
    let data = "t:good t:p t:a . t:bad t:p t:b . t:a t:q 1 .";
    tells_apart(&format!("sh:property [ sh:path t:p ; sh:node {part} ]"), data);
    tells_apart(&format!("sh:property [ sh:path t:p ; sh:not [ sh:not {part} ] ]"), data);
    tells_apart(&format!("sh:property [ sh:path t:p ; sh:and ( {part} [ sh:nodeKind sh:IRI ] ) ]"), data);
    tells_apart(&format!("sh:property [ sh:path t:p ; sh:or ( {part} [ sh:nodeKind sh:Literal ] ) ]"), data);
    tells_apart(&format!("sh:property [ sh:path t:p ; sh:xone ( {part} [ sh:nodeKind sh:Literal ] ) ]"), data);
    tells_apart("sh:property [ sh:path t:p ; sh:property [ sh:path t:q ; sh:minCount 1 ] ]", data);
    tells_apart("sh:xone ( [ sh:class t:C ] [ sh:class t:D ] )", "t:good a t:C . t:bad a t:C , t:D .");
}

#[test]
fn paths() {
    tells_apart("sh:property [ sh:path [ sh:inversePath t:p ] ; sh:minCount 1 ]", "t:a t:p t:good .");
    tells_apart("sh:property [ sh:path ( t:p t:q ) ; sh:minCount 1 ]", "t:good t:p t:a . t:a t:q 1 . t:bad t:p 1 .");
    tells_apart("sh:property [ sh:path [ sh:alternativePath ( t:p t:q ) ] ; sh:minCount 1 ]", "t:good t:q 1 .");
    tells_apart(
        "sh:property [ sh:path [ sh:oneOrMorePath t:p ] ; sh:hasValue t:c ]",
        "t:good t:p t:b . t:b t:p t:c . t:bad t:p t:x .",
    );
    tells_apart("sh:property [ sh:path [ sh:zeroOrMorePath t:p ] ; sh:hasValue t:good ]", "t:good t:p t:b .");
    tells_apart("sh:property [ sh:path [ sh:zeroOrOnePath t:p ] ; sh:hasValue t:good ]", "t:good t:p t:b .");
}

#[test]
fn targets() {
    let of = |target: &str, data: &str| {
        let found = violations(&format!("t:Shape a sh:NodeShape ; {target} ; sh:class t:Never ."), data);
        found.into_iter().map(|v| v.focus).collect::<Vec<_>>()
    };
    let data = "t:a a t:C ; t:p t:b . t:d a t:D . t:D rdfs:subClassOf t:C .";
    assert_eq!(of("sh:targetClass t:C", data), ["t:a", "t:d"]);
    assert_eq!(of("sh:targetSubjectsOf t:p", data), ["t:a"]);
    assert_eq!(of("sh:targetObjectsOf t:p", data), ["t:b"]);
    assert_eq!(of("sh:targetNode t:x , 'text'", data), ["\"text\"", "t:x"]);
    let implicit = violations("t:C a sh:NodeShape , rdfs:Class ; sh:class t:Never .", data);
    assert_eq!(implicit.len(), 2);
}

#[test]
fn queries_of_ones_own_see_the_focus_node_and_fill_the_message() {
    let shapes = "
        t:names sh:declare [ sh:prefix 't' ; sh:namespace 't:' ] .
        t:Shape a sh:NodeShape ; sh:targetClass t:C ; sh:sparql [ sh:prefixes t:names ; sh:message '{$this} goes to {?value}' ;
          sh:select 'SELECT $this ?value WHERE { $this t:p ?value . FILTER NOT EXISTS { ?value t:q $this } }' ] .";
    let found = violations(shapes, "t:a a t:C ; t:p t:b , t:c . t:b t:q t:a . t:c t:q t:b .");
    let said: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(said, ["t:a  t:a goes to t:c  (found t:c)  [t:Shape]"]);
}

#[test]
fn a_violation_says_where_and_what() {
    let found = violations(
        "t:Shape a sh:NodeShape ; sh:targetNode t:a ; sh:property [ sh:path t:p ; sh:datatype xsd:date ; sh:message 'not a date'@en , 'nope'@vi ] .",
        "t:a t:p 'x' .",
    );
    let said: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(said, ["t:a  <t:p>  not a date  (found \"x\")  [t:Shape]"]);
}

#[test]
fn a_deactivated_shape_demands_nothing() {
    assert!(
        violations("t:S a sh:NodeShape ; sh:targetNode t:a ; sh:deactivated true ; sh:class t:Never .", "").is_empty()
    );
}

#[test]
fn what_is_not_supported_is_an_error_that_names_the_shape() {
    let shape = |what: &str| rejected(&format!("t:S a sh:NodeShape ; sh:targetNode t:a ; {what} ."));
    assert!(shape("sh:js [ sh:jsFunctionName 'f' ]").contains("t:S: sh:js cannot be checked"));
    assert!(shape("sh:rule []").contains("sh:rule cannot be checked"));
    assert!(shape("sh:target []").contains("sh:target cannot be checked"));
    assert!(shape("sh:property [ sh:path t:p ; sh:minCount 99 ]").contains("counts up to 8"));
    assert!(shape("sh:property [ sh:path 'p' ]").contains("no property path"));
    assert!(shape("sh:sparql [ sh:ask 'ASK {}' ]").contains("needs one sh:select"));
    assert!(shape("sh:node t:S").contains("part of itself"));
}

#[test]
fn a_query_that_is_not_sparql_is_an_error_that_names_the_shape() {
    let shapes =
        Shapes::read(&graph("t:S a sh:NodeShape ; sh:targetNode t:a ; sh:sparql [ sh:select 'SELECT nothing' ] ."));
    let error = shapes.expect("it is read as text").violations(&Store::new().expect("memory"));
    assert!(error.expect_err("it is no query").contains("t:S: not a SPARQL query"));
}
