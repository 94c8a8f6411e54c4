"""Wrapped: plain texts whose lines were broken at a width, as old wires did; made whole again."""

import re

from harkara.intake.line_words.shape import ends_sentence

_LINES = re.compile(r"\r\n?|\n")
_INDENT = re.compile(r"[ \t]{3,}\S")
NARROWEST, WIDEST = 30, 100
FULL = 0.7


def unwrapped(text: str) -> str:
    r"""Return a text with each paragraph that was broken into lines in one line.

    Blank lines part paragraphs, and lines that begin far in where others do not. Lines that are not
    all full, or do not end as a sentence does, stay as they are: a table of results is one.

    >>> unwrapped("सोहनी नदी पर बना नया पुल सोमवार को\nखोल दिया गया।")
    'सोहनी नदी पर बना नया पुल सोमवार को खोल दिया गया।'
    """
    lines = _LINES.split(text)
    said = [line for line in lines if line.strip()]
    indented = sum(map(bool, map(_INDENT.match, said)))
    by_indent = 0 < indented < len(said)
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if not line.strip() or (by_indent and _INDENT.match(line)):
            paragraphs.append([])
        if line.strip():
            paragraphs[-1].append(line.strip())
    return "\n\n".join(_whole(one) for one in paragraphs if one)


def _whole(lines: list[str]) -> str:
    width = max(map(len, lines))
    is_full = all(len(line) >= FULL * width for line in lines[:-1])
    if not (NARROWEST <= width <= WIDEST and is_full and ends_sentence(lines[-1])):
        return "\n".join(lines)
    if sum(map(ends_sentence, lines[:-1])) * 2 > len(lines) - 1:
        return "\n".join(lines)  # A paragraph a line.
    return " ".join(lines)
