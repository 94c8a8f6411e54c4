"""Wire items: what is known of one that an agency sent, and which of its versions is the newest."""

from datetime import datetime

from harkara.intake.models import WireItem, WireService
from harkara.intake.sources.wires import Status, WireStory


def locked(service_id: int, item_id: str, at: datetime) -> WireItem:
    """Return what is known of an item of a service, from now on if nothing was.

    Two deliveries of one at once wait for each other here, so it is called inside a transaction.
    """
    item, _made = WireItem.objects.select_for_update().get_or_create(
        service_id=service_id, item_id=item_id, defaults={"came_at": at}
    )
    return item


def last_of(service: WireService, story: WireStory) -> WireItem | None:
    """Return what is known of an item that came, None if nothing is."""
    return WireItem.objects.filter(service=service, item_id=story.item_id).first()


def note_version(item: WireItem, story: WireStory, at: datetime, *, killed: bool) -> None:
    """Note which version of an item is here, and whether it was taken back."""
    item.version = story.version
    item.version_at = story.version_at
    item.killed = killed
    item.came_at = at
    item.save(update_fields=["version", "version_at", "killed", "came_at", "photo_ids", "shown"])


def is_passed(last: WireItem | None, story: WireStory) -> bool:
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
