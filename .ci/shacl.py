"""Do others read our exports, and does pySHACL judge our graphs as we do? shacl.py VIETGRAPH

The graph of tests/spec/validate/conforming.trig, each of its broken forms (broken.ru), and a build of examples/articles are put
into stores; `vietgraph validate` and pySHACL, on the export in RDF 1.1, must agree on whether the graph conforms and on every
focus node. Each export is read by pyoxigraph (RDF 1.2) or rdflib (RDF 1.1) and must say the same in every syntax.
"""
import csv
import json
import logging
import pathlib
import subprocess
import sys
import tempfile

import pyoxigraph as ox
import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

# One of the broken graphs holds an impossible date: rdflib need not print how it stumbled.
logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)

VIETGRAPH = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parent.parent
CASES = ROOT / "tests/spec/validate"
ONTOLOGY = ox.NamedNode("https://w3id.org/vietgraph/ontology")
BASE = "https://w3id.org/vietgraph/id/"
# What no SHACL processor can see, because it is about graphs: our validator checks it beside the shapes.
OURS_ALONE = "vsh:EvidenceInItsGraph"
SHAPES = rdflib.Graph().parse(ROOT / "ontology/shapes.ttl")

failures = []


def check(truth, what):
    if not truth:
        failures.append(what)
        print("NO:", what)


def vietgraph(*arguments):
    return subprocess.run([VIETGRAPH, *map(str, arguments)], capture_output=True, text=True)


def export(store, name, *arguments):
    file = store.parent / f"{store.name}-{name}"
    done = vietgraph("export", "--store", store, "-o", file, *arguments)
    if done.returncode:
        sys.exit(f"export {name}: {done.stderr}")
    return file


def make_store(folder, update=None):
    """A store as `vietgraph build` would have left it, written by another implementation."""
    store = ox.Store(str(folder / "rdf"))
    store.load(path=str(CASES / "conforming.trig"), format=ox.RdfFormat.TRIG)
    for name in ("schema.ttl", "shapes.ttl"):
        store.load(path=str(ROOT / "ontology" / name), format=ox.RdfFormat.TURTLE, to_graph=ONTOLOGY)
    if update:
        store.update(update)
    store.flush()
    del store
    (folder / "store.json").write_text(json.dumps({"format": 2, "base": BASE}))


def judge(store):
    """The focus nodes that each of the two rejects."""
    done = vietgraph("validate", "--json", "--store", store)
    violations = [json.loads(line) for line in done.stdout.splitlines()]
    if (done.returncode == 0) != (not violations) or done.returncode > 1:
        sys.exit(f"validate: {done.stderr}")
    ours = {v["focus"] for v in violations if v["shape"] != OURS_ALONE}
    data = rdflib.Dataset(default_union=True)
    data.parse(export(store, "judged.nq", "--rdf", "1.1", "--with-ontology"), format="nquads")
    union = rdflib.Graph()
    for s, p, o, _ in data.quads():
        union.add((s, p, o))
    conforms, report, _ = pyshacl.validate(union, shacl_graph=SHAPES)
    # The results of the report itself: those of shapes within shapes are details of them.
    theirs = {str(report.value(result, SH.focusNode)) for result in report.objects(None, SH.result)}
    check(conforms == (not theirs), "pySHACL contradicts itself")
    return ours, theirs, violations


def read_back(store):
    """Every syntax says the same, to readers that are not ours."""
    f = ox.RdfFormat
    quads = {n: {str(q) for q in ox.parse(path=str(export(store, n)), format=x)} for n, x in [("12.nq", f.N_QUADS), ("12.trig", f.TRIG)]}
    check(quads["12.nq"] == quads["12.trig"], "TriG and N-Quads differ in RDF 1.2")
    triples = {n: {str(q.triple) for q in ox.parse(path=str(export(store, n)), format=x)} for n, x in [("12.ttl", f.TURTLE), ("12.nt", f.N_TRIPLES)]}
    check(triples["12.ttl"] == triples["12.nt"], "Turtle and N-Triples differ in RDF 1.2")

    datasets = {}
    for name, syntax in [("11.nq", "nquads"), ("11.trig", "trig"), ("11.jsonld", "json-ld")]:
        data = rdflib.Dataset()
        data.parse(export(store, name, "--rdf", "1.1"), format=syntax)
        datasets[name] = {(s, p, o, str(g)) for s, p, o, g in data.quads()}
    check(datasets["11.nq"] == datasets["11.trig"], "TriG and N-Quads differ in RDF 1.1")
    check(datasets["11.nq"] == datasets["11.jsonld"], "JSON-LD and N-Quads differ in RDF 1.1")
    union = {(s, p, o) for s, p, o, _ in datasets["11.nq"]}
    for name, syntax in [("11.ttl", "turtle"), ("11.nt", "nt"), ("11.rdf", "xml")]:
        graph = rdflib.Graph().parse(export(store, name, "--rdf", "1.1"), format=syntax)
        check(set(graph) == union, f"{name} is not the union of the graphs")

    evidence = {s for s, p, o in union if p == RDF.type and o == RDF.Statement}
    with open(export(store, "facts.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    check(len(rows) == len(evidence) > 0, f"the table has {len(rows)} rows for {len(evidence)} pieces of evidence")
    check(all(int(r["end"]) - int(r["start"]) == len(r["quote"]) for r in rows), "a quote in the table is not as long as it says")
    return len(quads["12.nq"]), len(rows)


with tempfile.TemporaryDirectory() as scratch:
    scratch = pathlib.Path(scratch)
    prologue, *sections = (CASES / "broken.ru").read_text().split("\n### ")
    cases = [("conforming", None)] + [(s.split("\n", 1)[0], prologue + "\n" + s.split("\n", 1)[1]) for s in sections]
    for number, (title, update) in enumerate(cases):
        store = scratch / f"case{number}"
        store.mkdir()
        make_store(store, update)
        ours, theirs, violations = judge(store)
        check(ours == theirs, f"{title}: vietgraph rejects {sorted(ours)}, pySHACL {sorted(theirs)}")
        check(bool(violations) == bool(update), f"{title}: vietgraph finds {violations}")
        if not update:
            print("conforming.trig: %d quads, %d rows" % read_back(store))
    print(f"{len(cases) - 1} broken graphs judged alike")

    store = scratch / "articles"
    built = vietgraph("build", "--store", store, ROOT / "examples/articles")
    if built.returncode:
        sys.exit(f"build: {built.stderr}")
    ours, theirs, violations = judge(store)
    check(not violations and not theirs, f"examples/articles: vietgraph rejects {violations}, pySHACL {sorted(theirs)}")
    print("examples/articles: %d quads, %d rows" % read_back(store))

if failures:
    sys.exit(f"{len(failures)} disagreements")
