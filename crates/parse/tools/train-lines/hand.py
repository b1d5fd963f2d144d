#!/usr/bin/env python3
"""Labels by hand of whole pages: shows pages to the one who labels, checks labels, makes labelled renderings of them.

A file of labels has one line a page: id, number of visible lines, kind, labels, parted by tabs. Labels are `41 title; 42-43
subtitle; 46-60 body`, counted from 1, the `<title>` being line 1 where the page has one; a line that is not named is junk.
The kind is `article` or another word (`index`, `product`, `forum`, `guide`, `service`, `teaser` ...), whose lines are all junk.
"""

import argparse
import gzip
import json
import pathlib
import re
import sys

from page import Line, counts, lines_of, parse
from render import address
from shapes import FORMS, cut, dice

CLASSES = "title kicker subtitle source byline date meta dateline_para body heading caption credit list quote note junk".split()
PROSE = frozenset(("body", "dateline_para", "list", "quote", "heading"))
TEXT = frozenset(("body", "dateline_para", "list", "quote"))
NEEDED = ("title", "body", "dateline_para")
# What is shown and labelled of a page: more than the longest renderings keep.
MOST_LINES, MOST_CHARS = 240, 14_000


class Page:
    """A page's visible lines, in the order of the document."""

    def __init__(self, folder, name, url, file):
        tree = parse(gzip.decompress((folder / file).read_bytes()).decode("utf-8", "replace"))
        self.name, self.url, self.lines = name, address(name, url), lines_of(tree)
        if tree.title and counts(tree.title):
            head = Line(tree.title)
            head.title_tag = True
            self.lines.insert(0, head)
        n, size = 0, 0
        for line in self.lines:
            if n == MOST_LINES or size > MOST_CHARS:
                break
            n, size = n + 1, size + len(line.text)
        self.lines = self.lines[:n]

    def show(self, width):
        """One row a line; short links in a row share one, since they are nearly always menus."""
        print(f"=== {self.name}\t{len(self.lines)} lines\t{self.url}")
        row = []
        for i, line in enumerate(self.lines, 1):
            marks = marks_of(line)
            text = line.text if len(line.text) <= width else f"{line.text[: width * 2 // 3]} […{len(line.text)}…] {line.text[-width // 3 :]}"
            if "L" in marks and not line.heading and not line.figure and len(text) < 60:
                row.append(f"{i} {text}")
                continue
            if row:
                print("links\t" + " | ".join(row))
                row = []
            print(f"{i}\t{marks}\t{text}")
        if row:
            print("links\t" + " | ".join(row))


def marks_of(line):
    """What the markup says of a line, for the eye."""
    marks = (
        ("<title>", line.title_tag),
        (f"h{line.heading}", line.heading),
        ("fig", line.figure or line.caption),
        ("li", line.list),
        ("time", line.time > 0.9),
        ("L", line.link > 0.9),
        ("b", line.bold > 0.9),
        ("aside", line.asides and line.link <= 0.9),
    )
    return " ".join(mark for mark, there in marks if there)


class Labels:
    """Labels by hand with what the forms ask of labels."""

    def __init__(self, lines, classes):
        self.lines, self.classes = lines, classes
        self.para = [0 if c in TEXT else None for c in classes]
        prose = [i for i, c in enumerate(classes) if c in PROSE]
        titles = [i for i, c in enumerate(classes) if c == "title" and not lines[i].title_tag]
        self.first, self.last = (prose[0], prose[-1]) if prose else (0, len(lines) - 1)
        ahead = [i for i in titles if i < self.first]
        self.main = ahead[-1] if ahead else titles[0] if titles else None

    def aside(self, i):
        return self.classes[i] == "junk" and (bool(self.lines[i].asides) or self.lines[i].link > 0.9)

    def pictured(self, i):
        return self.classes[i] in ("caption", "credit") or (self.lines[i].figure and self.classes[i] == "junk")


def bare(lines, labels, key):
    """What is left of a page that is no article when menus and asides are gone."""
    kept = [line for line in lines if not line.title_tag and not line.asides and line.link <= 0.9]
    return "\n\n".join(line.text for line in kept), ["junk"] * len(kept)


