"""Reading what was learned: what is in use, in each process once for each version."""

from typing import NamedTuple

from harkara.search.models import LearnedPart, Student
from harkara.search.sections.model import Model, unpacked

SECTIONS = "sections"


class Standing(NamedTuple):
    """How far a student has come: see the table `Student`."""

    version: int
    followed: int | None
    news: int


class _Kept:
    """The model that this process has unpacked last."""

    version = 0
    model: Model | None = None


def standing(student: str) -> Standing:
    """Return how far a student has come."""
    row = Student.objects.filter(pk=student).values_list("version", "followed", "news")
    return Standing(*(row.first() or (0, None, 0)))


def parts(student: str, shelf: str) -> dict[str, bytes]:
    """Return the parts on a shelf."""
    rows = LearnedPart.objects.filter(student=student, shelf=shelf).order_by("pk")
    return {name: bytes(data) for name, data in rows.values_list("name", "data")}


def section_model() -> Model | None:
    """Return what was learned of the site's sections, None if nothing was yet.

    One query, unless a new version was put in use since this process asked last. The model is
    shared: who wants to teach it takes a copy of his own from `parts`.
    """
    version = standing(SECTIONS).version
    if version != _Kept.version:
        model = unpacked(parts(SECTIONS, "in_use")) if version else None
        _Kept.model = model if model and model.sections else None
        _Kept.version = version
    return _Kept.model
