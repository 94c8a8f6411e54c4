"""Showing: suggestions as plain values for the panel's template."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from harkara.newsroom.admin.suggestions.rights import Rights
from harkara.newsroom.models import Suggested, Topic
from harkara.newsroom.queries.headlines import HeadlineCut, Place
from harkara.newsroom.queries.related import RelatedStory
from harkara.newsroom.queries.repeats import Repeat
from harkara.newsroom.queries.suggesting import Suggestions, WrittenBlock, ref_of_topic
from harkara.search.topics import TopicProposal
from harkara.text.graphemes import ellipsis

LONGEST_QUOTE = 160
"""So many characters of a passage are quoted."""
LONGEST_BEGINNING = 32
AFTER_PARAGRAPHS = 3
"""Where a story to read is placed unless the editor says otherwise: after so many paragraphs."""
MOST_PLACES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChoice:
    """A suggestion with its two buttons; `may_take` is False where only rejecting is open."""

    kind: str
    ref: str
    label: str
    note: str = ""
    why: str = ""
    may_take: bool = True
    topic_kind: str = ""
    article_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlace:
    """A place in the body: after so many blocks."""

    after: int
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRepeat:
    """A story that is repeated: how much, in whole percent, the passages, what may be done."""

    ref: str
    article_id: int
    headline: str
    where: str
    percent: int
    percent_of_story: int
    passages: tuple[str, ...]
    source_name: str = ""
    source_credit: str = ""
    source_url: str = ""
    canonical_url: str = ""
    canonical_name: str = ""
    may_merge: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCut:
    """A headline as one place shows it."""

    where: str
    text: str
    is_cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All that the panel shows."""

    count: int
    lacking: tuple[str, ...]
    section: ShownChoice | None
    topics: tuple[ShownChoice, ...]
    new_topics: tuple[ShownChoice, ...]
    also_read: tuple[ShownChoice, ...]
    places: tuple[ShownPlace, ...]
    repeats: tuple[ShownRepeat, ...]
    headline: tuple[ShownCut, ...]
    address: ShownChoice | None
    present_address: str
    address_breaks: bool


def shown(found: Suggestions, blocks: Sequence[WrittenBlock], rights: Rights) -> Shown:
    """Return suggestions as the panel shows them to somebody with these rights."""
    new_topics = found.new_topics if rights.may_add_topics else ()
    hidden = len(found.new_topics) - len(new_topics)
    return Shown(
        count=found.count - hidden,
        lacking=tuple(_lacking(found)),
        section=_section(found, rights),
        topics=tuple(map(_topic, found.topics)),
        new_topics=tuple(map(_topic, new_topics)),
        also_read=tuple(map(_also_read, found.also_read)),
        places=tuple(_places(blocks)),
        repeats=tuple(shown_repeat(one, rights) for one in found.repeats),
        headline=tuple(map(_cut, found.headline)),
        address=_address(found),
        present_address=found.address.present if found.address else "",
        address_breaks=bool(found.address and found.address.breaks),
    )


def shown_repeat(repeat: Repeat, rights: Rights | None = None) -> ShownRepeat:
    """Return a story that is repeated; without rights nothing is offered but to look at it."""
    where = (repeat.section or _("in the desk's tray"), repeat.source_name)
    here = settings.PUBLIC_URL + repeat.path if repeat.path else ""
    return ShownRepeat(
        ref=str(repeat.number),
        article_id=repeat.article_id,
        headline=repeat.headline,
        where=" · ".join(filter(None, where)),
        percent=round(100 * repeat.share),
        percent_of_story=round(100 * repeat.share_of_story),
        passages=tuple(ellipsis(one.text, LONGEST_QUOTE) for one in repeat.passages),
        source_name=repeat.source_name,
        source_credit=repeat.source_credit,
        source_url=repeat.source_url,
        canonical_url=repeat.source_url or here,
        canonical_name=repeat.source_name or (rights.paper if rights else ""),
        may_merge=rights is not None and rights.may_merge_into(repeat),
    )


def _lacking(found: Suggestions) -> Iterator[str]:
    if not found.has_index:
        yield _(
            "The search index is missing, so no stories to read beside this one are found. The "
            "worker makes it by itself; if this stays, run: harkara index make"
        )
    if not found.has_model:
        yield _(
            "What was learned of the sections cannot be read. The worker learns it anew; until "
            "then sections are proposed by the word list alone."
        )


def _section(found: Suggestions, rights: Rights) -> ShownChoice | None:
    if found.section is None:
        return None
    return ShownChoice(
        kind=Suggested.SECTION,
        ref=str(found.section.section.id),
        label=found.section.section.name,
        note=f"{round(100 * found.section.probability)}%",
        why=", ".join(found.section.why),
        may_take=rights.may_move_to(found.section.section.id),
    )


def _topic(topic: TopicProposal) -> ShownChoice:
    kind, ref = ref_of_topic(topic)
    return ShownChoice(
        kind=kind,
        ref=ref,
        label=topic.name,
        note=str(Topic.Kind(topic.kind).label),
        why=topic.why if topic.why != topic.name else "",
        topic_kind=topic.kind,
    )


def _also_read(story: RelatedStory) -> ShownChoice:
    return ShownChoice(
        kind=Suggested.ALSO_READ,
        ref=str(story.number),
        label=story.headline,
        why=", ".join((*story.topics, *story.words)),
        article_id=story.article_id,
    )


def _places(blocks: Sequence[WrittenBlock]) -> Iterator[ShownPlace]:
    """Give the places behind the paragraphs of a body; behind the last one is its end."""
    ends = [at for at, block in enumerate(blocks, start=1) if block.kind == "paragraph"]
    ends = ends[:MOST_PLACES]
    inside = len(ends) > AFTER_PARAGRAPHS
    chosen = ends[AFTER_PARAGRAPHS - 1] if inside else len(blocks)
    for number, after in enumerate(ends, start=1):
        if after == len(blocks):
            continue
        beginning = ellipsis(blocks[after - 1].text, LONGEST_BEGINNING)
        label = _("after paragraph %(number)d: %(beginning)s")
        yield ShownPlace(
            after=after,
            label=label % {"number": number, "beginning": beginning},
            is_chosen=after == chosen,
        )
    yield ShownPlace(after=len(blocks), label=_("at the end"), is_chosen=chosen == len(blocks))


def _cut(cut: HeadlineCut) -> ShownCut:
    where = {
        Place.NOTICE: _("a notice on the phone"),
        Place.RESULTS: _("search results"),
        Place.SHARE: _("a shared card"),
    }
    return ShownCut(where=where[cut.place], text=cut.text, is_cut=cut.is_cut)


def _address(found: Suggestions) -> ShownChoice | None:
    if found.address is None:
        return None
    words = found.address.words
    return ShownChoice(kind=Suggested.ADDRESS, ref=words, label=words)
