"""Settling: what an archive names is found on this site, or made, before its stories come."""

from dataclasses import replace

from harkara.intake.moving.archive import Survey, Term
from harkara.intake.moving.mapping import PASS_OVER, SUGGEST, Plan
from harkara.intake.moving.places import Places
from harkara.newsroom.actions.bulk import (
    authors_named,
    open_section,
    redirect_all,
    topics_named,
)
from harkara.newsroom.actions.founding import NewSection
from harkara.newsroom.addresses import LATEST, author_path, section_path, topic_path
from harkara.newsroom.models import Author, SectionPage, Topic
from harkara.newsroom.queries.proposing import site_sections
from harkara.search.queries.learned import section_model
from harkara.text.graphemes import ellipsis

MOST_DESCRIPTION = 300


def settle(survey: Survey, plan: Plan) -> Places:
    """Make the sections, topics and authors that an archive needs, and find those that are here.

    The addresses that its categories, tags and authors had lead to them.
    """
    places = Places(are_tags=survey.leading_tags is not None)
    _find_sections(survey, plan, places)
    tags = _topics_of(survey, plan, places)
    about = {term.name: term.about for term in tags.values()}
    named = topics_named([term.name for term in tags.values()], about)
    places.topics = {key: named[term.name] for key, term in tags.items() if term.name in named}
    said = {key: person.about for key, person in survey.people.items()}
    places.authors = authors_named(plan.authors, said)
    places.choices, places.model = site_sections(), section_model()
    _keep_addresses(survey, places)
    return places


def _find_sections(survey: Survey, plan: Plan, places: Places) -> None:
    known = dict(SectionPage.objects.order_by("pk").values_list("slug", "pk"))
    for key, target in plan.sections.items():
        if isinstance(target, NewSection):
            said = survey.categories[key].about if key in survey.categories else ""
            described = target.description or ellipsis(said, MOST_DESCRIPTION, measure=len)
            places.sections[key] = open_section(replace(target, description=described))
        elif target not in (SUGGEST, PASS_OVER):
            opened = {one.slug for one in plan.sections.values() if isinstance(one, NewSection)}
            if target in opened:
                known = dict(SectionPage.objects.order_by("pk").values_list("slug", "pk"))
            places.sections[key] = known[target]


def _topics_of(survey: Survey, plan: Plan, places: Places) -> dict[str, Term]:
    """Return the tags that are topics here: not those that are sections alone, or nothing."""
    leading = survey.leading_tags or frozenset()
    passed = {key for key in leading if plan.sections.get(key) == PASS_OVER}
    none = passed | (leading & set(places.sections))
    return {key: term for key, term in survey.tags.items() if key not in none}


def _keep_addresses(survey: Survey, places: Places) -> None:
    slugs = dict(SectionPage.objects.order_by("pk").values_list("pk", "slug"))
    words = dict(Topic.objects.order_by("pk").values_list("pk", "slug"))
    leads: dict[str, str] = {}
    # Who looks for what became no section finds the newest stories.
    for term in survey.categories.values():
        leads |= dict.fromkeys(term.old_paths, f"/{LATEST}/")
    for key, term in survey.tags.items():
        if key in places.topics:
            to = topic_path(words[places.topics[key]])
            leads |= dict.fromkeys(term.old_paths, to)
    # What is a category of some stories and a tag of others leads to the section.
    for key, term in survey.categories.items():
        if (section := places.sections.get(key)) is not None:
            leads |= dict.fromkeys(term.old_paths, section_path(slugs[section]))
    addresses = dict(Author.objects.order_by("pk").values_list("pk", "slug"))
    for key, person in survey.people.items():
        if key in places.authors:
            to = author_path(addresses[places.authors[key]])
            leads |= dict.fromkeys(person.old_paths, to)
    redirect_all(leads)
