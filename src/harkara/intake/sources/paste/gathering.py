"""Gathering: running text, links and pictures of an HTML page, put together line by line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from harkara.intake.drafts import DraftLink
from harkara.intake.emphasis import Stretch, tidied
from harkara.intake.line_words.area import Area
from harkara.intake.markup import Cells, cells_of, words
from harkara.intake.pictures import address, emoji, picture_address, video_address
from harkara.intake.sources.paste.block_elements import BLOCKS
from harkara.intake.sources.paste.chats import SENDER
from harkara.intake.sources.paste.lines import InFont, Kind, Line
from harkara.text.legacy import Font

_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Frame:
    """What an open element means for the text inside it."""

    kind: Kind = Kind.TEXT
    area: Area = Area.NONE
    main: bool = False
    keeps_lines: bool = False
    font: Font | None = None
    """The old font that the page names for it, if it is one."""
    tags: frozenset[str] = frozenset()
    """How it is emphasised."""


class Gathering:
    """The text gathered so far of the line being read, and the lines already read."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.lines: list[Line] = []
        self.pieces: list[str] = []
        self.frames: list[Frame] = []
        self.links: list[DraftLink] = []
        self.linked = 0
        self.link_from: int | None = None
        self.after_link = False
        self.gap = True
        self.waiting: list[Line] = []

    def open(self, element: etree._Element, above: Frame, frame: Frame) -> bool:
        """Take in an element's start; say whether all of it has been taken in."""
        tag = str(element.tag)
        if tag in BLOCKS:
            self.flush(above)
            self.gap = True
            if sender := (element.get(SENDER) or "").strip():
                self.lines.append(Line(text=sender, kind=Kind.MESSAGE))
        elif tag == "br":
            empty = not self.pieces
            self.flush(above)
            self.gap = self.gap or empty
        elif tag == "a":
            if self.after_link:
                self.flush(above)  # Two links that touch are two entries of a menu.
            self.link_from = len(self.pieces)
        elif tag in ("img", "amp-img", "iframe", "amp-youtube"):
            self._see(element, frame)
        if tag == "table":
            rows = [tuple(map(words, row)) for row in _data(element)]
            self.lines += [
                Line(
                    text=" | ".join(row), kind=Kind.ROW, cells=row, area=frame.area, main=frame.main
                )
                for row in rows
            ]
            if rows:
                return True
        self.add(element.text, frame)
        return False

    def close(self, element: etree._Element, frame: Frame) -> None:
        """Take in an element's end."""
        if element.tag == "a":
            self._end_link(element.get("href"))
        elif element.tag in BLOCKS:
            self.flush(frame)
            self.gap = True

    def add(self, text: str | None, frame: Frame) -> None:
        """Add running text."""
        if not text:
            return
        if frame.keeps_lines and "\n" in text:
            for line in text.split("\n")[:-1]:
                empty = not line.strip() and not self.pieces
                self._append(line, frame)
                self.flush(frame)
                self.gap = self.gap or empty
            text = text.rpartition("\n")[2]
        self.after_link = False
        if self.pieces or text.strip():
            self._append(text, frame)

    def _append(self, text: str, frame: Frame) -> None:
        self.pieces.append(text)
        self.frames.append(frame)

    def flush(self, frame: Frame) -> None:
        """End the line being read."""
        text = _SPACES.sub(" ", "".join(self.pieces)).strip()
        if text:
            self.lines.append(
                Line(
                    text=text,
                    kind=frame.kind,
                    gap=self.gap,
                    area=frame.area,
                    main=frame.main,
                    links=tuple(self.links),
                    linked=min(self.linked / len(text), 1.0),
                    in_fonts=tuple(self._in_fonts()),
                    stressed=tidied(text, self._stressed()),
                )
            )
            self.gap = False
        self.lines += self.waiting
        self.pieces, self.frames, self.links, self.waiting = [], [], [], []
        self.linked, self.after_link = 0, False
        self.link_from = None if self.link_from is None else 0

    def _places(self) -> Iterator[tuple[int, int, Frame]]:
        """Give where each piece stands in the line, its spaces made single, and in which frame."""
        place, after_space = 0, True
        for piece, frame in zip(self.pieces, self.frames, strict=True):
            text = _SPACES.sub(" ", piece)
            text = text.lstrip(" ") if after_space else text
            start, place = place, place + len(text)
            after_space = text.endswith(" ") if text else after_space
            if text.strip():
                yield start, place - after_space, frame

    def _in_fonts(self) -> list[InFont]:
        """Return the stretches of the line that are in a named font."""
        found: list[InFont] = []
        for start, end, frame in self._places():
            if frame.font is None:
                continue
            if found and found[-1].font is frame.font and start - found[-1].end <= 1:
                start = found.pop().start
            found.append(InFont(start, end, frame.font))
        return found

    def _stressed(self) -> Iterator[Stretch]:
        for start, end, frame in self._places():
            for tag in frame.tags:
                yield Stretch(start, end, tag)

    def _end_link(self, href: str | None) -> None:
        if self.link_from is None:
            return
        text = _SPACES.sub(" ", "".join(self.pieces[self.link_from :])).strip()
        self.link_from = None
        if not text:
            return
        self.linked += len(text)
        self.after_link = True
        url = address(href, self.base)
        if url:
            self.links.append(DraftLink(text=text, url=url))

    def _see(self, element: etree._Element, frame: Frame) -> None:
        if element.tag in ("iframe", "amp-youtube"):
            url = video_address(element, self.base)
            if url:
                self.waiting.append(
                    Line(text="", kind=Kind.VIDEO, url=url, area=frame.area, main=frame.main)
                )
            return
        self.add(emoji(element), frame)
        url = picture_address(element, self.base)
        if url:
            alt = _SPACES.sub(" ", element.get("alt") or "").strip()[:250]
            self.waiting.append(
                Line(text=alt, kind=Kind.PICTURE, url=url, area=frame.area, main=frame.main)
            )


def _data(table: etree._Element) -> Cells:
    """Return a table's cells if all its rows have as many: others often only lay a page out."""
    rows = cells_of(table, short=True)
    return rows if len({len(row) for row in rows}) == 1 else ()
