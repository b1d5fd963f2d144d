"""The gold of a page in comparable form, and the shapes of text that its comparison needs."""

import functools
import re
import unicodedata

ENOUGH = 25  # letters and digits of a line that may be looked up inside the gold body
ENOUGH_CJK = 10
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
