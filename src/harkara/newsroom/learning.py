"""Learning from the archive, beside the press's worker and never in its way."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol
from uuid import uuid4

from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from harkara.newsroom import queries
from harkara.newsroom.models import LiveStory, SectionPage
from harkara.newsroom.queries.wording import Wording
from harkara.search.learning import Example, SectionStudent
from harkara.search.naming import NameStudent
from harkara.search.sections import TextFields

logger = logging.getLogger(__name__)

POLL = 1.0
AFTER_FAILURE = 10.0
REST = 3.0
"""After a piece of work it rests so many times as long: pages are pressed in the same process."""


class Student(Protocol):
    """One who learns something of the site, a piece at a time."""

    def step(self, at: datetime) -> bool:
        """Do the next piece of the work; return True if there is more to do."""


# Called with the name of whoever holds the students' leases. Higher rooms add theirs.
more_students: list[Callable[[str], Student]] = []


class LiveExamples:
    """The live stories and their sections (`search.learning.Stories`)."""

    def sections(self) -> Sequence[int]:
        """Return the ids of the site's sections."""
        return list(SectionPage.objects.live().order_by("path").values_list("pk", flat=True))

    def newest(self, before: int | None, most: int) -> Sequence[Example]:
        """Return the next live stories below a number, from the highest down. Two queries."""
        rows = LiveStory.objects.order_by("-pk").values_list("pk", flat=True)
        below = rows if before is None else rows.filter(pk__lt=before)
        return self.examples(list(below[:most]))

    def examples(self, numbers: Sequence[int]) -> Sequence[Example]:
        """Return those of these stories that are live. One query."""
        return [_example(one) for one in queries.readers_wordings(numbers)]


def work(stop: threading.Event) -> None:
    """Learn sections and count names until `stop` is set, a piece of each in turn.

    Nothing ends it early: what raises is logged, once for each failure, and tried again.
    """
    students, failing = _students(), ""
    try:
        while not stop.is_set():
            began = time.monotonic()
            try:
                busy = [student.step(timezone.now()) for student in students]
                failing = ""
            except Exception as error:
                if failing != repr(error):
                    away = isinstance(error, OperationalError | InterfaceError)
                    logger.exception("the database is away" if away else "learning failed")
                failing = repr(error)
                connection.close()
                students = _students()
                stop.wait(AFTER_FAILURE)
                continue
            stop.wait(REST * (time.monotonic() - began) if any(busy) else POLL)
    finally:
        connection.close()


def _students() -> list[Student]:
    stories, holder = LiveExamples(), uuid4().hex
    own: list[Student] = [SectionStudent(stories, holder), NameStudent(stories, holder)]
    return [*own, *(make(holder) for make in more_students)]


def _example(of: Wording) -> Example:
    fields = TextFields(headline=of.headline, standfirst=of.standfirst, body=of.body)
    return Example(of.number, fields, of.section_id or 0)
