#!/usr/bin/env python3
"""Writes places.ttl from the lists of units: ontology/places.py provinces.tsv districts.tsv > ontology/places.ttl

provinces.tsv  code, full name until 2025-06-30, code, full name from 2025-07-01, note; with a head line
districts.tsv  code, full name, code of the province; state of March 2025, with a head line
Both are tables of the vietnamese-provinces-database (github.com/thanglequoc, MIT licence), cut to these columns.
What no list says stands below: other spellings, the edges of 2025 and 2026, earlier levels. Units that were gone before
2025 are written by hand in former-places.ttl.
"""
import csv, re, sys, unicodedata

LEVELS = ("Thành phố", "Thị xã", "Tỉnh", "Quận", "Huyện")
OLD, NEW = "2025-06-30", "2025-07-01"

# Other words for a province; spellings that differ only in tone placement are the matcher's business.
ALSO = {
    "Hồ Chí Minh": ["HCM", "TPHCM", "TP.HCM", "TP HCM", "Tp.HCM", "HCMC", "Sài Gòn", "Saigon"],
    "Hà Nội": ["Hà Nội I", "Thủ đô Hà Nội"], "Thừa Thiên Huế": ["Huế", "Thừa Thiên - Huế", "TT-Huế", "TT Huế", "T.T.Huế", "T.T Huế", "TTH"],
    "Bà Rịa - Vũng Tàu": ["Bà Rịa Vũng Tàu", "BR-VT", "BRVT", "BR - Vũng Tàu", "Bà Rịa – Vũng Tàu"],
    "Đắk Lắk": ["Đắc Lắc", "Đăk Lăk", "Đắk Lăk", "Đăk Lắk", "Đắc Lắk", "Đak Lak", "Dak Lak", "Daklak", "Đắklắk"],
    "Đắk Nông": ["Đắc Nông", "Đăk Nông", "Đak Nông", "Dak Nong"], "Kon Tum": ["Kontum", "Công Tum"], "Gia Lai": ["Gialai"],
    "Bắc Kạn": ["Bắc Cạn"], "Đồng Nai": ["Đồng nai"], "Cà Mau": ["Cà mau"], "Bạc Liêu": ["Bạc liêu"], "Quảng Ngãi": ["Quãng Ngãi"],
    "Vĩnh Phúc": ["Vĩnh phúc"], "Hải Phòng": ["Hải phòng"],
}
ALSO = {name: [a for a in also if a.lower() != name.lower() and a != "Hà Nội I"] for name, also in ALSO.items()}
ALSO_DISTRICT = {"Mù Căng Chải": ["Mù Cang Chải"]}

