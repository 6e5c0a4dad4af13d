"""Scores a build against annotated articles and fails where a total F1 fell by more than 0.01 below .ci/scores.json.

    scores.py VIETGRAPH SHARED     SHARED holds eval/score.py and corpus/
"""
import json
import pathlib
import subprocess
import sys
import tempfile

SLACK = 0.01
vietgraph, shared = sys.argv[1], pathlib.Path(sys.argv[2])
here = pathlib.Path(__file__).resolve().parent
root = here.parent
corpus = shared / "corpus"
sets = {name: (corpus / f"{name}.jsonl", corpus / "gold" / name) for name in ("seeds", "dev", "genre")}
sets["examples"] = (root / "examples/articles", root / "tests/gold/examples")
sets["blind"] = (root / "tests/gold/blind.jsonl", root / "tests/gold/blind")

floor = json.loads((here / "scores.json").read_text())
fallen = []


def check(name, f1):
    if f1 < floor[name] - SLACK:
        fallen.append(f"{name}: F1 {f1:.3f}, was {floor[name]:.3f}")
    elif f1 > floor[name] + SLACK:
        print(f"better than .ci/scores.json says ({floor[name]:.3f}): raise it to {f1:.3f}")


for name, (articles, gold) in sets.items():
    print(f"--- {name}", flush=True)
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        command = [shared / "eval/score.py", "--bin", vietgraph, "--articles", articles, "--gold", gold, "--json", out.name]
        subprocess.run([sys.executable, *map(str, command)], check=True)
        f1 = json.loads(pathlib.Path(out.name).read_text())["ALL"]["f1"]
    check(name, f1)
# Annotations of articles that the project holds no texts of: where the texts are at hand they count too.
print("--- vietnews", flush=True)
command = [vietgraph, "evaluate", root / "tests/gold/vietnews", corpus / "bulk", "--json"]
report = json.loads(subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout)
total = report["kinds"]["ALL"]
print("P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}".format(**total))
check("vietnews", total["f1"])
if fallen:
    sys.exit("scores fell: " + "; ".join(fallen))
