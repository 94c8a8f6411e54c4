"""Wire items: what is known of one that an agency sent, held while something is done about it."""

from datetime import datetime

from harkara.intake.models import WireItem


def locked(service_id: int, item_id: str, at: datetime) -> WireItem:
    """Return what is known of an item of a service, from now on if nothing was.

    Two deliveries of one at once wait for each other here, so it is called inside a transaction.
    """
    item, _made = WireItem.objects.select_for_update().get_or_create(
        service_id=service_id, item_id=item_id, defaults={"came_at": at}
    )
    return item
