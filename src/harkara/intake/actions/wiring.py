"""Wiring: what an agency sends becomes a story of the desk, version by version, or ends it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext_noop as _

from harkara.intake.actions.arriving import arrive, tell
from harkara.intake.actions.receiving import Change
from harkara.intake.drafts import Draft, DraftSource, Notice
from harkara.intake.models import Arrival, ForeignId, WireItem, WireService
from harkara.intake.photos import PhotoWords, keep_photo
from harkara.intake.refusals import Refused
from harkara.intake.sources.wires import Status, WirePhoto, WireStory
from harkara.newsroom.actions import Withdraw, recall
from harkara.newsroom.models import ArticlePage

GetPhoto = Callable[[str], bytes]
"""Where a photo lies, as the item names it → its file. Raises Refused."""
MOST_PHOTOS = 10
_NO_PHOTO = _("A photo was left out: %(why)s")
_WAS_LIVE = _("Its source took the story back. It was taken off the site.")
_WAS_NOT_LIVE = _("Its source took the story back. It must not be published.")


class Outcome(StrEnum):
    """What became of an item that was sent."""

    NEW = "new"
    UPDATED = "updated"
    WAITING = "waiting"  # the desk has edited the story: the version is among its revisions
    UNCHANGED = "unchanged"
    OLDER = "older"  # a newer version is here, or the item was taken back since
    KILLED = "killed"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An item that was taken in; `number` is that of its story, if it has one."""

    item_id: str
    outcome: Outcome
    number: int | None = None


def take(
    stories: Sequence[WireStory], service: WireService, *, at: datetime, get_photo: GetPhoto
) -> tuple[Taken, ...]:
    """Take in what an agency sent in one file, item by item, and return what became of each.

    Photos are fetched before anything is written, so nobody waits for a slow server. Raises Refused
    if a photo that was sent alone cannot be kept; the other items are taken in all the same.
    """
    taken: list[Taken] = []
    refused: Refused | None = None
    for story in stories:
        try:
            taken.append(_take_one(story, service, at, get_photo))
        except Refused as refusal:
            refused = refused or refusal
    if refused is not None:
        raise refused
    return tuple(taken)


def _take_one(story: WireStory, service: WireService, at: datetime, get_photo: GetPhoto) -> Taken:
    if story.status is not Status.USABLE:
        return _take_back(story, service, at)
    if _is_passed(_last(service, story), story):
        return Taken(item_id=story.item_id, outcome=Outcome.OLDER)
    picture_id, notices = _photos(story, service, get_photo)
    if story.is_photo:
        if picture_id is None:
            raise Refused(notices[0].message, notices[0].values)
        return Taken(item_id=story.item_id, outcome=Outcome.PHOTO)
    draft = _of_service(story.draft, service)
    draft = replace(draft, notices=(*draft.notices, *notices))
    with transaction.atomic():
        last = _locked(service, story, at)
        if _is_passed(last, story):
            # Another delivery was taken in while the photos came.
            return Taken(item_id=story.item_id, outcome=Outcome.OLDER)
        received = arrive(draft, at=at, section_id=service.section_id, picture_id=picture_id)
        _note(last, story, at, killed=False)
    outcome = {
        Change.NEW: Outcome.NEW,
        Change.UPDATED: Outcome.UPDATED,
        Change.EDITED_HERE: Outcome.WAITING,
        Change.UNCHANGED: Outcome.UNCHANGED,
    }[received.change]
    return Taken(item_id=story.item_id, outcome=outcome, number=received.number)


