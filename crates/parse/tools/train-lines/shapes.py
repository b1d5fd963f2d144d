"""The four plain-text forms of a page, imitating the renderers that the labelled documents come from."""

import hashlib

from page import counts

# Longest text that is not cut, and what is left of a cut one.
CUTS = {"res": (3200, 2000), "traf": (3200, 2000), "wet": (4500, 3000), "insc": (4500, 3000)}
BULLETS = "*+o-"


def dice(key, n):
    """A number below `n` that depends on the key alone."""
    return int.from_bytes(hashlib.sha1(key.encode()).digest()[:6], "big") % n


def class_of(labels, i):
    return labels.classes[i]


def cut(text, classes, renderer, key, needed):
    """Cuts a long text in mid-word on half of the pages, unless nothing of the article would be left."""
    longest, left = CUTS[renderer]
    if len(text) <= longest:
        return text, classes, False
    # The longest pages would outweigh all others; they end early too, but with some of the article in them.
    for left in (left, 5000, 9000, 14000) if dice(key + "cut", 9) < 5 else (9000, 14000):
        short = text[:left].rstrip("\n")
        kept = classes[: sum(map(counts, short.split("\n")))]
        if len(short) < len(text) and any(c in needed for c in kept):
            return short, kept, True
    return text, classes, False


def wet(lines, labels, key):
    out, classes = [], []
    for i, line in enumerate(lines):
        out.append(line.text)
        classes.append(class_of(labels, i))
    return "\n".join(out), classes


def insc(lines, labels, key):
    # Deeply nested pages indent everything; the eye of the reader needs no more than the difference.
    out, classes, last_indent = [], [], 0
    for i, line in enumerate(lines):
        if line.title_tag:
            continue
        if line.spaced and out and out[-1] != "":
            out.append("")
        pad = min(line.indent, 24)
        if line.bullet is not None:
            mark = f"{line.bullet}. " if line.bullet > 0 else BULLETS[(-line.bullet - 1) % 4] + " "
            out.append(" " * max(0, pad - len(mark)) + mark + line.text)
        else:
            out.append(" " * pad + line.text)
        classes.append(class_of(labels, i))
    return "\n".join(out), classes


def res(lines, labels, key):
    """The main part: title to last paragraph, a few neighbours, navigation mostly gone."""
    before, after = dice(key + "before", 5), dice(key + "after", 6)
    headless = dice(key + "headless", 10) == 0
    keep_asides = dice(key + "asides", 10) < 4
    keep_pictures = dice(key + "pictures", 10) < 8
    if headless:
        keep = [i for i in range(labels.first, labels.last + 1)]
    else:
        top = labels.main if labels.main is not None else max(0, labels.first - 4)
        top = min(top, labels.first)
        keep = list(range(top, labels.last + 1))
        near = range(max(0, top - 12), top)
        ahead = [i for i in near if not lines[i].title_tag and (keep_asides or not labels.aside(i))]
        keep = ahead[len(ahead) - min(before, len(ahead)) :] + keep
    near = range(labels.last + 1, min(labels.last + 40, len(lines)))
    behind = [i for i in near if keep_asides or not labels.aside(i)]
    keep += behind[: after * (3 if dice(key + "tail", 2) else 1)]
    out, classes, previous = [], [], None
    for i in keep:
        line = lines[i]
        if labels.para[i] is None and labels.classes[i] != "title":
            if labels.aside(i) and not keep_asides and not labels.pictured(i):
                continue
            if labels.pictured(i) and not keep_pictures:
                continue
        if line.title_tag:
            continue
        if out and (line.spaced or previous != i - 1):
            out.append("")
        if line.bullet is not None:
            mark = f"  {line.bullet}. " if line.bullet > 0 else "  " * -line.bullet + "• "
            out.append(mark + line.text)
        else:
            out.append(line.text)
        classes.append(class_of(labels, i))
        previous = i
    return "\n".join(out), classes


def traf(lines, labels, key):
    """Body, headings and lists with single newlines; header lines on few pages."""
    with_title = dice(key + "title", 10) < 6
    with_header = dice(key + "header", 10) < 3
    with_pictures = dice(key + "pictures", 10) < 3
    with_rest = dice(key + "rest", 10) < 4
    after = (0, 0, 0, 1, 2)[dice(key + "after", 5)]
    out, classes = [], []
    dashes = dice(key + "dash", 10) < 8
    top = labels.main if labels.main is not None else labels.first
    for i in range(min(top, labels.first), min(labels.last + 1 + after, len(lines))):
        line, found = lines[i], labels.para[i] is not None
        if line.title_tag or (labels.aside(i) and not found and i != labels.main):
            continue
        if i == labels.main:
            if not with_title:
                continue
        elif i < labels.first:
            described = found or labels.classes[i] == "subtitle"
            if not with_header and not (described and dice(key + "deck", 2)):
                continue
            if labels.pictured(i) and not with_pictures:
                continue
        elif i > labels.last:
            if line.link > 0.5:
                continue
        elif not found:
            if labels.pictured(i) and not with_pictures:
                continue
            if not line.heading and not with_rest and not line.quote:
                continue
        out.append(("- " if dashes and line.bullet is not None and line.bullet < 0 else "") + line.text)
        classes.append(class_of(labels, i))
    return "\n".join(out), classes


FORMS = {"wet": wet, "insc": insc, "res": res, "traf": traf}
