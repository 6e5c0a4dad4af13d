"""Articles to one graph on a Spark cluster: the same graph as `vietgraph build` makes of them on one machine. See README.md.

    spark-submit --files target/release/vietgraph examples/spark/vietgraph_job.py --format jsonl INPUT OUTPUT

1. Every partition drives one `vietgraph extract -` by pipes: articles in, records out (OUTPUT/records, Parquet).
2. One task drives `vietgraph resolve --links`: who is who, decided by all records together.
3. Records and links are joined by article on the cluster, and every partition drives one `vietgraph quads -` (OUTPUT/quads, N-Quads, zstd).

What cannot be read is told in OUTPUT/problems, and the rest goes on: exit status 2. A task that fails is run again by Spark.
"""

import argparse
import collections
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile
import threading

import pyarrow as pa
import pyarrow.fs
from pyspark import SparkFiles, StorageLevel, TaskContext
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

FIELDS = ("id", "title", "published", "url", "author", "source", "text")
ROWS = 1000  # of a batch that goes back to Spark


class Filter:
    """A process that makes lines of lines, fed while it is read."""

    def __init__(self, command, lines):
        # A task has a core: a filter that takes more would take them from other tasks.
        env = {**os.environ, "RAYON_NUM_THREADS": "1"}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        self.process = subprocess.Popen(command, env=env, **pipes)
        self.complaints, self.failure, self.status = [], None, None
        self.threads = [threading.Thread(target=self._feed, args=(lines,)), threading.Thread(target=self._listen)]
        for thread in self.threads:
            thread.start()

    def _feed(self, lines):
        try:
            with self.process.stdin as pipe:
                for line in lines:
                    pipe.write(line.encode() + b"\n")
        except BrokenPipeError:
            pass  # its status tells why it does not listen
        except Exception as failure:  # of who makes the lines: told where they are asked for
            self.failure = failure

    def _listen(self):
        with self.process.stderr as pipe:
            self.complaints = pipe.read().decode(errors="replace").splitlines()

    def __iter__(self):
        try:
            with self.process.stdout as pipe:
                for line in pipe:
                    yield line.decode().rstrip("\n")
        finally:
            if self.process.poll() is None and isinstance(sys.exc_info()[1], GeneratorExit):
                self.process.kill()  # nobody reads on
            self.status = self.process.wait()
            for thread in self.threads:
                thread.join()
        if self.failure:
            raise self.failure

    def well(self):
        """Whether it came to its end by itself; 2 says that some lines were bad."""
        return self.status in (0, 2)

    def must_be_well(self):
        if self.status != 0:
            raise RuntimeError(f"ended with {self.status}: " + "\n".join(self.complaints[-5:]))


def program(name):
    """The program on this node: as it was sent along with --files, or where the node has it."""
    sent = SparkFiles.get(os.path.basename(name))
    return sent if os.path.exists(sent) else name


def batches(rows, *names):
    """Rows as batches of texts."""
    held = []
    for row in rows:
        held.append(row)
        if len(held) == ROWS:
            yield batch(held, names)
            held = []
    if held:
        yield batch(held, names)


def batch(rows, names):
    columns = [pa.array(column, pa.string()) for column in zip(*rows)]
    return pa.RecordBatch.from_arrays(columns, names=list(names))


def rows_of(arrow):
    for some in arrow:
        yield from some.to_pylist()


# Articles


def article_of_line(row):
    line = row["value"].removeprefix("\ufeff")
    try:
        known = json.loads(line)
        return str(known["id"]), line, None
    except (ValueError, KeyError, TypeError):
        return None, line, None  # vietgraph says what is wrong with it


def article_of_row(row):
    known = {name: row[name] for name in FIELDS if row.get(name) is not None}
    known = {name: value if isinstance(value, str) else str(value) for name, value in known.items()}
    return known.get("id"), json.dumps(known, ensure_ascii=False), None


def article_of_file(row, root):
    name = row["path"].split(root.rstrip("/") + "/", 1)[-1].removesuffix(".txt")
    try:
        text = row["content"].decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        return name, None, f"not UTF-8 ({wrong.reason} at byte {wrong.start}); `vietgraph extract` reads other encodings"
    return name, json.dumps({"id": name, "text": text}, ensure_ascii=False), None


