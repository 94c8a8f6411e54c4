"""Suggestions: what a draft seems to be about, set against what this site has."""

from dataclasses import dataclass

from harkara.intake.drafts import Draft
from harkara.newsroom import queries
from harkara.newsroom.queries.proposing import proposed_section, proposed_topics
from harkara.newsroom.queries.repeats import Repeat
from harkara.search import sections, topics
from harkara.text.slug import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """What is proposed for a draft; an editor decides.

    `references` has the number of the story for each of the draft's references, None where the
    archive has none. `repeats` are the stories of the desk that the draft repeats.
    """

    section: sections.SectionProposal | None
    topics: tuple[topics.TopicProposal, ...]
    references: tuple[int | None, ...]
    slug: str
    repeats: tuple[Repeat, ...] = ()

    @property
    def known_topic_ids(self) -> tuple[int, ...]:
        """The proposed topics that the desk already has."""
        return tuple(topic.known_id for topic in self.topics if topic.known_id is not None)


def suggest(draft: Draft, *, with_repeats: bool = False) -> Suggestions:
    """Return what is proposed for a draft on this site.

    The stories that it repeats are looked for only `with_repeats`, for somebody who looks at them.
    """
    fields = sections.TextFields(
        headline=draft.headline, standfirst=draft.standfirst, body=draft.text
    )
    text = "\n".join((draft.headline, draft.standfirst, draft.text)) if with_repeats else ""
    return Suggestions(
        section=proposed_section(fields),
        topics=proposed_topics(fields),
        references=tuple(queries.find_by_headline(found.text) for found in draft.also_read),
        slug=slug(draft.headline) if draft.headline else "",
        repeats=queries.repeats(text) if text else (),
    )
