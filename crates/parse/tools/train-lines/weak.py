"""Weak labels: what the gold of a page makes sure of its lines, and sets of classes where it does not."""

import functools
import re
import unicodedata
from collections import Counter

ANY = "?"
ENOUGH = 25  # letters and digits of a line that may be looked up inside the gold body
ENOUGH_CJK = 10
NEAR = 6  # lines around the article in which a line without clear marks stays open
FOUND = 0.8  # share of the gold body that must stand in the page
HEADER_SHORT = "kicker|subtitle|source|byline|date|meta|caption|credit|note|dateline_para|junk"
HEADER_LONG = "subtitle|body|dateline_para|caption|note|list|junk"
BEFORE_TITLE = "kicker|subtitle|source|byline|date|meta|caption|credit|junk"
TAIL = "note|byline|source|date|meta|credit|caption|list|junk"
CONTROLS = frozenset(
    "share shareonfacebook shareontwitter facebook twitter x whatsapp linkedin pinterest telegram email print copylink "
    "copy save bookmark follow followus subscribe signup signin login register menu search close comments comment "
    "advertisement advertisment anzeige werbung publicité publicidad pubblicità annons advertentie reklam loading listen play "
    "skipadvertisement readmore more next previous back top gift reddit tumblr messenger instagram youtube tiktok "
    "teilen drucken merken partager imprimer compartir imprimir condividi stampa delen dela "
    "articlecontinuesbelow storycontinuesbelowadvertisement newsletter cookies".split()
)
PLACE = r"[^\W\d_a-z][\w.'’\- ]*(?:, ?[^\W\d_a-z][\w.'’\- ]*)?"
STRONG_DATELINE = re.compile(
    r"^(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{2,}(?:,[^()—–]{1,25}?)? ?(?:\([^()]{2,40}\))? ?(?:—|–|--)\s?\w"
    r"|[A-ZÀ-Þ][\w.'’\- ]{2,30}(?:,[^()—–]{1,25})? \((?:AP|AFP|Reuters|REUTERS|dpa|ANI|PTI|EFE|ANSA|AA|IANS|KUNA|WAM|UPI|CNN|Xinhua|Lusa|Belga|Ritzau|TT|NTB)\)\s?[-—–:.]"
    r"|新华社[^，。]{2,14}电|【[^】]{2,20}(?:電|电|日)】)"
)


AGENCY = re.compile(
    r"(?i)\b(press|news|staff|desk|newsdesk|newsroom|team|editor(?:s|ial)?|redaktion|redac\w+|rédaction|redazione|agenc\w+|agentur\w*|times|"
    r"post|reuters|afp|dpa|apa|efe|ansa|ritzau|ntb|media|magazine|daily|online|conversation)\b|\w\.(com|org|net|co)\b"
)


@functools.lru_cache(maxsize=20_000)
def norm(text):
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in text if c.isalnum() or (c > "\u02ff" and unicodedata.category(c).startswith("M")))


def dense(n):
    """Whether a script writes words without spaces, so that fewer signs say as much."""
    return sum(1 for c in n if "\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3") * 2 > len(n)


def enough(n):
    return len(n) >= (ENOUGH_CJK if dense(n) else ENOUGH)


def may_be_dateline(text):
    head = text[:60]
    if not head or not (head[0] in "([【（［〔" or head[0].isupper() or dense(norm(head)) or not head[0].isascii()):
        return False
    return bool(re.search(r"\s[-–—]|[—–]\s|--|[:：)\]）】］〕/／=　]|\.-|^[^\W\da-z][\w’\-]{2,20}( [^\W\da-z][\w’\-]+)?\. ", head))


