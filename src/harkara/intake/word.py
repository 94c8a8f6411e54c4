"""Word documents (.docx): their text as HTML, with the old fonts that their runs are set in.

ECMA-376 part 1. Only text is read: paragraphs, headings, lists, tables, text boxes and links. What
was deleted under tracked changes, what is hidden, fields' own words and drawings are left out.
Foot- and endnotes stand at the end, without their marks.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from django.utils.html import escape, format_html
from django.utils.translation import gettext_noop as _
from lxml import etree

from harkara.intake.line_words.shape import devanagari
from harkara.intake.refusals import Refused
from harkara.text.legacy import of_family

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MAIN = "word/document.xml"
_STYLES = "word/styles.xml"
_LINKS = "word/_rels/document.xml.rels"
_NUMBERS = "word/numbering.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_MEDIA = "word/media/"
_READ = (_MAIN, _STYLES, _LINKS, _NUMBERS, *_NOTES)
MOST_XML = 20 * 1024 * 1024
_BROKEN = _("this Word document is broken: open it, select the story, and paste the text")
_TOO_LARGE = _("this Word document unfolds to more than %(size)d MB: paste the story's text only")
# What only holds runs; what was deleted or moved away is not among these.
_THROUGH = frozenset(
    f"{_W}{name}" for name in ("ins", "moveTo", "smartTag", "fldSimple", "sdt", "sdtContent")
)
# Fonts put glyphs of their own into this private area: the key that was pressed, and F000.
_PRIVATE = 0xF000


def is_word(raw: bytes) -> bool:
    """Say whether a file is a Word document: a zip with one in it."""
    if not raw.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _MAIN in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def html_of(raw: bytes) -> str:
    """Return the text of a Word document as HTML.

    Raises Refused, with one line, if it is broken or unfolds to far more than a story is.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = {name: _part(archive, name) for name in _READ}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError) as error:
        raise Refused(_BROKEN) from error
    body = parts[_MAIN].find(f"{_W}body")
    if body is None:
        raise Refused(_BROKEN)
    reader = _Reader(
        styles=dict(_styles(parts[_STYLES])),
        links=dict(_links(parts[_LINKS])),
        numbered=frozenset(_numbered(parts[_NUMBERS])),
    )
    # All of a document is its author's story: nothing in it is a page's furniture by its place.
    notes = chain.from_iterable(map(reader.notes, (parts[name] for name in _NOTES)))
    text = "".join(chain(reader.blocks(body), notes))
    story = f'<article itemprop="articleBody">{text}</article>'
    return f"<!doctype html><html><body>{story}</body></html>"


