"""Making polls, changing them, closing them early, taking them off the site."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from harkara.audience.polls.models import Choice, Poll, PollDecision
from harkara.audience.polls.models.poll import FEWEST, MOST, MOST_QUESTION, MOST_WORDS
from harkara.audience.polls.queries.pages import places_of
from harkara.audience.polls.records import Stage
from harkara.audience.polls.refusals import (
    BadAnswers,
    BadTimes,
    BegunAlready,
    NoQuestion,
    NoSuchStory,
)
from harkara.newsroom import queries as newsroom
from harkara.press.actions import mark_stale
from harkara.text.fold import fold
from harkara.text.normalise import normalise

LONGEST = timedelta(days=366)
PLACES = ("story_id", "section_id", "on_front")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPoll:
    """A poll as the desk wants it; `by` is a login. At most one of the places is named."""

    question: str
    answers: Sequence[str]
    opens_at: datetime
    closes_at: datetime
    by: str
    at: datetime
    story: int | None = None
    section: int | None = None
    on_front: bool = False


def make(of: NewPoll) -> Poll:
    """Make a poll, open if its time has come. Raises a CannotMake."""
    question, answers = _words(of)
    _check_times(of.opens_at, of.closes_at, of.at)
    with transaction.atomic():
        poll = Poll(
            question=question,
            opens_at=of.opens_at,
            closes_at=of.closes_at,
            stage=Stage.OPEN if of.opens_at <= of.at else Stage.PLANNED,
        )
        _place(poll, of)
        poll.save()
        _set_answers(poll, answers)
        mark_stale(places_of(poll))
        _note(poll, PollDecision.Kind.MADE, of.by, of.at)
    return poll


def change(poll_id: int, of: NewPoll) -> Poll:
    """Change a poll: all of one that has not begun; of another its end and its place alone.

    One that is closed keeps its end too. Raises a CannotMake, or Poll.DoesNotExist.
    """
    question, answers = _words(of)
    with transaction.atomic():
        poll = Poll.objects.select_for_update().get(pk=poll_id)
        places = places_of(poll)
        begun = poll.stage != Stage.PLANNED or poll.opens_at <= of.at
        there = [one.words for one in poll.choices.all()]
        if begun and (poll.question != question or there != answers):
            raise BegunAlready
        if not begun:
            poll.question, poll.opens_at = question, of.opens_at
            if there != answers:
                poll.choices.all().delete()
                _set_answers(poll, answers)
        if poll.stage != Stage.CLOSED and poll.closes_at != of.closes_at:
            _check_times(poll.opens_at, of.closes_at, of.at)
            poll.closes_at = of.closes_at
        _place(poll, of)
        poll.save()
        mark_stale(places | places_of(poll))
        _note(poll, PollDecision.Kind.CHANGED, of.by, of.at)
    return poll


def close_now(poll_id: int, *, by: str, at: datetime) -> None:
    """End a poll that is open; its result follows when the last votes are counted."""
    with transaction.atomic():
        poll = Poll.objects.select_for_update().filter(pk=poll_id, stage=Stage.OPEN).first()
        if poll is not None and at < poll.closes_at:
            poll.closes_at = max(at, poll.opens_at + timedelta(microseconds=1))
            poll.save(update_fields=["closes_at"])
            mark_stale(places_of(poll))
            _note(poll, PollDecision.Kind.CLOSED, by, at)


def take_off(poll_id: int, *, by: str, at: datetime) -> None:
    """Take a poll off every page and take no more votes; they are kept."""
    _show(poll_id, PollDecision.Kind.TAKEN_OFF, by=by, at=at)


def put_back(poll_id: int, *, by: str, at: datetime) -> None:
    """Show a poll again that was taken off."""
    _show(poll_id, PollDecision.Kind.PUT_BACK, by=by, at=at)


def _show(poll_id: int, kind: PollDecision.Kind, *, by: str, at: datetime) -> None:
    off = kind == PollDecision.Kind.TAKEN_OFF
    with transaction.atomic():
        poll = Poll.objects.select_for_update().filter(pk=poll_id).exclude(taken_off=off).first()
        if poll is not None:
            poll.taken_off = off
            poll.save(update_fields=["taken_off"])
            mark_stale(places_of(poll))
            _note(poll, kind, by, at)


def _words(of: NewPoll) -> tuple[str, list[str]]:
    question = _line(of.question)
    answers = [line for line in map(_line, of.answers) if line]
    if not question or len(question) > MOST_QUESTION:
        raise NoQuestion
    is_long = any(len(one) > MOST_WORDS for one in answers)
    are_alike = len({fold(one).casefold() for one in answers}) < len(answers)
    if not FEWEST <= len(answers) <= MOST or is_long or are_alike:
        raise BadAnswers
    return question, answers


def _line(text: str) -> str:
    return " ".join(normalise(text).split())


def _check_times(opens_at: datetime, closes_at: datetime, at: datetime) -> None:
    if not max(opens_at, at) < closes_at <= max(opens_at, at) + LONGEST:
        raise BadTimes


def _place(poll: Poll, of: NewPoll) -> None:
    if of.story is not None and not newsroom.cards([of.story], pictured=False):
        raise NoSuchStory
    poll.story_id, poll.section_id, poll.on_front = of.story, of.section, of.on_front
    poll.put_away = False


def _set_answers(poll: Poll, answers: Sequence[str]) -> None:
    Choice.objects.bulk_create(
        Choice(poll=poll, place=place, words=words) for place, words in enumerate(answers, 1)
    )


def _note(poll: Poll, kind: PollDecision.Kind, by: str, at: datetime) -> None:
    PollDecision.objects.create(poll=poll, kind=kind, by=by, at=at)
