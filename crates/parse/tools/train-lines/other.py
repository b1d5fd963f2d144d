"""Labels for collections that are plain text already."""

import re

from page import counts
from gold import enough, may_be_dateline, norm
from shapes import dice

ENDS = ".!?…:;”\"'’)"


def counted(text):
    return [line for line in re.split(r"\r\n|\n|\r", text) if counts(line)]


def wire(text, fields):
    """A hard-wrapped wire story: title, perhaps an author line, paragraphs indented by four spaces."""
    classes, kind, title = [], None, norm(fields.get("title") or "")
    author = norm(fields.get("author_line") or "")
    dateline = norm(fields.get("dateline") or "")
    n_paragraphs = 0
    for line in counted(text):
        n = norm(line)
        if kind is None and title and n and title.startswith(n):
            title = title[len(n) :]
            classes.append("title")
            continue
        if author and n_paragraphs == 0 and n and n in author:
            classes.append("byline")
            kind = "header"
            continue
        if n in ("reuter", "reuters"):
            classes.append("source|note|junk")
            continue
        if line.startswith("    ") or kind in (None, "header"):
            n_paragraphs += 1
            opens = n_paragraphs == 1 and bool(dateline) and n.startswith(dateline[:12])
            kind = "dateline_para" if opens else "body"
        table = len(re.findall(r"\S {2,}\S|\s-\d|\d\s", line.strip())) >= 3 and sum(c.isdigit() for c in line) * 3 > len(n)
        classes.append("body|list|junk" if table else kind)
    return classes


def main_text(text):
    """Main text of an article page whose layout is lost: long closed paragraphs are sure, the rest is open."""
    lines, classes = counted(text), []
    for i, line in enumerate(lines):
        n, line = norm(line), line.strip()
        ended = line[-1] in ENDS
        if not n:
            classes.append("junk")
        elif len(n) >= 120 and ended and line[-1] != ":" and 1 < i < len(lines) - 3:
            classes.append("body")
        elif len(n) >= 120 and ended:
            first = "dateline_para|body" if may_be_dateline(line) else "body"
            classes.append(first if i < 5 else "body|note")
        elif enough(n) and ended:
            classes.append("body|subtitle|quote|list|note|caption|dateline_para|junk")
        else:
            classes.append("?")
    return classes


def records(name, documents, seen):
    """Training records of one collection; `seen` holds the ids of pages that are rendered from HTML."""
    for d in documents:
        fields = dict(d.get("fields") or {})
        record = {"id": d["id"], "url": d.get("url") or "", "renderer": "text", "text": d["text"]}
        article = fields.get("is_article", True) is not False
        if name.startswith(("gum", "wikinews")):
            record["url"] = record["url"] or "https://wikinews.org/"
            record["line_classes"] = d["line_classes"]
        elif name.startswith("reuters"):
            record["url"] = "https://reuters21578.example/"
            record["line_classes"] = wire(d["text"], fields)
        elif not article:
            record["line_classes"] = ["junk"] * len(counted(d["text"]))
        elif d["id"].replace(":", "_") in seen:
            continue
        else:
            record["line_classes"] = main_text(d["text"])
        if len(record["text"]) > 3200 and dice(d["id"] + "cut", 2):
            record["text"] = record["text"][:2000].rstrip("\r\n")
            record["line_classes"] = record["line_classes"][: len(counted(record["text"]))]
        record["fields"] = {"is_article": article}
        yield record
