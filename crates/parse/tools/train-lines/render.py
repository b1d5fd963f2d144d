#!/usr/bin/env python3
"""Renders pages of known content to plain text and labels their lines weakly. README.md says how to run it."""

import argparse
import gzip
import json
import pathlib
import re
import sys
import time
from collections import Counter

import other
from gold import Gold
from page import Line, counts, lines_of, parse
from shapes import FORMS, cut
from weak import Labels

NEEDED = ("title", "body", "dateline_para")
TEXTS = ("gum_wikinews", "wikinews_fr", "reuters21578_sample", "wcxb_dev_sample")


def address(name, url):
    """The page's address, or one that at least names its publisher."""
    if url.startswith("http"):
        return url
    stem = re.sub(r"^[a-z]+_", "", name)
    return f"https://{re.split('[_0-9]', stem)[0].lower() or 'unknown'}.example/"


def renderings(name, url, tree, record):
    """The labelled renderings of a page, or the reason why there are none."""
    if not (record.get("body") or "").strip():
        return "no gold body", []
    gold, made, reason = Gold(record), [], ""
    for renderer, form in FORMS.items():
        key = f"{name}.{renderer}"
        cells = "  " if renderer == "insc" else "\t\t" if renderer == "res" else None
        lines = lines_of(tree, span_space=renderer == "insc", cell=cells)
        if tree.title and counts(tree.title) and renderer in ("wet", "insc"):
            head = Line(tree.title)
            head.title_tag = True
            lines.insert(0, head)
        labels = Labels(lines, gold, tree.meta)
        if not labels.ok:
            reason = reason or "gold body not found"
            continue
        text, classes = form(lines, labels, key)
        text, classes, is_cut = cut(text, classes, renderer, key, NEEDED)
        if sum(c in ("body", "dateline_para", "body|dateline_para", "dateline_para|body", "list|body") for c in classes) < 2 and not is_cut:
            reason = reason or "too little body"
            continue
        n = sum(map(counts, text.split("\n")))
        if n != len(classes) or "\r" in text:
            raise ValueError(f"{key}: {n} lines, {len(classes)} classes")
        made.append(
            {"id": key, "url": address(name, url), "renderer": renderer, "truncated": is_cut, "text": text,
             "line_classes": classes, "fields": {"is_article": True}}
        )
    return reason, made


def pages(folder, out):
    folder = pathlib.Path(folder)
    kept, dropped, lost = Counter(), Counter(), []
    sure, total = Counter(), Counter()
    with open(out, "w", encoding="utf-8") as sink:
        for row in (folder / "index.tsv").read_text(encoding="utf-8").splitlines():
            name, url, file = (row.split("\t") + ["", ""])[:3]
            group = name.split("_")[0]
            record = json.loads((folder / "gold" / f"{name}.json").read_text(encoding="utf-8"))
            tree = parse(gzip.decompress((folder / file).read_bytes()).decode("utf-8", "replace"))
            reason, made = renderings(name, url or record.get("url", ""), tree, record)
            if made:
                kept[group] += 1
            else:
                dropped[group, reason] += 1
                lost.append(name)
            for rendered in made:
                kept[group, rendered["renderer"]] += 1
                for c in rendered["line_classes"]:
                    total[rendered["renderer"]] += 1
                    sure[rendered["renderer"]] += c != "?" and "|" not in c
                sink.write(json.dumps(rendered, ensure_ascii=False) + "\n")
    for key, n in sorted(kept.items(), key=str):
        print("kept", key, n)
    for key, n in sorted(dropped.items(), key=str):
        print("dropped", key, n)
    for renderer, n in total.items():
        print(f"{renderer}: {n} lines, {sure[renderer] / n:.1%} with one class")


def texts(folder, out):
    folder = pathlib.Path(folder)
    beside = folder.parent / "html" / "index.tsv"
    seen = {row.split("\t")[0] for row in beside.read_text(encoding="utf-8").splitlines()} if beside.exists() else set()
    with open(out, "w", encoding="utf-8") as sink:
        for name in TEXTS:
            documents = map(json.loads, (folder / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")[:-1])
            n, sure, total = 0, 0, 0
            for record in other.records(name, documents, seen):
                if len(other.counted(record["text"])) != len(record["line_classes"]):
                    raise ValueError(f"{record['id']}: lines and classes differ")
                n += 1
                total += len(record["line_classes"])
                sure += sum(c != "?" and "|" not in c for c in record["line_classes"])
                sink.write(json.dumps(record, ensure_ascii=False) + "\n")
            print(f"{name}: {n} documents, {total} lines, {sure / max(1, total):.1%} with one class")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=("pages", "texts"))
    parser.add_argument("folder")
    parser.add_argument("out")
    args = parser.parse_args()
    sys.setrecursionlimit(10_000)
    began = time.monotonic()
    {"pages": pages, "texts": texts}[args.kind](args.folder, args.out)
    print(f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
