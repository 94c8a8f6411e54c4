"""Embargoes: the lines with which a sender says that a text must wait, and until when."""

import re
from datetime import datetime, time, timedelta, tzinfo

from harkara.text.date_reading import parse_date

_PUBLISH = r"(?:प्रकाश(?:न|ित|नार्थ)|प्रसार(?:ण|ित)|रिलीज|जारी)"
_LEAD = (
    r"^\W*(?:(?:कृपया|नोट|विशेष|केवल|इसे|इस|यह|समाचार|खबर|विज्ञप्ति|प्रेस\s?नोट|रिपोर्ट|को|का|की|दिनांक|तारीख)"
    r"\W+)*"
)
_NAMED = re.compile(
    r"^\W*(?:(?:strictly|note|under|कृपया|नोट)\W+)*"
    r"(?:embargo(?:ed)?\s*(?=[:–—()-]|$|until|till|[0-9])|(?:ए|इ)(?:म्|ं)बार?्?गो\s*(?=[:–—()-]|$|[0-9०-९])"
    r"|not\s+(?:for|to\s+be)\s+(?:publi|releas|broadcast)\w*\s+(?:before|until|till)\b)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"{_LEAD}(?:{_PUBLISH}.{{0,60}}[0-9०-९].{{0,60}}?के\s+(?:बाद|पश्चात)(?:\s+ही)?(?:\s+(?:करें|हो|कीजिए|के\s+लिए))?"
    rf"|[0-9०-९].{{0,60}}?के\s+(?:बाद|पश्चात)\s+(?:ही\s+)?{_PUBLISH}\s+(?:करें|कीजिए|हो))\W*$"
)
_NOT_BEFORE = re.compile(
    rf"{_LEAD}(?=.{{0,150}}{_PUBLISH})(?:{_PUBLISH}\W.{{0,60}}?)?[0-9०-९].{{0,60}}?(?:से\s+(?:पहले|पूर्व)|तक)"
    r".{0,40}(?:न\s+(?:करें|हो|कीजिए)|ना\s+करें|नहीं|रोक|प्रतिबंध)\W*$"
)
_STARTS_THEN = re.compile(r"से\s+(?:पहले|पूर्व)|\b(?:before|until|till)\b", re.IGNORECASE)
MOST_CHARS = 200


def is_embargo(text: str) -> bool:
    """Say whether a line tells that what was sent must wait.

    >>> is_embargo("प्रकाशन 25 नवंबर को सुबह 6 बजे के बाद"), is_embargo("परीक्षा 25 नवंबर के बाद होगी")
    (True, False)
    """
    if len(text) > MOST_CHARS:
        return False
    return any(one.match(text) for one in (_NAMED, _AFTER, _NOT_BEFORE))


def embargo_end(text: str, zone: tzinfo, near: datetime | None) -> datetime | None:
    """Return until when an embargo lasts; None if the line names no day that can be read.

    A day without a year is the one nearest to `near`. Of a day without an hour all must be over,
    unless the line forbids only what is before it.
    """
    told = parse_date(text, zone=zone, near=near.astimezone(zone).date() if near else None)
    if told is None or isinstance(told, datetime):
        return told
    waits = timedelta() if _STARTS_THEN.search(text) else timedelta(days=1)
    return datetime.combine(told, time(), zone) + waits
