"""Where the article stands: the lines of the gold body, the span they make and the title over them."""

from facts import Facts
from gold import enough

FOUND = 0.8  # share of the gold body that must stand in the page


class Span(Facts):
    """Finds the first and the last body line and labels the title's copies."""

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
            if self.para[i] is not None and self.prose(i) and self.lines[i].container == self.container
        )
        settled = next(inside, self.first)
        clear = containers[self.container] >= 0.6 * sum(containers.values())
        self.settled = settled if clear and settled - self.first <= 40 else self.first
        return True

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
