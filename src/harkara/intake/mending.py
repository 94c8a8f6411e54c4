"""Mending: every text of a draft in the one spelling that is stored, and a note of each repair.

Old fonts are read first, over a whole line, though its words may stand in several elements; what
was read can be undone (`putting_back.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import attrgetter

from harkara.intake.drafts import Draft, DraftBlock, DraftParagraph, Mended, with_texts
from harkara.intake.emphasis import reworded, text_of
from harkara.text.legacy import Font, decode, decode_runs, named
from harkara.text.normalise import explain, normalise

AROUND = 16
MOST_NOTES = 500
# An old font takes keys of another script: two words of them stand side by side somewhere. Looked
# at from the last letter of one word to the first of the next, so that a long word is read once.
_KEY = r"A-Za-z\u00a1-\u00ff"
_MAY_BE_OLD = re.compile(rf"[{_KEY}][^\s{_KEY}\u0900-\u097f]*\s+[^\s{_KEY}\u0900-\u097f]*[{_KEY}]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line that stands in one element, and the old font its page names for it."""

    text: str
    font: Font | None = None


@dataclass(slots=True)
class Pen:
    """Mends one text after the other and notes each repair; `respelled` counts those of spelling.

    Of the repairs of spelling only so many are noted, all are counted.
    """

    notes: list[Mended] = field(default_factory=list)
    respelled: int = 0

    def mend(self, text: str, font: Font | None = None) -> str:
        """Return a text as it is stored, old fonts in it read; spaces round it stay."""
        (mended,) = self.pieces([Piece(text, font)])
        return mended

    def pieces(self, pieces: Sequence[Piece]) -> list[str]:
        """Return the texts of a line's pieces, in order, as they are stored."""
        line = "".join(piece.text for piece in pieces)
        texts = [piece.text for piece in pieces]
        if any(piece.font for piece in pieces) or _MAY_BE_OLD.search(line):
            texts = self._read(pieces)
        return [self.respell(text) for text in texts]

    def respell(self, text: str) -> str:
        """Return a text in the one spelling that is stored; spaces round it stay."""
        core = text.strip()
        if not core or normalise(core) == core:
            return text
        repaired = explain(core)
        self.respelled += len(repaired.repairs)
        for repair in repaired.repairs[: max(MOST_NOTES - len(self.notes), 0)]:
            context = core[max(repair.at - AROUND, 0) : repair.at + AROUND]
            self.notes.append(
                Mended(name=repair.name, before=repair.before, after=repair.after, context=context)
            )
        lead = len(text) - len(text.lstrip())
        return f"{text[:lead]}{repaired.text.strip()}{text[lead + len(core) :]}"

    def _read(self, pieces: Sequence[Piece]) -> list[str]:
        """Return the texts of pieces with their old fonts read, each in the piece it stood in."""
        read: list[str] = []
        runs: list[Mended] = []
        for font, stretch in groupby(pieces, key=attrgetter("font")):
            texts, own = read_across([piece.text for piece in stretch], font)
            read += texts
            runs += own
        line = "".join(read)
        self.notes += [replace(run, context=line) for run in runs]
        return read


def read_runs(text: str, font: Font | None = None) -> tuple[str, list[Mended]]:
    """Return a text with its runs in old fonts read, and a note of each run.

    `font` is the one that the text's page or document names, if any.
    """
    (read,), runs = read_across([text], font)
    return read, runs


def read_across(texts: Sequence[str], font: Font | None) -> tuple[list[str], list[Mended]]:
    """Return the texts of one line with its runs in old fonts read, and a note of each run.

    Runs are found in the line as a whole; one that goes on in the next text is read part by part.
    """
    found = decode_runs("".join(texts), hint=font)
    if len(texts) == 1:
        read = [found.text]
    else:
        runs = [(run.at, run.at + len(run.before), named(run.name)) for run in found.repairs]
        starts = [sum(map(len, texts[:i])) for i in range(len(texts))]
        read = [
            "".join(_parts(text, start, runs)) for text, start in zip(texts, starts, strict=True)
        ]
    line = "".join(read)
    return read, [
        Mended(name=run.name, before=run.before, after=run.after, context=line)
        for run in found.repairs
    ]


def _parts(text: str, start: int, runs: Sequence[tuple[int, int, Font]]) -> Iterator[str]:
    """Give a text that begins at a place of its line, what of each run is in it read."""
    done = 0
    for begins, ends, font in runs:
        first, last = max(begins - start, 0), min(ends - start, len(text))
        if first < last:
            yield text[done:first]
            yield decode(text[first:last], font)
            done = last
    yield text[done:]


def mend(draft: Draft) -> Draft:
    """Return the draft with its texts repaired without losing what a reader sees.

    For drafts whose old fonts are read already.
    """
    pen = Pen()
    return replace(
        draft,
        headline=pen.respell(draft.headline).strip(),
        standfirst=pen.respell(draft.standfirst).strip(),
        body=tuple(_block(block, pen) for block in draft.body),
        repairs=(*draft.repairs, *pen.notes),
    )


def _block(block: DraftBlock, pen: Pen) -> DraftBlock:
    if isinstance(block, DraftParagraph):
        kept = tuple(replace(link, text=normalise(link.text)) for link in block.links)
        text = pen.respell(block.text).strip()
        html = reworded(block.html, Pen().respell)
        # What is mended across the edge of an emphasis is mended; its emphasis is what goes.
        return DraftParagraph(text=text, links=kept, html=html if text_of(html) == text else "")
    return with_texts(block, lambda text: pen.respell(text).strip())
