"""Places: the sections, topics and authors of this site that those of an archive become."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from harkara.intake.moving.archive import Moved, Survey
from harkara.intake.moving.mapping import PASS_OVER, SUGGEST, Plan
from harkara.newsroom.actions.bulk import authors_named, open_section, topics_named
from harkara.newsroom.actions.founding import NewSection
from harkara.newsroom.actions.redirects import redirect
from harkara.newsroom.addresses import section_path, topic_path
from harkara.newsroom.models import SectionPage, Topic
from harkara.newsroom.queries.proposing import site_sections
from harkara.search.queries.learned import section_model
from harkara.search.sections import SectionChoice, TextFields, rank


@dataclass(slots=True)
class Places:
    """Where what an archive names stands here, by its keys there."""

    sections: dict[str, int] = field(default_factory=dict)
    topics: dict[str, int] = field(default_factory=dict)
    authors: dict[str, int] = field(default_factory=dict)
    choices: Sequence[SectionChoice] = ()

    def section_of(self, moved: Moved) -> tuple[int | None, bool]:
        """Return the section of a story, and whether it was only suggested from its text."""
        for key in moved.sections:
            if key in self.sections:
                return self.sections[key], False
        draft = moved.draft
        fields = TextFields(headline=draft.headline, standfirst=draft.standfirst, body=draft.text)
        ranking = rank(fields, self.choices, section_model())
        # Where nothing speaks for any section, none is better than the first that comes along.
        if not ranking.sections or not ranking.why:
            return None, True
        return ranking.sections[0].id, True

    def topics_of(self, moved: Moved) -> tuple[int, ...]:
        """Return the topics of a story."""
        found = (self.topics[key] for key in moved.topics if key in self.topics)
        return tuple(dict.fromkeys(found))

    def authors_of(self, moved: Moved) -> tuple[int, ...]:
        """Return the authors of a story, in their order."""
        found = (self.authors[key] for key in map(str.casefold, moved.authors))
        return tuple(dict.fromkeys(found))


def settle(survey: Survey, plan: Plan) -> Places:
    """Make the sections, topics and authors that an archive needs, and find those that are here.

    The addresses its categories and tags had lead to them.
    """
    places = Places()
    known = dict(SectionPage.objects.order_by("pk").values_list("slug", "pk"))
    for key, target in plan.sections.items():
        if isinstance(target, NewSection):
            places.sections[key] = open_section(target)
        elif target not in (SUGGEST, PASS_OVER):
            opened = {one.slug for one in plan.sections.values() if isinstance(one, NewSection)}
            if target in opened:
                known = dict(SectionPage.objects.order_by("pk").values_list("slug", "pk"))
            places.sections[key] = known[target]
    named = topics_named([term.name for term in survey.tags.values()])
    places.topics = {
        key: named[term.name] for key, term in survey.tags.items() if term.name in named
    }
    places.authors = authors_named(plan.authors)
    places.choices = site_sections()
    _keep_addresses(survey, places)
    return places


def _keep_addresses(survey: Survey, places: Places) -> None:
    slugs = dict(SectionPage.objects.order_by("pk").values_list("pk", "slug"))
    for key, term in survey.categories.items():
        if key in places.sections:
            for path in term.old_paths:
                redirect(path, section_path(slugs[places.sections[key]]))
    words = dict(Topic.objects.order_by("pk").values_list("pk", "slug"))
    for key, term in survey.tags.items():
        if key in places.topics:
            for path in term.old_paths:
                redirect(path, topic_path(words[places.topics[key]]))
