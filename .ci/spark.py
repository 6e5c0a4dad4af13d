"""Does examples/spark make on a cluster what `vietgraph build` makes on one machine? spark.py VIETGRAPH CACHE [SHARED]

PySpark runs on local[2] (installed below CACHE, with Debian's Java if there is none and that is allowed) over more than 2,000 articles as
JSON lines: those of the examples and of tests/identity, and those of SHARED where that is there, else the same under new ids, each with
another behind it so that they differ. Some go as Parquet and as a folder of texts too. The quads must be those of a store built from the
same articles, once sorted; a line that is no article, an id that is there twice and an article of which the program dies are told, and
the rest goes on.
"""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

VIETGRAPH = pathlib.Path(sys.argv[1]).resolve()
CACHE = pathlib.Path(sys.argv[2])
SHARED = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
ROOT = pathlib.Path(__file__).resolve().parent.parent
JOB = ROOT / "examples/spark/vietgraph_job.py"
NEEDED = ROOT / "examples/spark/requirements.txt"
ARTICLES, SOME = 2010, 400
DEADLY = "⟦the end⟧"
DYING = f"""#!{sys.executable}
import os, subprocess, sys
if sys.argv[1] != "extract":
    os.execv({str(VIETGRAPH)!r}, [{str(VIETGRAPH)!r}, *sys.argv[1:]])
with subprocess.Popen([{str(VIETGRAPH)!r}, *sys.argv[1:]], stdin=subprocess.PIPE) as real:
    for line in sys.stdin.buffer:
        if {DEADLY!r}.encode() in line:
            real.stdin.close()
            real.wait()
            os.abort()
        real.stdin.write(line)
    real.stdin.close()
    sys.exit(real.wait())
"""


def not_checked(why):
    print(f"Spark NOT CHECKED: {why}")
    sys.exit(0)


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)


def environment():
    """A Python with PySpark, and a Java."""
    if not shutil.which("java"):
        if not shutil.which("apt-get") or not (os.environ.get("CI") or os.getuid() == 0):
            not_checked("there is no java; apt-get install default-jre-headless")
        apt = ([] if os.getuid() == 0 else ["sudo"]) + ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
        run(*apt, "update")
        if run(*apt, "install", "-y", "--no-install-recommends", "default-jre-headless").returncode:
            not_checked("Java cannot be had here")
    venv = CACHE / "spark-venv"
    mark = venv / hashlib.sha256(NEEDED.read_bytes()).hexdigest()[:16]
    if not mark.exists():
        shutil.rmtree(venv, ignore_errors=True)
        run(sys.executable, "-m", "venv", venv)
        done = run(venv / "bin/python", "-m", "pip", "install", "--quiet", "--requirement", NEEDED)
        if done.returncode:
            not_checked(f"PySpark cannot be had here: {done.stderr.strip().splitlines()[-1:]}")
        mark.touch()
    return venv


def originals():
    texts = sorted((ROOT / "examples/articles").glob("*.txt"))
    found = [{"id": path.stem, "text": path.read_text()} for path in texts]
    for name in ("examples/articles/more.jsonl", "tests/identity/articles.jsonl"):
        found += map(json.loads, (ROOT / name).read_text().splitlines())
    return found


