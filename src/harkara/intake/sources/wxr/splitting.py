"""Splitting: an export of any size as its items, one at a time, in the memory of one.

The file is cut between items before any of it is parsed as XML. So what is broken in one item costs
no other, no declaration of entities is ever seen by a parser together with a story, and an item
larger than all sense is passed over without being held.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

CHUNK = 1 << 20
MOST_BYTES = 32 << 20
"""An item may have so many bytes."""
MOST_HEAD = 64 << 20
"""And what stands before the first item so many."""
_CDATA, _CDATA_END = b"<![CDATA[", b"]]>"
_MARKS = rb"item[\s>]|/item\s*>|!\[CDATA\[|/channel\s*>"
_MARK = re.compile(rb"<(?:%b)" % _MARKS)
_LONGEST_MARK = 32
# Whole marked texts and what else is no mark, up to one, or to what may go on as one later.
_NO_MARK = re.compile(
    rb"(?:[^<]++|<!\[CDATA\[(?:[^\]]++|\](?!\]>))*+\]\]>|<(?!%b)(?=.{31}))*+" % _MARKS,
    re.DOTALL,
)
_BOMS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class Flaw(StrEnum):
    """What is wrong with a piece, before it is parsed."""

    NONE = ""
    TOO_LARGE = "too large"
    UNCLOSED = "unclosed"  # another item begins inside it
    CUT_OFF = "cut off"  # the file ends inside it


@dataclass(frozen=True, slots=True)
class Piece:
    """An item as it stands in the file, or what stands before the first one (`is_head`).

    `after` is the place in the file behind it; a flawed piece may be empty.
    """

    raw: bytes
    line: int
    after: int
    flaw: Flaw = Flaw.NONE
    is_head: bool = False


def pieces(path: Path, after: int = 0, line: int = 1) -> Iterator[Piece]:
    """Give the head of an export and its items, or only the items behind a place in it.

    A file in UTF-16 is turned into UTF-8 on the way; its places are those in UTF-8.
    """
    with path.open("rb") as file:
        stream = _utf8(file)
        if after:
            line = _skip(stream, after)
        yield from _Splitter(stream, after, line, in_head=not after).pieces()


def _skip(stream: BinaryIO, after: int) -> int:
    """Pass over so many bytes; return the line behind them."""
    line, left = 1, after
    while left and (chunk := stream.read(min(CHUNK, left))):
        line += chunk.count(b"\n")
        left -= len(chunk)
    return line


def _utf8(file: BinaryIO) -> BinaryIO:
    begins = file.read(2)
    file.seek(0)
    if begins in _BOMS:
        return codecs.EncodedFile(file, "utf-8", _BOMS[begins], errors="replace")
    return file


class _Splitter:
    """Goes through a stream once and cuts it."""

    def __init__(self, stream: BinaryIO, after: int, line: int, *, in_head: bool) -> None:
        self._stream = stream
        self._buffer = b""
        self._start = 0  # what stands before this in the buffer was passed
        self._at, self._line = after, line  # of what stands there
        self._kept: list[bytes] = []
        self._size = 0
        self._inside = in_head  # whether what passes is kept: the head, or an item
        self._is_head = in_head
        self._began = line
        self._in_cdata = False
        self._flaw = Flaw.NONE

    def pieces(self) -> Iterator[Piece]:
        """Give the pieces of the stream."""
        while chunk := self._stream.read(CHUNK):
            self._buffer, self._start = self._buffer[self._start :] + chunk, 0
            # A mark may go on in the next chunk.
            yield from self._cut(len(self._buffer) - _LONGEST_MARK)
        yield from self._cut(len(self._buffer))
        if self._is_head:
            yield self._piece()
        elif self._inside:
            self._flaw = self._flaw or Flaw.CUT_OFF
            yield self._piece()

    def _cut(self, limit: int) -> Iterator[Piece]:
        """Give the pieces that end in the buffer, and move on to a place of it."""
        begins, ends = self._mark(self._start)
        while begins < ends and begins <= limit:
            mark = self._buffer[begins:ends]
            if self._in_cdata:
                self._in_cdata = False
            elif mark == _CDATA:
                self._in_cdata = True
            elif mark.startswith(b"<item"):
                yield from self._begin(begins)
            elif self._inside and not self._is_head:
                # Its end, or the end of all items: then it was never closed.
                if not mark.startswith(b"</item"):
                    self._flaw = self._flaw or Flaw.UNCLOSED
                self._take(ends)
                yield self._piece()
            begins, ends = self._mark(ends)
        self._take(max(begins, limit))

    def _mark(self, start: int) -> tuple[int, int]:
        """Return from where to where the next mark goes: inside marked text only its end is one.

        Where there is none, both are the place up to which there is surely none.
        """
        if self._in_cdata:
            at = self._buffer.find(_CDATA_END, start)
            return (start, start) if at < 0 else (at, at + len(_CDATA_END))
        passed = _NO_MARK.match(self._buffer, start)
        at = passed.end() if passed else start
        found = _MARK.search(self._buffer, at)
        return found.span() if found else (at, at)

    def _begin(self, at: int) -> Iterator[Piece]:
        """Begin an item at a place in the buffer; what went before is whole, or is flawed."""
        self._take(at)
        if self._is_head or self._inside:
            if not self._is_head:
                self._flaw = self._flaw or Flaw.UNCLOSED
            yield self._piece()
        self._inside, self._began, self._flaw = True, self._line, Flaw.NONE

    def _take(self, to: int) -> None:
        """Move on to a place in the buffer, and keep what was passed if it is of a piece."""
        if to <= self._start:
            return
        passed, self._start = self._buffer[self._start : to], to
        self._at += len(passed)
        self._line += passed.count(b"\n")
        if not self._inside:
            return
        self._size += len(passed)
        if self._size > (MOST_HEAD if self._is_head else MOST_BYTES):
            self._flaw = Flaw.TOO_LARGE
            self._kept.clear()
        else:
            self._kept.append(passed)

    def _piece(self) -> Piece:
        raw = b"" if self._flaw is Flaw.TOO_LARGE else b"".join(self._kept)
        piece = Piece(raw, self._began, self._at, self._flaw, self._is_head)
        self._kept.clear()
        self._size, self._inside, self._is_head = 0, False, False
        self._in_cdata = False
        return piece
