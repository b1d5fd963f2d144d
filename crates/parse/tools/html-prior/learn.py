#!/usr/bin/env python3
"""Learns the prior of pages: how likely each line is a part of the story, by its tags and its place.

usage: learn.py GOLD_DIR LINES.jsonl OUT.tsv [IDS.txt]

GOLD_DIR has one JSON file a page, with its `body`; LINES.jsonl is what `pages --lines` prints (examples/pages.rs). A line is
a part of the story when most of its runs of four words stand in the body; a short line when it does so between two that are.
Logistic regression with a pull towards zero, every page counting about alike; the same input gives the same table.
"""

import json
import math
import pathlib
import re
import sys
from collections import Counter

TOKEN = re.compile(r"\w+")
PULL = 3.0
ROUNDS = 150


def runs(words, n=4):
    return list(zip(*(words[i:] for i in range(n)))) if len(words) >= n else []


def labels(lines, body):
    """1 for a line of the story, 0 for any other, None where the body does not tell."""
    words = TOKEN.findall(body)
    known, flat = Counter(runs(words)), " " + " ".join(words) + " "
    marks = []
    for line in lines:
        own = TOKEN.findall(line["text"])
        shingles = runs(own)
        if len(shingles) >= 3:
            marks.append(1 if sum(s in known for s in shingles) >= 0.6 * len(shingles) else 0)
        elif not own:
            marks.append(None)
        else:
            marks.append("short" if f" {' '.join(own)} " in flat else 0)
    for i, mark in enumerate(marks):
        if mark != "short":
            continue
        before = next((j for j in range(i - 1, max(-1, i - 4), -1) if marks[j] == 1), None)
        after = next((j for j in range(i + 1, min(len(marks), i + 4)) if marks[j] == 1), None)
        own = TOKEN.findall(lines[i]["text"])
        joins = False
        if before is not None and after is not None:
            head, tail = TOKEN.findall(lines[before]["text"])[-3:], TOKEN.findall(lines[after]["text"])[:3]
            joins = f" {' '.join(head + own)} " in flat or f" {' '.join(own + tail)} " in flat
        marks[i] = 1 if joins else (None if before is not None and after is not None else 0)
    return marks


def samples(gold, lines, wanted):
    for row in open(lines, encoding="utf-8"):
        page = json.loads(row)
        path = pathlib.Path(gold) / f"{page['id']}.json"
        if (wanted and page["id"] not in wanted) or not path.exists():
            continue
        body = json.loads(path.read_text(encoding="utf-8")).get("body")
        if not body:
            continue
        marks = labels(page["lines"], body)
        weights = [0.0 if m is None else 0.3 + min(line["letters"], 400) / 200 for m, line in zip(marks, page["lines"])]
        scale = 3.0 / (math.sqrt(sum(weights)) + 1.0)
        for line, mark, weight in zip(page["lines"], marks, weights):
            if weight:
                yield line["features"], float(mark), weight * scale


def learn(rows):
    names = sorted({name for features, _, _ in rows for name in features})
    at = {name: k for k, name in enumerate(names)}
    rows = [([at[name] for name in features], mark, weight) for features, mark, weight in rows]
    n = len(names)
    weights, first, second = [0.0] * n, [0.0] * n, [0.0] * n
    for step in range(ROUNDS):
        slope = [PULL * w for w in weights]
        for features, mark, weight in rows:
            z = sum(weights[f] for f in features)
            error = (1 / (1 + math.exp(-max(-40.0, min(40.0, z)))) - mark) * weight
            for f in features:
                slope[f] += error
        rate = 0.15 * (0.985**step if step > 60 else 1.0)
        for f, g in enumerate(slope):
            first[f] = 0.9 * first[f] + 0.1 * g
            second[f] = 0.99 * second[f] + 0.01 * g * g
            m, v = first[f] / (1 - 0.9 ** (step + 1)), second[f] / (1 - 0.99 ** (step + 1))
            weights[f] -= rate * m / (math.sqrt(v) + 1e-6)
    return {name: round(100 * weight) for name, weight in zip(names, weights)}


def main(gold, lines, out, ids=None):
    wanted = set(pathlib.Path(ids).read_text().split()) if ids else None
    rows = list(samples(gold, lines, wanted))
    table = learn(rows)
    pathlib.Path(out).write_text("".join(f"{name}\t{w}\n" for name, w in table.items() if w), encoding="utf-8")
    print(f"{len(rows)} lines, {len(table)} names")


if __name__ == "__main__":
    main(*sys.argv[1:])