def articles(spark, arguments):
    """The articles, and what makes (id, line of JSON, what is wrong) of a row."""
    path = arguments.input
    if arguments.format == "jsonl":
        return spark.read.text(path, lineSep="\n").where(F.trim("value") != ""), article_of_line
    if arguments.format == "parquet":
        found = spark.read.parquet(path)
        return found.select([name for name in FIELDS if name in found.columns]), article_of_row
    files = spark.read.format("binaryFile").option("recursiveFileLookup", True).option("pathGlobFilter", "*.txt")
    root = re.sub(r"^file:(//)?", "", path if "://" in path else os.path.abspath(path))
    return files.load(path).select("path", "content"), lambda row: article_of_file(row, root)


# Extraction


def extracted(found, command):
    """Each article's (id, record, None), and (id, None, what is wrong) for those that cannot be read, in their order.

    A process that dies costs the article it died of: those that it had not answered are cut in halves until that one is alone.
    """
    found, problems = iter(found), []

    def sound():
        for id, line, wrong in found:
            if wrong is None:
                yield id, line
            else:
                problems.append((id, None, wrong))

    sound = sound()
    while True:
        first = list(itertools.islice(sound, 1))
        if not first:
            break
        unanswered = yield from answered(itertools.chain(first, sound), command, problems)
        if unanswered:
            yield from halves(unanswered, command, problems)
    yield from problems


def answered(pairs, command, problems):
    """What one process makes of articles; gives back those it left unanswered where it died."""
    waiting, fed = collections.deque(), []

    def lines():
        for pair in pairs:
            waiting.append(pair)
            fed.append(pair[0])
            yield pair[1]

    process = Filter(command, lines())
    for record in process:
        id = json.loads(record)["article"]["id"]
        while waiting and waiting.popleft()[0] != id:
            pass  # it had nothing to say of that one but a complaint
        yield id, record, None
    told = (re.match(r"vietgraph: article: -:(\d+): (.*)", complaint) for complaint in process.complaints)
    for number, reason in (match.groups() for match in told if match):
        problems.append((fed[int(number) - 1], None, reason))
    if process.well():
        return []
    if not waiting or process.status == 1:
        process.must_be_well()  # it could not begin, whatever the article
    return list(waiting)


def halves(pairs, command, problems):
    rest = iter(pairs)
    unanswered = yield from answered(rest, command, problems)
    unanswered += rest
    if len(unanswered) == 1:
        problems.append((unanswered[0][0], None, "the program died of this article; it is left out"))
    elif unanswered:
        middle = len(unanswered) // 2
        yield from halves(unanswered[:middle], command, problems)
        yield from halves(unanswered[middle:], command, problems)


# Resolution and writing


