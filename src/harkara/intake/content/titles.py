"""Titles: headlines, summaries and names that another system stores with markup in them."""

import re
from html import unescape

from harkara.intake.content.mending import Pen

_TAG = re.compile(r"<[^<>]*>")
_ROMAN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
MOST_WORDS = 80


def plain(text: str, pen: Pen) -> str:
    """Return a text without markup, on one line, mended."""
    bare = unescape(_TAG.sub(" ", text)) if "<" in text or "&" in text else text
    return pen.mend(" ".join(bare.split()))


def readable_words(name: str) -> str:
    """Return the words of an old address if they may stay as they are, otherwise nothing.

    >>> readable_words("sohni-pul"), readable_words("%e0%a4%b8%e0%a5%8b"), readable_words("1234")
    ('sohni-pul', '', '')
    """
    fits = _ROMAN.match(name) and len(name) <= MOST_WORDS and not name.replace("-", "").isdigit()
    return name if fits else ""
