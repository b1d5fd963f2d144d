"""Weak labels: what the gold of a page makes sure of its lines, and sets of classes where it does not."""

import re
import unicodedata

from gold import AGENCY, ENOUGH, STRONG_DATELINE, dense, enough, may_be_dateline
from span import Span

ANY = "?"
NEAR = 6  # lines around the article in which a line without clear marks stays open
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


class Labels(Span):
    """Classes of the lines of one rendering."""

    def __init__(self, lines, gold, meta):
        super().__init__(lines, gold, meta)
        self.match()
        self.ok = self.settle_span()
        if self.ok:
            self.label()

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
            return "title|junk" if self.heads(i) and i - self.first <= 12 else "junk"
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
        following = (j for j in range(i + 1, self.last + 1) if self.para[j] is not None and self.prose(j))
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