class Gold:
    def __init__(self, record):
        self.title = norm(record.get("title") or "")
        self.authors = [norm(a) for a in record.get("authors") or [] if len(norm(a)) >= 3]
        self.authors += [norm(" ".join(reversed(a.split(",")))) for a in record.get("authors") or [] if a.count(",") == 1]
        self.days = [tuple(int(x) for x in d.split("-")) for d in record.get("dates") or [] if re.match(r"\d{4}-\d\d-\d\d$", d)]
        self.body = [n for n in (norm(p) for p in re.split(r"\n+", record.get("body") or "")) if n]
        self.joined = "".join(self.body)
        self.set = set(self.body)
        images = record.get("images") or []
        self.captions = [norm(i["caption"]) for i in images if isinstance(i.get("caption"), str)]
        self.credits = []
        for image in images:
            credits = image.get("credits") or image.get("credit") or []
            credits = [credits] if isinstance(credits, str) else credits
            self.credits += [norm(c) for c in credits if isinstance(c, str) and len(norm(c)) >= 3]
        self.deck_in_body = bool(record.get("lang"))
        self.without = [norm(w) for w in record.get("without") or []]
        self.where = {}
        at = 0
        for k, p in enumerate(self.body):
            self.where.setdefault(p, (at, k))
            at += len(p)
        self.starts = []
        at = 0
        for p in self.body:
            self.starts.append(at)
            at += len(p)

    def paragraph_at(self, at):
        lo = 0
        for k, start in enumerate(self.starts):
            if start <= at:
                lo = k
        return lo


def lines_heading(labels, i):
    return labels.lines[i].heading in (1, 2)


def lines_enough(labels, i):
    return enough(labels.norms[i]) and not labels.lines[i].heading


