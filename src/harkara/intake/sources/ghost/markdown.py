"""Markdown: what a card of older posts says, as HTML: as much of it as stories have."""

import re

_LINES = re.compile(r"\n\s*\n")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*\Z", re.DOTALL)
_ITEM = re.compile(r"\s*(?:[-*+]|(\d+)[.)])\s+(.*)")
# Of Markdown what a story has: pictures, links, bold, italic; in this order, for one is in another.
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[([^\]]*)\]\((\S+?)\)"), r'<img src="\2" alt="\1">'),
    (re.compile(r"\[([^\]]+)\]\((\S+?)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"<strong>\2</strong>"),
    (re.compile(r"(?<![\w*])([*_])(?=\S)(.+?)(?<=\S)\1(?![\w*])"), r"<em>\2</em>"),
)
_RULE = re.compile(r"(?:[*_-][ \t]*){3,}\Z")
_BELOW_HEADS = frozenset("|-: \t")
"""The signs of the line between a table's heads and its rows."""


def html_of(text: str) -> str:
    r"""Return Markdown as HTML; HTML that stands in it stays as it is.

    >>> html_of("## दाम\n\n> पुल **बड़ा** है।")
    '<h2>दाम</h2><blockquote>पुल <strong>बड़ा</strong> है।</blockquote>'
    """
    return "".join(map(_part, filter(str.strip, _LINES.split(text))))


def _part(text: str) -> str:
    heading = _HEADING.match(text.strip())
    if heading and "\n" not in heading[1]:
        return f"<h2>{_marked(heading[1])}</h2>"
    lines = text.strip().splitlines()
    if _RULE.match(text.strip()):
        return ""
    if all(line.lstrip().startswith(">") for line in lines):
        said = "<br>".join(line.lstrip()[1:].strip() for line in lines)
        return f"<blockquote>{_marked(said)}</blockquote>"
    if len(lines) > 2 and "|" in lines[0] and "-" in lines[1] and set(lines[1]) <= _BELOW_HEADS:
        return _table([lines[0], *lines[2:]])
    items = [_ITEM.match(line) for line in lines]
    if all(items):
        tag = "ol" if items[0] and items[0][1] else "ul"
        inside = "".join(f"<li>{_marked(one[2])}</li>" for one in items if one)
        return f"<{tag}>{inside}</{tag}>"
    # HTML may stand in Markdown as it is.
    return text if text.lstrip().startswith("<") else f"<p>{_marked(text.strip())}</p>"


def _table(lines: list[str]) -> str:
    rows = ([cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines)
    cells = ("".join(f"<td>{_marked(cell)}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def _marked(text: str) -> str:
    for pattern, html in _MARKS:
        text = pattern.sub(html, text)
    return text
