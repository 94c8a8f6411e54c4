"""Signing: the lines with which agencies end what they send.

PTI-Bhasha ends with its name and those of its desk (`भाषा संध्या नेत्रपाल`), often with day, hour and
place (`नेत्रपाल 2411 1830 सोहनी`); IANS with a dash and letters (`--आईएएनएस एसजीके/`); UNI with names
above its own; Hindusthan Samachar with a stroke and the reporter.
"""

import re

from harkara.intake.line_words import shape
from harkara.intake.line_words.agencies import AGENCIES, SEVERAL

_NAME = r"[^\W\d_][^\s\d,;:।()/-]*"
_LETTER_GROUP = r"[^\W\d_][^\s\d/,।()-]{0,7}"
_NUMBERS = re.compile(r"(?<!\d)[0-3]\d[01]\d\s+[0-2]\d[0-5]\d(?!\d)")
_ALONE = re.compile(
    rf"^\W*(?:जारी\s*[-–]?\s*)?(?:इनपुट\s*[:–-]?\s*)?(?P<agency>{SEVERAL})"
    r"(?:\s+(?:के\s+|से\s+)?इनपुट(?:\s+के\s+साथ)?)?(?:\s*[-–]?\s*जारी)?\W*$",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"^(?P<dash>[-–—]*)\s*(?:जारी\s+)?(?P<agency>{AGENCIES})(?P<part>[\s/.,:–-]+)(?P<rest>\S.{{0,60}})$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"^(?:{_NAME}\s+){{0,5}}{_NUMBERS.pattern}(?:\s+{_NAME}){{0,3}}$")
_LETTERS = re.compile(rf"^[-–—\s]*{_LETTER_GROUP}(?:\s?/\s?(?:{_LETTER_GROUP})?)+$")
_OF_DESK = re.compile(rf"(?:{_NAME}|[0-9०-९]{{1,4}}|/|{_LETTER_GROUP}(?:/{_LETTER_GROUP})*/?)")
_NAMES = re.compile(rf"^[(\s]*{_NAME}(?:\s+{_NAME}){{0,2}}[)\s]*$")
_APART = re.compile(r"\s*[/,–-]\s*")
_FROM_FEED = re.compile(
    r"^\W*(?:(?:डिस्क्लेमर|अस्वीकरण|नोट|disclaimer)\W+)?(?:यह|ये|इस|हेडलाइन|this|except)\s"
    rf"(?=.{{0,300}}(?:{AGENCIES}|न्यूज|समाचार|सिंड[िी]केट|news|syndicated)"
    r"[^।]{0,30}(?:फीड|feed))"
    r"(?=.{0,300}(?:ऑटो|संपादित|सम्पादित|एडिट|प्रकाशित|पब्लिश|ली गई|auto|edited|published))",
    re.IGNORECASE,
)
_BETWEEN = (
    "का की के को में से ने पर और व एवं तथा या है हैं था थे थी हो होगा होगी गया गई गए नहीं भी ही तक कि लिए "
    "यह वह इस उस एक बाद बीच साथ"
)
JOINS = frozenset(_BETWEEN.split())
"""What stands between the words of a sentence stands in no signature."""
MOST_WORDS = 9
MOST_NAMES = 6
MOST_LETTERS = 30
MOST_NOTE = 400


def is_short(text: str) -> bool:
    """Say whether a line is short, ends as no sentence does, and joins no words as one does."""
    words = shape.words(text)
    return len(words) <= MOST_WORDS and "।" not in text and JOINS.isdisjoint(words)


def agency_of(text: str, credit: str) -> str:
    """Return the agency that signs with this line; "" if none does.

    `credit` is the agency that the story is known to be of. Many agencies' names are words of their
    own (भाषा, वार्ता), so beside other words they are believed only of that agency, or behind a
    dash, before a stroke, or with day and hour.

    >>> agency_of("भाषा संध्या नेत्रपाल", "भाषा"), agency_of("--आईएएनएस एसजीके/", "")
    ('भाषा', 'आईएएनएस')
    >>> agency_of("भाषा संध्या नेत्रपाल", ""), agency_of("भाषा का सवाल", "भाषा")
    ('', '')
    """
    alone = _ALONE.match(text)
    if alone:
        return alone["agency"]
    first = _FIRST.match(text)
    if first is None or not is_short(text) or not _is_desk(first["rest"]):
        return ""
    is_sure = first["dash"] or "/" in first["part"] or _NUMBERS.search(text)
    return first["agency"] if is_sure or _is_of(first["agency"], credit) else ""


def _is_desk(rest: str) -> bool:
    """Say whether this is names or letters of those who wrote and edited."""
    words = _NUMBERS.sub(" ", rest).strip(" /.–-").split()
    return len(words) <= MOST_NAMES and all(map(_OF_DESK.fullmatch, words))


def _is_of(agency: str, credit: str) -> bool:
    ours = agency.lower()
    return any(one.endswith(ours) or ours.endswith(one) for one in _apart(credit.lower()))


def _apart(credit: str) -> list[str]:
    return [one for one in _APART.split(credit) if one]


def is_desks(text: str) -> bool:
    """Say whether a line names an agency's desk by day and hour.

    >>> is_desks("नेत्रपाल 2411 1830 सोहनी"), is_desks("सोहनी में 2411 पेड़")
    (True, False)
    """
    return _NUMBERED.match(text) is not None


def is_letters(text: str) -> bool:
    """Say whether a line may be the letters of those who wrote and edited: `एसजीके/एएस`."""
    return len(text) <= MOST_LETTERS and _LETTERS.match(text) is not None


def is_names(text: str) -> bool:
    """Say whether a line may be one to three names, and nothing else."""
    return _NAMES.match(text) is not None and is_short(text)


def is_of_feed(text: str) -> bool:
    """Say whether this says that the story came by a feed, and that nobody here edited it."""
    return len(text) <= MOST_NOTE and _FROM_FEED.match(text) is not None
