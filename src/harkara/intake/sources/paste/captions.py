"""Captions that were typed as lines of the text: marked as what they are."""

from collections.abc import Iterator
from dataclasses import replace

from harkara.intake.line_words import shape
from harkara.intake.line_words.captions import MOST_CAPTION, caption_in, is_label
from harkara.intake.sources.paste.lines import Kind, Line
from harkara.intake.sources.paste.messages import ATTACHED

_TYPED = (Kind.TEXT, Kind.HEADING, Kind.ITEM)


def with_captions(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines, those marked as captions that a label or an attached file says are so."""
    return tuple(_marked(lines))


def _marked(lines: tuple[Line, ...]) -> Iterator[Line]:
    below_label = told = False
    for at, line in enumerate(lines):
        typed = line.kind in _TYPED and len(line.text) <= MOST_CAPTION
        label = typed and is_label(line.text)
        # With a photo that comes before the story, its headline may be sent instead.
        with_file = typed and told and _is_sent_with_file(lines, at)
        if typed and (label or below_label or with_file or caption_in(line.text)):
            yield replace(line, kind=Kind.CAPTION)
        else:
            yield line
        told = told or shape.is_prose(line.text)
        below_label = label


def _is_sent_with_file(lines: tuple[Line, ...], at: int) -> bool:
    """Say whether a line is all that a message of a chat says of the file that it brings."""
    ends = at + 1 == len(lines) or lines[at + 1].kind is Kind.MESSAGE
    after_file = at > 0 and ATTACHED.search(lines[at - 1].text) is not None
    return ends and after_file and not shape.is_prose(lines[at].text)
