"""The edition of the site's own design: when it changes, every page is of the old one."""

import logging
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, transaction

from harkara.newsroom import keys
from harkara.press import stores
from harkara.press.actions import mark_stale
from harkara.web import assets

logger = logging.getLogger(__name__)


def lay() -> bool:
    """Lay the assets and, if the design is not the one of the last start, mark its pages stale.

    Returns True if it was another design. Called when the site starts; a start that is cut short
    does it again.
    """
    assets.lay(stores.current())
    note = Path(settings.WEB_EDITION_FILE)
    digest = assets.digest()
    if note.exists() and note.read_text() == digest:
        return False
    try:
        with transaction.atomic():
            mark_stale({keys.DESIGN})
    except DatabaseError as error:
        # Readers must get the old pages also when the site starts without its database.
        logger.warning("the new design waits for the next start: %s", error)
        return False
    note.write_text(digest)
    return True
