#!/usr/bin/env bash
# Builds the font of the pictures: Be Vietnam Pro Medium, its latin, latin-ext and vietnamese subsets joined into one file.
# Needs npm, python3 and a network; run it only to take a newer version of the font. The outcome is checked in.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent @fontsource/be-vietnam-pro@5.3.0 > name
tar xzf "$(cat name)"
python3 -m venv ve
ve/bin/pip install --quiet fonttools==4.60.1 brotli==1.1.0
SOURCE_DATE_EPOCH=0 ve/bin/python - "$here" <<'PY'
import sys
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

parts = []
for subset in ("latin", "latin-ext", "vietnamese"):
    font = TTFont(f"package/files/be-vietnam-pro-{subset}-500-normal.woff2")
    font.flavor = None
    font.save(f"{subset}.ttf")
    parts.append(f"{subset}.ttf")
font = Merger().merge(parts)
# One family name, whatever the weight: the pictures load this font alone.
for record in font["name"].names:
    if record.nameID in (1, 16):
        record.string = "Be Vietnam Pro"
    elif record.nameID in (2, 17):
        record.string = "Regular"
font["OS/2"].usWeightClass = 400
font["head"].modified = font["head"].created
needed = set("AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY" "aăâbcdđeêghiklmnoôơpqrstuưvxy" "0123456789.,:;–-—()“”‘’«»/%+…×·→←")
for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY":
    import unicodedata
    needed |= {unicodedata.normalize("NFC", vowel + tone) for tone in "\u0300\u0301\u0303\u0309\u0323"}
missing = sorted(c for c in needed if ord(c) not in font.getBestCmap())
print("missing:", missing)
font.recalcTimestamp = False
font.save(f"{sys.argv[1]}/BeVietnamPro.ttf")
font.flavor = "woff2"
font.save(f"{sys.argv[1]}/BeVietnamPro.woff2")
PY
cp package/LICENSE "$here/OFL.txt"
