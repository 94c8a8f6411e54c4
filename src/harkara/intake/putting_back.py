"""Putting back: lines that were taken out, into the story again."""

from collections.abc import Collection
from dataclasses import replace

from harkara.intake.drafts import (
    Draft,
    DraftAlsoRead,
    DraftBlock,
    DraftParagraph,
    Removed,
    TextBlock,
)


def put_back(draft: Draft, chosen: Collection[int]) -> Draft:
    """Return the draft with the chosen of its removed lines as paragraphs, each at its place.

    `chosen` are their places among `removed`; numbers that name no line are passed over.
    """
    back = [(i, line) for i, line in enumerate(draft.removed) if i in chosen]
    if not back:
        return draft
    body: list[DraftBlock] = []
    for place in range(len(draft.body) + 1):
        body += [DraftParagraph(text=line.text) for _i, line in back if line.before_block == place]
        body += draft.body[place : place + 1]
    put = {i for i, _line in back}
    return replace(
        draft,
        body=_counted(body),
        removed=tuple(
            _moved(line, [other for _i, other in back])
            for i, line in enumerate(draft.removed)
            if i not in put
        ),
    )


def _moved(line: Removed, back: list[Removed]) -> Removed:
    """Return a line that stays out, its place moved down by what came back above it."""
    above = sum(other.before_block <= line.before_block for other in back)
    return replace(line, before_block=line.before_block + above)


def _counted(body: list[DraftBlock]) -> tuple[DraftBlock, ...]:
    """Return the blocks with each reference counting anew what stands before it."""
    counted: list[DraftBlock] = []
    count = 0
    for block in body:
        if isinstance(block, DraftAlsoRead):
            counted.append(replace(block, after_paragraph=count))
            continue
        count += isinstance(block, TextBlock)
        counted.append(block)
    return tuple(counted)
