"""The way in where readers say something."""

from harkara.audience.comments.addresses import form_path
from harkara.web.limits import Limit
from harkara.web.views.entrance import Entrance, sent_to, shown

MOST_BYTES = 64 * 1024
# A minute, from one place; many readers may stand behind one address of a mobile network.
SENT = Limit("comments", 20)

door = Entrance(limit=SENT, most_bytes=MOST_BYTES, path=form_path(0))

__all__ = ["MOST_BYTES", "SENT", "door", "sent_to", "shown"]
