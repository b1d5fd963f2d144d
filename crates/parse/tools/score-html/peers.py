#!/usr/bin/env python3
"""What other extractors make of the pages: one JSON line a page and extractor, in the form of the scorer.

usage: peers.py INDEX.tsv FOLDER OUT_FOLDER [IDS.txt]

INDEX.tsv names page, address and packed file; FOLDER holds the files. Every extractor gets the page as text and its
address, with its default settings. The time written is processor time of this one process, without reading files.
"""

import gzip
import json
import logging
import pathlib
import sys
import time

import lxml.html
import newspaper
import readability
import trafilatura

logging.disable(logging.CRITICAL)


def by_trafilatura(html, url):
    found = trafilatura.bare_extraction(html, url=url, with_metadata=True)
    if found is None:
        return {}
    found = found if isinstance(found, dict) else found.as_dict()
    return {
        "body": found.get("text") or "",
        "title": found.get("title"),
        "authors": [name for name in (found.get("author") or "").split("; ") if name],
        "published": found.get("date"),
    }


BLOCKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "td", "th", "br", "figcaption", "section"}


def by_readability(html, url):
    document = readability.Document(html, url=url)
    summary = lxml.html.fromstring(document.summary())
    for element in summary.iter():
        if isinstance(element.tag, str) and element.tag in BLOCKS:
            element.tail = "\n" + (element.tail or "")
    return {"body": summary.text_content(), "title": document.short_title()}


def by_newspaper(html, url):
    article = newspaper.Article(url=url or "http://page.example/", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return {
        "body": article.text,
        "title": article.title,
        "authors": article.authors,
        "published": article.publish_date.isoformat() if article.publish_date else None,
    }


PEERS = {"trafilatura": by_trafilatura, "readability-lxml": by_readability, "newspaper4k": by_newspaper}


def main(index, folder, out, wanted=None):
    only = set(pathlib.Path(wanted).read_text().split()) if wanted else None
    rows = [line.split("\t") for line in pathlib.Path(index).read_text(encoding="utf-8").splitlines()]
    pages = []
    for name, url, file in rows:
        if only is None or name in only:
            html = gzip.decompress((pathlib.Path(folder) / file).read_bytes()).decode("utf-8", "replace")
            pages.append((name, url, html))
    n_bytes = sum(len(html.encode()) for _, _, html in pages)
    for peer, extract in PEERS.items():
        failed = 0
        began = time.process_time()
        answers = []
        for name, url, html in pages:
            try:
                answers.append({"id": name, **extract(html, url or None)})
            except Exception as error:  # a page that an extractor cannot read counts as empty
                failed += 1
                answers.append({"id": name, "error": f"{type(error).__name__}: {error}"})
        seconds = time.process_time() - began
        lines = "".join(json.dumps(answer, ensure_ascii=False, default=str) + "\n" for answer in answers)
        (pathlib.Path(out) / f"{peer}.jsonl").write_text(lines, encoding="utf-8")
        print(f"{peer}: {n_bytes / 1e6 / seconds:.2f} MB/s of processor time, {failed} of {len(pages)} pages not read", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
