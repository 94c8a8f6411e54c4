"""Stamps: dates, bylines, agencies and reading times that a page prints round its story."""

import re
from dataclasses import dataclass
from datetime import datetime, tzinfo

from harkara.intake.line_words import shape
from harkara.intake.line_words.agencies import SEVERAL
from harkara.intake.line_words.signing import JOINS
from harkara.search.places import is_place
from harkara.text.date_reading import parse_date, without_dates

_LABELS = re.compile(
    r"\b(?:first\s+)?(?:published|publish|posted|updated|update|last\s+(?:updated|modified)|modified|date|on|at|ist|hrs"
    r"|am|pm|edited|written|reported|and|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b"
    r"|प्रकाशित|प्रकाशन|अपडेटेड|अपडेट|संशोधित|अंतिम|पोस्ट|तारीख|तिथि|समय|दिनांक|बजे"
    r"|(?:सोम|मंगल|बुध|गुरु|शुक्र|शनि|रवि)वार|को\b|सुबह|शाम|दोपहर|रात",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"updat|modif|अपडेट|संशोधित", re.IGNORECASE)
_READING = re.compile(
    r"^\W*(?:(?:reading time|read time|पढ़ने का समय)\W*)?"
    r"(?:<\s*)?[\d०-९]+\s*(?:-\s*)?(?:min(?:ute)?s?|मिनट)"
    r"(?:\s*(?:read(?:ing)?(?: time)?|ago|में पढ़ें|का समय|पहले|पढ़ें))?\W*$",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"^\W*[\d०-९]+\s*(?:(?:hour|hr|day|week|month|year)s?\s+ago|(?:घंटे|दिन|हफ्ते|सप्ताह|महीने|साल)\s+पहले)\W*$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^\W*(?:(?:written|reported|edited|published|posted)\s+by|by|author|reporter|लेखक|द्वारा|रिपोर्ट|रिपोर्टर|संवाददाता"
    r"|प्रस्तुति|संपादन)\s*[:–-]?\s+(?P<name>\S.{1,80})$",
    re.IGNORECASE,
)
_BY_AFTER = re.compile(r"^(?P<name>\S.{1,60}?)\s+(?:द्वारा)\W*$")
_DESK = re.compile(
    r"(?:^|\s)(?:डेस्क|ब्यूरो|संवाददाता|संवाद|प्रतिनिधि|नेटवर्क|न्यूज\s+(?:सर्विस|एजेंसी)|desk|bureau|correspondent|reporter|staff|admin"
    r"|news\s+service)(?:\s*[,|।:–-].{0,40})?\W*$",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    rf"^\W*(?:(?:इनपुट|input|source|स्रोत|सोर्स)\s*[:–-]?\s*)?(?P<name>{SEVERAL}|bbc)\W*$",
    re.IGNORECASE,
)
_SAYS = re.compile(r"(?:^|\s)(?:हैं?|था|थे|थी|रोक|नहीं)\W*$")
_NAMELESS = frozenset({"admin", "editor", "staff", "webdesk", "team", "desk", "एडमिन"})
PARTS = re.compile(r"\s*(?:\||•|·|/(?!\d)|»|—|–)\s*")
_BETWEEN_NAMES = frozenset(("और", "व", "एवं", "तथा"))
MOST_NAME_WORDS = 6
MOST_CHARS = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What one line of data says; `updated` if its date is that of a later change."""

    at: datetime | None = None
    updated: bool = False
    names: tuple[str, ...] = ()
    agency: str = ""


def read_stamp(text: str, zone: tzinfo) -> Stamp | None:
    """Return what a line of data says, or None if there is anything else in it."""
    if len(text) > MOST_CHARS or shape.is_prose(text) or not shape.words(text):
        return None
    at, updated, agency = None, False, ""
    names: list[str] = []
    parts = [part for part in PARTS.split(text) if part.strip()]
    is_dated = len(parts) > 1 and read_time(text, zone) is not None
    for part in parts:
        stamp = _part(part, zone) or (_beside_date(part, zone) if is_dated else None)
        if stamp is None:
            return None
        if stamp.at and (at is None or updated):
            at, updated = stamp.at, stamp.updated
        names += stamp.names
        agency = agency or stamp.agency
    return Stamp(at=at, updated=updated, names=tuple(names), agency=agency)


def _part(text: str, zone: tzinfo) -> Stamp | None:
    if _READING.match(text) or _AGO.match(text):
        return Stamp()
    agency = _AGENCY.match(text)
    if agency:
        return Stamp(agency=agency["name"])
    at, rest = _dated(text, zone)
    rest = rest.strip(" ,.:;()[]-–|")
    updated = _UPDATED.search(text) is not None
    if at and (not rest or is_place(rest)):
        return Stamp(at=at, updated=updated)
    named = _named(rest)
    if named is not None:
        return Stamp(at=at, updated=updated, names=named)
    return None


def _beside_date(text: str, zone: tzinfo) -> Stamp | None:
    """Return what one part of a dated row says: मीरा चौहान | चंदरेला 26 जून 2025."""
    at, rest = _dated(text, zone)
    rest = rest.strip(" ,.:;()[]")
    if shape.ends_sentence(text) or any(map(str.isdigit, rest)):
        return None
    count = len(rest.split())
    if at is not None or is_place(rest):
        return Stamp(at=at) if count <= 2 else None
    return Stamp(names=(rest,)) if 2 <= count <= 4 else None


def _dated(text: str, zone: tzinfo) -> tuple[datetime | None, str]:
    """Return the time a text names, and what is left of the text without it and its labels."""
    at = read_time(text, zone)
    if at is None:
        return None, text
    return at, " ".join(_LABELS.sub(" ", without_dates(text)).split())


def _named(text: str) -> tuple[str, ...] | None:
    """Return the names of a byline, none for a desk's, or None if it is no byline."""
    by = _BY.match(text) or _BY_AFTER.match(text)
    if by and _may_be_names(by["name"]):
        names = re.split(r"\s*(?:,|&|\band\b|\sऔर\s|\sव\s)\s*", by["name"], flags=re.IGNORECASE)
        return tuple(name.strip() for name in names if name.strip().lower() not in _NAMELESS)
    if (
        text
        and len(shape.words(text)) <= 8
        and _DESK.search(text)
        and not shape.ends_sentence(text)
    ):
        return ()
    return None


def _may_be_names(text: str) -> bool:
    words = shape.words(text)
    if len(words) > MOST_NAME_WORDS or shape.ends_sentence(text) or _SAYS.search(text):
        return False
    return _BETWEEN_NAMES.issuperset(JOINS.intersection(words))


def is_desk(name: str) -> bool:
    """Say whether a byline names a desk or an office instead of a person."""
    return _DESK.search(name) is not None or name.strip().lower() in _NAMELESS


def read_time(text: str, zone: tzinfo) -> datetime | None:
    """Return the first time that a text names; midnight if it names only a day."""
    named = parse_date(text, zone=zone)
    if named is None or isinstance(named, datetime):
        return named
    return datetime(named.year, named.month, named.day, tzinfo=zone)
