#!/usr/bin/env python3
"""A second measuring rod for fields: values of pages of known content, of publishers that the labelled sets do not have.

    python3 fields.py gold FOLDER PAGES.jsonl HAND.jsonl... > GOLD.jsonl
    python3 fields.py score GOLD.jsonl ANSWERS.jsonl [--errors FIELD]

FOLDER holds index.tsv, html and gold; PAGES.jsonl is what `render.py pages` wrote; HAND.jsonl are the labelled sets. A value
counts only where it stands in the text of its rendering. ANSWERS.jsonl is what `wirecopy explain --format jsonl` or the
trainer's `--cv` wrote of these texts. Roles are read with tables that saw no page of the publisher only with the latter.
"""

import argparse
import collections
import gzip
import json
import pathlib
import re
import sys
from urllib.parse import urlsplit

from gold import AGENCY, norm
from page import parse

PUBLIC = ("com", "co", "org", "net", "gov", "ac", "or", "ne", "gob", "go", "web", "edu")
LABEL = re.compile(r"(?i)^\W*(?:photo(?:s|graph)?|picture|image|foto|fotos|bild|crédits?|credits?|copyright|©|\(c\))(?:\s+(?:by|credit|courtesy of))?\s*[:/=|]?\s*")


def host(url):
    """The part of a host that names whose it is."""
    labels = urlsplit(url).netloc.lower().split(".")
    while len(labels) > 1 and (len(labels[-1]) <= 2 or labels[-1] in PUBLIC or len(labels[-1]) <= 4 and len(labels) > 1):
        labels.pop()
        if labels[-1] not in PUBLIC:
            break
    return labels[-1] if labels else ""


def credit(text):
    return norm(LABEL.sub("", text or ""))


def camel(name):
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)


def gold(folder, pages, hands):
    folder = pathlib.Path(folder)
    known = set()
    for path in hands:
        for line in open(path, encoding="utf-8"):
            record = json.loads(line)
            known.add(host(record.get("url") or ""))
            known.add(re.split(r"[_0-9]", (record.get("path") or "").rsplit("/", 1)[-1])[0].lower())
    known.discard("")
    urls = {}
    for row in (folder / "index.tsv").read_text(encoding="utf-8").splitlines():
        name, url, file = (row.split("\t") + ["", ""])[:3]
        urls[name] = (url, file)
    sites = {}
    for line in open(pages, encoding="utf-8"):
        page = json.loads(line)
        name, renderer = page["id"].rsplit(".", 1)
        url, file = urls[name]
        stem = re.split(r"_\d", name.split("_", 1)[1])[0] if name.startswith("fundus_") else ""
        if host(url) in known or stem.lower().replace("_", "") in known:
            continue
        record = json.loads((folder / "gold" / f"{name}.json").read_text(encoding="utf-8"))
        if name not in sites:
            meta = parse(gzip.decompress((folder / file).read_bytes()).decode("utf-8", "replace")).meta
            names = [meta.get("og:site_name"), meta.get("application-name"), meta.get("twitter:site"), host(url), stem]
            sites[name] = sorted({norm(n) for n in names if n and len(norm(n)) >= 3})
        text = norm(page["text"])
        fields = {"publisher": sites[name], "captions": []}
        title = norm(record.get("title") or "")
        if len(title) >= 8 and title in text:
            fields["title"] = record["title"]
        authors = [a for a in record.get("authors") or [] if norm(a)]
        if authors and all(norm(a) in text and not AGENCY.search(a) for a in authors):
            fields["authors"] = authors
        days = [d for d in record.get("dates") or [] if re.match(r"\d{4}-\d\d-\d\d$", d)]
        if days:
            fields["days"] = days
        lines = [norm(x) for x in page["text"].split("\n")]
        for image in record.get("images") or []:
            caption, credits = norm(image.get("caption") or ""), [credit(c) for c in image.get("credits") or [] if c]
            stands = caption and any(caption in x and len(x) <= len(caption) + 120 for x in lines)
            shown = [c for c in credits if len(c) >= 3 and any(c in x and len(x) <= len(caption) + len(c) + 60 for x in lines)]
            if stands or shown:
                fields["captions"].append({"text": image["caption"] if stands else None, "credit": "/".join(image["credits"]) if shown else None})
        # One credit under several pictures that have no caption is one entry, as the parser gives it.
        credited = {credit(c["credit"]) for c in fields["captions"] if c["text"]}
        alone = {}
        for c in fields["captions"]:
            if not c["text"] and credit(c["credit"]) not in credited:
                alone.setdefault(credit(c["credit"]), c)
        fields["captions"] = [c for c in fields["captions"] if c["text"]] + list(alone.values())
        print(json.dumps({"id": page["id"], "url": url, "renderer": renderer, "text": page["text"], "line_classes": page["line_classes"],
                          "fields": dict(fields, is_article=True)}, ensure_ascii=False))


