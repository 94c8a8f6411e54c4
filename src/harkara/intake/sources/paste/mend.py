"""Mending: every text of a draft in the one spelling that is stored, and a note of each repair."""

from dataclasses import replace

from harkara.intake.drafts import (
    Draft,
    DraftAlsoRead,
    DraftBlock,
    DraftHeading,
    DraftImageRef,
    DraftList,
    DraftParagraph,
    DraftQuote,
    DraftTable,
    DraftVideo,
    Mended,
)
from harkara.text.normalise import explain

AROUND = 16
MOST_NOTES = 500


def mend(draft: Draft) -> Draft:
    """Return the draft with its texts repaired without losing what a reader sees."""
    pen = _Pen()
    return replace(
        draft,
        headline=pen.mend(draft.headline),
        standfirst=pen.mend(draft.standfirst),
        body=tuple(pen.block(block) for block in draft.body),
        repairs=(*draft.repairs, *pen.notes),
    )


class _Pen:
    """Mends one text after the other and keeps the notes."""

    def __init__(self) -> None:
        self.notes: list[Mended] = []

    def mend(self, text: str) -> str:
        repaired = explain(text)
        for repair in repaired.repairs[: MOST_NOTES - len(self.notes)]:
            context = text[max(repair.at - AROUND, 0) : repair.at + AROUND]
            self.notes.append(
                Mended(name=repair.name, before=repair.before, after=repair.after, context=context)
            )
        return repaired.text.strip()

    def block(self, block: DraftBlock) -> DraftBlock:
        match block:
            case DraftParagraph(text=text, links=links):
                kept = tuple(replace(link, text=explain(link.text).text) for link in links)
                return DraftParagraph(text=self.mend(text), links=kept)
            case DraftHeading(text=text):
                return DraftHeading(text=self.mend(text))
            case DraftAlsoRead(text=text):
                return replace(block, text=self.mend(text))
            case DraftList(items=items):
                return replace(block, items=tuple(self.mend(item) for item in items))
            case DraftQuote(text=text, who=who):
                return DraftQuote(text=self.mend(text), who=self.mend(who))
            case DraftTable(rows=rows):
                return DraftTable(rows=tuple(tuple(map(self.mend, row)) for row in rows))
            case DraftImageRef(alt=alt, caption=caption):
                return replace(block, alt=self.mend(alt), caption=self.mend(caption))
            case DraftVideo():
                return block
