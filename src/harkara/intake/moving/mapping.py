"""The map: which categories of an archive become which sections, proposed and as an editor wants.

It is a file in TOML. `[sections]` has a line for each category: the address of a section that is
here, `{ name = "…", slug = "…" }` for one to be opened, `"?"` to have the section suggested from
each story's text, or `"-"` to pass over the category. `[authors]` has the name that stands over the
stories of an account, `[types] stories` lists other kinds of posts that are stories.
"""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_noop as _

from harkara.intake.moving.archive import Survey, Term
from harkara.intake.refusals import Refused
from harkara.newsroom.actions.founding import NewSection
from harkara.newsroom.addresses import RESERVED
from harkara.search.sections import SectionChoice, kinds_of
from harkara.text.fold import fold
from harkara.text.slug import slug

SUGGEST, PASS_OVER = "?", "-"
UNCATEGORIZED = frozenset(map(fold, ["uncategorized", "uncategorised", "अवर्गीकृत", "बिना श्रेणी"]))
# A category of fewer stories than these opens no section of its own, unless there are few at all.
FEWEST, SHARE, FEW_CATEGORIES = 5, 0.02, 12
COLOURS = ("indigo", "teal", "rust", "maroon", "olive", "plum", "ochre", "slate")
_NO_TOML = _("%(path)s is no TOML: %(said)s")
_NO_SUCH = _("%(path)s: there is no section “%(section)s”; there are %(all)s")
_BAD_VALUE = _("%(path)s: “%(key)s” must be a section's address, {name, slug}, “?” or “-”")
_UNKNOWN = _("%(path)s: there is no “%(key)s” in a map; it has sections, authors and types")

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
    few = len(survey.categories) <= FEW_CATEGORIES
    many = 1 if few else max(FEWEST, SHARE * survey.stories)
    if term.parent or survey.in_category.get(term.key, 0) < many:
        return SUGGEST
    words = slug(term.name)[:60].strip("-")
    if not words or words in RESERVED:
        return SUGGEST
    return NewSection(name=term.name, slug=words, colour=COLOURS[len(term.key) % len(COLOURS)])


def _known(term: Term, sections: Sequence[SectionChoice]) -> str | None:
    """Return the section that a category names, by its address, its name or its kind of news."""
    names = {fold(term.name), fold(term.key)}
    for section in sections:
        if names & {fold(section.name), section.slug}:
            return section.slug
    kinds = set(kinds_of(SectionChoice(id=0, name=term.name, slug=term.key)))
    same = [one.slug for one in sections if kinds & set(kinds_of(one))]
    return same[0] if len(same) == 1 else None


def read_map(path: Path, sections: Sequence[SectionChoice]) -> Plan:
    """Return the plan of a map file. Raises Refused with what is wrong in it, and where."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Refused(_NO_TOML, {"path": path, "said": error.strerror}) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refused(_NO_TOML, {"path": path, "said": error}) from error
    for key in said:
        if key not in ("sections", "authors", "types"):
            raise Refused(_UNKNOWN, {"path": path, "key": key})
    known = [one.slug for one in sections]
    opened = {one["slug"] for one in said.get("sections", {}).values() if _is_new(one)}
    planned = {
        key.casefold(): _target(path, key, value, {*known, *opened}, known)
        for key, value in said.get("sections", {}).items()
    }
    authors = {key.casefold(): str(name) for key, name in said.get("authors", {}).items()}
    return Plan(
        sections=planned,
        authors=authors,
        types=tuple(map(str, said.get("types", {}).get("stories", []))),
    )


def _is_new(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("slug"), str)


def _target(path: Path, key: str, value: Any, known: set[str], shown: list[str]) -> Target:  # noqa: ANN401 (TOML)
    if value in (SUGGEST, PASS_OVER) or value in known:
        return str(value)
    if isinstance(value, str):
        said = {"path": path, "section": value, "all": ", ".join(shown)}
        raise Refused(_NO_SUCH, said)
    if not _is_new(value) or not value.get("name"):
        raise Refused(_BAD_VALUE, {"path": path, "key": key})
    words = slug(value["slug"])
    if words != value["slug"] or words in RESERVED:
        raise Refused(_BAD_VALUE, {"path": path, "key": key})
    colour = value.get("colour", COLOURS[len(key) % len(COLOURS)])
    return NewSection(name=str(value["name"]), slug=words, colour=str(colour))


def as_toml(plan: Plan, survey: Survey) -> str:
    """Return a plan as a map file, the largest category first, with what each stands for."""
    lines = ["[sections]"]
    for key, target in plan.sections.items():
        stories = survey.in_category.get(key, 0)
        name = survey.categories[key].name if key in survey.categories else key
        lines.append(f"{_quoted(key)} = {_written(target)}  # {name}: {stories}")
    lines += ["", "[authors]"]
    lines += [f"{_quoted(key)} = {_quoted(name)}" for key, name in plan.authors.items()]
    lines += ["", "[types]", f"stories = {json.dumps(list(plan.types), ensure_ascii=False)}", ""]
    return "\n".join(lines)


def _written(target: Target) -> str:
    if isinstance(target, str):
        return _quoted(target)
    return f"{{ name = {_quoted(target.name)}, slug = {_quoted(target.slug)} }}"


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
