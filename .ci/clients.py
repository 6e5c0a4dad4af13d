"""Do the clients that people have work with the endpoint, and does it stand a load? clients.py VIETGRAPH [CACHE]

A server of examples/articles is asked with SPARQLWrapper, rdflib's SPARQLStore, curl and, where node is there, fetch-sparql-endpoint
(installed below CACHE): all must count the same articles. Then 50 clients send 3,000 requests while builds write into the store: none
may fail, and the server's memory is bounded. Everything runs on this machine; the figures are printed.
"""
import concurrent.futures
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

import rdflib
import SPARQLWrapper
from rdflib.plugins.stores.sparqlstore import SPARQLStore

VIETGRAPH = pathlib.Path(sys.argv[1]).resolve()
CACHE = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.gettempdir())
ROOT = pathlib.Path(__file__).resolve().parent.parent
ARTICLES = "SELECT ?a WHERE { ?a a <https://schema.org/NewsArticle> }"
REQUESTS, CLIENTS = 3000, 50
TEXT = "Sáng 5/7, tại Hà Tĩnh, Đại tá Lê Văn An, Giám đốc Công an tỉnh Hà Tĩnh dự hội nghị sơ kết công tác."
MEMORY = 600  # MB that the server itself may hold while it is under load


def check(what, found, expected):
    print(f"{what}: {found}", flush=True)
    if found != expected:
        sys.exit(f"{what}: {found}, expected {expected}")


def sparqlwrapper(endpoint):
    client = SPARQLWrapper.SPARQLWrapper(endpoint)
    client.setQuery(ARTICLES)
    counts = []
    for form, method in [(SPARQLWrapper.JSON, "GET"), (SPARQLWrapper.XML, "POST"), (SPARQLWrapper.CSV, "GET")]:
        client.setReturnFormat(form)
        client.setMethod(method)
        answer = client.query().convert()
        if form == SPARQLWrapper.JSON:
            counts.append(len(answer["results"]["bindings"]))
        elif form == SPARQLWrapper.XML:
            counts.append(len(answer.getElementsByTagName("result")))
        else:
            counts.append(len(answer.decode().split()) - 1)
    client.setQuery("CONSTRUCT { ?a a ?c } WHERE { ?a a ?c } LIMIT 5")
    for form in (SPARQLWrapper.TURTLE, SPARQLWrapper.RDFXML, SPARQLWrapper.JSONLD):
        client.setReturnFormat(form)
        answer = client.query().convert()
        graph = answer if isinstance(answer, rdflib.Graph) else rdflib.Graph().parse(data=answer, format="turtle")
        check(f"SPARQLWrapper, {form}", len(graph), 5)
    client.setQuery("SELECT * {")
    client.setReturnFormat(SPARQLWrapper.JSON)
    try:
        client.query()
        sys.exit("SPARQLWrapper: a syntax error was answered")
    except SPARQLWrapper.SPARQLExceptions.QueryBadFormed as e:
        check("SPARQLWrapper, syntax error", "syntax error at 1:" in str(e), True)
    return counts


def sparqlstore(endpoint):
    counts = []
    for method in ("GET", "POST", "POST_FORM"):
        graph = rdflib.Graph(SPARQLStore(endpoint, method=method))
        counts.append(len(list(graph.query(ARTICLES))))
    article = rdflib.URIRef("https://schema.org/NewsArticle")
    counts.append(len(list(graph.subjects(rdflib.RDF.type, article))))
    return counts


def curl(endpoint):
    counts = []
    for arguments in (["-G", "--data-urlencode", f"query={ARTICLES}"], ["--data-urlencode", f"query={ARTICLES}"],
                      ["-H", "Content-Type: application/sparql-query", "--data-binary", ARTICLES]):
        command = ["curl", "-sSf", "--compressed", "-H", "Accept: text/csv", *arguments, endpoint]
        counts.append(len(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()) - 1)
    return counts


def node(endpoint):
    folder = CACHE / "node-clients"
    if not (folder / "node_modules/fetch-sparql-endpoint").exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", folder, "fetch-sparql-endpoint@7.2.0"],
                       check=True, cwd=folder)
    command = ["node", ROOT / ".ci/clients.mjs", folder, endpoint]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def memory(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) // 1024


def load(origin, process, folder):
    queries = [ARTICLES, "ASK { ?p a vg:Person }", "SELECT ?p ?e { ?p vg:attended ?e } LIMIT 20",
               "CONSTRUCT WHERE { ?p vg:holdsRank ?r } LIMIT 20"]
    paths = ["/sparql?query=" + urllib.parse.quote(q) for q in queries] + ["/health", "/.well-known/void"]
    failures, times = [], []

    def send(number):
        begun = time.monotonic()
        try:
            with urllib.request.urlopen(origin + paths[number % len(paths)], timeout=60) as answer:
                answer.read()
        except Exception as e:
            failures.append(f"{paths[number % len(paths)]}: {e}")
        times.append(time.monotonic() - begun)

    begun, builds = time.monotonic(), 0
    with concurrent.futures.ThreadPoolExecutor(CLIENTS) as pool:
        sent = [pool.submit(send, number) for number in range(REQUESTS)]
        while not all(s.done() for s in sent):
            article = folder / "more" / f"{builds}.txt"
            article.parent.mkdir(exist_ok=True)
            article.write_text(TEXT)
            subprocess.run([VIETGRAPH, "build", "more"], check=True, cwd=folder, capture_output=True)
            builds += 1
    took = time.monotonic() - begun
    times.sort()
    print(f"{REQUESTS} requests from {CLIENTS} clients during {builds} builds in {took:.0f} s: {len(failures)} failures, "
          f"median {times[len(times) // 2] * 1000:.0f} ms, p95 {times[len(times) * 95 // 100] * 1000:.0f} ms, "
          f"the server's memory {memory(process)} MB at most", flush=True)
    if failures:
        sys.exit("\n".join(failures[:5]))
    if memory(process) > MEMORY:
        sys.exit(f"the server held {memory(process)} MB, {MEMORY} at most")


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    subprocess.run([VIETGRAPH, "build", ROOT / "examples/articles"], check=True, cwd=folder, capture_output=True)
    server = subprocess.Popen([VIETGRAPH, "serve", "--bind", "127.0.0.1:0", "--query-time", "60"], cwd=folder,
                              stderr=subprocess.PIPE, text=True)
    try:
        origin = next(word for word in server.stderr.readline().split() if word.startswith("http://"))
        counted = [VIETGRAPH, "query", "--results", "csv", "-q", ARTICLES]
        told = subprocess.run(counted, check=True, cwd=folder, capture_output=True, text=True).stdout
        articles = len(told.split()) - 1
        check("SPARQLWrapper", sparqlwrapper(origin + "/sparql"), [articles] * 3)
        check("rdflib's SPARQLStore", sparqlstore(origin + "/sparql"), [articles] * 4)
        check("curl", curl(origin + "/sparql"), [articles] * 3)
        if shutil.which("npm"):
            check("fetch-sparql-endpoint", node(origin + "/sparql"), {"articles": articles, "truth": True, "told": 5})
        load(origin, server, folder)
    finally:
        server.send_signal(signal.SIGTERM)
        if server.wait(timeout=10) != 0:
            sys.exit(f"the server ended with {server.returncode}")
    left = [entry for entry in os.listdir(folder / "vietgraph-store") if entry.startswith(".snapshot")]
    check("snapshots left", left, [])
