"""Mapping: which categories of an archive become which sections, proposed and as an editor wants.

What the editor wants stands in a file (`map_file.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from harkara.intake.content import readable_words
from harkara.intake.moving.archive import Survey, Term
from harkara.intake.moving.shelves import is_shelf
from harkara.newsroom.actions.founding import NewSection
from harkara.newsroom.addresses import RESERVED
from harkara.search.sections import SectionChoice, kinds_of
from harkara.text.fold import fold
from harkara.text.slug import slug

SUGGEST, PASS_OVER = "?", "-"
UNCATEGORIZED = frozenset(map(fold, ["uncategorized", "uncategorised", "अवर्गीकृत", "बिना श्रेणी"]))
# A category of fewer stories than these opens no section of its own, unless there are few at all.
FEWEST, SHARE, FEW_CATEGORIES = 5, 0.02, 12
MOST_NAME = 120
COLOURS = ("indigo", "teal", "rust", "maroon", "olive", "plum", "ochre", "slate")
Target = str | NewSection
"""The address of a section, one to be opened, SUGGEST or PASS_OVER."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What becomes of the categories and the accounts of an archive, by their keys there."""

    sections: Mapping[str, Target] = field(default_factory=dict)
    authors: Mapping[str, str] = field(default_factory=dict)
    types: tuple[str, ...] = ()


def propose(survey: Survey, sections: Sequence[SectionChoice], given: Plan) -> Plan:
    """Return a plan for all that an archive holds: what is given, and a proposal for the rest."""
    planned: dict[str, Target] = {}
    most_first = sorted(
        survey.categories.values(), key=lambda one: (-survey.in_category.get(one.key, 0), one.key)
    )
    for term in most_first:
        planned[term.key] = given.sections.get(term.key) or _proposed(term, survey, sections)
    # One that is too small for a section goes where the category above it goes.
    for term in most_first:
        above = planned.get(term.parent, SUGGEST)
        if planned[term.key] == SUGGEST and term.key not in given.sections and above != PASS_OVER:
            planned[term.key] = above
    people = {one.key: given.authors.get(one.key, one.name) for one in survey.people.values()}
    return Plan(sections=planned, authors=people, types=given.types)


def _proposed(term: Term, survey: Survey, sections: Sequence[SectionChoice]) -> Target:
    if fold(term.name) in UNCATEGORIZED or term.key in UNCATEGORIZED:
        return SUGGEST
    known = _known(term, sections)
    if known is not None:
        return known
    if is_shelf(term.name) or is_shelf(term.key):
        return PASS_OVER
    few = len(survey.categories) <= FEW_CATEGORIES
    many = 1 if few else max(FEWEST, SHARE * survey.stories)
    if term.parent or survey.in_category.get(term.key, 0) < many:
        return SUGGEST
    words = (readable_words(term.key) or slug(term.name))[:60].strip("-")
    if not words or words in RESERVED:
        return SUGGEST
    return NewSection(name=term.name[:MOST_NAME], slug=words, colour=colour_of(term.key))


def colour_of(key: str) -> str:
    """Return the colour of a section that is opened for a category and names none."""
    return COLOURS[len(key) % len(COLOURS)]


def _known(term: Term, sections: Sequence[SectionChoice]) -> str | None:
    """Return the section that a category names, by its address, its name or its kind of news."""
    names = {fold(term.name), fold(term.key)}
    for section in sections:
        if names & {fold(section.name), section.slug}:
            return section.slug
    kinds = set(kinds_of(SectionChoice(id=0, name=term.name, slug=term.key)))
    same = [one.slug for one in sections if kinds & set(kinds_of(one))]
    return same[0] if len(same) == 1 else None