def articles():
    """Articles enough, no two the same."""
    first = originals()
    made = list(first)
    bulk = SHARED and SHARED / "corpus/bulk/vietnews-20k.jsonl.zst"
    if bulk and bulk.exists() and shutil.which("zstd"):
        made += map(json.loads, run("zstd", "-dqc", bulk).stdout.splitlines()[:ARTICLES])
    for turn in range(1, -(-ARTICLES // len(first))):
        for at, article in enumerate(first):
            other = first[(at + turn) % len(first)]
            made.append({**article, "id": f"{article['id']}/{turn}", "text": f"{article['text']}\n\n{other['text']}"})
    return made[:ARTICLES]


def expected(work, store, *inputs):
    """The graph that one machine builds."""
    built = run(VIETGRAPH, "build", "--store", work / store, *inputs)
    quads = run(VIETGRAPH, "export", "--store", work / store, "-o", "-", "--format", "nq")
    if built.returncode == 1 or quads.returncode:
        sys.exit(built.stderr + quads.stderr)
    return sorted(quads.stdout.splitlines())


def job(venv, work, output, *arguments):
    """What the job makes: its quads, the problems it tells and its exit status."""
    begun = time.time()
    local = ["--conf", "spark.driver.bindAddress=127.0.0.1", "--conf", "spark.driver.host=127.0.0.1"]
    local += ["--conf", "spark.ui.enabled=false", "--conf", "spark.log.level=WARN", "--conf", f"spark.local.dir={work / 'spark'}"]
    env = {**os.environ, "PATH": f"{venv / 'bin'}:{os.environ['PATH']}", "SPARK_LOCAL_IP": "127.0.0.1"}
    done = run(venv / "bin/spark-submit", "--master", "local[2]", *local, JOB, *arguments, work / output, env=env, cwd=work)
    if done.returncode not in (0, 2) or "Traceback" in done.stderr:
        sys.exit(f"{output} ended with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-8000:]}")
    packed = sorted((work / output / "quads").glob("*.nq.zst"))
    quads = [line for file in packed for line in run(venv / "bin/python", "-c", UNPACK, file).stdout.splitlines()]
    problems = [json.loads(line) for file in (work / output / "problems").glob("*.json") for line in file.open()]
    print(f"{output}: {len(quads)} quads in {len(packed)} files, {len(problems)} problems, {time.time() - begun:.0f} s", flush=True)
    return sorted(quads), sorted(problems, key=str), done.returncode


UNPACK = """
import pyarrow, sys
with pyarrow.CompressedInputStream(sys.argv[1], "zstd") as packed:
    sys.stdout.buffer.write(packed.read())
"""
TO_PARQUET = """
import json, pyarrow, pyarrow.parquet, sys
rows = [json.loads(line) for line in open(sys.argv[1])]
pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows, pyarrow.schema([(n, pyarrow.string()) for n in
    ("id", "title", "published", "url", "author", "source", "text")])), sys.argv[2], row_group_size=500)
"""


def same(what, found, wanted):
    if found != wanted:
        less, more = sorted(set(wanted) - set(found)), sorted(set(found) - set(wanted))
        sys.exit(f"{what}: {len(less)} lines too few {less[:3]}, {len(more)} too many {more[:3]}, of {len(wanted)}")
    print(f"{what}: the same {len(wanted)} lines as on one machine", flush=True)


def check(venv, work):
    all = articles()
    lines = [json.dumps(article, ensure_ascii=False) for article in all]
    (work / "articles.jsonl").write_text("\n".join(lines) + "\n")
    wanted = expected(work, "one", work / "articles.jsonl")
    print(f"{len(all)} articles", flush=True)

    bad = ['{"id": "cut off', lines[7]]
    (work / "lines").mkdir()
    (work / "lines/a.jsonl").write_text("\n".join([*lines[:900], *bad, ""]))
    (work / "lines/b.jsonl").write_text("\n".join([*lines[900:], ""]))
    quads, problems, status = job(venv, work, "of-lines", "--vietgraph", VIETGRAPH, "--partitions", "5", "lines")
    same("JSON lines", quads, wanted)
    told = [problem["problem"] for problem in problems]
    if status != 2 or len(told) != 2 or not any("not JSON" in t for t in told) or not any("2 articles" in t for t in told):
        sys.exit(f"a broken line and an id twice: {status} {problems}")

    dying = work / "dying"
    dying.write_text(DYING)
    dying.chmod(0o755)
    deadly = json.dumps({"id": "deadly", "text": f"Sáng nay {DEADLY}."}, ensure_ascii=False)
    few = lines[:SOME]
    (work / "few.jsonl").write_text("\n".join([*few, ""]))
    (work / "with-deadly.jsonl").write_text("\n".join([*few[:70], deadly, *few[70:], ""]))
    run(venv / "bin/python", "-c", TO_PARQUET, work / "with-deadly.jsonl", work / "articles.parquet", check=True)
    form = ["--format", "parquet", "--vietgraph", dying, "articles.parquet"]
    quads, problems, status = job(venv, work, "of-parquet", *form)
    same("Parquet, and an article of which the program dies", quads, expected(work, "few", work / "few.jsonl"))
    if status != 2 or [problem.get("id") for problem in problems] != ["deadly"]:
        sys.exit(f"the program dies of an article: {status} {problems}")

    texts = work / "bài báo"
    shutil.copytree(ROOT / "examples/articles", texts / "một hai")
    (texts / "một hai/more.jsonl").unlink()
    quads, problems, status = job(venv, work, "of-texts", "--format", "text", "--vietgraph", VIETGRAPH, texts)
    same("a folder of texts", quads, expected(work, "texts", texts))
    if status or problems:
        sys.exit(f"a folder of texts: {status} {problems}")


venv = environment()
with tempfile.TemporaryDirectory() as work:
    check(venv, pathlib.Path(work))
