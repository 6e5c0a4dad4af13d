"""Writes the licence texts of every crate that is built into the program for a target, each text once, in order of names."""

import json
import pathlib
import subprocess
import sys

command = ["cargo", "metadata", "--locked", "--format-version=1", "--filter-platform", sys.argv[1]]
metadata = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
packages = {package["id"]: package for package in metadata["packages"]}
depends = {node["id"]: node["deps"] for node in metadata["resolve"]["nodes"]}

built_in, waiting = set(), [metadata["resolve"]["root"]]
while waiting:
    one = waiting.pop()
    if one not in built_in:
        built_in.add(one)
        normal = (d for d in depends[one] if any(kind["kind"] is None for kind in d["dep_kinds"]))
        waiting.extend(dependency["pkg"] for dependency in normal)
built_in.remove(metadata["resolve"]["root"])

texts: dict[str, list[str]] = {}
for package in sorted((packages[i] for i in built_in), key=lambda p: (p["name"], p["version"])):
    folder = pathlib.Path(package["manifest_path"]).parent
    name = f"{package['name']} {package['version']} ({package['license'] or package['license_file']})"
    begins = ("licen", "copying", "notice", "unlicense")
    # The C++ of RocksDB and lz4 lies in folders of its own.
    files = sorted(f for f in folder.rglob("*") if f.is_file() and f.name.lower().startswith(begins) and f.suffix in ("", ".md", ".txt"))
    for text in [f.read_text(errors="replace").strip() for f in files] or ["(its text is not in the crate)"]:
        texts.setdefault(text, []).append(name)
for text, names in sorted(texts.items(), key=lambda pair: pair[1]):
    print("=" * 100, *dict.fromkeys(names), "-" * 100, text, "", sep="\n")
