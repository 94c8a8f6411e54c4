"""Showing: a draft and its provenance as plain values for the screens' templates."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from harkara.intake.drafts import (
    Draft,
    DraftAlsoRead,
    DraftGallery,
    DraftImageRef,
    DraftParagraph,
    DraftVideo,
    Mended,
)
from harkara.intake.putting_back import can_be_undone
from harkara.intake.repair_words import repair_words
from harkara.intake.stream import linked
from harkara.intake.suggestions import Suggestions
from harkara.newsroom.admin.suggestions.showing import ShownRepeat, shown_repeat
from harkara.newsroom.models import LiveStory, Topic
from harkara.search.topics import TopicProposal


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBlock:
    """One block of a draft; `story` is the headline of the story a reference names.

    `html` is the text with its emphasis and links, where it has any.
    """

    kind: str
    text: str
    story: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """A line that was taken out."""

    at: int
    text: str
    why: str
    back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRepair:
    """A repair, and how often it was made."""

    label: str
    before: str
    after: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRun:
    """A text that was read from an old font."""

    at: int
    label: str
    before: str
    after: str
    undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTopic:
    """A proposed topic: whether the desk has it already, and the words of the story for it."""

    at: int
    name: str
    kind: str
    is_new: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDraft:
    """A draft as its screen shows it."""

    headline: str
    standfirst: str
    byline: str
    dateline: str
    source: str
    slug: str
    section_why: tuple[str, ...]
    blocks: tuple[ShownBlock, ...]
    removed: tuple[ShownLine, ...]
    repairs: tuple[ShownRepair, ...]
    runs: tuple[ShownRun, ...]
    topics: tuple[ShownTopic, ...]
    notices: tuple[str, ...]
    repeats: tuple[ShownRepeat, ...]


def shown_draft(
    draft: Draft, suggested: Suggestions, offered: Iterable[TopicProposal]
) -> ShownDraft:
    """Return a draft as its screen shows it, with the topics that are offered there."""
    return ShownDraft(
        headline=draft.headline,
        standfirst=draft.standfirst,
        byline=", ".join(draft.byline),
        dateline=draft.dateline,
        source=" · ".join(filter(None, (draft.source.name, draft.source.credit))),
        slug=suggested.slug,
        section_why=suggested.section.why if suggested.section else (),
        blocks=_blocks(draft, suggested),
        removed=tuple(
            ShownLine(at=i, text=line.text, why=_(line.why)) for i, line in enumerate(draft.removed)
        ),
        repairs=shown_repairs(
            (r.name, r.before, r.after) for r in draft.repairs if not can_be_undone(r)
        ),
        runs=shown_runs(draft.repairs),
        topics=tuple(
            ShownTopic(
                at=i,
                name=topic.name,
                kind=str(Topic.Kind(topic.kind).label),
                is_new=topic.known_id is None,
                why=topic.why,
            )
            for i, topic in enumerate(offered)
        ),
        notices=tuple(map(str, draft.notices)),
        repeats=tuple(map(shown_repeat, suggested.repeats)),
    )


def shown_runs(repairs: Sequence[Mended], *, undone: Collection[int] = ()) -> tuple[ShownRun, ...]:
    """Return the texts among repairs that were read from an old font; `undone` are places."""
    return tuple(
        ShownRun(
            at=i, label=repair_words(r.name), before=r.before, after=r.after, undone=i in undone
        )
        for i, r in enumerate(repairs)
        if can_be_undone(r)
    )


def _blocks(draft: Draft, suggested: Suggestions) -> tuple[ShownBlock, ...]:
    numbers = [number for number in suggested.references if number is not None]
    found: Mapping[int, Any] = LiveStory.objects.in_bulk(numbers)
    references = iter(suggested.references)
    shown: list[ShownBlock] = []
    for block in draft.body:
        if isinstance(block, DraftAlsoRead):
            number = next(references)
            story = found[number].headline if number is not None and number in found else ""
            shown.append(ShownBlock(kind=block.kind, text=block.text, story=story))
        elif isinstance(block, DraftImageRef):
            words = " · ".join(filter(None, (block.caption, block.alt))) or block.url
            shown.append(ShownBlock(kind=block.kind, text=words))
        elif isinstance(block, DraftGallery):
            words = " · ".join(filter(None, (one.caption or one.alt for one in block.pictures)))
            shown.append(ShownBlock(kind=block.kind, text=words))
        elif isinstance(block, DraftParagraph):
            html = SafeString(block.html) or linked(block.text, block.links)  # both are escaped
            shown.append(ShownBlock(kind=block.kind, text=block.text, html=html))
        elif isinstance(block, DraftVideo):
            shown.append(ShownBlock(kind=block.kind, text=block.url))
        else:
            shown.append(ShownBlock(kind=block.kind, text=block.text))
    return tuple(shown)


def shown_repairs(repairs: Iterable[Sequence[str]]) -> tuple[ShownRepair, ...]:
    """Return repairs, each a name with what stood there and what stands there, and how often."""
    counted = Counter((name, before, after) for name, before, after in repairs)
    return tuple(
        ShownRepair(label=repair_words(name), before=_seen(before), after=_seen(after), count=count)
        for (name, before, after), count in counted.most_common()
    )


def _seen(text: str) -> str:
    """Return a piece of text with what nobody sees spelled out; spaces between words are seen."""
    seen = " " if text.strip() else ""
    return "".join(
        c if c in seen or (c.isprintable() and not c.isspace()) else f"U+{ord(c):04X}" for c in text
    )
