"""Advertisement slots: labelled, of a fixed size, and absent unless the site has filled them."""

import logging
from functools import cache
from pathlib import Path

from django.conf import settings
from markupsafe import Markup

logger = logging.getLogger(__name__)

# Where a page may carry an advertisement; each has its fixed size in ad.css.
SLOTS = ("front", "section", "story")


@cache
def slots() -> dict[str, str]:
    """Return the HTML of each slot the site has filled, by the slot's name.

    A file that cannot be read, is blank, or fills a slot no page has, leaves the slot empty: a
    story is never kept from its reader for the sake of an advertisement.
    """
    filled = {}
    for name, path in sorted(settings.WEB_AD_SLOTS.items()):
        html = _html(name, Path(path))
        if html:
            filled[name] = html
    return filled


def slot(name: str) -> Markup | None:
    """Return what fills the slot, or None if it is not to be shown."""
    html = slots().get(name)
    # The file is the publisher's own, from the site's home: it is trusted like a template.
    return Markup(html) if html else None  # noqa: S704


def _html(name: str, path: Path) -> str:
    if name not in SLOTS:
        logger.warning("there is no advertisement slot %r; known are %s", name, ", ".join(SLOTS))
        return ""
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        logger.warning("advertisement slot %r is left empty: %s", name, error)
        return ""
