"""Datelines: the place, and often the agency, that a story's first paragraph begins with.

Papers write them in many ways: `सोहनी, 24 नवंबर (भाषा)`, `नई दिल्ली:`, `जेएनएन, हिसार।`, `आगरा, जागरण
संवाददाता ।`, `रमेश कुमार, जयपुर।` So what stands before the first mark is parted, and each part told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import Draft, DraftParagraph, Removed
from harkara.intake.emphasis import rewritten
from harkara.intake.line_words.agencies import OFFICES, SEVERAL, is_agency
from harkara.intake.line_words.shape import devanagari
from harkara.intake.line_words.signing import JOINS
from harkara.search.places import is_place, is_state
from harkara.text.date_reading import parse_date
from harkara.text.normalise import normalise

WHY_DATELINE = _("dateline, kept as data")
_DESKS = rf"(?:{OFFICES}|संवाद|प्रतिनिधि|जेएनएन|एनबीटी|टीएनएन)"
_DIGITS = "0-9०-९"
_MARK = r"(?:[।:|—–]|-{1,2}(?=\s))"
_HEADS = (
    # Behind an agency or a desk in brackets there need be no mark.
    re.compile(
        rf"^(?P<head>[^।:|—–]{{2,80}}?[(/\[]\s*(?:{SEVERAL}|{_DESKS})\s*[)\]])\s*,?\s*{_MARK}*\s*(?=\S)",
        re.IGNORECASE,
    ),
    re.compile(rf"^(?P<head>[^।:|—–]{{2,80}}?)\s*(?P<mark>{_MARK})+\s*(?=\S)"),
    re.compile(rf"^(?P<head>[^।:|—–]{{2,60}}?[{_DIGITS}]{{4}})/\s*(?=\S)"),
)
_PARTS = re.compile(r"(?P<opens>[(\[])|[,)\]]")
_DAY = re.compile(
    rf"[{_DIGITS}]{{1,2}}\s+[^\s{_DIGITS}]{{2,10}}(?:\s+[{_DIGITS}]{{4}})?|[{_DIGITS}]{{4}}"
)
_BEFORE_DAY = re.compile(rf"(?P<before>[^{_DIGITS}]+?)\s+(?P<day>{_DAY.pattern})")
_OFFICE = re.compile(_DESKS, re.IGNORECASE)
_OFFICE_FIRST = re.compile(rf"(?P<office>{_DESKS})\s+(?P<place>\S.*)", re.IGNORECASE)
_AGENCY_LAST = re.compile(rf"(?P<place>.*\S)\s+(?P<agency>{SEVERAL}|जेएनएन)", re.IGNORECASE)
_NO_PLACE = re.compile(r"(?:वार|दिनांक|तारीख|तिथि|आज|कल|सुबह|शाम|दोपहर|रात|अपडेट|प्रकाशित)$")
_NO_PERSON = JOINS.union(
    ("नदी", "शहर", "गांव", "जिला", "जिले", "तहसील", "नगर", "ग्राम", "थाना", "मंदिर")
)
_IN_BRACKETS = re.compile(r"\((?P<who>[^()]{3,40})\)")
_PERSON_MARKS = ("।", ":", "|")
_LEAP_YEAR = 2024
MOST_HEAD = 160
MOST_PLACE_WORDS = 3
LEAST_LEFT = 30


@dataclass(slots=True)
class _Told:
    """What the parts of a dateline tell."""

    names: list[str] = field(default_factory=list)
    """Places, and who may stand before them."""
    who: str = ""
    """Whom PTI-Bhasha names in brackets before the place."""
    agency: str = ""
    has_office: bool = False
    has_day: bool = False


@dataclass(frozen=True, slots=True)
class _Dateline:
    place: str
    who: str = ""
    agency: str = ""


def take_dateline(draft: Draft) -> Draft:
    """Return the draft with the dateline taken out of its first paragraph, if it has one.

    Only a known place, or one with an agency, a desk or a day beside it, is a dateline: `सवाल: …`
    is not. Who stands before the place is the byline, unless it is a desk.
    """
    at = next((i for i, block in enumerate(draft.body) if isinstance(block, DraftParagraph)), None)
    first = draft.body[at] if at is not None else None
    if at is None or not isinstance(first, DraftParagraph):
        return draft
    for heads in _HEADS:
        found = heads.match(first.text[:MOST_HEAD])
        dateline = _read(found["head"], found[0]) if found else None
        if found and dateline:
            break
    else:
        return draft
    left = first.text[found.end() :].lstrip()
    if len(left) < LEAST_LEFT:
        return draft
    first = replace(first, text=left, html=rewritten(first.html, left) if first.html else "")
    taken = Removed(text=found[0].strip(), why=WHY_DATELINE, before_block=at)
    return replace(
        draft,
        dateline=_better(draft.dateline, normalise(dateline.place)),
        byline=draft.byline or ((normalise(dateline.who),) if dateline.who else ()),
        body=(*draft.body[:at], first, *draft.body[at + 1 :]),
        source=replace(draft.source, credit=draft.source.credit or dateline.agency),
        removed=(*draft.removed, taken),
    )


def _better(told: str, in_text: str) -> str:
    """Return the place that its source tells, unless it tells it in other letters than the text."""
    return told if told and (devanagari(told) or not devanagari(in_text)) else in_text


def reporter_in(line: str) -> str:
    """Return whom a line above a story names as its reporter, in brackets or before a place.

    >>> reporter_in("(मीरा चौहान)"), reporter_in("मीरा चौहान, जयपुर"), reporter_in("बाढ़ का कहर")
    ('मीरा चौहान', 'मीरा चौहान', '')
    """
    found = _IN_BRACKETS.fullmatch(line)
    if found:
        return found["who"] if is_person(found["who"]) else ""
    who, _comma, place = map(str.strip, line.partition(","))
    is_reporter = is_person(who) and is_place(place) and not is_state(place)
    return who if is_reporter else ""


def is_person(text: str) -> bool:
    """Say whether this may be somebody's name: two or three words, and none of a place's."""
    words = text.split()
    count = len(words)
    is_one = 2 <= count <= MOST_PLACE_WORDS and _NO_PERSON.isdisjoint(words)
    return is_one and not is_place(text) and not re.search(rf"[{_DIGITS}]", text)


def _read(head: str, whole: str) -> _Dateline | None:
    """Return what a dateline tells; None if this is the beginning of a sentence."""
    told = _Told()
    for part, in_brackets in _parts(head):
        _tell(part, told, in_brackets=in_brackets)
    names = told.names
    if not names or len(names) > 2 or not _may_be_place(names[-1]):
        return None
    is_sure = bool(told.agency or told.has_office or told.has_day)
    if len(names) == 1:
        known = is_sure or _is_known(names[0])
        who = told.who if is_person(told.who) else ""
        return _Dateline(names[0], who=who, agency=told.agency) if known else None
    before, place = names
    if is_state(place) and _may_be_place(before):
        return _Dateline(before, agency=told.agency) if is_sure or _is_known(before) else None
    marked = whole.rstrip().endswith(_PERSON_MARKS)
    if is_person(before) and marked and _is_known(place):
        return _Dateline(place, who=before, agency=told.agency)
    return None


def _parts(head: str) -> Iterator[tuple[str, bool]]:
    """Give the parts of a dateline, and whether each stands in brackets."""
    place, in_brackets = 0, False
    for mark in _PARTS.finditer(head):
        yield head[place : mark.start()].strip(), in_brackets
        place, in_brackets = mark.end(), mark["opens"] is not None
    yield head[place:].strip(), in_brackets


def _tell(part: str, told: _Told, *, in_brackets: bool) -> None:
    """Note what one part of a dateline tells."""
    if not part:
        return
    behind = _BEFORE_DAY.fullmatch(part)
    if behind and _is_day(behind["day"]):
        # Without a comma before it a day may be part of a sentence: it proves nothing.
        _tell(behind["before"], told, in_brackets=in_brackets)
    elif _DAY.fullmatch(part) and _is_day(part):
        # A year alone proves nothing either.
        told.has_day = told.has_day or (bool(told.names) and not part.isdecimal())
    elif is_agency(part):
        told.agency = part
    elif _OFFICE.fullmatch(part):
        told.has_office = True
    elif in_brackets:
        told.who = told.who or ("" if told.names else part)
    else:
        _tell_name(part, told)


def _tell_name(part: str, told: _Told) -> None:
    first, last = _OFFICE_FIRST.fullmatch(part), _AGENCY_LAST.fullmatch(part)
    if first and _is_known(first["place"]):
        told.has_office = True
        told.names.append(first["place"])
    elif last and _is_known(last["place"]):
        told.agency = last["agency"] if is_agency(last["agency"]) else ""
        told.names.append(last["place"])
    else:
        told.names.append(part)


def _is_known(place: str) -> bool:
    return all(map(is_place, filter(None, map(str.strip, place.split("/")))))


def _may_be_place(text: str) -> bool:
    words = text.replace("/", " / ").split()
    return (
        len(text.split()) <= MOST_PLACE_WORDS * (1 + text.count("/"))
        and not re.search(rf"[{_DIGITS}]", text)
        and JOINS.isdisjoint(words)
        and not _NO_PLACE.search(text)
    )


def _is_day(day: str) -> bool:
    if len(day) == len(str(_LEAP_YEAR)):
        return True
    dated = day if re.search(rf"[{_DIGITS}]{{4}}", day) else f"{day} {_LEAP_YEAR}"
    return parse_date(dated) is not None
