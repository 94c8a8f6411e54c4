"""Unwrapping: paragraphs made whole again that a page, an e-paper or a mailer broke into lines.

A line was broken by a machine if the next line's first word would not have fitted on it, and if no
sentence ended there. A line that a person ended is shorter, or its sentence is over.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from harkara.intake.line_words import shape
from harkara.intake.sources.paste.lines import Kind, Line

WIDEST = 160
FULL = 0.8  # letters of different widths: a line of a column is full well before the longest one
NARROW = 60
MOST_HEADLINE_WORDS = 25


def unwrap(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines with every broken paragraph joined into one line."""
    lines = _without_double_spacing(lines)
    runs = list(_runs(lines))
    has_gaps = sum(1 for run in runs if len(run) > 1) > 1
    joined = [_join_run(run, has_gaps=has_gaps) for run in runs]
    is_column = any(
        len(after) < len(before) and _width(before) <= NARROW
        for before, after in zip(runs, joined, strict=True)
    )
    if is_column and joined:
        joined[0] = _join_headline(joined[0])
    return tuple(line for run in joined for line in run)


def _runs(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """Yield the lines between one gap and the next, cut where they cannot belong together."""
    run: list[Line] = []
    for line in lines:
        if run and (line.gap or not _alike(run[-1], line)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _alike(above: Line, line: Line) -> bool:
    return (
        above.kind is line.kind is Kind.TEXT
        and above.area is line.area
        and above.main is line.main
        and line.linked < 0.5
    )


def _join_run(run: list[Line], *, has_gaps: bool) -> list[Line]:
    width = _width(run)
    if len(run) < 2 or width > WIDEST:
        return run
    breaks = [_is_break(above, line, width) for above, line in pairwise(run)]
    wrapped = [
        is_break and not shape.ends_sentence(above.text)
        for above, is_break in zip(run, breaks, strict=False)
    ]
    if not any(wrapped):
        return run
    # Where blank lines part the paragraphs, a full line that ends a sentence goes on below.
    goes_on = breaks if has_gaps and len(run) > 2 else wrapped
    joined: list[Line] = []
    part = [run[0]]
    for line, on in zip(run[1:], goes_on, strict=True):
        if on:
            part.append(line)
        else:
            joined += _whole(part)
            part = [line]
    return joined + _whole(part)


def _is_break(above: Line, line: Line, width: int) -> bool:
    """Say whether the next line's first word would not have fitted on the line above."""
    first_word = line.text.split(maxsplit=1)[0]
    return len(above.text) + 1 + len(first_word) >= FULL * width and len(above.text) >= 12


def _whole(part: list[Line]) -> list[Line]:
    """Return the lines as one if they make a paragraph: it ends as a sentence does."""
    if len(part) == 1 or not shape.ends_sentence(part[-1].text):
        return part
    return [_as_one(part)]


def _as_one(part: list[Line]) -> Line:
    text = part[0].text
    stressed = list(part[0].stressed)
    for line in part[1:]:
        # A hyphen at a line's end belongs to its word: भू-राजनीतिक.
        text += "" if text.endswith("-") and text[-2:-1] != " " else " "
        stressed += (one.moved(len(text)) for one in line.stressed)
        text += line.text
    return replace(
        part[0],
        text=text,
        stressed=tuple(stressed),
        links=tuple(link for line in part for link in line.links),
        linked=sum(line.linked * len(line.text) for line in part) / max(len(text), 1),
    )


def _join_headline(run: list[Line]) -> list[Line]:
    """Return the first run of a column's text as one line if it can be its headline."""
    count = sum(len(shape.words(line.text)) for line in run)
    plain = all(shape.is_headline(line.text) or len(shape.words(line.text)) < 3 for line in run)
    if 1 < len(run) <= 4 and plain and count <= MOST_HEADLINE_WORDS and _width(run) <= NARROW:
        return [_as_one(run)]
    return run


def _without_double_spacing(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines without gaps if a blank line stands after each, full or not."""
    texts = [line for line in lines if line.kind is Kind.TEXT]
    if len(texts) < 6 or not all(line.gap for line in texts):
        return lines
    width = _width(texts)
    if width > WIDEST:
        return lines
    open_ended = sum(not shape.ends_sentence(line.text) for line in texts)
    full = sum(_is_break(above, line, width) for above, line in pairwise(texts))
    if open_ended * 2 < len(texts) or full * 3 < len(texts) * 2:
        return lines
    return tuple(
        replace(line, gap=line.gap and (line.kind is not Kind.TEXT or i == 0))
        for i, line in enumerate(lines)
    )


def _width(run: list[Line]) -> int:
    return max(len(line.text) for line in run)
