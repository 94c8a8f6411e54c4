"""Meant: emphasis that sets words apart from the others, not the look of a whole page."""

from dataclasses import replace

from harkara.intake.emphasis import EM, STRONG
from harkara.intake.sources.paste.lines import Kind, Line

MOST_STRESSED = 0.5
"""Where more of the running text is bold than this, or italic, it is so by its page's design."""


def meant(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines with only the emphasis that somebody meant."""
    running = [line for line in lines if line.kind is Kind.TEXT and line.main is not False]
    whole = sum(len(line.text) for line in running)
    looks = {
        tag
        for tag in (STRONG, EM)
        if sum(_length(line, tag) for line in running) > MOST_STRESSED * whole
    }
    if not looks:
        return lines
    return tuple(
        replace(line, stressed=tuple(one for one in line.stressed if one.tag not in looks))
        for line in lines
    )


def _length(line: Line, tag: str) -> int:
    return sum(one.end - one.start for one in line.stressed if one.tag == tag)
