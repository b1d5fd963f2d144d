"""A tolerant HTML tree and the visible lines of a page, each with what its markup says of it."""

import re
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
HIDDEN = frozenset("script style noscript template svg iframe object select option textarea canvas audio video head".split())
BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody "
    "td tfoot th thead tr ul".split()
)
# Blocks that a plain-text renderer sets off by a blank line.
SPACED = frozenset("p h1 h2 h3 h4 h5 h6 pre blockquote ul ol dl figure table".split())
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
SCOPE = frozenset("html body table td th caption button".split())
CLOSES_P = BLOCK - {"li", "td", "th", "tr", "tbody", "thead", "tfoot", "dd", "dt", "html", "body"}
IMPLIED = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "td": ({"td", "th"}, {"table", "tr"}),
    "th": ({"td", "th"}, {"table", "tr"}),
    "tr": ({"tr"}, {"table"}),
    "tbody": ({"tbody", "thead", "tfoot"}, {"table"}),
}
# Words in class, id or role that tell what surrounds an article from what belongs to it.
ASIDE_WORDS = frozenset(
    "ad ads advert advertisement advertising affiliate banner breadcrumb breadcrumbs comment comments cookie cookies "
    "consent disqus follow footer gdpr login logo masthead megamenu menu modal mostread nav navbar navigation navi "
    "newsletter newsletters outbrain overlay pager pagination paywall popular popup promo promotion recirc "
    "recommendation recommendations recommended related relatedposts search share sharebar sharing sidebar signup "
    "skip sns social sponsor sponsored submenu subnav subscribe subscription taboola tag tags toolbar topbar trending "
    "widget".split()
)
LABEL_WORDS = frozenset("kicker overline eyebrow section category categories topic rubric breadcrumb breadcrumbs tag tags".split())
LEAD_WORDS = frozenset(
    "abstract chapo dek deck desc description excerpt intro lead leadin lede preamble standfirst subhead subheading "
    "subheadline subtitle summary sumario teaser vorspann bajada entradilla ingress".split()
)
CAPTION_WORDS = frozenset("caption captions legend legende figcaption wp-caption bildunterschrift".split())
MAX_DEPTH = 300


class Node:
    __slots__ = ("attrs", "kids", "parent", "tag")

    def __init__(self, tag, attrs, parent):
        self.tag, self.attrs, self.parent, self.kids = tag, attrs, parent, []


