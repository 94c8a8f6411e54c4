"""Datelines: the place, and often the agency, that a story's first paragraph begins with."""

import re
from dataclasses import replace

from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import Draft, DraftParagraph, Removed
from harkara.intake.emphasis import rewritten
from harkara.search.places import is_place

WHY_DATELINE = _("dateline, kept as data")
_AGENCIES = (
    r"भाषा|वार्ता|एजेंसी|एजेंसियां|एएनआई|पीटीआई|आईएएनएस|यूएनआई|रॉयटर्स"
    r"|ani|pti|ians|uni|reuters|afp|ap|agency"
)
_DAY = r"[0-9०-९]{1,2}\s+[^\s,।:()]{2,10}"
_MARK = r"[।:|—–]|-(?=\s)"
_DATELINE = re.compile(
    rf"^(?P<place>[^\s,।:()|—–-][^,।:()|—–]{{0,40}}?)\s*(?:,\s*{_DAY}\s*)?"
    rf"(?:[(/]\s*(?P<agency>{_AGENCIES})\s*\)?\s*(?:{_MARK})?|(?:{_MARK}))\s*(?=\S)",
    re.IGNORECASE,
)
MOST_PLACE_WORDS = 3
LEAST_LEFT = 30


def take_dateline(draft: Draft) -> Draft:
    """Return the draft with the dateline taken out of its first paragraph, if it has one.

    Only a known place, or one with an agency beside it, is a dateline: `सवाल: …` is not.
    """
    at = next((i for i, block in enumerate(draft.body) if isinstance(block, DraftParagraph)), None)
    first = draft.body[at] if at is not None else None
    if at is None or not isinstance(first, DraftParagraph):
        return draft
    found = _DATELINE.match(first.text)
    if not found or not _is_dateline(found):
        return draft
    left = first.text[found.end() :].lstrip()
    if len(left) < LEAST_LEFT:
        return draft
    first = replace(first, text=left, html=rewritten(first.html, left) if first.html else "")
    taken = Removed(text=found[0].strip(), why=WHY_DATELINE, before_block=at)
    return replace(
        draft,
        dateline=found["place"].strip(),
        body=(*draft.body[:at], first, *draft.body[at + 1 :]),
        source=replace(draft.source, credit=draft.source.credit or found["agency"] or ""),
        removed=(*draft.removed, taken),
    )


def _is_dateline(found: re.Match[str]) -> bool:
    place = found["place"].strip()
    short = len(place.split()) <= MOST_PLACE_WORDS
    return short and (found["agency"] is not None or is_place(place))
