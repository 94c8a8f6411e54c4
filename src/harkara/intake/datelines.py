"""Datelines: the place, and often the agency, that a story's first paragraph begins with."""

import re
from dataclasses import replace

from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import Draft, DraftParagraph, Removed
from harkara.intake.emphasis import rewritten
from harkara.intake.line_words.agencies import OFFICES, SEVERAL
from harkara.intake.line_words.signing import JOINS
from harkara.search.places import is_place, is_state
from harkara.text.date_reading import parse_date

WHY_DATELINE = _("dateline, kept as data")
_DESKS = rf"(?:{OFFICES}|संवाद|प्रतिनिधि)"
_DIGITS = "0-9०-९"
_DAY = rf"(?P<day>[{_DIGITS}]{{1,2}}\s+[^\s,।:()/]{{2,10}})(?:[,\s]\s*[{_DIGITS}]{{4}})?"
_MARK = r"[।:|—–]|-{1,2}(?=\s)"
_STATE = r"(?:\s*[(\[][^()\[\]{}]{2,30}[)\]]){0,2}?"
_PLACE = rf"(?P<place>[^\s,।:()\[\]|—–{_DIGITS}-][^,।:()\[\]|—–{_DIGITS}-]{{0,40}}?)"
_WHO = r"(?:(?P<who>[^\s,।:()\[\]|—–-][^,।:()\[\]|—–-]{2,40}?)\s*,\s*)?"
_DATELINE = re.compile(
    rf"^{_WHO}{_PLACE}{_STATE}(?:(?P<comma>\s*,)?\s*{_DAY})?\s*,?\s*"
    rf"(?:[(/\[]\s*(?:(?P<agency>{SEVERAL})|(?P<office>{_DESKS}))\s*[)\]]?\s*(?:{_MARK})?"
    rf"|{_MARK}|(?<=[{_DIGITS}])/)\s*(?=\S)",
    re.IGNORECASE,
)
_OFFICE = re.compile(_DESKS, re.IGNORECASE)
_NO_PLACE = re.compile(r"(?:वार|दिनांक|तारीख|तिथि|आज|कल|सुबह|शाम|दोपहर|रात|अपडेट|प्रकाशित)$")
_PLACES = frozenset(("नदी", "शहर", "गांव", "जिला", "जिले", "तहसील", "नगर", "ग्राम", "थाना", "मंदिर"))
_NO_PERSON = _PLACES | JOINS
_PERSON_MARKS = ("।", ":", "|")
_LEAP_YEAR = 2024
MOST_HEAD = 160
MOST_PLACE_WORDS = 3
LEAST_LEFT = 30


def take_dateline(draft: Draft) -> Draft:
    """Return the draft with the dateline taken out of its first paragraph, if it has one.

    Only a known place, or one with an agency, a desk or a day beside it, is a dateline: `सवाल: …`
    is not. Who stands before the place is the byline, unless it is a desk.
    """
    at = next((i for i, block in enumerate(draft.body) if isinstance(block, DraftParagraph)), None)
    first = draft.body[at] if at is not None else None
    if at is None or not isinstance(first, DraftParagraph):
        return draft
    found = _DATELINE.match(first.text[:MOST_HEAD])
    if not found or not _is_dateline(found):
        return draft
    left = first.text[found.end() :].lstrip()
    if len(left) < LEAST_LEFT:
        return draft
    first = replace(first, text=left, html=rewritten(first.html, left) if first.html else "")
    taken = Removed(text=found[0].strip(), why=WHY_DATELINE, before_block=at)
    who = found["who"]
    named = (who,) if who and not _OFFICE.fullmatch(who) else ()
    return replace(
        draft,
        dateline=draft.dateline or found["place"].strip(),
        byline=draft.byline or named,
        body=(*draft.body[:at], first, *draft.body[at + 1 :]),
        source=replace(draft.source, credit=draft.source.credit or found["agency"] or ""),
        removed=(*draft.removed, taken),
    )


def _is_dateline(found: re.Match[str]) -> bool:
    place = found["place"].strip()
    if len(place.split()) > MOST_PLACE_WORDS or _NO_PLACE.search(place):
        return False
    is_known = all(map(is_place, filter(None, map(str.strip, place.split("/")))))
    if found["who"]:
        is_sure = is_known and found[0].rstrip().endswith(_PERSON_MARKS)
        return _stands_before(found["who"], place, is_sure=is_sure)
    if found["agency"] or found["office"]:
        return True
    return is_known or (found["comma"] is not None and _is_day(found["day"]))


def _stands_before(who: str, place: str, *, is_sure: bool) -> bool:
    """Say whether a desk, or somebody by name, stands before a place."""
    if _OFFICE.fullmatch(who):
        return True
    words = who.split()
    is_name = 2 <= len(words) <= 3 and not is_place(who) and _NO_PERSON.isdisjoint(words)
    return is_name and is_sure and not is_state(place)


def _is_day(day: str | None) -> bool:
    return day is not None and parse_date(f"{day} {_LEAP_YEAR}") is not None