def read(path):
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not row.strip() or row.startswith("#"):
            continue
        cells = row.split("\t")
        if len(cells) < 3:
            raise ValueError(f"{path}:{number}: id, number of lines, kind, labels, with tabs between them")
        yield number, cells[0], int(cells[1]), cells[2].strip(), cells[3] if len(cells) > 3 else ""


def classes_of(n, labels):
    """One class for each of `n` lines."""
    classes = ["junk"] * n
    for part in filter(None, map(str.strip, labels.split(";"))):
        found = re.fullmatch(r"([\d,\s-]+?)\s+(\w+)", part)
        if not found or found[2] not in CLASSES:
            raise ValueError(f"`{part}` is no label")
        for span in found[1].split(","):
            first, _, last = span.strip().partition("-")
            first, last = int(first), int(last or first)
            if not 1 <= first <= last <= n:
                raise ValueError(f"`{part}` is not among lines 1 to {n}")
            for i in range(first - 1, last):
                if classes[i] != "junk":
                    raise ValueError(f"line {i + 1} has two labels")
                classes[i] = found[2]
    return classes


def labelled(folder, index, path):
    seen = set()
    for number, name, n, kind, labels in read(path):
        where = f"{path.name}:{number}: {name}"
        if name not in index or name in seen:
            raise ValueError(f"{where}: unknown, or labelled twice")
        seen.add(name)
        page = Page(folder, name, *index[name])
        if len(page.lines) != n:
            raise ValueError(f"{where}: {len(page.lines)} lines, not {n}")
        try:
            classes = classes_of(n, labels)
        except ValueError as error:
            raise ValueError(f"{where}: {error}") from None
        if kind != "article" and any(c != "junk" for c in classes):
            raise ValueError(f"{where}: no article, and has labels")
        if kind == "article" and not any(c in TEXT or c == "title" for c in classes):
            raise ValueError(f"{where}: an article without title and body")
        yield page, kind, classes


def renderings(page, kind, classes):
    article = kind == "article"
    forms = FORMS if article else {"wet": FORMS["wet"], "insc": FORMS["insc"], "res": bare}
    for renderer, form in forms.items():
        key = f"{page.name}.{renderer}.hand"
        text, kept = form(page.lines, Labels(page.lines, classes), key)
        text, kept, is_cut = cut(text, kept, renderer, key, NEEDED if article else ("junk",))
        if not kept or article and not any(c in NEEDED for c in kept):
            continue
        n = sum(map(counts, re.split(r"\r\n|\r|\n", text)))
        if n != len(kept):
            raise ValueError(f"{key}: {n} lines, {len(kept)} classes")
        yield {
            "id": key, "url": page.url, "renderer": renderer, "truncated": is_cut, "text": text, "line_classes": kept,
            "fields": {"is_article": article},
        }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("show", "check", "make"))
    parser.add_argument("folder", type=pathlib.Path, help="pages: index.tsv and html/")
    parser.add_argument("rest", nargs="+", help="show: ids; check: files of labels; make: files of labels, then the file to write")
    parser.add_argument("--width", type=int, default=150)
    args = parser.parse_args()
    sys.setrecursionlimit(10_000)
    index = {}
    for row in (args.folder / "index.tsv").read_text(encoding="utf-8").splitlines():
        name, url, file = (row.split("\t") + ["", ""])[:3]
        index[name] = (url, file)
    if args.what == "show":
        for name in args.rest:
            Page(args.folder, name, *index[name]).show(args.width)
        return
    files = [pathlib.Path(path) for path in (args.rest if args.what == "check" else args.rest[:-1])]
    made = []
    for path in files:
        n = {}
        for page, kind, classes in labelled(args.folder, index, path):
            n[kind] = n.get(kind, 0) + 1
            made.extend(renderings(page, kind, classes))
        print(f"{path.name}: {n}")
    if args.what == "make":
        with open(args.rest[-1], "w", encoding="utf-8") as sink:
            for rendered in made:
                sink.write(json.dumps(rendered, ensure_ascii=False) + "\n")
    print(f"{len(made)} renderings")


if __name__ == "__main__":
    main()
