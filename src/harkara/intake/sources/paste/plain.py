"""Plain text → lines: blank lines, bullets, quotes, and what WhatsApp puts round a message."""

import re

from harkara.intake.sources.paste.lines import Kind, Line

BULLET = re.compile(
    r"^\s*(?:[•●○◦▪■◆►▶➤✓✔☞–·*-]|\N{BLACK RIGHT-POINTING TRIANGLE}\ufe0f?)\s+(?=\S)"
)
NUMBERED = re.compile(r"^\s*\(?[0-9०-९]{1,2}[.)]\s+(?=\S)")
MESSAGE = re.compile(
    r"^\s*\u200e?\[?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\]?"
    r"\s*(?:-\s*)?[^:\n]{1,40}:\s?",
    re.IGNORECASE,
)
FORWARDED = re.compile(
    r"^\s*(?:forwarded(?: many times)?|अग्रेषित(?: कई बार)?|फॉरवर्ड किया गया)\s*$", re.IGNORECASE
)
STARRED = re.compile(r"^(?:\*([^*\n]+)\*|_([^_\n]+)_)$")
_LINE_END = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")


def from_text(text: str) -> tuple[Line, ...]:
    """Return the non-blank lines of a text; what stood before a message is a line of its own."""
    lines: list[Line] = []
    gap = True
    for raw in _LINE_END.split(text):
        line = raw.replace("\0", "").strip(" \t\ufeff\u200b\u00a0")
        if not line:
            gap = True
            continue
        message = MESSAGE.match(line)
        if message:
            lines.append(Line(text=message[0].strip(), kind=Kind.MESSAGE))
            line, gap = line[message.end() :].strip(), True
            if not line:
                continue
        lines.append(_line(line, gap=gap))
        gap = False
    return tuple(lines)


def _line(text: str, *, gap: bool) -> Line:
    starred = STARRED.match(text)
    if starred:
        # A whole line between asterisks is WhatsApp's bold: a headline or a cross-head.
        return Line(text=(starred[1] or starred[2]).strip(), kind=Kind.HEADING, gap=True)
    if text.startswith(">"):
        return Line(text=text.lstrip("> ").strip() or text, kind=Kind.QUOTE, gap=gap)
    for pattern, kind in ((BULLET, Kind.ITEM), (NUMBERED, Kind.NUMBERED)):
        found = pattern.match(text)
        if found:
            mark = found[0].strip() if kind is Kind.NUMBERED else ""
            return Line(text=text[found.end() :], kind=kind, gap=gap, mark=mark)
    return Line(text=text, gap=gap)