class Count:
    def __init__(self):
        self.hit = self.gold = self.got = 0

    def add(self, expected, given):
        expected, given = collections.Counter(expected), collections.Counter(given)
        self.hit += sum((expected & given).values())
        self.gold += sum(expected.values())
        self.got += sum(given.values())

    def __str__(self):
        p, r = self.hit / max(1, self.got), self.hit / max(1, self.gold)
        return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f} n {self.gold}"


def score(gold_path, answers, errors):
    given = {}
    for line in open(answers, encoding="utf-8"):
        answer = json.loads(line)
        record = (answer["articles"] or [{}])[0]
        given[answer["path"].rsplit("/", 1)[-1].removesuffix(".txt")] = record
    right, names = collections.defaultdict(lambda: [0, 0]), Count()
    texts, credits, pairs = Count(), Count(), Count()

    def judge(field, good, page, expected, got):
        right[field][0] += good
        right[field][1] += 1
        if not good and errors == field:
            print("ERR", page["id"], "gold", json.dumps(expected, ensure_ascii=False), "got", json.dumps(got, ensure_ascii=False))

    for line in open(gold_path, encoding="utf-8"):
        page = json.loads(line)
        record, fields = given.get(page["id"], {}), page["fields"]
        judge("article", record.get("kind") != "not_article", page, True, record.get("kind"))
        if "title" in fields:
            judge("title", norm(record.get("headline") or "") == norm(fields["title"]), page, fields["title"], record.get("headline"))
        if "authors" in fields:
            people = [b["name"] for b in record.get("bylines") or [] if b.get("kind", "person") == "person"]
            a, b = {norm(x) for x in fields["authors"]}, {norm(x) for x in people}
            names.add(a, b)
            judge("authors", a == b, page, fields["authors"], people)
        stamps = [record[k]["value"][:10] for k in ("published", "updated") if (record.get(k) or {}).get("value")]
        if "days" in fields and stamps:
            judge("day, where one is given", set(stamps) & set(fields["days"]) != set(), page, fields["days"], stamps)
        source = norm((record.get("source") or {}).get("name", ""))
        if source:
            good = any(source in n or n in source for n in fields["publisher"])
            judge("source is the publisher's, where one is given", good, page, fields["publisher"], record["source"]["name"])
        figures = record.get("figures") or []
        expected = [(norm(c["text"] or "") or None, credit(c["credit"]) or None) for c in fields["captions"]]
        got = [(norm(f.get("caption") or "") or None, credit((f.get("credit") or {}).get("raw", "")) or None) for f in figures]
        texts.add([t for t, _ in expected if t], [t for t, _ in got if t])
        credits.add([c for _, c in expected if c], [c for _, c in got if c])
        pairs.add(expected, got)
        if errors == "captions" and sorted(map(str, expected)) != sorted(map(str, got)):
            print("ERR", page["id"], "\n   gold", json.dumps([[c["text"], c["credit"]] for c in fields["captions"]], ensure_ascii=False),
                  "\n   got ", json.dumps([[f.get("caption"), (f.get("credit") or {}).get("raw")] for f in figures], ensure_ascii=False))
    for field, (good, n) in right.items():
        print(f"{field:48} {good / max(1, n):.3f} n {n}")
    for label, count in (("names of authors", names), ("captions", texts), ("credits", credits), ("captions with credits", pairs)):
        print(f"{label:48} {count}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = parser.add_subparsers(dest="part", required=True)
    made = parts.add_parser("gold")
    made.add_argument("folder")
    made.add_argument("pages")
    made.add_argument("hands", nargs="+")
    scored = parts.add_parser("score")
    scored.add_argument("gold")
    scored.add_argument("answers")
    scored.add_argument("--errors")
    args = parser.parse_args()
    sys.setrecursionlimit(10_000)
    if args.part == "gold":
        gold(args.folder, args.pages, args.hands)
    else:
        score(args.gold, args.answers, args.errors)


if __name__ == "__main__":
    main()
