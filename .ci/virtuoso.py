"""Does what `vietgraph push` sends to Virtuoso arrive as it is exported? virtuoso.py VIETGRAPH

Virtuoso (Debian's virtuoso-opensource-7, installed if that is allowed here) runs on loopback in a folder of its own. The graph of
examples/articles is pushed, then that after an article was retracted and another changed: each time every graph must hold as many
triples as the export in RDF 1.1, and no other graph be there. It asks for a digest of the password, as Virtuoso does.
"""
import collections
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

VIETGRAPH = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKAGE = "virtuoso-opensource-7"
BASE = "https://w3id.org/vietgraph/id/"
INI = """
[Database]
DatabaseFile = {dir}/virtuoso.db
ErrorLogFile = {dir}/virtuoso.log
LockFile = {dir}/virtuoso.lck
TransactionFile = {dir}/virtuoso.trx
xa_persistent_file = {dir}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {dir}/temp.db
TransactionFile = {dir}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
DirsAllowed = {dir}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {dir}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 100000
"""


def program():
    """Where Virtuoso is, if it is to be had."""
    found = shutil.which("virtuoso-t")
    if not found and shutil.which("apt-get") and (os.environ.get("CI") or os.getuid() == 0):
        apt = ([] if os.getuid() == 0 else ["sudo"]) + ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
        for order in (["update"], ["install", "-y", "--no-install-recommends", PACKAGE]):
            done = subprocess.run(apt + order, capture_output=True, text=True)
        if done.returncode:
            print(done.stderr.strip().splitlines()[-1:] or "")
        found = shutil.which("virtuoso-t")
    return found


def free_ports(count):
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [s.getsockname()[1] for s in held]
    for s in held:
        s.close()
    return ports


def ask(address, query):
    form = urllib.parse.urlencode({"query": query, "format": "application/sparql-results+json"})
    with urllib.request.urlopen(f"{address}/sparql?{form}", timeout=60) as answer:
        rows = json.load(answer)["results"]["bindings"]
    return [{name: cell["value"] for name, cell in row.items()} for row in rows]


def wait_for(address, server):
    for _ in range(600):
        if server.poll() is not None:
            sys.exit("Virtuoso ended before it answered")
        try:
            return ask(address, "SELECT * { ?s ?p ?o } LIMIT 1")
        except (urllib.error.URLError, ConnectionError, TimeoutError, ValueError):
            time.sleep(0.2)
    sys.exit("Virtuoso does not answer")


def vietgraph(work, *args, env=None):
    run = subprocess.run([VIETGRAPH, *args], cwd=work, env={**os.environ, **(env or {})}, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"vietgraph {args[0]} ended with {run.returncode}: {run.stderr}")
    return run


def counts_here(work):
    lines = vietgraph(work, "export", "-o", "-", "--format", "nq", "--rdf", "1.1").stdout.splitlines()
    return collections.Counter(line.removesuffix(" .").rsplit(" <", 1)[1].removesuffix(">") for line in lines)


def counts_there(address):
    query = f'SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{BASE}")) }} GROUP BY ?g'
    return {row["g"]: int(row["n"]) for row in ask(address, query)}


def push_and_compare(work, address, what):
    env = {"VIETGRAPH_LOGIN": "dba:dba"}
    run = vietgraph(work, "push", f"{address}/sparql-graph-crud-auth", env=env)
    print(run.stderr.strip().splitlines()[-1])
    here, there = counts_here(work), counts_there(address)
    wrong = [f"{g}: {here.get(g, 0)} here, {there.get(g, 0)} there" for g in sorted(here | there) if here.get(g) != there.get(g)]
    if wrong:
        sys.exit(f"{what}: " + "\n".join(wrong))
    print(f"{what}: {len(here)} graphs, {sum(here.values())} triples, the same in each", flush=True)
    again = vietgraph(work, "push", f"{address}/sparql-graph-crud-auth", env=env).stderr
    if " 0 graphs sent, 0 deleted" not in again:
        sys.exit(f"{what}: the second push is not empty: {again}")


def check(virtuoso, work):
    sql, http = free_ports(2)
    (work / "db").mkdir()
    (work / "virtuoso.ini").write_text(INI.format(dir=work / "db", sql=sql, http=http))
    address = f"http://127.0.0.1:{http}"
    server = subprocess.Popen(
        [virtuoso, "-f", "-c", work / "virtuoso.ini"], cwd=work / "db", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(address, server)
        vietgraph(work, "build", ROOT / "examples/articles")
        push_and_compare(work, address, "the examples")
        text = (ROOT / "examples/articles/vung-3-hai-quan-gap-mat.txt").read_text()
        (work / "vung-3-hai-quan-gap-mat.txt").write_text(text.split("\n\n")[0])
        vietgraph(work, "build", "vung-3-hai-quan-gap-mat.txt")
        vietgraph(work, "retract", "hoi-thao-tuyen-bien-gioi-viet-lao")
        push_and_compare(work, address, "one article changed, one retracted")
    finally:
        server.terminate()
        server.wait(60)


virtuoso = program()
if not virtuoso:
    print(f"Virtuoso NOT CHECKED: {PACKAGE} cannot be had here")
    sys.exit(0)
with tempfile.TemporaryDirectory() as work:
    check(virtuoso, pathlib.Path(work))
