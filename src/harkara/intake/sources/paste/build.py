"""Building: judged lines → the blocks of a story, with what was taken out at its place."""

from dataclasses import replace

from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import (
    DraftAlsoRead,
    DraftBlock,
    DraftHeading,
    DraftImageRef,
    DraftList,
    DraftParagraph,
    DraftQuote,
    DraftTable,
    DraftVideo,
    Removed,
    TextBlock,
)
from harkara.intake.emphasis import STRONG, tidied, written
from harkara.intake.line_words import shape
from harkara.intake.line_words.captions import caption_in
from harkara.intake.sources.paste.lines import Kind, Line
from harkara.intake.sources.paste.survey import Page
from harkara.intake.sources.paste.verdicts import Call, Verdict

WHY_CAPTION = _("caption without its picture")
MOST_HEADING_WORDS = 14
MOST_MARKED_HEADING_WORDS = 25
_GROUPED = frozenset({Kind.ITEM, Kind.NUMBERED, Kind.QUOTE, Kind.ROW})
_DASHES = ("—", "–", "-", "―")


class Builder:
    """Gathers blocks and removed lines in the order of the page."""

    def __init__(self) -> None:
        self.body: list[DraftBlock] = []
        self.removed: list[Removed] = []
        self.group: list[Line] = []
        self.texts = self.counted = 0

    def build(self, page: Page, verdicts: tuple[Verdict, ...]) -> None:
        """Take in all lines of a page; `body` and `removed` hold what became of them."""
        kept = [i for i, verdict in enumerate(verdicts) if verdict.call is Call.KEEP]
        runs_below = dict(zip(kept, [*kept[1:], None], strict=False))
        for i, verdict in enumerate(verdicts):
            line = page.lines[i]
            if verdict.call is Call.KEEP:
                below = runs_below[i]
                self.keep(line, page.lines[below] if below is not None else None)
            elif verdict.call is Call.REFERENCE:
                self.refer(line, verdict.title)
            elif verdict.call in (Call.REMOVE, Call.STAMP) and line.text:
                self.remove(page.keys[i] or line.text, verdict.why)
        self.end_group()

    def remove(self, text: str, why: str) -> None:
        """Note a line that is not in the story."""
        place = len(self.body) + bool(self.group)
        self.removed.append(Removed(text=text, why=why, before_block=place))

    def refer(self, line: Line, title: str) -> None:
        """Add a reference to another story."""
        self.end_group()
        # Counted on from the last count: a page of nothing but references is counted once.
        self.texts += sum(isinstance(block, TextBlock) for block in self.body[self.counted :])
        self.counted = len(self.body)
        url = line.links[-1].url if line.links else ""
        self.body.append(DraftAlsoRead(text=title, after_paragraph=self.texts, url=url))

    def keep(self, line: Line, below: Line | None) -> None:
        """Add a line of the story; what comes below tells a cross-head from a paragraph."""
        if line.kind in _GROUPED:
            if self.group and self.group[-1].kind is not line.kind:
                self.end_group()
            self.group.append(line)
            return
        self.end_group()
        if line.kind is Kind.CAPTION:
            self.caption(line)
        elif line.kind is Kind.PICTURE:
            self.body.append(DraftImageRef(url=line.url, alt=line.text))
        elif line.kind is Kind.VIDEO:
            self.body.append(DraftVideo(url=line.url))
        elif _is_heading(line, below):
            self.body.append(DraftHeading(text=line.text))
        else:
            self.body.append(_paragraph(line))

    def caption(self, line: Line) -> None:
        """Put a caption under its picture, or note that there is none."""
        above = self.body[-1] if self.body else None
        if isinstance(above, DraftImageRef) and not above.caption:
            self.body[-1] = replace(above, caption=caption_in(line.text) or line.text)
        else:
            self.remove(line.text, WHY_CAPTION)

    def end_group(self) -> None:
        """Turn the lines of a list, quotation or table into one block."""
        group, self.group = self.group, []
        if not group:
            return
        kind = group[0].kind
        if kind is Kind.QUOTE:
            self.body.append(_quote(group))
        elif kind is Kind.ROW:
            self.body += _tables(group)
        elif len(group) > 1 and _counts_up(group):
            items = tuple(line.text for line in group)
            self.body.append(DraftList(items=items, ordered=kind is Kind.NUMBERED))
        else:
            self.body += map(_paragraph, group)


def _paragraph(line: Line) -> DraftParagraph:
    """Return a line as a paragraph, the number before it as it was typed."""
    before = f"{line.mark} " if line.mark else ""
    text = before + line.text
    stressed = [one.moved(len(before)) for one in line.stressed]
    links = ((link.text, link.url) for link in line.links)
    html = written(text, links, stressed) if tidied(text, stressed) else ""
    return DraftParagraph(text=text, links=line.links, html=html)


def _is_heading(line: Line, below: Line | None) -> bool:
    count = len(shape.words(line.text))
    if line.kind in (Kind.HEADING, Kind.TITLE):
        return count <= MOST_MARKED_HEADING_WORDS and not shape.is_prose(line.text)
    if below is None or count > MOST_HEADING_WORDS or line.text.endswith((":", ",", ";", "-")):
        return False
    if any(one.tag == STRONG and len(line.text) == one.end - one.start for one in line.stressed):
        return not shape.ends_sentence(line.text)
    ends = shape.ends_sentence(line.text) and not shape.is_question(line.text)
    return not ends and shape.is_prose(below.text)


def _quote(group: list[Line]) -> DraftQuote:
    texts = [line.text for line in group]
    who = ""
    if len(texts) > 1 and texts[-1].startswith(_DASHES):
        who = texts.pop().lstrip("".join(_DASHES) + " ")
    return DraftQuote(text=" ".join(texts), who=who)


def _tables(group: list[Line]) -> list[DraftBlock]:
    """Return a table for each stretch of rows of equally many cells."""
    stretches: list[list[Line]] = []
    for line in group:
        if not stretches or len(stretches[-1][0].cells) != len(line.cells):
            stretches.append([])
        stretches[-1].append(line)
    return [DraftTable(rows=tuple(line.cells for line in rows)) for rows in stretches]


def _counts_up(group: list[Line]) -> bool:
    """Say whether typed numbers run 1, 2, 3; a list that was marked up needs none."""
    marks = ["".join(filter(str.isdigit, line.mark)) for line in group]
    if not any(marks):
        return True
    return [int(mark or 0) for mark in marks] == list(range(1, len(group) + 1))
