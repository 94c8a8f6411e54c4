"""Mending: every text of a draft in the one spelling that is stored, and a note of each repair."""

from dataclasses import replace

from harkara.intake.drafts import Draft, DraftBlock, DraftParagraph, Mended, with_texts
from harkara.text.legacy import Font, decode_runs
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


def read_runs(text: str, font: Font | None = None) -> tuple[str, list[Mended]]:
    """Return a text with its runs in old fonts read, and a note of each run.

    `font` is the one that the text's page or document names, if any.
    """
    decoded = decode_runs(text, hint=font)
    return decoded.text, [
        Mended(name=run.name, before=run.before, after=run.after, context=decoded.text)
        for run in decoded.repairs
    ]


def read_old_fonts(draft: Draft) -> Draft:
    """Return the draft with what is typed in old fonts read; each run is noted and can be undone.

    For sources that hand over texts; what is pasted is read line by line, with its page's hints.
    """
    notes: list[Mended] = []

    def read(text: str) -> str:
        text, own = read_runs(text)
        notes.extend(own)
        return text

    def read_block(block: DraftBlock) -> DraftBlock:
        block = with_texts(block, read)
        if not isinstance(block, DraftParagraph):
            return block
        links = (replace(link, text=decode_runs(link.text).text) for link in block.links)
        return replace(block, links=tuple(links))

    return replace(
        draft,
        headline=read(draft.headline),
        standfirst=read(draft.standfirst),
        body=tuple(map(read_block, draft.body)),
        repairs=(*draft.repairs, *notes),
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