@transaction.atomic
def _take_back(story: WireStory, service: WireService, at: datetime) -> Taken:
    """Take an item's story off the site and off the schedule, and tell the desk.

    That an item was taken back is remembered even if it never came.
    """
    last = _locked(service, story, at)
    if _is_passed(last, story):
        return Taken(item_id=story.item_id, outcome=Outcome.OLDER)
    _note(last, story, at, killed=True)
    article = ArticlePage.objects.filter(
        foreign_ids__source_kind=story.draft.origin.kind,
        foreign_ids__source_key=service.slug,
        foreign_ids__foreign_id=story.item_id,
    ).first()
    if article is None:
        return Taken(item_id=story.item_id, outcome=Outcome.KILLED)
    was_live = recall(Withdraw(article_id=article.pk))
    draft = _of_service(story.draft, service)
    notice = Notice(message=_WAS_LIVE if was_live else _WAS_NOT_LIVE)
    tell(
        article.pk,
        replace(draft, notices=(notice,)),
        Arrival.State.KILLED,
        at,
        note=story.note,
    )
    # Whatever comes next is a new version, though it may say the same as the last one.
    ForeignId.objects.filter(article=article, source_key=service.slug).update(fingerprint="")
    return Taken(item_id=story.item_id, outcome=Outcome.KILLED, number=article.number)


def _last(service: WireService, story: WireStory) -> WireItem | None:
    return WireItem.objects.filter(service=service, item_id=story.item_id).first()


def _locked(service: WireService, story: WireStory, at: datetime) -> WireItem:
    """Return what is known of an item; two deliveries of one at once wait for each other here."""
    item, _made = WireItem.objects.select_for_update().get_or_create(
        service=service, item_id=story.item_id, defaults={"came_at": at}
    )
    return item


def _note(item: WireItem, story: WireStory, at: datetime, *, killed: bool) -> None:
    item.version = story.version
    item.version_at = story.version_at
    item.killed = killed
    item.came_at = at
    item.save(update_fields=["version", "version_at", "killed", "came_at"])


def _is_passed(last: WireItem | None, story: WireStory) -> bool:
    """Say whether a newer version of an item is here already, or the item was taken back since."""
    if last is None:
        return False
    order = _order(last, story)
    return order < 0 or (order == 0 and last.killed and story.status is Status.USABLE)


def _order(last: WireItem, story: WireStory) -> int:
    """Return whether a version is newer (1), older (-1) or as old as the last one (0).

    Numbers of versions count, and where there are none, or equal ones, their times.
    """
    pairs: list[tuple[object, object]] = []
    if last.version.isdecimal() and story.version.isdecimal():
        pairs.append((int(story.version), int(last.version)))
    if last.version_at and story.version_at:
        pairs.append((story.version_at, last.version_at))
    for new, old in pairs:
        if new != old:
            return 1 if new > old else -1  # type: ignore[operator]
    return 0


def _of_service(draft: Draft, service: WireService) -> Draft:
    return replace(
        draft,
        origin=replace(draft.origin, key=service.slug),
        source=DraftSource(name=service.name, credit=service.credit or service.name),
    )


def _photos(
    story: WireStory, service: WireService, get_photo: GetPhoto
) -> tuple[int | None, list[Notice]]:
    """Keep an item's photos; return the first one's id, and why others were left out."""
    kept: list[int] = []
    notices: list[Notice] = []
    for photo in story.photos[:MOST_PHOTOS] if service.photos else ():
        try:
            kept.append(_keep(photo, service, get_photo))
        except Refused as refusal:
            notices.append(Notice(message=_NO_PHOTO, values={"why": str(refusal)}))
    if story.is_photo and not kept and not notices:
        notices.append(Notice(message=_("photos of this wire are not taken")))
    return (kept[0] if kept else None), notices


def _keep(photo: WirePhoto, service: WireService, get_photo: GetPhoto) -> int:
    words = PhotoWords(
        headline=photo.headline, caption=photo.caption, credit=photo.credit, owner=service.name
    )
    refusal: Refused | None = None
    for place in photo.places[:2]:
        try:
            data = get_photo(place)
        except Refused as refused:
            refusal = refused
            continue
        return keep_photo(data, words, name=service.slug)
    raise refusal or Refused(_("the photo has no address"))
