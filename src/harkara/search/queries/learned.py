"""Reading what was learned: what is in use, in each process once for each version."""

from typing import NamedTuple

from harkara.search.models import LearnedPart, Lesson, Student
from harkara.search.sections.choices import TextFields
from harkara.search.sections.model import Model
from harkara.search.sections.packing import unpacked

SECTIONS = "sections"


class Standing(NamedTuple):
    """How far a student has come: see the table `Student`."""

    version: int
    followed: int | None
    news: int


class Said(NamedTuple):
    """What the desk said of a story's section: see the table `Lesson`."""

    id: int
    fields: TextFields
    section: int
    belongs: bool


class _InUse(NamedTuple):
    """A student's model as this process has unpacked it last; `lost` if it could not be read."""

    version: int
    model: Model | None
    lost: bool


_NOTHING = _InUse(0, None, lost=False)
_in_use: dict[str, _InUse] = {}


def standing(student: str) -> Standing:
    """Return how far a student has come."""
    row = Student.objects.filter(pk=student).values_list("version", "followed", "news")
    return Standing(*(row.first() or (0, None, 0)))


def parts(student: str, shelf: str) -> dict[str, bytes]:
    """Return the parts on a shelf."""
    rows = LearnedPart.objects.filter(student=student, shelf=shelf).order_by("pk")
    return {name: bytes(data) for name, data in rows.values_list("name", "data")}


def lessons(student: str, most: int) -> list[Said]:
    """Return what the desk said that the student has not learned, the oldest first."""
    waiting = Lesson.objects.filter(student=student).order_by("pk")[:most]
    return [
        Said(
            one.pk,
            TextFields(headline=one.headline, standfirst=one.standfirst, body=one.body),
            one.section,
            one.belongs,
        )
        for one in waiting
    ]


def model_in_use(student: str) -> Model | None:
    """Return what a student has learned, None if nothing was yet.

    One query, unless a new version was put in use since this process asked last. The model is
    shared: who wants to teach it takes a copy of his own from `parts`.
    """
    return _read_in_use(student).model


def section_model() -> Model | None:
    """Return what was learned of the site's sections; see `model_in_use`."""
    return model_in_use(SECTIONS)


def model_is_lost(student: str) -> bool:
    """Say whether something was learned that cannot be read any more: its form is an older one."""
    return _read_in_use(student).lost


def section_model_is_lost() -> bool:
    """Say whether what was learned of the sections is lost.

    The lexicon speaks alone until the student has learned it anew.
    """
    return model_is_lost(SECTIONS)


def _read_in_use(student: str) -> _InUse:
    version = standing(student).version
    known = _in_use.get(student, _NOTHING)
    if version != known.version:
        kept = parts(student, "in_use") if version else {}
        model = unpacked(kept)
        whole = model if model and model.sections else None
        known = _in_use[student] = _InUse(version, whole, lost=bool(kept) and model is None)
    return known
