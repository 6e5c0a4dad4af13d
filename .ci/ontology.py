"""Lints the ontology with a second RDF implementation: ontology.py FOLDER

Every Turtle file parses; every term of vg: that is used is declared in schema.ttl; every individual has a Vietnamese
label, stands in one file only and refers to nothing that is not there; labels are clean; every cue can be tested.
"""
import collections
import pathlib
import sys
import unicodedata

import pyoxigraph
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

VG = "https://w3id.org/vietgraph/ontology#"
ID = "https://w3id.org/vietgraph/id/"
LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
NAMELESS = {VG + "BodyPattern", VG + "Rule", VG + "PlacePattern"}  # described by other properties than labels

errors = []
graphs = {}
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.ttl")):
    try:
        list(pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE))
        graphs[path.name] = rdflib.Graph().parse(path, format="turtle")
    except Exception as e:
        sys.exit(f"{path}: {e}")
merged = rdflib.Graph()
for graph in graphs.values():
    merged += graph

declared = {s for s in graphs["schema.ttl"].subjects(RDF.type, None) if str(s).startswith(VG)}
for term in sorted(declared):
    kinds = set(merged.objects(term, RDF.type))
    if kinds & {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}:
        languages = {label.language for label in merged.objects(term, RDFS.label)}
        if not {"en", "vi"} <= languages or not merged.value(term, RDFS.comment):
            errors.append(f"schema.ttl: {term} lacks an English or Vietnamese rdfs:label or an rdfs:comment")

home = collections.defaultdict(set)
for name, graph in graphs.items():
    for s, p, o in graph:
        for term in (s, p, o):
            if isinstance(term, rdflib.URIRef) and str(term).startswith(VG) and term not in declared and "shapes" not in name:
                errors.append(f"{name}: {term} is not declared in schema.ttl")
        if p == RDF.type and str(s).startswith(ID):
            home[s].add(name)
        if isinstance(o, rdflib.URIRef) and str(o).startswith(ID) and (o, RDF.type, None) not in merged:
            errors.append(f"{name}: <{s}> refers to <{o}>, which is nowhere described")
        if p in LABELS:
            label = str(o)
            if not label or label != unicodedata.normalize("NFC", " ".join(label.split())):
                errors.append(f"{name}: the label {label!r} of <{s}> is not clean (NFC, single spaces)")
            if o.language != "vi" and str(s).startswith(ID):
                errors.append(f"{name}: the label {label!r} of <{s}> has no @vi")

for individual, files in sorted(home.items()):
    if len(files) > 1:
        errors.append(f"<{individual}> is described in {', '.join(sorted(files))}: keep it in one")
    kinds = {str(kind) for kind in merged.objects(individual, RDF.type)}
    if not kinds & NAMELESS and not any(True for _ in merged.objects(individual, SKOS.prefLabel)):
        errors.append(f"<{individual}> has no skos:prefLabel")

for cue in sorted(merged.subjects(RDF.type, rdflib.URIRef(VG + "Cue"))):
    for needed in ("example", "counterExample"):
        if merged.value(cue, rdflib.URIRef(VG + needed)) is None:
            errors.append(f"<{cue}> has no vg:{needed}")

for measured in sorted(set(merged.subjects(rdflib.URIRef(VG + "right"))) | set(merged.subjects(rdflib.URIRef(VG + "wrong")))):
    if (measured, RDF.type, None) not in merged:
        errors.append(f"ledger.ttl: <{measured}> is nowhere described: make the ledger anew (vietgraph evaluate --ledger)")

for error in sorted(set(errors)):
    print(error)
if errors:
    sys.exit(f"{len(set(errors))} faults in the ontology")
print(f"{len(graphs)} files, {len(merged)} triples, {len(home)} individuals: clean")
