"""Bounding: an XML feed is cut to what is wanted of it, and refused if it could only be an attack.

feedparser reads whatever it is given to its end, and some of what it does grows with the square of
what it reads. So before it is asked, the items that nobody wants are cut out, and what is left is
counted. The bounds stand far above what two hundred whole stories need.
"""

import re
from collections import Counter
from itertools import pairwise

from django.utils.translation import gettext_noop as _

from harkara.intake.refusals import Refused

BOMB = _("the feed defines words that unfold to far more than it is: it is not read")
TOO_MUCH = _("the feed is built of far more parts than its items need: it is not read")
MOST_DECLARED = 200
MOST_UNFOLDED = 1_000_000
MOST_MARKS = 150_000
"""So many elements may begin or end in a feed, those inside its texts included."""
MOST_ALIKE = 1_500
"""So many elements of one name may stand in one item."""
MOST_SAID = 300
"""So many attributes may one element have."""
MOST_UNKNOWN = 20_000
_DECLARED = re.compile(
    rb"<!ENTITY\s+(%?)\s*([^\s>\"']{1,200})\s+(?:\"([^\"]*)\"|'([^']*)')?", re.IGNORECASE
)
_USED = re.compile(rb"&([^\s;&<]{1,200});")
_BEGINS = re.compile(rb"<(?:[A-Za-z]{1,20}:)?(?:item|entry)(?=[\s/>])")
_ENDS = re.compile(rb"</(?:[A-Za-z]{1,20}:)?(?:item|entry)\s{0,9}>")
_NAME = re.compile(rb"<([A-Za-z][^\s/>]{0,60})")
_MARK = re.compile(rb"<|&lt;")
_ATTRIBUTE = re.compile(rb"[\s\"'][^\s=<>\"']{1,60}\s?=\s?[\"']")
_TAG = re.compile(rb"<[A-Za-z][^<>]*")
_SPACES = re.compile(rb"[ \t\r\n]{200,}")
_KNOWN = frozenset({b"lt", b"gt", b"amp", b"quot", b"apos"})


def bounded(text: bytes, most: int) -> bytes:
    """Return a feed in UTF-8 with its first `most` items. Raises Refused if it is a trap."""
    _refuse_bomb(text)
    cut = _first_items(_SPACES.sub(b" ", text), most)
    _refuse_too_much(cut)
    return cut


def _first_items(text: bytes, most: int) -> bytes:
    """Return a feed without what stands from the item after the last wanted one to the last end."""
    begins = _BEGINS.finditer(text)
    start = next((one.start() for at, one in enumerate(begins) if at == most), None)
    if start is None:
        return text
    end = len(text)
    for one in _ENDS.finditer(text, start):
        end = one.end()
    return text[:start] + text[end:] if end < len(text) else text[:start]


def _refuse_too_much(text: bytes) -> None:
    """Refuse a feed that is built of more than any feed is."""
    if sum(1 for _one in _MARK.finditer(text)) > MOST_MARKS:
        raise Refused(TOO_MUCH)
    places = [0, *(one.start() for one in _BEGINS.finditer(text)), len(text)]
    for start, end in pairwise(places):
        names = Counter(one[1] for one in _NAME.finditer(text, start, end))
        if max(names.values(), default=0) > MOST_ALIKE:
            raise Refused(TOO_MUCH)
    if any(len(_ATTRIBUTE.findall(tag[0])) > MOST_SAID for tag in _TAG.finditer(text)):
        raise Refused(TOO_MUCH)
    unknown = sum(1 for one in _USED.finditer(text) if not _is_plain(one[1]))
    if unknown > MOST_UNKNOWN:
        raise Refused(TOO_MUCH)


def _is_plain(name: bytes) -> bool:
    return name in _KNOWN or name.startswith(b"#")


def _refuse_bomb(text: bytes) -> None:
    """Refuse a document whose own entities would unfold to very much."""
    sizes: dict[bytes, int] = {}
    for count, declared in enumerate(_DECLARED.finditer(text), 1):
        value = declared[3] or declared[4] or b""
        nested = b"&" in value and b"&#" not in value
        if count > MOST_DECLARED or nested or (declared[1] and value):
            raise Refused(BOMB)
        sizes[declared[2]] = len(value)
    used = Counter(match[1] for match in _USED.finditer(text)) if sizes else Counter()
    if sum(sizes.get(name, 0) * count for name, count in used.items()) > MOST_UNFOLDED:
        raise Refused(BOMB)
