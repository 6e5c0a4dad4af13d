#!/usr/bin/env python3
"""Prints how fast vietgraph is, beside what else reads Vietnamese, all in one run on one machine, as a table in Markdown.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install underthesea pyvi pyoxigraph
    cargo build --release
    /tmp/peers/bin/python benches/table.py ARTICLES.jsonl[.zst] [--sizes 2000,20000] > benches/RESULTS.md

Speed is in MB of text a second; what counts is the ratio between the lines, not the figures. A peer that is not installed has
no line. A size beyond the articles there are is reached with the same articles under other ids.
"""

import argparse
import datetime
import importlib.metadata
import itertools
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
PEER_SECONDS = 15
"""A peer reads as many articles as it can in so long."""


def articles(path):
    """The articles of a file of JSON lines, compressed or not."""
    if path.suffix == ".zst":
        lines = subprocess.run(["zstdcat", path], stdout=subprocess.PIPE, check=True).stdout
    else:
        lines = path.read_bytes()
    return [json.loads(line) for line in lines.splitlines() if line.strip()]


def written(path, some, size, first=0):
    """Writes so many articles, the same again under other ids where there are not enough; gives their bytes of text."""
    size_of = 0
    with path.open("w", encoding="utf-8") as out:
        for n, article in enumerate(itertools.islice(itertools.cycle(some), first, first + size)):
            again = (first + n) // len(some)
            told = {**article, "id": f"{article['id']}~{again}"} if again else article
            size_of += len(told["text"].encode())
            out.write(json.dumps(told, ensure_ascii=False) + "\n")
    return size_of


def run(*command, env=None):
    """Seconds and peak memory in MB of a command that must go well."""
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, env={**os.environ, **(env or {})})
        ended, memory = 0, 0.0
        while not ended:
            memory = max(memory, peak(child.pid))
            ended, status = os.waitpid(child.pid, os.WNOHANG)
            time.sleep(0 if ended else 0.001)
        seconds = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            sys.exit(f"{command} ended with {child.returncode}: {said.read()[-600:].decode(errors='replace')}")
    return seconds, memory


def peak(process):
    """The most memory in MB that a process has had so far: what it is told of at its end counts that of this one before."""
    try:
        held = re.search(r"VmHWM:\s+(\d+) kB", pathlib.Path(f"/proc/{process}/status").read_text())
    except OSError:
        return 0.0
    return int(held[1]) / 1024 if held else 0.0


def best(times, *command, env=None):
    """The least seconds of so many runs."""
    return min(run(*command, env=env)[0] for _ in range(times))


def bench(file):
    """The throughputs that `cargo bench` measures, by name, in MB/s: the fastest of ten rounds."""
    command = ["cargo", "bench", "--quiet", "--bench", "throughput"]
    said = subprocess.run(command, cwd=HERE, env={**os.environ, "VIETGRAPH_BENCH": str(file)}, stdout=subprocess.PIPE, check=True)
    found, name = {}, None
    scale = {"B": 1e-6, "KB": 1e-3, "MB": 1, "GB": 1e3}
    for line in said.stdout.decode().splitlines():
        named = re.match(r"[├╰]─ (\w+)", line)
        name = named[1] if named else name
        speed = re.search(r"([\d.]+) ([KMG]?B)/s", line)
        if speed and name not in found:
            found[name] = float(speed[1]) * scale[speed[2]]
    return found


def reads(read, texts):
    """MB of text a second that a function reads, of as many texts as it gets through."""
    read(texts[0])
    size, begun = 0, time.perf_counter()
    for text in texts:
        read(text)
        size += len(text.encode())
        if time.perf_counter() - begun > PEER_SECONDS:
            break
    return size / 1e6 / (time.perf_counter() - begun)


def peers(texts):
    """Name and throughput of the peers that are installed."""
    try:
        from pyvi import ViPosTagger, ViTokenizer

        name = f"pyvi {importlib.metadata.version('pyvi')}"
        yield f"{name}, words", reads(ViTokenizer.tokenize, texts)
        yield f"{name}, words and parts of speech", reads(lambda t: ViPosTagger.postagging(ViTokenizer.tokenize(t)), texts)
    except ImportError:
        print("pyvi is not installed", file=sys.stderr)
    try:
        import underthesea

        name = f"underthesea {importlib.metadata.version('underthesea')}"
        yield f"{name}, words", reads(underthesea.word_tokenize, texts)
        yield f"{name}, names", reads(underthesea.ner, texts)
    except ImportError:
        print("underthesea is not installed", file=sys.stderr)


