"""What the desk sees of polls: all of them, and one with its networks and its trail."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from harkara.audience.polls.addresses import poll_path, result_path
from harkara.audience.polls.models import Crowd, Poll, PollDecision
from harkara.audience.polls.records import Stage
from harkara.newsroom.models import SectionPage

ROWS = 50
CROWDS = 30
LINES = 50
SIGNS = {
    "many": _("very many votes from one network"),
    "busy": _("very many votes in one minute"),
    "onesided": _("nearly all for one answer, unlike elsewhere"),
    "plain": _("most without the page's script"),
    "alike": _("all from browsers that say the same of themselves"),
}
STAGES = {
    Stage.PLANNED: _("planned"),
    Stage.OPEN: _("open"),
    Stage.CLOSED: _("closed"),
}
COUNTING = _("closed, the last votes are being counted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer, what counts for it and what is set aside; `share` is in per cent."""

    words: str
    counted: int
    aside: int
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A poll as the desk sees it. `result` is where those look who have voted.

    A poll whose hour has passed takes no votes; it stays at the stage "open" until the last ones
    are counted.
    """

    id: int
    question: str
    stage: str
    stage_words: str
    takes_votes: bool
    opens_at: datetime
    closes_at: datetime
    answers: tuple[Answer, ...]
    counted: int
    aside: int
    aside_share: int
    place: str
    path: str
    result: str
    is_off: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """What came from one network on one day; `by_choice` names the votes for each answer."""

    id: int
    votes: int
    by_choice: tuple[tuple[str, int], ...]
    plain: int
    busiest: int
    first_at: datetime
    last_at: datetime
    score: float
    reasons: tuple[str, ...]
    is_aside: bool
    decided_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Networks:
    """The networks of a poll that stand out the most, and how many there are and are set aside."""

    shown: tuple[Network, ...]
    all_: int
    aside: int


def polls(page: int, at: datetime) -> tuple[list[Row], bool]:
    """Return a page of all polls, newest first, and whether there is another. Two queries."""
    start = (page - 1) * ROWS
    found = list(_rows().order_by("-pk")[start : start + ROWS + 1])
    return [_row(one, at) for one in found[:ROWS]], len(found) > ROWS


def one(poll_id: int, at: datetime) -> Row | None:
    """Return a poll, None if there is none of this number. Two queries."""
    found = _rows().filter(pk=poll_id).first()
    return _row(found, at) if found else None


def as_kept(poll_id: int) -> Poll | None:
    """Return a poll as it is kept, for the form that changes it."""
    return Poll.objects.filter(pk=poll_id).first()


def networks(poll_id: int) -> Networks:
    """Return the networks of a poll by score, those with most votes first. Three queries."""
    crowds = Crowd.objects.filter(poll=poll_id)
    counts = crowds.aggregate(all_=Count("pk"), aside=Count("pk", filter=Q(is_aside=True)))
    words = list(
        Poll.objects.filter(pk=poll_id)
        .order_by("choices__place")
        .values_list("choices__words", flat=True)
    )
    found = crowds.order_by("-score", "-votes")[:CROWDS]
    shown = tuple(_network(crowd, words) for crowd in found)
    return Networks(shown=shown, all_=counts["all_"], aside=counts["aside"])


def trail(poll_id: int) -> list[PollDecision]:
    """Return what was done to a poll lately, newest first."""
    return list(PollDecision.objects.filter(poll=poll_id)[:LINES])


def sections() -> list[tuple[int, str]]:
    """Return the sections in the desk's order: id and name."""
    return list(SectionPage.objects.order_by("path").values_list("pk", "title"))


def open_at(at: datetime) -> tuple[int, int]:
    """Return how many polls are open, and how many votes count in them. One query."""
    rows = Poll.objects.filter(stage=Stage.OPEN, closes_at__gt=at, taken_off=False)
    found = rows.aggregate(
        many=Count("pk", distinct=True), votes=Sum("choices__counted", default=0)
    )
    return found["many"], found["votes"]


def _rows() -> QuerySet[Poll]:
    return Poll.objects.select_related("section", "story").prefetch_related("choices")


def _row(poll: Poll, at: datetime) -> Row:
    is_counting = poll.stage == Stage.OPEN and poll.closes_at <= at
    choices = list(poll.choices.all())
    counted, aside = sum(one.counted for one in choices), sum(one.aside for one in choices)
    return Row(
        id=poll.pk,
        question=poll.question,
        stage=poll.stage,
        stage_words=str(COUNTING if is_counting else STAGES[Stage(poll.stage)]),
        takes_votes=poll.stage == Stage.OPEN and not is_counting,
        opens_at=poll.opens_at,
        closes_at=poll.closes_at,
        answers=tuple(
            Answer(
                words=one.words,
                counted=one.counted,
                aside=one.aside,
                share=_percent(one.counted, counted),
            )
            for one in choices
        ),
        counted=counted,
        aside=aside,
        aside_share=_percent(aside, aside + counted),
        place=_place(poll),
        path=poll_path(poll.pk),
        result=result_path(poll.pk),
        is_off=poll.taken_off,
    )


def _place(poll: Poll) -> str:
    if poll.story is not None:
        return str(poll.story.title)
    if poll.section is not None:
        return str(poll.section.title)
    return str(_("the front page") if poll.on_front else _("its own page alone"))


def _percent(part: int, all_: int) -> int:
    return round(100 * part / all_) if all_ else 0


def _network(crowd: Crowd, words: list[str]) -> Network:
    return Network(
        id=crowd.pk,
        votes=crowd.votes,
        by_choice=tuple(zip(words, crowd.by_choice, strict=True)),
        plain=crowd.plain,
        busiest=crowd.busiest,
        first_at=crowd.first_at,
        last_at=crowd.last_at,
        score=crowd.score,
        reasons=tuple(str(SIGNS[name]) for name in crowd.reasons),
        is_aside=crowd.is_aside,
        decided_by=crowd.decided_by,
    )
