"""Advisories: what agencies tell editors within a text, and readers need not know."""

import re
from dataclasses import replace

from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import Draft, DraftParagraph, Notice, Removed

WHY_ADVISORY = _("word to editors")
_MAY_RECALL = _("This may take another story back: read it before anything else.")
_PARTS = r"(?:पैरा|इंट्रो|शीर्षक|हेडलाइन|डेटलाइन|स्लग|लीड|रिपीट)"
_CHANGES = r"(?:सुधार|बदलाव|जोड़|रिपीट|संशोधन|अपडेट|ठीक)"
_ADVICE = rf"\((?=[^()]*{_PARTS})(?=[^()]*{_CHANGES})[^()]{{3,120}}\)"
_ALONE = re.compile(rf"{_ADVICE}\W*")
_BEFORE = re.compile(rf"{_ADVICE}\s*(?=\S)")
_RECALLED = r"निरस्त\s+(?:की|किया)|वापस\s+ली\s+जा|(?:इस्तेमाल|उपयोग|प्रयोग)\s+न\s+करें"
_RECALLS = re.compile(
    r"^\W*(?:MANDATORY\s+)?(?:KILL|WITHHOLD|WITHDRAWAL)(?!\w)|^\W*(?:निरस्त|रद्द)\s*[:–-]"
    rf"|(?:खबर|समाचार)\s[^।]{{0,80}}?(?:{_RECALLED})"
)
MOST_RECALL = 400


def take_advisories(draft: Draft) -> Draft:
    """Return the draft without the words to editors before its headline and its first paragraph.

    >>> from harkara.intake.drafts import Origin, SourceKind
    >>> draft = Draft(origin=Origin(kind=SourceKind.WIRE, raw=b""), headline="(पैरा 3 में सुधार) पुल")
    >>> take_advisories(draft).headline
    'पुल'
    """
    said = _BEFORE.match(draft.headline)
    if said:
        taken = Removed(text=said[0].strip(), why=WHY_ADVISORY)
        headline = draft.headline[said.end() :]
        draft = replace(draft, headline=headline, removed=(taken, *draft.removed))
    first = draft.body[0] if draft.body else None
    if not isinstance(first, DraftParagraph) or not _ALONE.fullmatch(first.text.strip()):
        return draft
    moved = (replace(one, before_block=max(one.before_block - 1, 0)) for one in draft.removed)
    taken = Removed(text=first.text, why=WHY_ADVISORY)
    return replace(draft, body=draft.body[1:], removed=(taken, *moved))


def with_warning(draft: Draft, note: str) -> Draft:
    """Return the draft, with a notice if it seems to take another story back, as text.

    `note` is what its sender tells editors beside it.
    """
    first = next((one.text for one in draft.body if isinstance(one, DraftParagraph)), "")
    texts = (draft.headline, note, first[:MOST_RECALL])
    if not any(map(_RECALLS.search, texts)):
        return draft
    return replace(draft, notices=(Notice(message=_MAY_RECALL), *draft.notices))