# Districts at an earlier level, in articles of the years before: name and province until 2025, earlier levels.
EARLIER = """
Thủy Nguyên|Hải Phòng|huyện ; An Dương|Hải Phòng|huyện ; Bến Cát|Bình Dương|huyện,thị xã ; Tân Uyên|Bình Dương|huyện,thị xã ; Dĩ An|Bình Dương|huyện,thị xã
Thuận An|Bình Dương|huyện,thị xã ; Thủ Dầu Một|Bình Dương|thị xã ; Long Khánh|Đồng Nai|huyện,thị xã ; Phú Quốc|Kiên Giang|huyện ; Hà Tiên|Kiên Giang|thị xã
Đông Triều|Quảng Ninh|huyện,thị xã ; Uông Bí|Quảng Ninh|thị xã ; Cẩm Phả|Quảng Ninh|thị xã ; Móng Cái|Quảng Ninh|thị xã ; Phổ Yên|Thái Nguyên|huyện,thị xã
Sông Công|Thái Nguyên|thị xã ; Từ Sơn|Bắc Ninh|huyện,thị xã ; Thuận Thành|Bắc Ninh|huyện ; Quế Võ|Bắc Ninh|huyện ; Việt Yên|Bắc Giang|huyện ; Chí Linh|Hải Dương|huyện,thị xã
Kinh Môn|Hải Dương|huyện ; Mỹ Hào|Hưng Yên|huyện ; Duy Tiên|Hà Nam|huyện ; Kim Bảng|Hà Nam|huyện ; Sầm Sơn|Thanh Hóa|thị xã ; Tam Điệp|Ninh Bình|thị xã
Phúc Yên|Vĩnh Phúc|thị xã ; Sa Pa|Lào Cai|huyện ; Mộc Châu|Sơn La|huyện ; Đức Phổ|Quảng Ngãi|huyện ; Hoài Nhơn|Bình Định|huyện ; An Nhơn|Bình Định|huyện
Đông Hòa|Phú Yên|huyện ; Sông Cầu|Phú Yên|huyện ; Ninh Hòa|Khánh Hòa|huyện ; Trảng Bàng|Tây Ninh|huyện ; Hòa Thành|Tây Ninh|huyện ; Chơn Thành|Bình Phước|huyện
Đồng Xoài|Bình Phước|thị xã ; Gò Công|Tiền Giang|thị xã ; Hồng Ngự|Đồng Tháp|thị xã ; Sa Đéc|Đồng Tháp|thị xã ; Tịnh Biên|An Giang|huyện ; Châu Đốc|An Giang|thị xã
Ngã Bảy|Hậu Giang|thị xã ; Vị Thanh|Hậu Giang|thị xã ; Giá Rai|Bạc Liêu|huyện ; Gia Nghĩa|Đắk Nông|thị xã ; Phong Điền|Huế|huyện ; Hương Thủy|Huế|huyện
Hương Trà|Huế|huyện ; Bảo Lộc|Lâm Đồng|thị xã ; Cam Ranh|Khánh Hòa|thị xã ; Điện Bàn|Quảng Nam|huyện ; Bà Rịa|Bà Rịa - Vũng Tàu|thị xã ; Phú Mỹ|Bà Rịa - Vũng Tàu|thị xã
Vĩnh Châu|Sóc Trăng|huyện ; Ngã Năm|Sóc Trăng|huyện ; Tân Châu|An Giang|huyện ; Bình Minh|Vĩnh Long|huyện
"""

def tidy(name):
    """The tone mark on the first vowel of an open oa, oe, uy: Hoà becomes Hòa, as most papers print it."""
    def syllable(m):
        s = unicodedata.normalize("NFD", m.group(0))
        return unicodedata.normalize("NFC", re.sub(r"(?i)(?<!q)(o(?=[ae])|u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])$", r"\1\3\2", s))
    return re.sub(r"[^\W\d_]+", syllable, unicodedata.normalize("NFC", name))

def split(full):
    level = next(l for l in LEVELS if full.startswith(l + " "))
    return level.lower(), tidy(full[len(level) + 1:])

def local(level, name, tail=""):
    return re.sub(r"[^\w]+", "-", f"{level} {name}{tail}".lower()).strip("-")

def unit(kind, iri, level, name, code=None, within=(), since=None, until=None, into=(), note=None):
    out = [f'place:{iri} a vg:{kind} ; skos:prefLabel "{name}"@vi']
    also = ALSO.get(name) if kind == "Province" else ALSO_DISTRICT.get(name)
    if kind == "District" and not also and name.startswith("Đắk "):
        also = [name.replace("Đắk", word, 1) for word in ("Đăk", "Đak")]
    if also:
        out.append("skos:altLabel " + " , ".join(f'"{a}"@vi' for a in dict.fromkeys(also)))
    out.append(f'vg:level "{level}"@vi')
    if code:
        out.append(f'dct:identifier "{code}"')
    if within:
        out.append("schema:containedInPlace " + " , ".join("place:" + w for w in within))
    for prop, day in (("vg:validFrom", since), ("vg:validUntil", until)):
        if day:
            out.append(f'{prop} "{day}"^^xsd:date')
    if into:
        out.append("vg:succeededBy " + " , ".join("place:" + i for i in into))
    if note:
        out.append(f'\n    rdfs:comment "{note}"@en')
    print(" ; ".join(out).replace("; \n", ";\n") + " .")

