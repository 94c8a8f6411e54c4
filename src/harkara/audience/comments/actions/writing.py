"""What a reader does with words of her own: writes, changes and removes them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from harkara.audience.comments.actions.standing import put_on_page, take_off_page, touch
from harkara.audience.comments.models import Ban, Comment, Decision
from harkara.audience.comments.queries.pages import rule_of
from harkara.audience.comments.queries.readers import TO_CHANGE, card_of, may_be_said
from harkara.audience.comments.records import Mode
from harkara.audience.comments.refusals import (
    Closed,
    GoneAlready,
    NotOnSite,
    SaidBefore,
    ShutOut,
    TooLate,
    TooMany,
)
from harkara.audience.comments.scoring import Doubt, Weighed, weigh
from harkara.audience.comments.signals import erased
from harkara.audience.comments.wording import likeness, named, told
from harkara.audience.visitors.networks import all_names, network_name

HELD_BACK = 0.5
"""From this weight on a comment waits, also where others are shown at once."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOST_OF_NETWORK = 40
"""So many an hour from one network: many readers of a mobile provider may share one."""
MOST_OF_WRITER = 12
MANY_ALIKE = 3
"""So many comments in the same words within a day, and the next one is doubtful."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewComment:
    """What a reader sent: from which address and browser, and what the door thinks of it."""

    number: int
    name: str
    text: str
    address: str
    writer: str
    at: datetime
    parent_id: int | None = None
    doubts: tuple[Doubt, ...] = ()
    is_trapped: bool = False
    """Whether a field was filled in that no reader sees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    name: str
    text: str
    likeness: str
    network: str
    mode: Mode
    alike: int


def write(new: NewComment) -> Comment:
    """Take a comment in: shown at once, waiting for the desk, or set aside as spam.

    Raises one of the refusals, all NotTaken, when it is not taken.
    """
    checked = _checked(new)
    doubts = (*new.doubts, *((Doubt.ALIKE,) if checked.alike >= MANY_ALIKE else ()))
    weighed = weigh(checked.name, checked.text, doubts)
    with transaction.atomic():
        comment = Comment(
            story_id=new.number,
            parent_id=_head_of(new),
            name=checked.name,
            text=checked.text,
            written_at=new.at,
            writer=new.writer,
            network=checked.network,
            likeness=checked.likeness,
            weight=weighed.weight,
            reasons=weighed.as_kept(),
        )
        comment.status = _status(new, checked.mode, weighed)
        if comment.status == Comment.Status.ACCEPTED:
            put_on_page(comment)
        comment.save()
        Decision.objects.create(comment=comment, kind=Decision.Kind.WRITTEN, at=new.at)
    return comment


def change_own(comment_id: int, *, name: str, text: str, at: datetime) -> None:
    """Change a comment at its writer's wish. Raises TooLate after two minutes, or a refusal."""
    name, text = named(name), told(text)
    weighed = weigh(name, text, ())
    with transaction.atomic():
        comment = _own(comment_id)
        if at > comment.written_at + TO_CHANGE or comment.status not in OPEN:
            raise TooLate
        if (comment.name, comment.text) == (name, text):
            return
        comment.name, comment.text, comment.edited_at = name, text, at
        comment.likeness = likeness(text)
        comment.weight, comment.reasons = weighed.weight, weighed.as_kept()
        if comment.status == Comment.Status.ACCEPTED:
            _stand_again(comment)
        comment.save()
        Decision.objects.create(comment=comment, kind=Decision.Kind.EDITED, at=at)


OPEN = (Comment.Status.WAITING, Comment.Status.ACCEPTED)


def remove_own(comment_id: int, *, at: datetime) -> None:
    """Remove a comment at its writer's wish: its words and all that led to her are gone.

    Raises GoneAlready if that was done before.
    """
    with transaction.atomic():
        erase_words(_own(comment_id), Decision.Kind.REMOVED, at=at)


def erase_words(comment: Comment, kind: Decision.Kind, *, at: datetime, by: str = "") -> None:
    """Take a comment off the pages and everything a reader wrote out of its row.

    Must be called in a transaction.
    """
    before = comment.status
    take_off_page(comment)
    comment.status = Comment.Status.REMOVED
    comment.name = comment.text = comment.writer = comment.network = comment.likeness = ""
    comment.reasons, comment.weight, comment.reports = [], 0.0, 0
    comment.save()
    comment.complaints.all().delete()
    if comment.origin:
        erased.send(Comment, number=comment.story_id, origin=comment.origin)
    Decision.objects.create(comment=comment, kind=kind, before=before, at=at, by=by)


def _own(comment_id: int) -> Comment:
    found = Comment.objects.select_for_update().filter(pk=comment_id)
    comment = found.exclude(status=Comment.Status.REMOVED).first()
    if comment is None:
        raise GoneAlready
    return comment


def _stand_again(comment: Comment) -> None:
    """Show the changed words of an accepted comment, or hold them back if they are doubtful now."""
    if comment.weight >= HELD_BACK:
        take_off_page(comment)
        comment.status = Comment.Status.WAITING
    elif comment.sheet is not None:
        touch([(comment.story_id, comment.sheet)])


def _checked(new: NewComment) -> _Checked:
    """Return what is needed to keep a comment, or raise why it is not taken."""
    name, text = named(new.name), told(new.text)
    story = card_of(new.number)
    if story is None:
        raise NotOnSite
    rule = rule_of(story.section.id)
    if not may_be_said(rule, story.published_at, new.at):
        raise Closed
    network = network_name(new.address, new.at)
    _refuse_the_shut_out(new)
    alike = likeness(text)
    _refuse_too_many(new, network, alike)
    return _Checked(
        name=name,
        text=text,
        likeness=alike,
        network=network,
        mode=rule.mode,
        alike=Comment.objects.filter(likeness=alike, written_at__gt=new.at - DAY).count(),
    )


def _refuse_the_shut_out(new: NewComment) -> None:
    values = [*all_names(new.address), *([new.writer] if new.writer else [])]
    if Ban.objects.filter(value__in=values, until__gt=new.at).exists():
        raise ShutOut


def _refuse_too_many(new: NewComment, network: str, alike: str) -> None:
    own = Q(network=network) | Q(writer=new.writer) if new.writer else Q(network=network)
    again = Comment.objects.filter(likeness=alike, written_at__gt=new.at - DAY, story=new.number)
    if again.filter(own).exists():
        raise SaidBefore
    lately = Comment.objects.filter(written_at__gt=new.at - HOUR)
    if lately.filter(network=network).count() >= MOST_OF_NETWORK:
        raise TooMany
    if new.writer and lately.filter(writer=new.writer).count() >= MOST_OF_WRITER:
        raise TooMany


def _head_of(new: NewComment) -> int | None:
    """Return the comment at the head of the thread; an answer to an answer stands beside it."""
    if new.parent_id is None:
        return None
    parent = Comment.objects.filter(
        pk=new.parent_id, story=new.number, status=Comment.Status.ACCEPTED
    ).first()
    if parent is None:
        raise NotOnSite
    return parent.parent_id or parent.pk


def _status(new: NewComment, mode: Mode, weighed: Weighed) -> Comment.Status:
    if new.is_trapped:
        return Comment.Status.SPAM
    shown_at_once = mode is Mode.AFTER and weighed.weight < HELD_BACK and not weighed.is_held
    return Comment.Status.ACCEPTED if shown_at_once else Comment.Status.WAITING
