"""Paper: what the walk writes on: running text with its emphasis, cut into paragraphs."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from harkara.intake.drafts import DraftLink
from harkara.intake.emphasis import without_empty
from harkara.intake.mending import Pen, Piece
from harkara.newsroom.links import followable
from harkara.text.legacy import Font

_SPACES = re.compile(r"[ \t\r\n\f\xa0]{2,}|[\t\r\n\f\xa0]")
_BLANK_LINE = re.compile(r"[ \t\r\f\xa0]*\n[ \t\r\f\xa0]*\n\s*")
_ENDS = re.compile(r"[।॥?!….:]['\"’”)]*\s*$")
_TAGS = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
_BREAKS_AT_EDGE = re.compile(r"^(?:\s|<br/>)+|(?:\s|<br/>)+$")


@dataclass(frozen=True, slots=True)
class Run:
    """One paragraph: its words, the same as clean HTML if they have marks, and its links."""

    text: str
    html: str
    links: tuple[DraftLink, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """An inline element that was opened: its tag, and where it leads if it is a link."""

    tag: str
    address: str = ""

    @property
    def html(self) -> str:
        """The element's start."""
        return f'<a href="{escape(self.address)}">' if self.address else f"<{self.tag}>"


@dataclass(frozen=True, slots=True)
class _Closing:
    tag: str


@dataclass(slots=True)
class Paper:
    """Gathers running text; `done` is given each paragraph.

    Where the author made the line ends (`keeps_breaks`) they stay; elsewhere a line's end parts
    paragraphs if a sentence ends there. In classic text (`keeps_lines`) a blank line in the text
    ends a paragraph and a line end is one.
    """

    done: Callable[[Run], object]
    pen: Pen
    keeps_breaks: bool
    keeps_lines: bool = False
    _parts: list[Piece | Opening | _Closing] = field(default_factory=list)
    _open: list[Opening] = field(default_factory=list)

    def say(self, text: str | None, font: Font | None = None) -> None:
        """Write text; `font` is the old one that it is set in, if its page names one."""
        if not text:
            return
        if not self.keeps_lines or "\n" not in text:
            self._write(_spaced(text), font)
            return
        for at, part in enumerate(_BLANK_LINE.split(text)):
            if at:
                self.end()
            for line_at, line in enumerate(part.split("\n")):
                if line_at and self._pieces():
                    self.line_end()
                self._write(_spaced(line), font)

    def line_end(self) -> None:
        """Begin a new line."""
        if self.keeps_breaks:
            self._parts.append(Piece("\n"))
            return
        said = "".join(piece.text for piece in self._pieces())
        if not said.strip() or _ENDS.search(said):
            self.end()
        else:
            self._parts.append(Piece(" "))

    def open(self, tag: str, address: str = "") -> Opening | None:
        """Open an inline element; return what closes it, None for one that says nothing here."""
        if tag in _TAGS:
            opening = Opening(_TAGS[tag])
        elif tag == "a" and followable(address):
            opening = Opening("a", address)
        else:
            return None
        # Ghost's editor marks what is bold twice: <b><strong>.
        if any(one.tag == opening.tag for one in self._open):
            return None
        self._open.append(opening)
        self._parts.append(opening)
        return opening

    def close(self, opening: Opening | None) -> None:
        """Close what was opened."""
        if opening is not None:
            self._open.remove(opening)
            self._parts.append(_Closing(opening.tag))

    def end(self) -> None:
        """End the paragraph; what is open goes on in the next one."""
        if not self._parts:
            return
        pieces = self._pieces()
        if any(piece.text.strip() for piece in pieces):
            parts = [*self._parts, *(_Closing(one.tag) for one in reversed(self._open))]
            mended = self.pen.pieces(pieces)
            self.done(_plain(mended) if len(parts) == len(pieces) else _run(parts, mended))
        self._parts[:] = self._open

    def _write(self, text: str, font: Font | None) -> None:
        if text:
            self._parts.append(Piece(text, font))

    def _pieces(self) -> list[Piece]:
        return [part for part in self._parts if isinstance(part, Piece)]


def _plain(mended: list[str]) -> Run:
    """Return the paragraph that mere text makes, as nearly every paragraph is."""
    text = "".join(mended)
    return Run(
        text=_lines(text),
        html=_clean("<br/>".join(map(escape, text.split("\n")))) if "\n" in text else "",
        links=(),
    )


def _run(parts: list[Piece | Opening | _Closing], mended: list[str]) -> Run:
    """Return the paragraph that its parts make, their texts mended."""
    html: list[str] = []
    text: list[str] = []
    links: list[DraftLink] = []
    link: tuple[str, int] | None = None
    texts = iter(mended)
    for part in parts:
        match part:
            case Piece():
                said = next(texts)
                text.append(said)
                html.append("<br/>" if said == "\n" else escape(said))
            case Opening(address=address):
                html.append(part.html)
                link = (address, len(text)) if address else link
            case _Closing(tag=tag):
                html.append(f"</{tag}>")
                if tag == "a" and link:
                    words = " ".join("".join(text[link[1] :]).split())
                    links.append(DraftLink(text=words, url=link[0]))
                    link = None
    return Run(
        text=_lines("".join(text)),
        html=_clean("".join(html)),
        links=tuple(one for one in links if one.text),
    )


def _lines(text: str) -> str:
    if "\n" not in text:
        return " ".join(text.split())
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def _spaced(text: str) -> str:
    """Return a text with one plain space where it has any: nearly all have that already."""
    if "  " not in text and text.isprintable():
        return text
    return _SPACES.sub(" ", text)


def _clean(html: str) -> str:
    return _spaced(_BREAKS_AT_EDGE.sub("", without_empty(html))).strip()