class Tree(HTMLParser):
    """Builds the tree; misnested tags are closed the way browsers do in the common cases."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node("#root", {}, None)
        self.stack = [self.root]
        self.meta = {}
        self.title = None

    def close_upto(self, tags, stop):
        for i in range(len(self.stack) - 1, 0, -1):
            tag = self.stack[i].tag
            if tag in tags:
                del self.stack[i:]
                return
            if tag in stop:
                return

    def handle_starttag(self, tag, attrs):
        attrs = {k: v or "" for k, v in attrs}
        if tag == "meta":
            key = (attrs.get("property") or attrs.get("name") or "").lower()
            self.meta.setdefault(key, attrs.get("content", ""))
        if tag in CLOSES_P:
            self.close_upto({"p"}, SCOPE | {"li", "div", "blockquote", "section", "article"})
        if tag in IMPLIED:
            self.close_upto(*IMPLIED[tag])
        if tag == "body":
            self.close_upto({"head"}, {"html"})
        node = Node(tag, attrs, self.stack[-1])
        self.stack[-1].kids.append(node)
        if tag not in VOID and len(self.stack) < MAX_DEPTH:
            self.stack.append(node)

    def handle_startendtag(self, tag, attrs):
        # In HTML the slash means nothing; only void and foreign elements end here.
        self.handle_starttag(tag, attrs)
        if tag in ("path", "use", "rect", "circle", "g") and self.stack[-1].tag == tag:
            self.stack.pop()

    def handle_endtag(self, tag):
        stop = SCOPE if tag in BLOCK else BLOCK
        if tag in ("table", "td", "th", "tr", "tbody", "thead", "tfoot", "body", "html"):
            stop = frozenset({"#root"})
        for i in range(len(self.stack) - 1, 0, -1):
            at = self.stack[i].tag
            if at == tag:
                if tag not in ("body", "html"):
                    del self.stack[i:]
                return
            if at in stop:
                return

    def handle_data(self, data):
        if self.stack[-1].tag == "title" and self.title is None and not any(n.tag == "svg" for n in self.stack):
            self.title = " ".join(data.split())
        self.stack[-1].kids.append(data)


def parse(html):
    tree = Tree()
    tree.feed(html)
    tree.close()
    tree.meta["<title>"] = tree.title or ""
    return tree


def words_of(node):
    raw = " ".join(node.attrs.get(k, "") for k in ("class", "id", "role", "data-testid", "itemprop"))
    raw = re.sub(r"([a-z])([A-Z])", r"\1 \2", raw)
    return set(re.split(r"[^a-z]+", raw.lower()))


def counts(text):
    """Whether a line counts: something other than white space and zero-width characters is left in it."""
    return bool(re.sub(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]", "", text))


class Line:
    """One visible line and the markup it came from."""

    __slots__ = (
        "asides", "bold", "bullet", "container", "figure", "heading", "indent", "italic", "lead", "label", "link", "list",
        "n_chars", "quote", "spaced", "table", "tag", "text", "time", "title_tag", "caption",
    )

    def __init__(self, text):
        self.text, self.tag, self.bullet, self.indent, self.spaced = text, "title", None, 0, False
        self.asides, self.container, self.title_tag = (), 0, False
        self.figure = self.quote = self.list = self.table = self.lead = self.label = self.caption = False
        self.heading, self.n_chars = 0, max(1, len(text))
        self.link = self.time = self.bold = self.italic = 0.0


class Walker:
    """Visits the tree once and collects the lines.

    `span_space` puts a space on both sides of spans, as layout-preserving renderers do; `cell` joins the cells of a
    simple table row with that text instead of giving each cell a line.
    """

    def __init__(self, span_space=False, cell=None):
        self.lines, self.parts, self.spaced, self.bullet = [], [], False, None
        self.span_space, self.cell = span_space, cell

    def flush(self, ctx):
        parts, self.parts = self.parts, []
        text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", " ", "".join(p[0] for p in parts))
        text = re.sub(r"[ \t\r\n\f]+", " ", text).strip(" ")
        if not counts(text):
            return
        line = Line(text)
        whole = max(1, sum(len(p[0].strip()) for p in parts))
        share = lambda k: sum(len(p[0].strip()) for p in parts if k in p[1]) / whole
        line.link, line.time, line.bold, line.italic = share("a"), share("time"), share("b"), share("i")
        for key, value in ctx.items():
            if key != "level":
                setattr(line, key, value)
        line.spaced, self.spaced = self.spaced, False
        line.bullet, self.bullet = self.bullet, None
        self.lines.append(line)

    def start_context(self):
        return {
            "tag": "body", "asides": (), "container": 0, "figure": False, "quote": False, "list": False, "table": False,
            "lead": False, "label": False, "caption": False, "heading": 0, "indent": 0, "level": 0,
        }

    def enter(self, node, ctx):
        ctx, words = dict(ctx), words_of(node)
        tag = node.tag
        if tag in ("nav", "footer", "aside", "button", "form", "dialog") or words & ASIDE_WORDS or (
            tag == "header" and "navigation" in words
        ):
            ctx["asides"] = (*ctx["asides"], id(node))
        ctx["lead"] = ctx["lead"] or bool(words & LEAD_WORDS)
        ctx["label"] = ctx["label"] or bool(words & LABEL_WORDS)
        ctx["caption"] = ctx["caption"] or tag == "figcaption" or bool(words & CAPTION_WORDS)
        ctx["figure"] = ctx["figure"] or tag in ("figure", "figcaption")
        ctx["quote"] = ctx["quote"] or tag == "blockquote"
        ctx["list"] = ctx["list"] or tag in ("li", "dd", "dt")
        ctx["table"] = ctx["table"] or tag in ("td", "th")
        if tag in HEADINGS:
            ctx["heading"] = int(tag[1])
        if tag in BLOCK:
            ctx["tag"], ctx["container"] = tag, id(node.parent)
            ctx["indent"] += {"div": 2, "ul": 4, "ol": 4, "dd": 4}.get(tag, 0)
        return ctx

    def simple_row(self, node):
        cells = [k for k in node.kids if isinstance(k, Node) and k.tag in ("td", "th")]
        return len(cells) > 1 and not any(has_block(c) for c in cells)

    def walk(self, node, ctx, style=()):
        tag = node.tag
        if tag in HIDDEN or "hidden" in node.attrs:
            return
        css = node.attrs.get("style", "").replace(" ", "").lower()
        if "display:none" in css or "visibility:hidden" in css:
            return
        if tag in ("br", "hr"):
            self.flush(ctx)
            return
        inner = self.enter(node, ctx)
        block = tag in BLOCK
        row = tag == "tr" and self.cell is not None and self.simple_row(node)
        if block:
            self.flush(ctx)
            self.spaced |= tag in SPACED
        if tag == "li":
            self.bullet = bullet_of(node, inner)
        if tag in ("ul", "ol"):
            inner["level"] += 1
        mark = {"a": "a", "time": "time", "b": "b", "strong": "b", "i": "i", "em": "i"}.get(tag)
        if mark:
            style = (*style, mark)
        elif tag == "span" and words_of(node) & {"date", "time", "timestamp", "datetime", "published", "updated"}:
            style = (*style, "time")
        pad = self.span_space and tag == "span"
        if pad:
            self.parts.append((" ", ()))
        for kid in node.kids:
            if isinstance(kid, str):
                if tag == "pre":
                    for i, piece in enumerate(kid.split("\n")):
                        if i:
                            self.flush(inner)
                        self.parts.append((piece, style))
                else:
                    self.parts.append((kid, style))
            elif row and kid.tag in ("td", "th"):
                if self.parts:
                    self.parts.append((self.cell.replace("\t", "\ue000").replace("  ", "\ue001"), ()))
                for grandkid in kid.kids:
                    if isinstance(grandkid, str):
                        self.parts.append((grandkid.strip(), style))
                    else:
                        self.walk(grandkid, dict(inner, table=True, tag="td"), style)
            else:
                self.walk(kid, inner, style)
        if pad:
            self.parts.append((" ", ()))
        if block:
            self.flush(inner)
            self.spaced |= tag in SPACED
        if tag == "li" and self.bullet is not None:
            self.bullet = None


def bullet_of(node, ctx):
    parent = node.parent
    if parent is not None and parent.tag == "ol":
        return 1 + [k for k in parent.kids if isinstance(k, Node) and k.tag == "li"].index(node)
    return -ctx["level"]


def has_block(node):
    return any(isinstance(k, Node) and (k.tag in BLOCK or k.tag == "br" or has_block(k)) for k in node.kids)


def lines_of(tree, **how):
    walker = Walker(**how)
    ctx = walker.start_context()
    walker.walk(tree.root, ctx)
    walker.flush(ctx)
    for line in walker.lines:
        line.text = line.text.replace("\ue000", "\t").replace("\ue001", "  ")
    return walker.lines
