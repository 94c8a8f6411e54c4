"""The map: a file in TOML that says what becomes of an archive's categories and accounts.

`[sections]` has a line for each category: the address of a section that is here,
`{ name = "…", slug = "…" }` for one to be opened, `"?"` to have the section suggested from each
story's text, or `"-"` to pass over the category. `[authors]` has the name that stands over the
stories of an account, `[types] stories` lists other kinds of posts that are stories.
"""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_noop as _

from harkara.intake.moving.archive import Survey
from harkara.intake.moving.mapping import (
    COLOURS,
    MOST_NAME,
    PASS_OVER,
    SUGGEST,
    Plan,
    Target,
    colour_of,
)
from harkara.intake.refusals import Refused
from harkara.newsroom.actions.founding import NewSection
from harkara.newsroom.addresses import RESERVED
from harkara.search.sections import SectionChoice
from harkara.text.slug import slug

_CONTROLS = re.compile("[\x00-\x1f\x7f]")
_NO_TOML = _("it is no TOML: %(said)s")
_UNKNOWN = _("there is no “%(key)s” in a map; it has sections, authors and types")
_NO_TABLE = _("“%(key)s” must be a table, each of its lines a name and what it becomes")
_NO_LIST = _("“stories” in [types] must be a list of kinds of posts")
_NO_SUCH = _("there is no section “%(section)s”; there are %(all)s")
_NO_COLOUR = _("“%(key)s” has no colour that there is; there are %(all)s")
_BAD_VALUE = _("“%(key)s” must be a section's address, {name, slug}, “?” or “-”")
_NO_NAME = _("the author “%(key)s” must have a name")


def read_map(path: Path, sections: Sequence[SectionChoice]) -> Plan:
    """Return the plan of a map file. Raises Refused with what is wrong in it, and OSError."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refused(_NO_TOML, {"said": error}) from error
    for key in said:
        if key not in ("sections", "authors", "types"):
            raise Refused(_UNKNOWN, {"key": key})
    return _Reading(said).plan([one.slug for one in sections])


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a map file says, not yet looked at."""

    said: Mapping[str, Any]

    def plan(self, here: Sequence[str]) -> Plan:
        lines = self._table("sections")
        opened = {
            key: self._opened(key, one) for key, one in lines.items() if isinstance(one, dict)
        }
        known = {SUGGEST, PASS_OVER, *here, *(one.slug for one in opened.values())}
        for key, one in lines.items():
            if key not in opened and not isinstance(one, str):
                raise Refused(_BAD_VALUE, {"key": key})
            if key not in opened and one not in known:
                raise Refused(_NO_SUCH, {"section": one, "all": ", ".join(here)})
        sections: dict[str, Target] = {**lines, **opened}
        return Plan(
            sections={key.casefold(): target for key, target in sections.items()},
            authors={key.casefold(): self._name(key) for key in self._table("authors")},
            types=self._types(),
        )

    def _table(self, name: str) -> dict[str, Any]:
        found = self.said.get(name, {})
        if not isinstance(found, dict):
            raise Refused(_NO_TABLE, {"key": name})
        return found

    def _opened(self, key: str, said: Mapping[str, Any]) -> NewSection:
        name, words = said.get("name"), said.get("slug")
        if not isinstance(name, str) or not isinstance(words, str):
            raise Refused(_BAD_VALUE, {"key": key})
        is_named = name.strip() and len(name) <= MOST_NAME
        if not is_named or slug(words) != words or words in RESERVED:
            raise Refused(_BAD_VALUE, {"key": key})
        colour = said.get("colour", colour_of(key))
        if colour not in COLOURS:
            raise Refused(_NO_COLOUR, {"key": key, "all": ", ".join(COLOURS)})
        return NewSection(name=name, slug=words, colour=colour)

    def _name(self, key: str) -> str:
        name = self._table("authors")[key]
        if not isinstance(name, str):
            raise Refused(_NO_NAME, {"key": key})
        return name

    def _types(self) -> tuple[str, ...]:
        found = self._table("types").get("stories", [])
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise Refused(_NO_LIST)
        return tuple(found)


def as_toml(plan: Plan, survey: Survey) -> str:
    """Return a plan as a map file, the largest category first, with what each stands for."""
    lines = ["[sections]"]
    for key, target in plan.sections.items():
        stories = survey.in_category.get(key, 0)
        name = survey.categories[key].name if key in survey.categories else key
        lines.append(f"{_quoted(key)} = {_written(target)}  # {_on_a_line(name)}: {stories}")
    lines += ["", "[authors]"]
    lines += [f"{_quoted(key)} = {_quoted(name)}" for key, name in plan.authors.items()]
    lines += ["", "[types]", f"stories = {json.dumps(list(plan.types), ensure_ascii=False)}", ""]
    return "\n".join(lines)


def _written(target: Target) -> str:
    if isinstance(target, str):
        return _quoted(target)
    return f"{{ name = {_quoted(target.name)}, slug = {_quoted(target.slug)} }}"


def _quoted(text: str) -> str:
    return json.dumps(_on_a_line(text), ensure_ascii=False)


def _on_a_line(text: str) -> str:
    """Return a text without what neither a line nor a comment of TOML may hold."""
    return _CONTROLS.sub("", " ".join(text.split()))
