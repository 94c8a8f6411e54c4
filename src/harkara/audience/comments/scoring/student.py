"""The student: what this desk accepted and rejected before, and what that says of a comment.

It is the learner of `search.sections` (decision 17), who tells two sections apart here: what the
desk takes, and what it does not. The rules that a comment breaks are among what he learns from, so
a desk that lets links pass is soon asked no more about them.
"""

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import NamedTuple
from zlib import crc32

from django.db.models import QuerySet

from harkara.audience.comments.models import Comment
from harkara.audience.comments.scoring.reasons import Doubt, Reason
from harkara.audience.comments.scoring.rules import broken_rules
from harkara.search.actions import learned as keeping
from harkara.search.leasing import Lease
from harkara.search.queries.learned import model_in_use, model_is_lost, standing
from harkara.search.sections import TextFields
from harkara.search.sections.course import MOST_DRAWN, Course
from harkara.search.sections.explaining import points
from harkara.search.sections.features import Features, features_of
from harkara.search.sections.model import Model
from harkara.search.sections.packing import packed
from harkara.search.sections.reading import BUCKETS, Reading, read

COMMENTS = "comments"
TAKEN, NOT_TAKEN = 1, 2
LEAST_OF_EACH = 30
"""Before the desk has decided so many each way, the rules speak alone."""
GROWTH = 4
"""After this part of what was learned has come anew, it is learned again: a quarter."""
SLICE = 20
RULE = 0.5
"""What a broken rule weighs among a comment's features, whose words have the length 1 together."""
SHOWN = 3
SPEAKS = 0.01
"""A word is named if it moves the odds by so much."""


class Learned(NamedTuple):
    """How likely the desk is to reject a comment, and which of its words say so."""

    weight: float
    reasons: tuple[Reason, ...]


def verdict(text: str, broken: Sequence[Reason]) -> Learned | None:
    """Return what the desk would say of a comment, None while too little was learned. One query."""
    model = model_in_use(COMMENTS)
    return None if model is None else asked(model, text, broken)


def asked(model: Model, text: str, broken: Sequence[Reason]) -> Learned:
    """Return what a model says of a comment that breaks these rules."""
    reading = _read(text)
    answer = model.answer(_seen(reading, broken))
    taken, not_taken = (model.sections.index(side) for side in (TAKEN, NOT_TAKEN))
    lead = answer.scores[taken] - answer.scores[not_taken]
    weight = 1.0 / (1.0 + math.exp(max(-30.0, min(30.0, lead))))
    if weight <= 0.5:
        return Learned(weight, ())
    named = _loudest(points(reading, answer, not_taken))
    return Learned(weight, (Reason(Doubt.LEARNED, ", ".join(named)),) if named else ())


def seen(text: str, broken: Sequence[Reason]) -> Features:
    """Return what the learner sees of a comment: its words, their letters, the rules it breaks."""
    return _seen(_read(text), broken)


def _read(text: str) -> Reading:
    return read(TextFields(headline="", body=text))


def _seen(reading: Reading, broken: Sequence[Reason]) -> Features:
    words, written, _ = features_of(reading)
    return Features(words, written, {_bucket_of(one.doubt): RULE for one in broken})


class CommentStudent:
    """One worker's part in learning what the desk takes (`newsroom.learning`)."""

    def __init__(self, holder: str) -> None:
        self._lease = Lease(COMMENTS, holder)
        self._course: Course | None = None

    def step(self, at: datetime) -> bool:
        """Do the next piece of the work; return True if there is more to do."""
        if not self._lease.held(at):
            self._course = None
            return False
        if self._course is None and not self._begin():
            return False
        self._teach()
        return True

    def _begin(self) -> bool:
        """Begin a course if enough was decided since the last one, or if that cannot be read."""
        stands = standing(COMMENTS)
        known = stands.followed or 0
        decided = _decided().count()
        enough = decided >= known + max(LEAST_OF_EACH, known // GROWTH)
        if not enough and not model_is_lost(COMMENTS):
            return False
        if min(_decided(side).count() for side in (TAKEN, NOT_TAKEN)) < LEAST_OF_EACH:
            return False
        self._course = Course([TAKEN, NOT_TAKEN], since=decided)
        return True

    def _teach(self) -> None:
        course = self._course
        if course is None:
            return
        counting = course.round == 0 and course.learner.stories < MOST_DRAWN
        if counting and (found := _newest(course.before)):
            for one in found:
                course.count(one.pk, _features(one), _side(one))
        elif course.round > 0 and (wanted := course.wanted(SLICE)):
            for one in _decided().filter(pk__in=wanted):
                course.draw(one.pk, _features(one), _side(one))
            course.met += len(wanted)
        elif (model := course.end_round()) is not None:
            keeping.put_in_use(COMMENTS, packed(model), followed=course.since)
            self._course = None


_OF_SIDE = {
    TAKEN: (Comment.Status.ACCEPTED,),
    NOT_TAKEN: (Comment.Status.REJECTED, Comment.Status.SPAM),
}


def _decided(*sides: int) -> QuerySet[Comment]:
    """Return the comments about which somebody has decided."""
    statuses = [status for side in sides or _OF_SIDE for status in _OF_SIDE[side]]
    return Comment.objects.filter(status__in=statuses, decided_at__isnull=False)


def _newest(before: int | None) -> list[Comment]:
    found = _decided() if before is None else _decided().filter(pk__lt=before)
    return list(found.order_by("-pk")[:SLICE])


def _side(of: Comment) -> int:
    return TAKEN if of.status in _OF_SIDE[TAKEN] else NOT_TAKEN


def _features(of: Comment) -> Features:
    return seen(of.text, broken_rules(of.name, of.text))


def _loudest(gains: Mapping[str, float]) -> list[str]:
    """Return the words that speak the loudest for a rejection."""
    loudest = sorted(gains.items(), key=itemgetter(1), reverse=True)[:SHOWN]
    return [word for word, gain in loudest if gain > SPEAKS]


def _bucket_of(doubt: Doubt) -> int:
    return crc32(f"5{doubt.value}".encode()) % BUCKETS