def reading(file, some, size, vietgraph):
    """The table of who reads how fast."""
    speed = bench(file)
    scan = speed["bare_scan"]
    lines = [("bare scan: UTF-8 and NFC checked, every label looked for", scan)]
    lines += [("**vietgraph**: articles to records, one core", speed["extract"])]
    lines += [("**vietgraph**: articles to records, two cores", speed["extract_on_two_cores"])]
    with tempfile.TemporaryDirectory() as work:
        text = pathlib.Path(work, "text")
        text.write_text("\n".join(a["text"] for a in some), encoding="utf-8")
        lines += [("`wc -w`", text.stat().st_size / 1e6 / best(3, "wc", "-w", str(text), env={"LC_ALL": "C.UTF-8"}))]
    lines += [("`vietgraph extract`, the program with reading and writing JSON", size / 1e6 / best(3, vietgraph, "extract", str(file)))]
    lines += list(peers([a["text"] for a in some]))
    print("| reads | MB/s | of the bare scan |\n|---|---:|---:|")
    for name, rate in sorted(lines, key=lambda line: -line[1]):
        print(f"| {name} | {rate:.3g} | {rate / scan:.2g} |")


def loading(quads):
    """Seconds that the store's bulk loader takes for the same quads, alone."""
    try:
        import pyoxigraph
    except ImportError:
        return None
    with tempfile.TemporaryDirectory() as work:
        begun = time.perf_counter()
        store = pyoxigraph.Store(work)
        store.bulk_load(path=quads, format=pyoxigraph.RdfFormat.N_QUADS)
        store.flush()
        return time.perf_counter() - begun


def building(some, sizes, vietgraph):
    """The table of whole builds, and the one of what is done to the largest store that was built from articles once each."""
    print("\n| articles | MB of text | build | extraction alone | bulk loader alone | build ÷ the larger | memory |\n|---:|---:|---:|---:|---:|---:|---:|")
    asked = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as work:
            file, store, quads = (str(pathlib.Path(work, name)) for name in ("articles.jsonl", "store", "graph.nq"))
            text = written(pathlib.Path(file), some, size)
            seconds, memory = run(vietgraph, "build", "--store", store, file)
            extracting = run(vietgraph, "extract", file)[0]
            run(vietgraph, "export", "--store", store, "-o", quads)
            load = loading(quads)
            told = "–" if load is None else f"{load:.1f} s"
            ratio = seconds / max(extracting, load or 0)
            print(f"| {size:,} | {text / 1e6:.1f} | {seconds:.1f} s | {extracting:.1f} s | {told} | {ratio:.2f} | {memory:.0f} MB |", flush=True)
            if size <= len(some):
                asked = list(asking(store, work, some, size, vietgraph))
    print("\n| on the largest of these without repeated articles | |\n|---|---:|")
    for name, seconds in asked:
        told = f"{seconds:.1f} s" if seconds >= 2 else f"{seconds * 1000:.0f} ms"
        print(f"| {name} | {told} |")


def asking(store, work, some, size, vietgraph):
    """What it takes to ask a store, to add to it and to take from it."""
    here = ["--store", store]
    top = "SELECT ?p { ?p a vg:Person ; vg:holdsPost ?x } GROUP BY ?p ORDER BY DESC(COUNT(*)) ?p LIMIT 1"
    said = subprocess.run([vietgraph, "query", *here, "--results", "csv", "-q", top], stdout=subprocess.PIPE, check=True)
    name = said.stdout.decode().splitlines()[1]
    yield "the first `vietgraph show` after a build, of who holds most posts", run(vietgraph, "show", *here, name)[0]
    yield "each after it", best(5, vietgraph, "show", *here, name)
    yield "`vietgraph query 'ASK {}'`", best(5, vietgraph, "query", *here, "-q", "ASK {}")
    last = some[size - 100 : size]
    ids, more = pathlib.Path(work, "ids"), pathlib.Path(work, "more.jsonl")
    ids.write_text("".join(article["id"] + "\n" for article in last), encoding="utf-8")
    written(more, last, 100)
    yield "100 articles taken back", run(vietgraph, "retract", *here, "--from", str(ids))[0]
    yield "100 articles added", run(vietgraph, "build", *here, str(more))[0]
    yield "one article taken back", run(vietgraph, "retract", *here, last[7]["id"])[0]


def machine():
    """What it ran on."""
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.processor())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return f"{datetime.date.today()}, {os.cpu_count()} cores of {model}, {memory:.0f} GiB, {platform.system()}, load {load:.1f} at the start"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=pathlib.Path, help="JSON lines, .zst or not")
    options.add_argument("--sizes", default="2000,20000", help="how many articles to build, separated by commas")
    options.add_argument("--binary", default=str(HERE / "target/release/vietgraph"))
    asked = options.parse_args()
    some = articles(asked.articles)
    print(f"Measured by `benches/table.py` on {machine()}.\n")
    with tempfile.TemporaryDirectory() as work:
        file = pathlib.Path(work, "articles.jsonl")
        size = written(file, some, min(len(some), 5000))
        reading(file, some[:5000], size, asked.binary)
    building(some, [int(size) for size in asked.sizes.split(",")], asked.binary)


main()
