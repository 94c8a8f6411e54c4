"""Section and topics for a text, set against what this site has and has learned."""

from harkara.newsroom.queries.few import named_sections
from harkara.newsroom.queries.topics import known_topics
from harkara.search import sections, topics
from harkara.search.queries.learned import section_model


def site_sections() -> tuple[sections.SectionChoice, ...]:
    """Return the sections of the site, in the desk's order."""
    return tuple(
        sections.SectionChoice(id=pk, name=name, slug=words)
        for pk, name, words, live in named_sections()
        if live
    )


def proposed_section(fields: sections.TextFields) -> sections.SectionProposal | None:
    """Return the section a text belongs into, None if none is more probable than not."""
    return sections.propose(fields, site_sections(), section_model())


def proposed_topics(fields: sections.TextFields) -> tuple[topics.TopicProposal, ...]:
    """Return the topics of a text, those of the desk and new ones, the most prominent first."""
    return topics.propose(fields, known_topics())
