"""Paper: what the walk writes on: running text with its emphasis, cut into paragraphs."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from harkara.intake.drafts import DraftLink
from harkara.newsroom.links import followable

_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_BLANK_LINE = re.compile(r"[ \t\r\f\xa0]*\n[ \t\r\f\xa0]*\n\s*")
_TAGS = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
_NOTHING_INSIDE = re.compile(r"<(strong|em)>\s*</\1>|<a href=\"[^\"]*\">\s*</a>")
_BREAKS_AT_EDGE = re.compile(r"^(?:\s|<br/>)+|(?:\s|<br/>)+$")


@dataclass(frozen=True, slots=True)
class Run:
    """One paragraph: its words, the same as clean HTML, and its links."""

    text: str
    html: str
    links: tuple[DraftLink, ...]


@dataclass(slots=True)
class Paper:
    """Gathers running text; `done` is given each paragraph.

    In classic text (`keeps_lines`) a blank line ends a paragraph and a line end is one.
    """

    done: Callable[[Run], object]
    mend: Callable[[str], str]
    keeps_lines: bool = False
    _html: list[str] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _links: list[DraftLink] = field(default_factory=list)
    _link: tuple[str, int] | None = None

    def say(self, text: str | None) -> None:
        """Write text."""
        if not text:
            return
        if not self.keeps_lines or "\n" not in text:
            self._write(_SPACES.sub(" ", text))
            return
        for at, part in enumerate(_BLANK_LINE.split(text)):
            if at:
                self.end()
            for line_at, line in enumerate(part.split("\n")):
                if line_at and self._text:
                    self.line_end()
                self._write(_SPACES.sub(" ", line))

    def line_end(self) -> None:
        """Begin a new line inside the paragraph."""
        self._html.append("<br/>")
        self._text.append("\n")

    def open(self, tag: str, address: str = "") -> str:
        """Open an inline element; return what closes it, "" for one that says nothing here."""
        if tag in _TAGS:
            opening = f"<{_TAGS[tag]}>"
        elif tag == "a" and followable(address):
            opening = f'<a href="{escape(address)}">'
            self._link = (address, len(self._text))
        else:
            return ""
        self._open.append(opening)
        self._html.append(opening)
        return opening

    def close(self, opening: str) -> None:
        """Close what was opened."""
        if not opening:
            return
        self._open.remove(opening)
        self._html.append(_closing(opening))
        if opening.startswith("<a ") and self._link:
            self._note_link()
            self._link = None

    def end(self) -> None:
        """End the paragraph; what is open goes on in the next one."""
        if self._link:
            self._note_link()
            self._link = (self._link[0], 0)
        text = _lines("".join(self._text))
        if text:
            closed = "".join(self._html) + "".join(map(_closing, reversed(self._open)))
            links = tuple(link for link in self._links if link.text)
            self.done(Run(text=text, html=_clean(closed), links=links))
        self._text.clear()
        self._links.clear()
        self._html[:] = self._open

    def _write(self, text: str) -> None:
        if text.strip():
            text = self.mend(text)
        self._text.append(text)
        self._html.append(escape(text, quote=False))

    def _note_link(self) -> None:
        if self._link:
            address, begins = self._link
            words = " ".join("".join(self._text[begins:]).split())
            self._links.append(DraftLink(text=words, url=address))


def _closing(opening: str) -> str:
    return f"</{opening[1:].partition(' ')[0].rstrip('>')}>"


def _lines(text: str) -> str:
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def _clean(html: str) -> str:
    before = ""
    while before != html:
        before, html = html, _NOTHING_INSIDE.sub("", html)
    return _SPACES.sub(" ", _BREAKS_AT_EDGE.sub("", html)).strip()
