"""Taking a suggestion into a story's newest draft, or rejecting it for good.

The editor's form takes a suggestion by itself, before it is saved; then only what was decided is
noted. Without a script the story gets a new revision here. Nothing is published.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from harkara.newsroom.actions.topics import make_topic
from harkara.newsroom.forms import move_to_section
from harkara.newsroom.models import ArticlePage, LiveStory, Rejection, SectionPage, Suggested, Topic
from harkara.newsroom.refusals import NotLive, Refused
from harkara.search.actions.learned import teach
from harkara.search.queries.learned import SECTIONS
from harkara.search.sections import TextFields

MOST_DIGITS = 18
"""More digits than these no database holds as an id."""


class GoneMeanwhile(Refused):
    """What was suggested is not there any more."""

    sentence = _("What was suggested is not there any more. Look at the suggestions again.")


class LiveStoryMoves(Refused):
    """A live story changes its section only with a publication."""

    sentence = _(
        "The story is on the site, so it moves with its publication: choose the section in the "
        "editor, then publish."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided about one suggestion: its kind and ref, as `Suggested` says.

    `fields` are the words of the story that it was suggested for. `topic_kind` is for a new topic,
    `after` for a story to read: the number of blocks of the body before it.
    """

    article_id: int
    kind: Suggested
    ref: str
    fields: TextFields
    by: AbstractBaseUser | None = None
    topic_kind: str = Topic.Kind.THING
    after: int | None = None


@transaction.atomic
def reject(decision: Decision) -> None:
    """Remember that a suggestion is not wanted for this story; let the learner hear of a section.

    Raises GoneMeanwhile for a section that is no more.
    """
    if decision.kind == Suggested.SECTION:
        _teach(decision, belongs=False)
    Rejection.objects.get_or_create(
        article_id=decision.article_id,
        kind=decision.kind,
        ref=decision.ref,
        defaults={"by_id": decision.by.pk if decision.by else None},
    )


@transaction.atomic
def note_accepted(decision: Decision) -> Topic | None:
    """Note that the editor's form took a suggestion; return the topic if one was made for it.

    Raises NoTopicName if no topic can be made, GoneMeanwhile for a section that is no more.
    """
    if decision.kind == Suggested.SECTION:
        _teach(decision, belongs=True)
    if decision.kind == Suggested.NEW_TOPIC:
        return make_topic(name=decision.ref, kind=decision.topic_kind)
    return None


@transaction.atomic
def accept(decision: Decision) -> None:
    """Take a suggestion into the story's newest draft.

    Raises GoneMeanwhile if what was suggested is not there any more, LiveStoryMoves for the section
    of a live story, NotLive for a story to read that was withdrawn, NoTopicName.
    """
    made = note_accepted(decision)
    article = ArticlePage.objects.get(pk=decision.article_id).get_latest_revision_as_object()
    if decision.kind == Suggested.SECTION:
        _move(article, decision)
        return
    if made is not None:
        article.topics.add(made)
    else:
        TAKERS[decision.kind](article, decision)
    article.save_revision(user=decision.by)


def _move(article: ArticlePage, decision: Decision) -> None:
    if article.live:
        raise LiveStoryMoves
    move_to_section(article, _section(decision))


def _take_topic(article: ArticlePage, decision: Decision) -> None:
    topic = Topic.objects.filter(pk=number_of(decision.ref)).first()
    if topic is None:
        raise GoneMeanwhile
    article.topics.add(topic)


def _take_also_read(article: ArticlePage, decision: Decision) -> None:
    row = LiveStory.objects.filter(pk=number_of(decision.ref)).first()
    if row is None:
        raise NotLive
    blocks: list[Any] = list(article.body.raw_data)
    after = len(blocks) if decision.after is None else min(decision.after, len(blocks))
    reference = {"type": "also_read", "value": {"story": row.article_id, "text": ""}}
    article.body = json.dumps([*blocks[:after], reference, *blocks[after:]], ensure_ascii=False)


def _take_address(article: ArticlePage, decision: Decision) -> None:
    article.address_words = decision.ref


TAKERS: dict[Suggested, Callable[[ArticlePage, Decision], None]] = {
    Suggested.TOPIC: _take_topic,
    Suggested.ALSO_READ: _take_also_read,
    Suggested.ADDRESS: _take_address,
}
"""What changes in a story when a suggestion of each kind is taken; a section is its place."""


def _teach(decision: Decision, *, belongs: bool) -> None:
    section = _section(decision)
    number = ArticlePage.objects.values_list("number", flat=True).get(pk=decision.article_id)
    teach(SECTIONS, number, decision.fields, section.pk, belongs=belongs)


def _section(decision: Decision) -> SectionPage:
    section: SectionPage | None = (
        SectionPage.objects.live().filter(pk=number_of(decision.ref)).first()
    )
    if section is None:
        raise GoneMeanwhile
    return section


def number_of(ref: str) -> int:
    """Return a ref that is a number. Raises GoneMeanwhile if it is none that a database holds."""
    if not ref.isdecimal() or len(ref) > MOST_DIGITS:
        raise GoneMeanwhile
    return int(ref)
