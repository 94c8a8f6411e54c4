"""Taking photos out of the showcase when no page of the site shows them any more."""

from collections.abc import Iterable, Iterator

from django.db import transaction

from harkara.newsroom import keys
from harkara.newsroom.models import ArticlePage, Photo, PhotoInDoubt, PhotoRendition
from harkara.newsroom.queries.holding import stories_with
from harkara.newsroom.showcase import hide, is_shown
from harkara.press.actions import Use, mark_stale, use_of

# So many are looked at in one go; more wait for the next.
AT_ONCE = 100
# What a body's blocks call the photos they hold.
PHOTO_FIELDS = ("photo", "poster")


def doubt(photo_ids: Iterable[int | None]) -> None:
    """Note photos that a story or a page may be showing no longer.

    Called in the transaction of the change; `take_back` follows once the pages are pressed.
    """
    rows = [PhotoInDoubt(photo_id=pk) for pk in sorted({pk for pk in photo_ids if pk})]
    PhotoInDoubt.objects.bulk_create(rows, ignore_conflicts=True)


def photos_in(article: ArticlePage) -> set[int]:
    """Return the photos a story itself holds: its lead and those in its body."""
    held = set(_photos_below(article.body.get_prep_value()))
    return held | {article.picture_id} if article.picture_id else held


def _photos_below(value: object) -> Iterator[int]:
    """Give the photos named anywhere in a raw body."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in PHOTO_FIELDS and isinstance(inner, int):
                yield inner
            else:
                yield from _photos_below(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _photos_below(inner)


@transaction.atomic
def withdraw_photo(photo_id: int) -> list[int]:
    """Delete a photo, and so take it off every page; return the stories that held it, by id.

    The pages are pressed anew without it, its files leave archive and showcase.
    """
    photo = Photo.objects.filter(pk=photo_id).first()
    if photo is None:
        return []
    found = stories_with(photo_id)
    photo.delete()
    return found


def take_back() -> int:
    """Take out of the showcase what no page shows any more; return how many photos are settled.

    A photo whose pages wait to be pressed stays in doubt. One that pages still show loses only
    the files that its present ones have replaced.
    """
    waiting = PhotoInDoubt.objects.order_by("pk").values_list("pk", flat=True)[:AT_ONCE]
    return sum(_settle(pk) for pk in waiting)


@transaction.atomic
def _settle(photo_id: int) -> bool:
    found = use_of(keys.photo(photo_id))
    if found is Use.UNSETTLED:
        return False
    # The row first: should this not commit, the photo is still in doubt.
    PhotoInDoubt.objects.filter(pk=photo_id).delete()
    if found is Use.UNREAD:
        hide(photo_id)
    else:
        made = PhotoRendition.objects.filter(image=photo_id).select_related("image")
        hide(photo_id, but={rendition.shown_as(rendition.image) for rendition in made})
        if not is_shown(photo_id):
            # A process died between hiding it and saying so: its pages lay it out again.
            mark_stale([keys.photo(photo_id)])
    return True
