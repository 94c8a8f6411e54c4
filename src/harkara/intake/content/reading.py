"""Reading: the walk over a stored body that makes draft blocks of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from harkara.intake.content import embeds, figures, own_marks
from harkara.intake.content.debris import why_debris
from harkara.intake.content.mending import Pen
from harkara.intake.content.paper import Paper, Run
from harkara.intake.content.references import Own, references
from harkara.intake.content.shortcodes import without_shortcodes
from harkara.intake.drafts import (
    DraftBlock,
    DraftHeading,
    DraftImageRef,
    DraftList,
    DraftParagraph,
    DraftQuote,
    DraftTable,
    DraftVideo,
    Mended,
    Removed,
)
from harkara.text.legacy import Font, of_family

DEEPEST = 150
"""Elements nested more deeply than this are read as text alone."""
_MARKED_UP = re.compile(r"<!--\s*wp:|<p[\s>]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BARE_ADDRESS = re.compile(r"https?://\S+\Z")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_DROPPED = frozenset(
    [
        "style", "noscript", "template", "svg", "math", "canvas", "form", "button", "input",
        "select", "textarea", "head", "title", "link", "meta",
    ]
)  # fmt: skip
_INLINE = frozenset(
    [
        "a", "strong", "b", "em", "i", "span", "u", "font", "small", "big", "mark", "sub", "sup",
        "abbr", "cite", "code", "del", "ins", "s", "strike", "time", "q", "bdi", "bdo", "label",
        "acronym", "tt", "kbd", "var", "samp", "dfn", "wbr", "nobr",
    ]
)  # fmt: skip
_FRAMES = frozenset({"iframe", "embed", "video", "audio", "x-embed", "object"})
_FAMILY = re.compile(r"(?<![\w-])font-family\s*:\s*([^;]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a stored body holds. `unknown` are shortcodes that were taken out, as they stood."""

    blocks: tuple[DraftBlock, ...]
    removed: tuple[Removed, ...]
    repairs: tuple[Mended, ...]
    unknown: tuple[str, ...]
    respelled: int
    scripts: int
    corrections: tuple[own_marks.Correction, ...] = ()


def read_content(html: str, *, own: Own) -> Content:
    """Return what a stored body holds; `own` are the addresses of the site it was stored by."""
    reader = _Reader(own)
    reader.read(html)
    return Content(
        blocks=tuple(references(reader.blocks, own)),
        removed=tuple(reader.removed),
        repairs=tuple(reader.pen.notes),
        unknown=tuple(reader.unknown),
        respelled=reader.pen.respelled,
        scripts=reader.scripts,
        corrections=tuple(reader.corrections),
    )