def provinces(path):
    """Writes the provinces; gives the IRI of each of the 63 by its code."""
    rows = [r for r in csv.reader(open(path, encoding="utf-8"), delimiter="\t")][1:]
    new = {r[2]: split(r[3]) for r in rows if r[4] == "merged"}
    old = {}
    print("# ---- Provinces that were not merged in 2025, and the others until 2025-06-30 ----\n")
    for code, full, new_code, _, note in sorted(rows):
        level, name = split(full)
        old[code] = local(level, name)
        if name == "Huế":
            old[code] = "thành-phố-huế-2025"
            unit("Province", "tỉnh-thừa-thiên-huế", "tỉnh", "Thừa Thiên Huế", code, until="2024-12-31", into=[old[code]])
            unit("Province", old[code], level, name, code, since="2025-01-01", note="Until 2024 a city of the province Thừa Thiên Huế.")
        elif note == "unchanged":
            unit("Province", old[code], level, name, code)
        else:
            unit("Province", old[code], level, name, code, until=OLD, into=[successor(*new[new_code])])
    print("\n# ---- Provinces made by the mergers of 2025-07-01 ----\n")
    for code, (level, name) in sorted(new.items()):
        if name == "Đồng Nai":
            unit("Province", "tỉnh-đồng-nai-2025", "tỉnh", name, code, since=NEW, until="2026-06-30", into=["thành-phố-đồng-nai"])
            unit("Province", "thành-phố-đồng-nai", level, name, code, since="2026-07-01",
                 note="A city by July 2026, the state of the source; the day it became one is earlier in that year.")
        else:
            unit("Province", successor(level, name), level, name, code, since=NEW)
    return old

def successor(level, name):
    return "tỉnh-đồng-nai-2025" if name == "Đồng Nai" else local(level, name, " 2025")

def districts(path, old):
    rows = [r for r in csv.reader(open(path, encoding="utf-8"), delimiter="\t")][1:]
    names = {code: iri.split("-", 1)[1] if iri.startswith("tỉnh") else iri.split("-", 2)[2] for code, iri in old.items()}
    units = [(code, *split(full), province) for code, full, province in rows]
    earlier = [e.strip().split("|") for e in re.split(r"[;\n]", EARLIER) if e.strip()]
    seen = {}
    for _, level, name, _ in units:
        seen[level, name] = seen.get((level, name), 0) + 1
    iri = lambda level, name, province: local(level, name, " " + names[province] if seen.get((level, name), 0) > 1 else "")
    print("\n# ---- Districts, until their level was abolished ----\n")
    for code, level, name, province in units:
        within = [old[province]]
        if province == "46" and name not in ("Thuận Hóa", "Phú Xuân") and (level, name) != ("thị xã", "Phong Điền"):
            within = ["tỉnh-thừa-thiên-huế"]
        kind = "NumberedDistrict" if name.isdigit() else "District"
        unit(kind, iri(level, name, province), level, name, code, within, until=OLD)
    print("\n# ---- The same districts at an earlier level ----\n")
    for name, province, levels in earlier:
        now = next(u for u in units if u[2] == name and province.lower() == names[u[3]].replace("-2025", "").replace("-", " ")
                   or u[2] == name and local("", province) == names[u[3]].replace("-2025", ""))
        within = "tỉnh-thừa-thiên-huế" if province == "Huế" else old[now[3]]
        for level in levels.split(","):
            clash = seen.get((level, name), 0)
            unit("District", local(level, name, " " + province if clash else ""), level, name, None, [within], into=[iri(*now[1:])])

HEAD = """# Provinces and districts. Written by places.py: change that, or add what no list has to former-places.ttl.
# Facts: vietnamese-provinces-database, https://github.com/thanglequoc/vietnamese-provinces-database, MIT licence, states of 2025-03 and 2026-07.
#
# vg:Province, vg:District   skos:prefLabel the name alone; skos:altLabel matched; vg:level the word in front of it; dct:identifier its official code
#   schema:containedInPlace  the province a district lay in
#   vg:validFrom, vg:validUntil, vg:succeededBy   none of them: the unit is as it always was
# vg:NumberedDistrict        a district whose name is a number: matched only behind its level
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix schema: <https://schema.org/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix vg: <https://w3id.org/vietgraph/ontology#> .
@prefix place: <https://w3id.org/vietgraph/id/place/> .
"""

if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(HEAD)
    districts(sys.argv[2], provinces(sys.argv[1]))