def resolved(records, command):
    """(id, link, None) for each article, and (None, None, quad) for what follows from all of them."""
    with tempfile.TemporaryDirectory() as folder:
        links = os.path.join(folder, "links.jsonl")
        process = Filter([*command, "--links", links, "-"], (row["record"] for row in records))
        for quad in process:
            yield None, None, quad
        process.must_be_well()
        with open(links, encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["article"], line.rstrip("\n"), None


def written(lines, folder, name):
    """Writes lines to one packed file, of which nothing is seen before it is whole; gives how many they are."""
    if "://" in folder:
        files, folder = pyarrow.fs.FileSystem.from_uri(folder)
    else:
        files = pyarrow.fs.LocalFileSystem()
    files.create_dir(folder, recursive=True)
    path, count = f"{folder}/{name}.nq.zst", 0
    new = f"{folder}/.{name}-{TaskContext.get().taskAttemptId()}"
    with files.open_output_stream(new, compression="zstd") as out:
        for line in lines:
            out.write(line.encode() + b"\n")
            count += 1
    files.move(new, path)
    return count


def quads_of_pairs(arrow, command, folder):
    name = f"part-{TaskContext.get().partitionId():05}"
    pairs = (f'{{"record":{row["record"]},"link":{row["link"]}}}' for row in rows_of(arrow))
    process = Filter(command, pairs)
    yield from batches([(name, str(written(process, folder, name)))], "part", "quads")
    process.must_be_well()


def quads_of_all(arrow, folder):
    count = written((row["quad"] for row in rows_of(arrow)), folder, "derived")
    yield from batches([("derived", str(count))], "part", "quads")


def run(spark, arguments):
    name, ontology, decisions = arguments.vietgraph, [], []
    rdf = ["--rdf", arguments.rdf]
    for folder in arguments.ontology:
        ontology += ["--ontology", folder]
    for file in arguments.decisions:
        decisions += ["--decisions", file]
    base = ["--base", arguments.base] if arguments.base else []
    records, problems, folder = (f"{arguments.output}/{part}" for part in ("records", "problems", "quads"))

    found, article = articles(spark, arguments)
    if arguments.partitions:
        found = found.repartition(arguments.partitions)

    def extract(arrow):
        command = [program(name), "extract", *ontology, "-"]
        return batches(extracted(map(article, rows_of(arrow)), command), "id", "record", "problem")

    read = found.mapInArrow(extract, "id string, record string, problem string").persist(StorageLevel.DISK_ONLY)
    by_id = read.where("record is not null").groupBy("id")
    by_id.agg(F.min("record").alias("record")).write.option("compression", "zstd").parquet(records)
    kept = F.format_string("%d articles have this id; one of them is kept", "count").alias("problem")
    several = by_id.count().where("count > 1").select("id", kept)
    read.where("problem is not null").select("id", "problem").union(several).write.json(problems)
    bad = spark.read.schema("id string, problem string").json(problems).count()
    read.unpersist()
    table = spark.read.parquet(records)
    print(f"{table.count()} records in {records}, {bad} problems in {problems}", flush=True)
    if arguments.write == "records":
        return bad

    def resolve(arrow):
        command = [program(name), "resolve", *rdf, *ontology, *decisions, *base]
        return batches(resolved(rows_of(arrow), command), "id", "link", "quad")

    known = table.select("record").coalesce(1).mapInArrow(resolve, "id string, link string, quad string")
    known = known.persist(StorageLevel.DISK_ONLY)
    counts = "part string, quads string"
    pairs = table.join(known.where("link is not null").select("id", "link"), "id").sortWithinPartitions("id")
    parts = pairs.mapInArrow(lambda arrow: quads_of_pairs(arrow, [program(name), "quads", *rdf, "-"], folder), counts)
    derived = known.where("quad is not null").select("quad").coalesce(1)
    derived = derived.mapInArrow(lambda arrow: quads_of_all(arrow, folder), counts)
    done = [row for some in (parts, derived) for row in some.collect()]
    print(f"{sum(int(row['quads']) for row in done)} quads in {len(done)} files below {folder}", flush=True)
    return bad


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input", help="a folder of .txt files, or files of JSON lines or Parquet")
    parser.add_argument("output", help="a folder that is not there yet, on storage that all nodes reach")
    parser.add_argument("--format", choices=["text", "jsonl", "parquet"], default="jsonl")
    parser.add_argument("--write", choices=["nquads", "records"], default="nquads")
    parser.add_argument("--vietgraph", default="vietgraph", help="the program: sent along with --files, or on every node")
    parser.add_argument("--ontology", action="append", default=[], help="a folder on every node to add to the ontology")
    parser.add_argument("--decisions", action="append", default=[], help="a file of decisions on every node")
    parser.add_argument("--rdf", choices=["1.1", "1.2"], default="1.2", help="1.1: evidence as rdf:Statement")
    parser.add_argument("--base", help="where IRIs are minted")
    parser.add_argument("--partitions", type=int, help="how many parts the articles are cut into")
    arguments = parser.parse_args()
    spark = SparkSession.builder.appName("vietgraph").getOrCreate()
    bad = run(spark, arguments)
    spark.stop()
    sys.exit(2 if bad else 0)


if __name__ == "__main__":
    main()
