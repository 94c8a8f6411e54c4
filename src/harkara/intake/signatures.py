"""Signatures: what agencies, offices and reporters put below the last paragraph of a story.

Each such line is taken out and listed; the agency is the credit, and who signed as a reporter the
byline, where the story has none yet.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import (
    Draft,
    DraftAlsoRead,
    DraftBlock,
    DraftHeading,
    DraftParagraph,
    Removed,
    TextBlock,
    with_texts,
)
from harkara.intake.line_words import shape
from harkara.intake.line_words.offices import closes_note, is_office, reporter_of
from harkara.intake.line_words.signing import agency_of, is_desks, is_letters, is_names, is_of_feed

WHY_SIGNED = _("signature of an agency, an office or a reporter")
_LAST_SENTENCE = re.compile(r"^.*[।?!.][”’\"')\]]{0,2}(?=\s*[-–—(\[]|\s)", re.DOTALL)
BHASHA = "भाषा"
_UNI = re.compile(r"वार्ता|यूएनआई|^uni$", re.IGNORECASE)
_BEFORE_A_LIST = (":", "-", "–", "—")
_BRACKETS = (("(", ")"), ("[", "]"))
MOST_LINES = 12
"""So many blocks, from the last, are looked at."""
MOST_TAIL = 70


@dataclass(slots=True)
class _Ending:
    """The last lines of a story, the last one first, and what they say."""

    credit: str
    byline: tuple[str, ...]
    taken: list[int] = field(default_factory=list)

    def read(self, lines: list[tuple[int, str]], below: str) -> None:
        """Note which lines go: all down from the topmost one that is surely a signature.

        `below` is the agency's line that stood under them and is out already, if one did.
        """
        texts = [text for _at, text in takewhile(_is_no_prose, lines)]
        # With day and hour below its own name, it can be no other agency.
        of_desk = BHASHA if any(map(is_desks, texts)) else ""
        signs = filter(None, (agency_of(text, of_desk) for text in texts))
        self.credit = self.credit or next(signs, "")
        sure = 0
        for count, (_at, text) in enumerate(lines, start=1):
            if self._signs(text):
                sure = count
            elif not (is_names(text) or is_letters(text)):
                break
        if sure < len(lines) and lines[sure][1].endswith(_BEFORE_A_LIST):
            sure = 0  # Numbers to call that the story announces are its own.
        above = lines[sure:]
        self.taken = [at for at, _text in lines[:sure]]
        below = lines[sure - 1][1] if sure else below
        # One name alone: of several below each other the story may speak.
        if above and below and not (len(above) > 1 and is_names(above[1][1])):
            self._name_above(*above[0], below)

    def _signs(self, text: str) -> bool:
        if agency_of(text, self.credit) or is_desks(text) or is_office(text) or is_of_feed(text):
            return True
        if is_letters(text):
            return bool(self.credit)
        name = reporter_of(text)
        if name:
            self.byline = self.byline or (name,)
        return name is not None

    def _name_above(self, at: int, text: str, below: str) -> None:
        """Take the name above UNI's own line, above a post or a reporter's."""
        if not is_names(text):
            return
        if reporter_of(below) == "":
            name = text.strip(" ()")
            self.byline = self.byline or ((name,) if len(name.split()) > 1 else ())
        elif not (_UNI.search(agency_of(below, self.credit)) or is_office(below)):
            return
        self.taken.append(at)


def take_signatures(draft: Draft) -> Draft:
    """Return the draft without the signatures below its last paragraph, or at that one's end.

    What has the end of a sentence stays, as does all above it.
    """
    ending = _Ending(credit=draft.source.credit, byline=draft.byline)
    close = _close(draft.body)
    lines = list(_last_lines(draft.body[: close[0]] if close else draft.body))
    ending.read(lines, "" if close else _agency_below(draft))
    draft = _without(draft, {*close, *ending.taken})
    draft = replace(
        draft,
        byline=ending.byline,
        source=replace(draft.source, credit=ending.credit),
    )
    return _without_tail(draft)


def _is_no_prose(line: tuple[int, str]) -> bool:
    return not shape.is_prose(line[1])


def _agency_below(draft: Draft) -> str:
    """Return the line of an agency that was taken out from below all that is left."""
    texts = (line.text for line in draft.removed if line.before_block >= len(draft.body))
    return next((text for text in texts if agency_of(text, draft.source.credit)), "")


def _last_lines(body: tuple[DraftBlock, ...]) -> Iterator[tuple[int, str]]:
    """Give the last paragraphs and where they stand, the last one first."""
    for at in range(len(body) - 1, max(len(body) - 1 - MOST_LINES, 0), -1):
        block = body[at]
        if isinstance(block, DraftParagraph | DraftHeading):
            yield at, block.text
        elif isinstance(block, TextBlock):
            return


def _close(body: tuple[DraftBlock, ...]) -> list[int]:
    """Return where the line that closes a note stands, and all below it, if no prose is there."""
    for at in range(max(len(body) - MOST_LINES, 1), len(body)):
        block = body[at]
        if not isinstance(block, DraftParagraph | DraftHeading) or not closes_note(block.text):
            continue
        below = {i: one.text for i, one in enumerate(body[at:], at) if isinstance(one, TextBlock)}
        texts = (text for one in below.values() for text in one.split("\n"))
        return list(below) if not any(map(shape.is_prose, texts)) else []
    return []


def _without(draft: Draft, gone: set[int]) -> Draft:
    """Return the draft without some of its last blocks, each of them listed."""
    if not gone:
        return draft
    new_place = [sum(i not in gone for i in range(at)) for at in range(len(draft.body) + 1)]
    body = tuple(block for at, block in enumerate(draft.body) if at not in gone)
    count = sum(isinstance(block, TextBlock) for block in body)
    listed = (
        Removed(
            text=getattr(draft.body[at], "text", ""), why=WHY_SIGNED, before_block=new_place[at]
        )
        for at, block in enumerate(draft.body)
        if at in gone and isinstance(block, TextBlock)
    )
    moved = (
        replace(line, before_block=new_place[min(line.before_block, len(draft.body))])
        for line in draft.removed
    )
    return replace(
        draft,
        body=tuple(
            replace(block, after_paragraph=min(block.after_paragraph, count))
            if isinstance(block, DraftAlsoRead)
            else block
            for block in body
        ),
        removed=(*moved, *listed),
    )


def _without_tail(draft: Draft) -> Draft:
    """Return the draft without an agency's name behind the last sentence of its last paragraph."""
    at = max((i for i, one in enumerate(draft.body) if isinstance(one, TextBlock)), default=None)
    last = draft.body[at] if at is not None else None
    if at is None or not isinstance(last, DraftParagraph):
        return draft
    found = _LAST_SENTENCE.match(last.text)
    tail = last.text[found.end() :].strip() if found else ""
    agency = _agency_behind(tail, draft.source.credit)
    if found is None or not agency or not shape.is_sentence(found[0]):
        return draft
    kept = with_texts(last, lambda _text: found[0].strip())
    taken = Removed(text=tail, why=WHY_SIGNED, before_block=at + 1)
    return replace(
        draft,
        body=(*draft.body[:at], kept, *draft.body[at + 1 :]),
        source=replace(draft.source, credit=draft.source.credit or agency),
        removed=(*draft.removed, taken),
    )


def _agency_behind(tail: str, credit: str) -> str:
    if not tail or len(tail) > MOST_TAIL:
        return ""
    if (tail[0], tail[-1]) in _BRACKETS or tail[0] in "-–—":
        return agency_of(tail.strip("()[] "), credit)
    # A bare word behind a sentence may be one left over from the next.
    return agency_of(tail, credit) if credit else ""