class Labels:
    """Classes of the lines of one rendering."""

    def __init__(self, lines, gold, meta):
        self.lines, self.gold = lines, gold
        self.norms = [norm(x.text) for x in lines]
        self.times = Counter(self.norms)
        described = (norm(meta.get(k) or "") for k in ("description", "og:description", "twitter:description"))
        # Some golds count the deck as the first paragraph of the body.
        self.deck_in_body = gold.deck_in_body
        self.described = {d for d in described if len(d) >= 30}
        self.names = [norm(meta.get(k) or "") for k in ("og:title", "twitter:title", "<title>")]
        self.classes = [None] * len(lines)
        self.covered = bytearray(len(gold.joined))
        self.para = [None] * len(lines)
        self.match()
        self.ok = self.settle_span()
        if self.ok:
            self.label()

    # Which lines stand in the gold body.

    def match(self):
        gold = self.gold
        shingles = {gold.joined[i : i + 16] for i in range(max(0, len(gold.joined) - 15))}
        for i, n in enumerate(self.norms):
            if not n or self.lines[i].title_tag:
                continue
            if enough(n):
                at = gold.joined.find(n)
                if at >= 0:
                    self.take(i, at, len(n))
                    continue
                inside = [p for p in gold.set if enough(p) and p in n]
                if inside and sum(map(len, inside)) >= 0.7 * len(n):
                    for p in inside:
                        self.take(i, gold.where[p][0], len(p))
                    continue
                if len(n) >= 60:
                    samples = range(0, len(n) - 15, 8)
                    hits = [k for k in samples if n[k : k + 16] in shingles]
                    if len(hits) >= 0.8 * len(samples):
                        at = gold.joined.find(n[hits[0] : hits[0] + 16])
                        self.take(i, at, len(n))
            elif n in gold.where:
                self.take(i, gold.where[n][0], len(n))

    def take(self, i, at, length):
        for k in range(at, min(at + length, len(self.covered))):
            self.covered[k] = 1
        if self.para[i] is None:
            self.para[i] = self.gold.paragraph_at(at)

    def settle_span(self):
        gold = self.gold
        if not gold.joined or sum(self.covered) < FOUND * len(gold.joined):
            return False
        clusters, last = [], -1000
        for i, k in enumerate(self.para):
            if k is None or not enough(self.norms[i]) or self.caption_of(i) and self.pictured(i):
                continue
            if i - last > 30:
                clusters.append([])
            clusters[-1].append(i)
            last = i
        weigh = lambda c: sum(len(self.norms[i]) for i in c)
        whole = sum(map(weigh, clusters))
        clusters = [c for c in clusters if weigh(c) >= 0.15 * whole or len(c) >= 4]
        if not clusters or sum(map(weigh, clusters)) < 0.8 * whole:
            return False
        self.first, self.last = clusters[0][0], clusters[-1][-1]
        # A deck or teaser far above the text belongs to the header, not to the body's run.
        for i in [i for c in clusters for i in c][:3]:
            rest = next((j for j in range(i + 1, len(self.lines)) if self.para[j] is not None and enough(self.norms[j])), i)
            if rest - i > 12:
                self.first = rest
        holders = {}
        for i in range(self.first, self.last + 1):
            if self.para[i] is not None and enough(self.norms[i]):
                for a in self.lines[i].asides:
                    holders[a] = holders.get(a, 0) + len(self.norms[i])
        self.real = {a for a, n in holders.items() if n >= min(400, 0.3 * len(gold.joined))}
        containers = {}
        for i in range(self.first, self.last + 1):
            if self.para[i] is not None:
                c = self.lines[i].container
                containers[c] = containers.get(c, 0) + len(self.norms[i])
        self.container = max(containers, key=containers.get)
        # Decks and key points often count as body in the gold; the text proper starts in the main container.
        inside = (
            i for i in range(self.first, self.last + 1)
            if self.para[i] is not None and lines_enough(self, i) and self.lines[i].container == self.container
        )
        settled = next(inside, self.first)
        clear = containers[self.container] >= 0.6 * sum(containers.values())
        self.settled = settled if clear and settled - self.first <= 40 else self.first
        return True

    def aside(self, i):
        return any(a not in self.real for a in self.lines[i].asides)

    # The title and its copies.

    def is_title(self, i):
        n, t = self.norms[i], self.gold.title
        if not n or len(t) < 6:
            return False
        if n == t:
            return True
        top = self.lines[i].heading == 1
        if t in n:
            return len(n) <= (2.5 if top else 1.4) * len(t) + 12
        if n in t:
            return len(n) >= (0.5 if top else 0.7) * len(t)
        return False

    def like_title(self, i):
        """Most of the words of the gold title: editors reword the copy in the metadata."""
        words = set(re.findall(r"\w{3,}", unicodedata.normalize("NFKC", self.lines[i].text).casefold()))
        joined = self.gold.title
        return len(words) >= 3 and sum(1 for w in words if w in joined) >= 0.75 * len(words) and (
            0.6 * len(joined) <= len(self.norms[i]) <= 1.6 * len(joined)
        )

    def named_in_head(self, i):
        """Whether the head of the page gives this very heading as the name of the page."""
        n = self.norms[i]
        return len(n) >= 12 and any(n in name and len(n) >= 0.5 * len(name) for name in self.names)

    def titles(self):
        lines, found = self.lines, []
        limit = self.first + (1 if self.para[self.first] is not None else 0)
        for i in range(min(limit, len(lines))):
            if lines[i].title_tag:
                if self.is_title(i) or (self.gold.title and self.gold.title in self.norms[i]) or self.like_title(i):
                    self.classes[i] = "title"
                else:
                    self.classes[i] = "title|junk"
            elif self.is_title(i) and i < self.first:
                found.append(i)
        heads = [i for i in found if lines[i].heading == 1] or [i for i in found if lines[i].heading]
        main = heads[-1] if heads else next((i for i in reversed(found) if not self.aside(i)), None)
        if main is None and found:
            main = found[-1]
        if main is None:
            near = [i for i in range(self.first) if lines[i].heading == 1 and not lines[i].title_tag]
            if near and (self.like_title(near[-1]) or self.named_in_head(near[-1])):
                main = near[-1]
            elif near and self.first - near[-1] <= 25:
                self.classes[near[-1]] = "title|kicker|subtitle|junk"
                self.main, self.sure_title = near[-1], False
                return
        self.main, self.sure_title = main, main is not None
        for i in found:
            copy = main is not None and lines[i].heading and not self.aside(i) and abs(i - main) <= 3
            self.classes[i] = "title" if i == main or copy else "title|junk"
        if main is not None:
            self.classes[main] = "title"
            # A headline broken over lines of one heading.
            for i in (*range(max(0, main - 2), main), *range(main + 1, min(main + 3, self.first))):
                n = self.norms[i]
                if self.classes[i] is None and lines[i].heading == 1 and len(n) >= 4:
                    self.classes[i] = "title" if n in self.gold.title else "title|kicker|subtitle|junk"

    # One line at a time.

    def author_in(self, i):
        n = self.norms[i]
        found = [a for a in self.gold.authors if a in n]
        return found if found and len(n) <= sum(map(len, set(found))) + 45 else []

    def date_like(self, i):
        text, n = self.lines[i].text, self.norms[i]
        digits = [int(x) for x in re.findall(r"\d+", unicodedata.normalize("NFKC", text))[:12] if len(x) <= 4]
        letters = sum(1 for c in n if not c.isdigit())
        if len(text) > 90 or not digits:
            return False
        for year, month, day in self.gold.days:
            if day in digits and (year in digits or year % 100 in digits or month in digits) and letters <= 40:
                return True
        if self.lines[i].time > 0.5 and letters <= 40:
            return True
        if re.search(r"[$€£¥₹%]|\b(?:USD|EUR|GBP|Rs)\b", text):
            return False
        return bool(re.search(r"\b(19|20)\d\d\b|\b([01]?\d|2[0-3])[:.h][0-5]\d\b|\d年", text)) and letters <= 22

    def caption_of(self, i):
        n = self.norms[i]
        for c in self.gold.captions:
            if len(c) >= 12 and (n == c or (c in n and len(n) <= len(c) + 60) or (n in c and len(n) >= 0.6 * len(c))):
                return "caption"
        if len(n) >= 3 and any(n == c or (c in n and len(n) <= len(c) + 25) for c in self.gold.credits):
            return "credit|caption"
        return None

    def pictured(self, i):
        line = self.lines[i]
        return line.figure or line.caption

    def label(self):
        self.titles()
        lines, n_lines = self.lines, len(self.lines)
        top = self.main if self.main is not None else self.first
        start = max(0, min(top, self.first) - NEAR)
        for i in range(n_lines):
            if self.classes[i] is not None:
                continue
            if not self.norms[i]:
                self.classes[i] = "junk"
            elif i < start:
                self.classes[i] = "junk" if self.para[i] is None or not enough(self.norms[i]) else "junk|subtitle"
            elif i < self.first:
                self.classes[i] = self.header(i, top)
            elif i <= self.last:
                if self.para[i] is not None:
                    self.classes[i] = self.in_body(i)
                elif i < self.settled:
                    self.classes[i] = self.header(i, top) if not self.is_title(i) else "title|junk"
                else:
                    self.classes[i] = self.between(i)
            else:
                self.classes[i] = self.tail(i)
            self.classes[i] = "|".join(dict.fromkeys(self.classes[i].split("|")))

    def marks(self, i, aside):
        """Shapes that are the same wherever they stand near the article."""
        line, n = self.lines[i], self.norms[i]
        # What a page repeats is furniture, but section names stand in its navigation and over the title.
        if self.times[n] >= 3 and not self.lines[i].table and (i > self.settled or len(n) >= 30) and self.para[i] is None and not self.is_title(i) and not self.author_in(i):
            return "junk" if not self.date_like(i) and not self.caption_of(i) else "junk|date|caption|credit"
        if n in CONTROLS or n.isdigit() and len(n) <= 3 and not line.heading:
            return "junk"
        if self.is_title(i) and i > self.first:
            return "title|junk" if lines_heading(self, i) and i - self.first <= 12 else "junk"
        caption = self.caption_of(i)
        if caption == "caption" and self.pictured(i) and n in self.gold.captions:
            return caption
        if caption:
            if i < self.main_or_first() and not self.pictured(i):
                caption += "|junk|kicker|subtitle|byline|source"
            elif caption.startswith("credit") and not self.pictured(i):
                caption += "|source|byline|meta|dateline_para|junk"
            return caption if not aside else caption + "|junk"
        if self.author_in(i) and self.pictured(i):
            return "credit|caption|byline" + ("|junk" if aside else "")
        if self.author_in(i):
            return self.byline(i) + ("|junk" if aside or i < self.main_or_first() else "")
        if self.date_like(i):
            return self.date(i, aside)
        return None

    def main_or_first(self):
        return self.main if self.main is not None else self.first

    def byline(self, i):
        n = self.norms[i]
        found = sorted(set(self.author_in(i)), key=len, reverse=True)
        rest = n
        for a in found:
            rest = rest.replace(a, "", 1)
        if self.lines[i].link > 0.9 and len(n) > sum(map(len, found)) + 30:
            return "byline|meta|junk"
        if any(c.isdigit() for c in rest):
            return "meta|byline"
        lone = all(len(a) <= 5 for a in found) or bool(AGENCY.search(self.lines[i].text))
        if len(rest) <= 5 and "|" not in self.lines[i].text and "·" not in self.lines[i].text and not lone:
            return "byline"
        return "byline|meta|source" if lone else "byline|meta"

    def date(self, i, aside):
        text, n = self.lines[i].text, self.norms[i]
        letters = sum(1 for c in n if not c.isdigit())
        sits = self.main is not None and self.main < i < self.settled
        digits = [int(x) for x in re.findall(r"\d+", unicodedata.normalize("NFKC", text))[:12] if len(x) <= 4]
        right = any(d in digits and (y in digits or m in digits) for y, m, d in self.gold.days)
        if sits and not aside and right and (self.lines[i].time > 0.9 or letters <= 25):
            return "date" if not re.search(r"[|·•]|\b\d+ min", text) else "date|meta"
        return "date|meta|junk|byline"

    def header(self, i, top):
        line, n, aside = self.lines[i], self.norms[i], self.aside(i)
        mark = self.marks(i, aside)
        if mark:
            return mark
        if self.para[i] == 0 and enough(n) and line.lead and self.is_deck(i) and not self.pictured(i) and i > top:
            return "subtitle" if self.next_container(i) != line.container else "subtitle|body"
        if self.para[i] is not None and enough(n) and not aside:
            return "subtitle|body|dateline_para" if not self.pictured(i) else "caption|subtitle|body"
        if n in self.described and not aside and i > top:
            apart = line.lead or line.heading
            return "subtitle" if apart and not self.pictured(i) else "subtitle|body|caption"
        if aside:
            # A label inside a run of navigation, or one step of a path, is no kicker.
            runs = lambda j: 0 <= j < len(self.lines) and self.aside(j) and self.lines[j].link > 0.9
            run = any(runs(a) and runs(b) for a, b in ((i - 2, i - 1), (i - 1, i + 1), (i + 1, i + 2)))
            if run and line.link > 0.9:
                return "junk"
            return "kicker|junk" if len(n) <= 40 and abs(i - top) <= (5 if line.label else 2) else "junk"
        if self.pictured(i):
            return "caption|credit" if line.tag == "figcaption" else "caption|credit|junk"
        if not self.sure_title and i < self.first:
            return ANY
        if i < top:
            return BEFORE_TITLE
        if i - top > 15 and self.first - i > 15:
            return "junk" if line.link > 0.9 else ANY
        if line.heading:
            return "subtitle|heading|kicker|junk" + ("|title" if line.heading <= 2 or self.like_title(i) else "")
        if enough(n) and len(n) >= 50 and line.link < 0.6:
            return HEADER_LONG
        return HEADER_SHORT + ("|list" if line.list else "")

    def in_body(self, i):
        line, n, gold = self.lines[i], self.norms[i], self.gold
        rank, text = self.para[i], line.text
        caption = self.caption_of(i)
        early = rank <= 2 and i - self.first <= 8
        if text[-1] == ":" and len(n) < 60:
            return "heading|body|list|note|caption"
        ended = text.rstrip("\"'”’»)]）」』 \u00a0")[-1:] in ".!?…。！？؟।:;：；,，" or len(n) >= 150
        if caption:
            return caption if self.pictured(i) else "caption|credit|body"
        if line.figure and line.quote:
            return "quote|body"
        if self.pictured(i):
            return "caption|credit|body|quote" + ("|subtitle" if early else "")
        if not enough(n) and self.aside(i):
            return "junk|heading|body|list|kicker"
        if self.author_in(i) and len(n) < 90:
            return "byline|meta|note|body|caption|heading"
        if self.date_like(i):
            return "date|meta|body|heading|junk|byline"
        if line.heading and len(n) < 160:
            if i < self.settled or i - self.first <= 1 or line.heading == 1:
                return "subtitle|heading|body|kicker" + ("|title" if self.like_title(i) else "")
            return "heading" if text[-1] not in ".:" else "heading|body|junk"
        if self.aside(i):
            return "body|junk|quote|list|dateline_para|subtitle"
        if line.list:
            return "list|body" if line.link < 0.8 else "list|body|junk|heading"
        if line.table:
            return "body|list|junk|caption|dateline_para" if line.container != self.container else "body|dateline_para"
        if line.quote:
            return "quote|body"
        if line.link > 0.8:
            return "body|junk|list|heading|note"
        set_apart = i < self.settled or self.is_deck(i) or line.lead or line.bold > 0.9 or line.container != self.container
        if not ended:
            if line.bold > 0.9 and not early:
                return "heading|body|caption" if len(n) < 90 else "body|heading|list"
            extra = "|subtitle|kicker|caption|byline|source|dateline_para" if rank <= 2 else "|note|byline|source|caption" if i >= self.last - 2 else ""
            return "heading|body|list|quote|caption|junk" + extra
        if rank <= 4 and STRONG_DATELINE.match(text):
            return "dateline_para"
        if rank == 0 and self.is_deck(i) and line.lead and self.next_container(i) != line.container:
            return "subtitle"
        if early and set_apart:
            return "subtitle|body" + ("|dateline_para" if may_be_dateline(text) else "")
        if i >= self.last - 2 and (len(n) < 45 or line.italic > 0.8 or text[0] in "([（［【*—–-" or "@" in text or "©" in text):
            return "note|body|byline|source|quote"
        if line.italic > 0.9:
            return "body|note|quote|subtitle"
        if rank <= 3 and may_be_dateline(text):
            return "dateline_para|body"
        if len(n) < ENOUGH and not dense(n):
            return "body|heading|list|quote"
        return "body"

    def next_container(self, i):
        """The container of the next body line, if something stands between; else the line's own."""
        following = (j for j in range(i + 1, self.last + 1) if self.para[j] is not None and lines_enough(self, j))
        j = next(following, i)
        return self.lines[j].container if j > i + 1 else self.lines[i].container

    def is_deck(self, i):
        n = self.norms[i]
        return (self.deck_in_body and self.para[i] == 0) or any(n in d for d in self.described)

    def between(self, i):
        line, n, aside = self.lines[i], self.norms[i], self.aside(i)
        mark = self.marks(i, aside)
        if mark:
            return mark if mark == "junk" or mark.startswith("caption") else mark + "|meta|junk|note"
        if any(w and (n == w or (len(w) > 20 and w in n)) for w in self.gold.without):
            return "junk"
        if aside:
            if line.quote or line.figure:
                return "junk|quote|caption|credit"
            return "junk" if line.link > 0.6 or not enough(n) else "junk|quote|note|list|caption"
        if self.pictured(i):
            return "caption|credit|junk"
        if line.heading:
            return "heading|junk" if line.link < 0.95 else "junk"
        if line.quote:
            return "quote|body|junk"
        if line.list:
            return "list|junk"
        if line.link > 0.9:
            return "junk|list"
        return ANY

    def tail(self, i):
        line, n, aside = self.lines[i], self.norms[i], self.aside(i)
        far = i - self.last
        if self.para[i] is not None and enough(n) and not aside:
            return "junk|body|note" if far <= 30 else "junk"
        if far <= NEAR:
            mark = self.marks(i, aside)
            if aside and not (self.author_in(i) and line.link < 0.9 or mark and mark.startswith("c")):
                return "junk"
            if mark:
                return mark if mark == "junk" else mark + "|meta|junk|note"
            if aside:
                return "junk"
            if self.pictured(i):
                return "caption|credit|junk"
            if line.heading:
                return "junk|heading|note" if line.container == self.container and line.link < 0.9 else "junk"
            if line.link > 0.95:
                near = [j for j in (i - 1, i + 1) if self.last < j < len(self.lines) and self.lines[j].link > 0.95]
                return "junk" if near else "junk|note|source|byline"
            return TAIL + "|body" if enough(n) else TAIL
        if not aside and line.container == self.container and far <= 25 and enough(n) and line.link < 0.6:
            return "?"
        if self.author_in(i) and far <= 20 and not aside:
            return "junk|byline|note|meta"
        return "junk"
