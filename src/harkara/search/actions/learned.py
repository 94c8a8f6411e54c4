"""Keeping what is learned: leases, shelves and bookmarks, each change in one transaction."""

import secrets
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from harkara.search.models import LearnedPart, Lesson, Student
from harkara.search.sections.choices import TextFields

LEASE = timedelta(minutes=2)
IN_USE = "in_use"
UNDER_WAY = "under_way"


def lease(name: str, *, holder: str, at: datetime) -> bool:
    """Take a student's work for a while, or keep it; False if another worker has it."""
    Student.objects.bulk_create([Student(name=name)], ignore_conflicts=True)
    free = Q(holder=holder) | Q(held_until__isnull=True) | Q(held_until__lt=at)
    mine = Student.objects.filter(free, name=name)
    return bool(mine.update(holder=holder, held_until=at + LEASE))


@transaction.atomic
def put_in_use(name: str, parts: Mapping[str, bytes], *, followed: int) -> int:
    """Put what was learned in use in the place of what was; return its version.

    What was under way is done, and the student follows the log from there.
    """
    LearnedPart.objects.filter(student=name, shelf=UNDER_WAY).delete()
    _replace(name, IN_USE, parts)
    student = Student.objects.filter(name=name)
    version = _another_version()
    student.update(version=version, followed=followed, news=0)
    return version


@transaction.atomic
def lay_down(name: str, parts: Mapping[str, bytes]) -> None:
    """Keep what is under way, to be taken up again by whoever comes next."""
    _replace(name, UNDER_WAY, parts)


@transaction.atomic
def followed_to(
    name: str, position: int, *, news: int, changed: Mapping[str, bytes] | None = None
) -> None:
    """Note that changes were looked at, and what changed by that in what is in use."""
    values = {"followed": position, "news": F("news") + news}
    if changed is not None:
        _replace(name, IN_USE, changed)
        values["version"] = _another_version()
    Student.objects.filter(name=name).update(**values)


def teach(name: str, document: int, fields: TextFields, section: int, *, belongs: bool) -> None:
    """Let a student learn what the desk said of a story's section, when he comes to it."""
    said = {
        "belongs": belongs,
        "headline": fields.headline,
        "standfirst": fields.standfirst,
        "body": fields.body,
    }
    Lesson.objects.update_or_create(defaults=said, student=name, document=document, section=section)


@transaction.atomic
def took(name: str, lessons: Collection[int], *, changed: Mapping[str, bytes] | None) -> None:
    """Note that lessons were learned, and what changed by that in what is in use."""
    Lesson.objects.filter(pk__in=lessons).delete()
    if changed is not None:
        _replace(name, IN_USE, changed)
        Student.objects.filter(name=name).update(version=_another_version())


def renew(name: str) -> None:
    """Note that what is known under a name is not as it was: who keeps it in mind reads it anew.

    Called in the transaction of the change.
    """
    Student.objects.bulk_create([Student(name=name)], ignore_conflicts=True)
    Student.objects.filter(name=name).update(version=_another_version())


def _another_version() -> int:
    """Return a version that no process can have seen, not even in a transaction that failed."""
    return 1 + secrets.randbelow(2**31 - 1)


def _replace(name: str, shelf: str, parts: Mapping[str, bytes]) -> None:
    """Put parts on a shelf in the place of those that lie there."""
    LearnedPart.objects.filter(student=name, shelf=shelf).delete()
    # One by one: together they may be more than one statement of the database takes.
    for part, data in parts.items():
        LearnedPart.objects.create(student=name, shelf=shelf, name=part, data=data)
