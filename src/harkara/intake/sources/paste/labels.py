"""Labels that reporters type before a headline and what sums a story up: read, and left out."""

from collections.abc import Iterator
from dataclasses import replace

from harkara.intake.line_words import shape
from harkara.intake.line_words.area import Area
from harkara.intake.line_words.labels import Part, labelled
from harkara.intake.sources.paste.lines import Kind, Line

MOST_LINES = 12
"""In so many lines, from the first, a label is looked for, and only above the story."""
_TYPED = (Kind.TEXT, Kind.HEADING, Kind.TITLE)


def without_labels(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines, those that are labelled as headline or standfirst marked as such."""
    return (*_read(lines[:MOST_LINES]), *lines[MOST_LINES:])


def _read(lines: tuple[Line, ...]) -> Iterator[Line]:
    said: set[Part] = set()
    begun = False
    for line in lines:
        begun = begun or (shape.is_prose(line.text) and labelled(line.text) is None)
        is_own = (
            line.kind in _TYPED and line.area is Area.NONE and line.main is not False and not begun
        )
        found = labelled(line.text) if is_own else None
        if found is None or found[0] in said:
            yield line
            continue
        part, start = found
        said.add(part)
        stressed = tuple(
            replace(one, start=max(one.start - start, 0), end=one.end - start)
            for one in line.stressed
            if one.end > start
        )
        yield replace(
            line,
            text=line.text[start:],
            kind=Kind.TITLE if part is Part.HEADLINE else Kind.TEXT,
            area=Area.NONE if part is Part.HEADLINE else Area.STANDFIRST,
            stressed=stressed,
        )
