#!/usr/bin/env python3
"""Invented documents with a class for each line: checks them, makes labelled records of them.

A document begins with `=== ID RENDERER KIND LANG`; then `class<TAB>text` for each line, an empty line for a blank one. KIND is
`article` or another word (`index`, `product`, `forum` ...), whose lines are all junk.
"""

import argparse
import collections
import json
import pathlib
import re

from hand import CLASSES
from page import counts

RENDERERS = ("res", "traf", "wet", "insc", "made")


def read(path):
    """The documents of a file: place, id, renderer, kind, language, lines, classes (None for a blank line)."""
    doc = None
    for number, row in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        place = f"{path.name}:{number}"
        if row.startswith("=== "):
            if doc:
                yield doc
            cells = row.split()
            if len(cells) != 5 or cells[2] not in RENDERERS:
                raise ValueError(f"{place}: `=== ID RENDERER KIND LANG`")
            doc = (place, *cells[1:], [], [])
        elif doc is None and row.strip():
            raise ValueError(f"{place}: text before the first document")
        elif doc is not None:
            name, tab, text = row.partition("\t")
            if row and (not tab or name not in CLASSES or not counts(text) or re.search(r"[\r\t]", text)):
                raise ValueError(f"{place}: `class<TAB>text`, a class of {' '.join(CLASSES)}: {row[:60]!r}")
            if row and doc[3] != "article" and name != "junk":
                raise ValueError(f"{place}: {name} in a {doc[3]}")
            doc[5].append(text)
            doc[6].append(name if row else None)
    if doc:
        yield doc


def records(files):
    seen = {}
    for place, name, renderer, kind, language, lines, classes in (doc for path in files for doc in read(path)):
        if name in seen:
            raise ValueError(f"{place}: {name} is also at {seen[name]}")
        seen[name] = place
        kept = [c for c in classes if c]
        if not kept:
            raise ValueError(f"{place}: no lines")
        yield kind, language, {
            "id": name, "url": f"https://{name}.example/", "renderer": renderer, "truncated": False,
            "text": "\n".join(lines).strip("\n"), "line_classes": kept, "fields": {"is_article": kind == "article"},
        }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("check", "make"))
    parser.add_argument("files", nargs="+", type=pathlib.Path, help="make: the last is the file to write")
    args = parser.parse_args()
    made = list(records(args.files if args.what == "check" else args.files[:-1]))
    if args.what == "make":
        args.files[-1].write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for *_, r in made), encoding="utf-8")
    tally = lambda items: ", ".join(f"{k} {n}" for k, n in collections.Counter(items).most_common())
    print(f"{len(made)} documents;", tally(lang for _, lang, _ in made))
    print("kinds:", tally(kind for kind, *_ in made), "| renderers:", tally(r["renderer"] for *_, r in made))
    print("lines:", tally(c for *_, r in made for c in r["line_classes"]))


if __name__ == "__main__":
    main()
