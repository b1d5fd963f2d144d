"""What every rule asks about a line: is it a copy of the title, an author's name, a date, a caption, a side box."""

import re
import unicodedata
from collections import Counter

from gold import enough, norm


class Facts:
    """The lines of one rendering beside the gold of the page."""

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

    def aside(self, i):
        return any(a not in self.real for a in self.lines[i].asides)

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

    def main_or_first(self):
        return self.main if self.main is not None else self.first

    def heads(self, i):
        return self.lines[i].heading in (1, 2)

    def prose(self, i):
        return enough(self.norms[i]) and not self.lines[i].heading
