"""Do vietgraph and pySHACL agree on the shapes? shacl.py VIETGRAPH

Builds the example articles, breaks the graph in several ways inside copies of the store (pyoxigraph reads the same
files), and lets both judge each graph: `vietgraph validate`, and pySHACL on `vietgraph export --rdf 1.1`.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

import pyoxigraph
import pyshacl
import rdflib

PREFIXES = """
PREFIX vg: <https://w3id.org/vietgraph/ontology#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX schema: <https://schema.org/> PREFIX org: <http://www.w3.org/ns/org#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
# name of the fault -> what brings it about; the first graph is sound.
FAULTS = {
    "as built": "",
    "all evidence removed": "DELETE WHERE { GRAPH ?g { ?r rdf:reifies ?fact } }",
    "one fact without evidence": """DELETE { GRAPH ?g { ?r rdf:reifies ?fact } } WHERE { GRAPH ?g { ?r rdf:reifies ?fact } {
        SELECT ?fact WHERE { GRAPH ?h { ?q rdf:reifies ?fact ; vg:quote ?quote } } ORDER BY ?quote LIMIT 1 } }""",
    "a fact removed, its evidence left": """DELETE { GRAPH ?g { ?s vg:holdsRank ?o } } WHERE { GRAPH ?g { ?s vg:holdsRank ?o } {
        SELECT ?s WHERE { GRAPH ?h { ?s vg:holdsRank ?rank } } ORDER BY STR(?s) LIMIT 1 } }""",
    "quotes removed": "DELETE WHERE { GRAPH ?g { ?r vg:quote ?quote } }",
    "a quote of another length": """DELETE { GRAPH ?g { ?r vg:end ?end } } INSERT { GRAPH ?g { ?r vg:end ?later } }
        WHERE { GRAPH ?g { ?r vg:end ?end } BIND (?end + 1 AS ?later) }""",
    "people with two names": 'INSERT { GRAPH ?g { ?p skos:prefLabel "Nguyễn Văn Hai"@vi } } WHERE { GRAPH ?g { ?p a vg:Person } }',
    "a rank that is none": "INSERT { GRAPH ?g { ?p vg:holdsRank ?p } } WHERE { GRAPH ?g { ?p vg:holdsRank ?rank } }",
    "a date that does not exist": 'INSERT { GRAPH ?g { ?e schema:startDate "2022-02-30" } } WHERE { GRAPH ?g { ?e a vg:Conference } }',
}


def run(*command: object) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True)


def main() -> int:
    vietgraph, root = sys.argv[1], pathlib.Path(__file__).resolve().parent.parent
    shapes = rdflib.Graph().parse(root / "ontology/shapes.ttl", format="turtle")
    quarrels = 0
    with tempfile.TemporaryDirectory() as tmp:
        built = pathlib.Path(tmp, "built")
        run(vietgraph, "build", "--store", built, root / "examples/articles").check_returncode()
        for number, (fault, update) in enumerate(FAULTS.items()):
            store, file = pathlib.Path(tmp, f"store-{number}"), pathlib.Path(tmp, f"{number}.nt")
            shutil.copytree(built, store)
            if update:
                rdf = pyoxigraph.Store(str(store / "rdf"))
                rdf.update(PREFIXES + update)
                rdf.flush()
                del rdf
            ours = run(vietgraph, "validate", "--store", store).returncode == 0
            run(vietgraph, "export", "--store", store, "--rdf", "1.1", "--with-ontology", "-o", file).check_returncode()
            data = rdflib.Graph().parse(file, format="nt")
            theirs, _, report = pyshacl.validate(data, shacl_graph=shapes)
            agree = ours == theirs == (fault == "as built")
            quarrels += not agree
            verdict = lambda conforms: "conforms" if conforms else "rejected"
            print(f"{'ok ' if agree else 'BAD'} {fault}: vietgraph {verdict(ours)}, pySHACL {verdict(theirs)}", flush=True)
            if not agree:
                print(report[:2000])
    return 1 if quarrels else 0


if __name__ == "__main__":
    sys.exit(main())
