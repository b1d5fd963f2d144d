#!/usr/bin/env python3
"""Compares weak labels with labels by hand on pages that both have: `agree.py WEAK.jsonl HAND.jsonl...`."""

import difflib
import json
import sys
from collections import Counter, defaultdict

from gold import norm
from other import counted


def main():
    weak = defaultdict(list)
    for line in open(sys.argv[1], encoding="utf-8"):
        d = json.loads(line)
        weak[d["url"].rstrip("/")].append(d)
    sure, right, allowed, lines = 0, 0, 0, 0
    sets = defaultdict(Counter)
    wrong, per, shown = Counter(), defaultdict(Counter), defaultdict(list)
    for path in sys.argv[2:]:
        for line in open(path, encoding="utf-8"):
            hand = json.loads(line)
            for d in weak.get((hand.get("url") or "-").rstrip("/"), []):
                if d["renderer"] != hand["renderer"] and hand["renderer"] != "traf" and d["renderer"] != "wet":
                    continue
                a, b = [norm(x) for x in counted(hand["text"])], [norm(x) for x in counted(d["text"])]
                raw = counted(d["text"])
                for x, y, n in difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
                    for k in range(n):
                        gold, got = hand["line_classes"][x + k], d["line_classes"][y + k]
                        lines += 1
                        sets[got][gold] += 1
                        allowed += got == "?" or gold in got.split("|")
                        one = got != "?" and "|" not in got
                        sure += one
                        right += one and gold == got
                        per[got if one else "set"][gold == got if one else got == "?" or gold in got.split("|")] += 1
                        if not (got == "?" or gold in got.split("|")):
                            wrong[gold, got] += 1
                            shown[gold, got].append(f"{hand['id']} {d['id']} {raw[y + k].strip()[:90]}")
    print(f"{lines} lines, {sure / lines:.3f} sure, of these {right / max(1, sure):.4f} right; gold allowed {allowed / lines:.4f}")
    for key, c in sorted(per.items()):
        print(f"{key:14} {c[True]:6} right {c[False]:5} wrong")
    for got, c in sorted(sets.items(), key=lambda x: -sum(x[1].values())):
        if ("|" in got or got == "?") and sum(c.values()) >= 8:
            print(f"{got}: " + ", ".join(f"{gold} {n}" for gold, n in c.most_common()))
    for (gold, got), n in wrong.most_common(40):
        print(f"{n:4} {gold} is not in {got}")
        for s in shown[gold, got][:4]:
            print("       ", s)


if __name__ == "__main__":
    main()
