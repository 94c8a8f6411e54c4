"""Putting back: lines that were taken out, and text as it was typed, into the story again."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from harkara.intake.drafts import (
    Draft,
    DraftAlsoRead,
    DraftBlock,
    DraftParagraph,
    Mended,
    Removed,
    TextBlock,
    with_texts,
)
from harkara.text.legacy import FONTS
from harkara.text.normalise import normalise


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


def can_be_undone(repair: Mended) -> bool:
    """Say whether a repair can be undone: text that was read from an old font."""
    return repair.name in FONTS


def as_typed(draft: Draft, chosen: Collection[int]) -> Draft:
    """Return the draft with the chosen of its repairs undone: each run as it was typed.

    `chosen` are their places among `repairs`; numbers that name no repair that can be undone are
    passed over.
    """
    lines: dict[str, dict[str, Mended]] = {}
    for i, repair in enumerate(draft.repairs):
        if i in chosen and can_be_undone(repair):
            lines.setdefault(repair.context, {})[repair.before] = repair
    for line, runs in lines.items():
        typed = line
        for run in runs.values():
            typed = typed.replace(run.after, run.before)
        draft = _with_line(draft, line.split(), typed.split())
    kept = [r for r in draft.repairs if r.before not in lines.get(r.context, ())]
    return replace(draft, repairs=tuple(kept))


def _with_line(draft: Draft, read: list[str], typed: list[str]) -> Draft:
    """Return the draft with a line as it was typed, wherever it is in the story.

    Its first words may have become a dateline: the greater part, behind them, is looked for then.
    """
    for first in range(len(read) // 2 + 1):
        words, wanted = " ".join(read[first:]), " ".join(typed[first:])
        change = partial(_swapped, (words, normalise(words)), wanted)
        changed = replace(
            draft,
            headline=change(draft.headline),
            standfirst=change(draft.standfirst),
            body=tuple(with_texts(block, change) for block in draft.body),
        )
        if changed != draft:
            return changed
    return draft


def _swapped(olds: Collection[str], new: str, text: str) -> str:
    return next((text.replace(old, new) for old in olds if old in text), text)


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