@dataclass(slots=True)
class _Reader:
    own: Own
    blocks: list[DraftBlock] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    corrections: list[own_marks.Correction] = field(default_factory=list)
    scripts: int = 0
    pen: Pen = field(default_factory=Pen)
    font: Font | None = None
    paper: Paper = field(init=False)

    def __post_init__(self) -> None:
        self.paper = Paper(self._paragraph, self._mend)

    def read(self, html: str) -> None:
        # Classic text has lines and no paragraphs: WordPress makes these when it shows them.
        self.paper.keeps_lines = not _MARKED_UP.search(html)
        html = without_shortcodes(_COMMENT.sub("", html), self.unknown.append)
        html = _UNREADABLE.sub("", html)
        if "<" not in html and "&" not in html:
            self.paper.say(html)
        elif html.strip():
            parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
            root = etree.fromstring(f"<div>{html}</div>".encode(), parser)
            if root is not None:
                self._walk(root, 0)
        self.paper.end()

    def _walk(self, element: etree._Element, depth: int) -> None:
        """Write what an element holds, without what follows it."""
        if depth > DEEPEST:
            self.paper.say("".join(element.itertext()))
            return
        self.paper.say(element.text)
        for inner in element:
            if isinstance(inner.tag, str):
                self._element(inner, str(inner.tag), depth)
            self.paper.say(inner.tail)

    def _element(self, element: etree._Element, tag: str, depth: int) -> None:
        if tag == "br":
            self.paper.line_end()
        elif tag in _INLINE:
            self._inline(element, tag, depth)
        elif tag == "script":
            self.scripts += 1
        elif tag not in _DROPPED:
            self._block(element, tag, depth)

    def _inline(self, element: etree._Element, tag: str, depth: int) -> None:
        font_above, self.font = self.font, self._font(element) or self.font
        opening = self.paper.open(tag, self.own.whole(element.get("href") or ""))
        self._walk(element, depth + 1)
        self.paper.close(opening)
        self.font = font_above

    def _block(self, element: etree._Element, tag: str, depth: int) -> None:
        if tag == "img":
            # A picture in running text stands before the paragraph it is in.
            self._add(figures.picture(element))
            return
        self.paper.end()
        corrections = list(own_marks.corrections(element, self._words))
        if corrections:
            self.corrections += corrections
            return
        made = list(self._made(element, tag))
        if made:
            for block in made:
                self._add(block)
            return
        lines, self.paper.keeps_lines = (
            self.paper.keeps_lines,
            self.paper.keeps_lines or tag == "pre",
        )
        self._walk(element, depth + 1)
        self.paper.end()
        self.paper.keeps_lines = lines

    def _made(self, element: etree._Element, tag: str) -> Iterator[DraftBlock | None]:
        """Give the blocks that an element is, whole; none if its parts are to be read each."""
        if tag in _HEADINGS:
            yield from self._heading(element)
        elif tag in ("ul", "ol") and not figures.is_gallery(element):
            yield from self._list(element, ordered=tag == "ol")
        elif tag == "blockquote":
            yield self._quote(element)
        elif tag == "table":
            yield self._table(element)
        elif tag in _FRAMES:
            source = element if element.get("src") else element.find(".//*[@src]")
            address = (
                (source.get("src") if source is not None else None) or element.get("data") or ""
            )
            yield embeds.embed(address)
        elif figures.is_gallery(element):
            yield figures.gallery(element)
        elif tag == "figure":
            yield from self._figure(element)
        elif box := own_marks.fact_box(element, self._words):
            yield box

    def _heading(self, element: etree._Element) -> Iterator[DraftBlock]:
        for image in element.iter("img"):
            found = figures.picture(image)
            if found:
                yield found
        text = self._words(element)
        if text:
            links = [link.get("href") or "" for link in element.iter("a")]
            reference = self.own.reference(text, links)
            yield reference or DraftHeading(text=text)

    def _list(self, element: etree._Element, *, ordered: bool) -> Iterator[DraftBlock | None]:
        items = [item for item in element.iter("li") if item.find(".//li") is None]
        for image in element.iter("img"):
            found = figures.picture(image)
            if found:
                yield found
        linked = [(self._words(item), item.find(".//a")) for item in items]
        texts = [(text, link) for text, link in linked if text]
        # A list of nothing but links may stand below "ये भी पढ़ें": each is a line of its own then.
        if texts and all(link is not None and self._words(link) == text for text, link in texts):
            for text, link in texts:
                self.paper.end()
                opening = self.paper.open("a", self.own.whole(link.get("href") or ""))  # type: ignore[union-attr]
                self.paper.say(text)
                self.paper.close(opening)
                self.paper.end()
            yield None
        elif texts:
            kept = tuple(text for text, _link in texts if not self._is_debris(text))
            if kept:
                yield DraftList(items=kept, ordered=ordered)

    def _quote(self, element: etree._Element) -> DraftBlock | None:
        if embeds.is_post(element):
            return embeds.post(element, self._words(element))
        cite = next(iter(element.iter("cite")), None)
        who = self._words(cite) if cite is not None else ""
        text = self._words(element)
        text = text.removesuffix(who).strip() if who else text
        return DraftQuote(text=text, who=who) if text else None

    def _table(self, element: etree._Element, below: str = "") -> DraftBlock | None:
        rows = [[self._words(cell) for cell in row.iter("td", "th")] for row in element.iter("tr")]
        rows = [row for row in rows if any(row)]
        wide = max(map(len, rows), default=0)
        if wide < 2 or len(rows) < 2:
            for row in rows:
                for cell in row:
                    self._paragraph(Run(cell, "", ()))
            return None
        caption = next(element.iter("caption"), None)
        return DraftTable(
            rows=tuple(tuple(row + [""] * (wide - len(row))) for row in rows),
            caption=self._words(caption) if caption is not None else below,
        )

    def _figure(self, element: etree._Element) -> Iterator[DraftBlock | None]:
        post = next((one for one in element.iter("blockquote") if embeds.is_post(one)), None)
        if post is not None:
            yield embeds.post(post, self._words(post))
            return
        for frame in element.iter("iframe", "video", "x-embed"):
            yield embeds.embed(frame.get("src") or "")
            return
        caption = self.pen.mend(figures.caption_of(element), self.font)
        if (table := element.find(".//table")) is not None:
            yield self._table(table, caption)
            return
        for wrapper in element.iter("div"):
            text = "".join(wrapper.itertext()).strip()
            if _BARE_ADDRESS.match(text):
                yield self._embedded(text, element, caption)
                return
        images = list(element.iter("img"))
        for image in images:
            yield figures.picture(image, caption)

    def _embedded(self, address: str, figure: etree._Element, caption: str) -> DraftBlock | None:
        """Return what was embedded; a video keeps its title and its still picture."""
        found = embeds.embed(address)
        if not isinstance(found, DraftVideo):
            return found
        still = next(figure.iter("img"), None)
        return replace(
            found, title=caption, poster=figures.picture(still) if still is not None else None
        )

    def _paragraph(self, run: Run) -> None:
        if _BARE_ADDRESS.match(run.text):
            self._add(embeds.embed(run.text))
        elif not self._is_debris(run.text):
            reference = self.own.reference(run.text, [link.url for link in run.links])
            html = run.html if "<" in run.html else ""
            self._add(reference or DraftParagraph(text=run.text, links=run.links, html=html))

    def _is_debris(self, text: str) -> bool:
        why = why_debris(text)
        if why:
            self.removed.append(Removed(text=text, why=why, before_block=len(self.blocks)))
        return bool(why)

    def _add(self, block: DraftBlock | None) -> None:
        if block is None or (isinstance(block, DraftImageRef) and not block.url):
            return
        self.blocks.append(block)

    def _words(self, element: etree._Element) -> str:
        return self._mend(" ".join("".join(element.itertext()).split()))

    def _mend(self, text: str) -> str:
        return self.pen.mend(text, self.font)

    def _font(self, element: etree._Element) -> Font | None:
        styled = _FAMILY.search(element.get("style") or "")
        named = styled[1] if styled else element.get("face") if element.tag == "font" else None
        return of_family(named.partition(",")[0]) if named else None
