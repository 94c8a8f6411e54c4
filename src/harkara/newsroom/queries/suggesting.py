"""Everything that is suggested for a story while it is written, without what was rejected."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from harkara.newsroom.models import ArticlePage, LiveStory, Rejection, Suggested
from harkara.newsroom.queries.body import Raw, linked_pages
from harkara.newsroom.queries.furniture import furnished
from harkara.newsroom.queries.headlines import HeadlineCut, headline_cuts
from harkara.newsroom.queries.names import rejected_names
from harkara.newsroom.queries.plain import paragraphs
from harkara.newsroom.queries.proposing import proposed_section, proposed_topics
from harkara.newsroom.queries.related import RelatedStory, related_to
from harkara.newsroom.queries.repeats import Repeat, repeats
from harkara.search.backends.base import Backend, Unavailable
from harkara.search.queries.learned import section_model_is_lost
from harkara.search.sections import SectionProposal, TextFields
from harkara.search.telling import About
from harkara.search.topics import TopicProposal
from harkara.text.graphemes import cut
from harkara.text.slug import slug

MOST_LETTERS = 60_000
"""So much of a body is read for suggestions: more than any story has."""
MOST_ALSO_READ = 5


@dataclass(frozen=True, slots=True)
class WrittenBlock:
    """One block of a body, with its words or without any."""

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Written:
    """A story as it is being written: its words, and what was chosen for it so far.

    `named` has the pages it refers to already; `section_id` is None in the desk's tray.
    """

    headline: str
    standfirst: str
    blocks: tuple[WrittenBlock, ...]
    section_id: int | None
    topic_ids: frozenset[int]
    named: frozenset[int]
    address_words: str

    @cached_property
    def fields(self) -> TextFields:
        """Its words, by where they stand."""
        body = "\n".join(block.text for block in self.blocks if block.text)
        return TextFields(
            headline=self.headline, standfirst=self.standfirst, body=cut(body, MOST_LETTERS)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressProposal:
    """Other words for a story's address; `breaks` if readers know the present one."""

    words: str
    present: str
    breaks: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """What is suggested for a story.

    `has_index` and `has_model` are False if what the search or the learner needs cannot be read:
    then something is missing here, and nothing else.
    """

    section: SectionProposal | None
    topics: tuple[TopicProposal, ...]
    new_topics: tuple[TopicProposal, ...]
    also_read: tuple[RelatedStory, ...]
    repeats: tuple[Repeat, ...]
    headline: tuple[HeadlineCut, ...]
    address: AddressProposal | None
    has_index: bool
    has_model: bool

    @property
    def count(self) -> int:
        """How many suggestions wait for the editor."""
        lists = (self.topics, self.new_topics, self.also_read, self.repeats)
        return sum(map(len, lists)) + (self.section is not None) + (self.address is not None)


def written_in(article: ArticlePage) -> Written:
    """Return a story as one of its revisions has it."""
    stream = list(article.body.raw_data)
    section = article.section
    return Written(
        headline=article.title,
        standfirst=article.standfirst,
        blocks=tuple(map(_block, stream)),
        section_id=section.pk if section else None,
        topic_ids=frozenset(topic.pk for topic in article.topics.all()),
        named=frozenset(linked_pages(stream)),
        address_words=article.address_words,
    )


def suggestions_for(
    article: ArticlePage, written: Written, index: Backend, *, at: datetime
) -> Suggestions:
    """Return what is suggested for a story in these words, without what was rejected for it."""
    with furnished():
        return _suggestions(article, written, index, at)


def _suggestions(
    article: ArticlePage, written: Written, index: Backend, at: datetime
) -> Suggestions:
    rejected = rejections_of(article.pk)
    section = proposed_section(written.fields)
    topics = _topics(written, rejected)
    found = _also_read(article, written, index, at)
    text = "\n".join((written.headline, written.standfirst, written.fields.body))
    return Suggestions(
        section=section if section and _is_new(section, written, rejected) else None,
        topics=tuple(one for one in topics if one.known_id is not None),
        new_topics=tuple(one for one in topics if one.known_id is None),
        also_read=_but_rejected(found or (), rejected)[:MOST_ALSO_READ],
        repeats=tuple(
            one
            for one in repeats(text, but_not=article.number)
            if (Suggested.REPEAT, str(one.number)) not in rejected
        ),
        headline=headline_cuts(written.headline) if written.headline.strip() else (),
        address=_address(article, written, rejected),
        has_index=found is not None,
        has_model=not section_model_is_lost(),
    )


def rejections_of(article_id: int) -> frozenset[tuple[str, str]]:
    """Return what was rejected for a story: kinds and refs. One query."""
    rows = Rejection.objects.filter(article=article_id).order_by()
    return frozenset(rows.values_list("kind", "ref"))


def _block(raw: Raw) -> WrittenBlock:
    return WrittenBlock(raw["type"], "\n".join(paragraphs([raw], pictured=False)))


def _is_new(
    section: SectionProposal, written: Written, rejected: Collection[tuple[str, str]]
) -> bool:
    here = section.section.id == written.section_id
    return not here and (Suggested.SECTION, str(section.section.id)) not in rejected


def _topics(written: Written, rejected: Collection[tuple[str, str]]) -> tuple[TopicProposal, ...]:
    found = proposed_topics(written.fields)
    refused = rejected_names([one.name for one in found if one.known_id is None])
    return tuple(
        one
        for one in found
        if one.known_id not in written.topic_ids
        and ref_of_topic(one) not in rejected
        and one.name not in refused
    )


def ref_of_topic(topic: TopicProposal) -> tuple[str, str]:
    """Return the kind and the ref under which a proposed topic can be rejected."""
    if topic.known_id is None:
        return Suggested.NEW_TOPIC, topic.name
    return Suggested.TOPIC, str(topic.known_id)


def _also_read(
    article: ArticlePage, written: Written, index: Backend, at: datetime
) -> tuple[RelatedStory, ...] | None:
    """Return the stories that go with one; None if there is no index to find them in."""
    rows = LiveStory.objects.filter(article__in={article.pk, *written.named}).order_by()
    live = dict(rows.values_list("article_id", "number"))
    about = About(
        headline=written.headline,
        standfirst=written.standfirst,
        body=written.fields.body,
        topic_ids=written.topic_ids,
        is_indexed=article.pk in live,
    )
    try:
        return related_to(about, index, at=at, but_not={article.number, *live.values()})
    except Unavailable:
        return None


def _but_rejected(
    found: tuple[RelatedStory, ...], rejected: Collection[tuple[str, str]]
) -> tuple[RelatedStory, ...]:
    return tuple(one for one in found if (Suggested.ALSO_READ, str(one.number)) not in rejected)


def _address(
    article: ArticlePage, written: Written, rejected: Collection[tuple[str, str]]
) -> AddressProposal | None:
    """Return the words that the headline would give the address, if it has others.

    Until a story was on the site its address follows the headline by itself.
    """
    if not written.headline.strip():
        return None
    follows = not written.address_words and article.first_published_at is None
    words = slug(written.headline)
    own = written.address_words
    present = slug(own) if own else article.slug.removesuffix(f"-{article.number}")
    if follows or words in {"", present} or (Suggested.ADDRESS, words) in rejected:
        return None
    return AddressProposal(words=words, present=present, breaks=bool(article.first_published_at))
