"""Plain text → lines: blank lines, bullets, quotes, and what WhatsApp puts round a message."""

import re
from dataclasses import replace

from harkara.intake.emphasis import EM, STRONG, Stretch
from harkara.intake.line_words import shape
from harkara.intake.sources.paste.lines import Kind, Line
from harkara.intake.sources.paste.messages import EDITED, HEAD_OF_MAIL, MESSAGE, PASSED_ON, is_told

BULLET = re.compile(
    r"^\s*(?:[•●○◦▪■◆►▶➤✓✔☞–·*-]|\N{BLACK RIGHT-POINTING TRIANGLE}\ufe0f?)\s+(?=\S)"
)
NUMBERED = re.compile(r"^\s*\(?[0-9०-९]{1,2}[.)-]\s+(?=\S)")
# WhatsApp's bold, italic and struck words: the mark stands close to its words, and words end there.
_MARKED = re.compile(
    r"(?:(?<=^)|(?<=[\s(\[\"'“‘–—-]))(?P<mark>[*_~])(?P<words>(?!\s)[^*_~\n]{1,300}?(?<!\s))(?P=mark)"
    r"(?=$|[\s).,;:!?\"'”’\]।–—-])"
)
_TAGS = {"*": STRONG, "_": EM}
STARRED = re.compile(r"^(?:\*([^*\n]+)\*|_([^_\n]+)_)$")
_LINE_END = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")


def from_text(text: str) -> tuple[Line, ...]:
    """Return the non-blank lines of a text; what stood before a message is a line of its own."""
    lines: list[Line] = []
    gap, in_head = True, False
    for raw in _LINE_END.split(text):
        line = raw.replace("\0", "").strip(" \t\ufeff\u200b\u00a0")
        if not line:
            gap = True
            continue
        line = EDITED.sub("", line)
        in_head = bool(PASSED_ON.match(line) or (in_head and HEAD_OF_MAIL.match(line)))
        if in_head or is_told(line):
            lines.append(Line(text=line, kind=Kind.MESSAGE))
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
        return _marked(Line(text=text.lstrip("> ").strip() or text, kind=Kind.QUOTE, gap=gap))
    for pattern, kind in ((BULLET, Kind.ITEM), (NUMBERED, Kind.NUMBERED)):
        found = pattern.match(text)
        if found:
            mark = found[0].strip() if kind is Kind.NUMBERED else ""
            return _marked(Line(text=text[found.end() :], kind=kind, gap=gap, mark=mark))
    return _marked(Line(text=text, gap=gap))


def _marked(line: Line) -> Line:
    """Return a line without WhatsApp's marks, its words emphasised as these said."""
    if not shape.devanagari(line.text):
        return line  # In a line of an old font these marks are letters.
    text, at = "", 0
    stressed: list[Stretch] = []
    for found in _MARKED.finditer(line.text):
        text += line.text[at : found.start()]
        if found["mark"] in _TAGS:
            stressed.append(Stretch(len(text), len(text + found["words"]), _TAGS[found["mark"]]))
        text, at = text + found["words"], found.end()
    return replace(line, text=text + line.text[at:], stressed=tuple(stressed))