def pictures_in(raw: bytes) -> int:
    """Return how many pictures a Word document holds; they are not read with its text."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return sum(name.startswith(_MEDIA) for name in archive.namelist())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """What a paragraph's style means: the element it is, and the font it is set in."""

    element: str = "p"
    font: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Reads a document's body with what its other parts say."""

    styles: Mapping[str, _Style]
    links: Mapping[str, str]
    numbered: frozenset[str]

    def blocks(self, holder: etree._Element) -> Iterator[str]:
        """Give what an element holds, block by block; entries that follow each other are a list."""
        listed = ""
        for child in holder.iterchildren(f"{_W}p", f"{_W}tbl", f"{_W}sdt"):
            kind = self._list_kind(child)
            if listed and kind != listed:
                yield f"</{listed}>"
            if kind and kind != listed:
                yield f"<{kind}>"
            listed = kind
            yield from self._block(child, kind)
        if listed:
            yield f"</{listed}>"

    def notes(self, root: etree._Element) -> Iterator[str]:
        """Give what the notes of a document say; those that only draw a line have a type."""
        for note in root:
            if note.get(f"{_W}type") in (None, "normal"):
                yield from self.blocks(note)

    def _block(self, child: etree._Element, kind: str) -> Iterator[str]:
        if child.tag == f"{_W}p":
            style = self._style(child)
            element = "li" if kind else style.element
            yield f"<{element}>{''.join(self._inline(child, style.font))}</{element}>"
            for box in _boxes(child):
                yield from self.blocks(box)
        elif child.tag == f"{_W}tbl":
            yield "<table>"
            for row in child.iterchildren(f"{_W}tr"):
                cells = (f"<td>{''.join(self.blocks(cell))}</td>" for cell in row.iter(f"{_W}tc"))
                yield f"<tr>{''.join(cells)}</tr>"
            yield "</table>"
        else:
            for content in child.iterchildren(f"{_W}sdtContent"):
                yield from self.blocks(content)

    def _inline(self, holder: etree._Element, font: str) -> Iterator[str]:
        for child in holder:
            if child.tag == f"{_W}r":
                yield _run(child, font)
            elif child.tag == f"{_W}hyperlink":
                words = "".join(self._inline(child, font))
                url = self.links.get(child.get(f"{_R}id", ""), "")
                yield f'<a href="{escape(url)}">{words}</a>' if url else words
            elif child.tag in _THROUGH:
                yield from self._inline(child, font)

    def _style(self, paragraph: etree._Element) -> _Style:
        named = _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        return self.styles.get(named) or self.styles.get("", _Style())

    def _list_kind(self, child: etree._Element) -> str:
        """Return which kind of list a paragraph is an entry of: `ul`, `ol`, or none."""
        number = child.find(f"{_W}pPr/{_W}numPr/{_W}numId") if child.tag == f"{_W}p" else None
        if number is None or _value(number) == "0" or self._style(child).element != "p":
            return ""
        return "ol" if _value(number) in self.numbered else "ul"


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Give what the text boxes that hang on a paragraph hold; Word writes each a second time."""
    for box in paragraph.iter(f"{_W}txbxContent"):
        if next(box.iterancestors(f"{_MC}Fallback"), None) is None:
            yield box


def _run(run: etree._Element, font: str) -> str:
    """Return the words of a run, in its old font if it is set in one."""
    said = run.find(f"{_W}rPr")
    if said is not None:
        if said.find(f"{_W}vanish") is not None:
            return ""
        font = _font(said) or font
    return _dressed(_text(run), said, font)


def _text(run: etree._Element) -> str:
    """Return what a run says, as HTML."""
    pieces: list[str] = []
    for child in run:
        if child.tag == f"{_W}t":
            pieces.append(escape(child.text or ""))
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("<br>")
        elif child.tag == f"{_W}tab":
            pieces.append(" ")
        elif child.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif child.tag == f"{_W}sym":
            pieces.append(escape(_symbol(child)))
    return "".join(pieces)


def _dressed(words: str, said: etree._Element | None, font: str) -> str:
    """Return the words of a run as they are emphasised, in their old font if it is one."""
    if not words.strip():
        return words
    for letter in "bi":
        if said is not None and _is_on(said, letter, words):
            words = f"<{letter}>{words}</{letter}>"
    if not font or of_family(font) is None:
        return words
    family = format_html('<span style="font-family:{}">', font)
    return f"{family}{words}</span>"


def _is_on(said: etree._Element, letter: str, words: str) -> bool:
    """Say whether a run is bold (`b`) or italic (`i`).

    Word keeps a switch of its own for complex scripts, Devanagari among them (`bCs`).
    """
    switch = said.find(f"{_W}{letter}Cs") if devanagari(words) else None
    switch = said.find(f"{_W}{letter}") if switch is None else switch
    return switch is not None and _value(switch) not in ("0", "false", "off")


def _symbol(symbol: etree._Element) -> str:
    """Return the key that stands for a glyph which was put in from a font's own table."""
    try:
        code = int(symbol.get(f"{_W}char", ""), 16)
    except ValueError:
        return ""
    code -= _PRIVATE if code >= _PRIVATE else 0
    return chr(code) if 0x20 <= code <= 0xFFFF else ""


def _font(properties: etree._Element) -> str:
    named = properties.find(f"{_W}rFonts")
    return "" if named is None else named.get(f"{_W}ascii") or named.get(f"{_W}hAnsi") or ""


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(f"{_W}val") or ""


def _styles(root: etree._Element) -> Iterator[tuple[str, _Style]]:
    """Give each paragraph style by its id, and the document's own under no name."""
    usual = root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
    font = _font(usual) if usual is not None else ""
    yield "", _Style(font=font)
    for style in root.iterchildren(f"{_W}style"):
        if style.get(f"{_W}type") != "paragraph":
            continue
        said = style.find(f"{_W}rPr")
        own = _font(said) if said is not None else ""
        name = _value(style.find(f"{_W}name")).lower()
        level = _value(style.find(f"{_W}pPr/{_W}outlineLvl"))
        element = "h1" if name == "title" else "h2" if level or name.startswith("heading") else "p"
        element = "blockquote" if name in ("quote", "intense quote") else element
        found = _Style(element=element, font=own or font)
        yield style.get(f"{_W}styleId", ""), found
        if style.get(f"{_W}default") == "1":
            yield "", found


def _links(root: etree._Element) -> Iterator[tuple[str, str]]:
    for link in root:
        if link.get("TargetMode") == "External":
            yield link.get("Id", ""), link.get("Target", "")


def _numbered(root: etree._Element) -> Iterator[str]:
    """Give the ids of the lists that count their entries."""
    counts = {
        one.get(f"{_W}abstractNumId")
        for one in root.iterchildren(f"{_W}abstractNum")
        if _value(one.find(f"{_W}lvl/{_W}numFmt")) not in ("bullet", "none", "")
    }
    for one in root.iterchildren(f"{_W}num"):
        if _value(one.find(f"{_W}abstractNumId")) in counts:
            yield one.get(f"{_W}numId", "")


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """Return a part of a document, parsed; an empty element for one that is not there."""
    if name not in archive.namelist():
        return etree.Element("none")
    with archive.open(name) as file:
        # The size that a zip declares may be a lie, so what unfolds is counted.
        xml = file.read(MOST_XML + 1)
    if len(xml) > MOST_XML:
        raise Refused(_TOO_LARGE, {"size": MOST_XML // (1024 * 1024)})
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise Refused(_BROKEN) from error
