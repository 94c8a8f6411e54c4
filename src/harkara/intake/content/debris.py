"""Debris: lines that a theme, a plugin or a vendor left in the body of a story."""

import re
from functools import lru_cache

from django.utils.translation import gettext_noop as _

from harkara.intake.line_words.area import Area
from harkara.intake.line_words.furniture import furniture
from harkara.intake.line_words.phrases import WHY
from harkara.intake.line_words.shape import ends_sentence

# What a page has and a stored story has not. Credits of pictures stay: they are the desk's words.
TAKEN_OUT = frozenset(
    [
        Area.SHARE, Area.COMMENTS, Area.ADVERT, Area.PROMPT, Area.WIDGET, Area.FOOTER, Area.FORM,
        Area.POLL,
    ]
)  # fmt: skip
SURE = 5.0
LONGEST = 160
_VENDOR = re.compile(
    r"\b(?:news\s+portal|web\s*site|web|app)\s+(?:development|developers?|design(?:ing|ers?)?)\b",
    re.IGNORECASE,
)
_MAY_BE_VENDOR = re.compile("news|web|app")  # in one case: found far sooner
VENDOR = _("advertisement or vendor's line")


@lru_cache(maxsize=4096)
def why_debris(text: str) -> str:
    """Return why a line is no part of its story, as a msgid; "" if it is one."""
    if len(text) > LONGEST:
        return ""
    may_be = _MAY_BE_VENDOR.search(text.casefold())
    if may_be and _VENDOR.search(text) and not ends_sentence(text):
        return VENDOR
    found = furniture(text)
    if found is None or found.area not in TAKEN_OUT or found.weight < SURE:
        return ""
    return WHY[found.area]
