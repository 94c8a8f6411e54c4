"""Mending: every text of a draft in the one spelling that is stored, and a note of each repair."""

from dataclasses import replace

from harkara.intake.drafts import Draft, DraftBlock, DraftParagraph, Mended, with_texts
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
        if isinstance(block, DraftParagraph):
            kept = tuple(replace(link, text=explain(link.text).text) for link in block.links)
            return DraftParagraph(text=self.mend(block.text), links=kept)
        return with_texts(block, self.mend)
