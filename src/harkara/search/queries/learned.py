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


class _Kept:
    """The model that this process has unpacked last."""

    version = 0
    model: Model | None = None
    lost = False


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


def section_model() -> Model | None:
    """Return what was learned of the site's sections, None if nothing was yet.

    One query, unless a new version was put in use since this process asked last. The model is
    shared: who wants to teach it takes a copy of his own from `parts`.
    """
    version = standing(SECTIONS).version
    if version != _Kept.version:
        kept = parts(SECTIONS, "in_use") if version else {}
        model = unpacked(kept)
        _Kept.model = model if model and model.sections else None
        _Kept.version, _Kept.lost = version, bool(kept) and model is None
    return _Kept.model


def section_model_is_lost() -> bool:
    """Say whether something was learned of the sections that cannot be read any more.

    The lexicon speaks alone until the student has learned it anew.
    """
    section_model()
    return _Kept.lost
