"""The edition of the site: its design and its address, which no page is newer than."""

import logging
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, transaction

from harkara.newsroom import keys
from harkara.press import stores
from harkara.press.actions import mark_all, mark_stale
from harkara.web import assets
from harkara.web.plainest import plainest

AWAY = "/assets/away.html"

logger = logging.getLogger(__name__)


def lay() -> bool:
    """Lay the assets, and mark stale what another design or address was pressed with.

    Returns True if this start differs from the last one. Called when the site starts; a start that
    is cut short does it again.
    """
    assets.lay(stores.current())
    # For a web server in front, when it finds nobody behind it.
    stores.current().put_asset(AWAY, plainest(503))
    note = Path(settings.WEB_EDITION_FILE)
    last = note.read_text().splitlines() if note.exists() else []
    this = [assets.digest(), settings.PUBLIC_URL]
    if last == this:
        return False
    try:
        with transaction.atomic():
            if last[1:] == this[1:]:
                mark_stale({keys.DESIGN})
            else:
                # Pages, feeds and sitemaps name their own address.
                mark_all()
    except DatabaseError as error:
        # Readers must get the old pages also when the site starts without its database.
        logger.warning("the new edition waits for the next start: %s", error)
        return False
    note.write_text("\n".join(this))
    return True
