"""Receiving: a draft becomes a story with the desk, with its provenance, in one transaction."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from harkara.intake.actions.filing import Choice, keep_provenance, story_of
from harkara.intake.actions.one_row import keep_rows
from harkara.intake.drafts import Draft, Origin
from harkara.intake.models import ForeignId
from harkara.intake.stream import FindPhoto
from harkara.intake.suggestions import Suggestions, suggest
from harkara.newsroom import queries
from harkara.newsroom.actions import Filed, Publish, file_story, publish, revise
from harkara.newsroom.models import ArticlePage
from harkara.newsroom.refusals import Refused as DeskRefused

_NO_HEADLINE = _("The story has no headline, so it was not published. Write one, then publish.")
_NO_TEXT = _("The story has no text, so it was not published.")
_DAMAGED = _("Some characters were lost before the text came here, so it was not published.")
EDITED_HERE = _("A newer version came, but the desk has edited the story: it was left as it is.")


class Change(StrEnum):
    """What a delivery did to the stories of the desk."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"  # this very version is here already
    EDITED_HERE = "edited here"  # a newer version came, and the desk's own work was not touched


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A draft that is a story of the desk now.

    `held_back` says, in one line, why a story that was to be published is only kept, or why a newer
    version was not taken; it is empty otherwise.
    """

    article_id: int
    number: int
    slug: str
    published: bool
    held_back: str
    change: Change


def receive(
    draft: Draft,
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    publish: bool,
    choice: Choice | None = None,
    suggested: Suggestions | None = None,
    find_photo: FindPhoto | None = None,
) -> Received:
    """Keep a draft as a story of the desk, with its provenance, and publish it if asked.

    `suggested` is what was proposed for it, if somebody has asked already.
    Without a choice the proposed section and the known topics are taken; a story for which no
    section is proposed waits in the desk's tray. Pictures stay out unless `find_photo` finds them.
    Nothing that may not go live is ever lost: the draft is kept and `held_back` says why.

    A draft whose origin has a foreign id is the same story each time it comes: the same version
    changes nothing, a newer one becomes the story's next revision in the section where the desk has
    put it. What the desk has edited itself since is left alone.
    """
    with transaction.atomic():
        known = known_story(draft.origin)
        if known is not None and (same := left_alone(known, draft.origin)):
            return same
        suggested = suggested or suggest(draft)
        choice = choice or Choice(
            section_id=suggested.section.section.id if suggested.section else None,
            topic_ids=suggested.known_topic_ids,
        )
        return keep(
            draft,
            known,
            by=by,
            at=at,
            publish=publish,
            choice=choice,
            suggested=suggested,
            find_photo=find_photo,
        )


def keep(
    draft: Draft,
    known: ForeignId | None,
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    publish: bool,
    choice: Choice,
    suggested: Suggestions,
    find_photo: FindPhoto | None,
) -> Received:
    """Keep a draft as a new story, or as the next version of one that is `known`; see `receive`.

    Part of the transaction in which was asked whether it is known.
    """
    story = story_of(draft, choice, by, find_photo)
    filed = revise(known.article_id, story) if known else file_story(story)
    keep_provenance(draft, suggested, filed, by, at)
    held_back = _publish(draft, filed, by) if publish else ""
    if draft.origin.foreign_id:
        _note(draft.origin, filed, at, is_newest=not publish)
    return Received(
        article_id=filed.article_id,
        number=filed.number,
        slug=filed.slug,
        published=publish and not held_back,
        held_back=held_back,
        change=Change.UPDATED if known else Change.NEW,
    )


def known_story(origin: Origin) -> ForeignId | None:
    """Return the story that this is another delivery of; None if it is the first.

    Two deliveries at once wait for each other here.
    """
    if not origin.foreign_id:
        return None
    return (
        ForeignId.objects.select_for_update()
        .filter(source_kind=origin.kind, source_key=origin.key, foreign_id=origin.foreign_id)
        .first()
    )


def left_alone(known: ForeignId, origin: Origin) -> Received | None:
    """Return what to say of a story that is not changed by a delivery, None if it must be."""
    article = known.article
    if known.fingerprint == origin.fingerprint:
        change, why = Change.UNCHANGED, ""
    elif queries.is_edited(article.pk, known.revision_id):
        change, why = Change.EDITED_HERE, gettext(EDITED_HERE)
    else:
        return None
    return Received(
        article_id=article.pk,
        number=article.number,
        slug=article.slug,
        published=article.live,
        held_back=why,
        change=change,
    )


def _note(origin: Origin, filed: Filed, at: datetime, *, is_newest: bool) -> None:
    """Note which version a story became; publishing may have made a newer one of it."""
    newest = filed.revision_id
    if not is_newest:
        rows = ArticlePage.objects.values_list("latest_revision_id", flat=True)
        newest = rows.get(pk=filed.article_id)
    one = ForeignId(
        source_kind=origin.kind,
        source_key=origin.key,
        foreign_id=origin.foreign_id,
        article_id=filed.article_id,
        fingerprint=origin.fingerprint,
        revision_id=newest,
        received_at=at,
    )
    keep_rows([one], one_for=["source_kind", "source_key", "foreign_id"])


def _publish(draft: Draft, filed: Filed, by: AbstractBaseUser | None) -> str:
    """Publish a filed story; return why it was only kept, or nothing."""
    for lacking, reason in (
        (not draft.headline, _NO_HEADLINE),
        (not draft.text_blocks, _NO_TEXT),
        (draft.damaged, _DAMAGED),
    ):
        if lacking:
            return gettext(reason)
    try:
        publish(Publish(article_id=filed.article_id, by=by))
    except DeskRefused as refusal:
        return str(refusal)
    return ""
