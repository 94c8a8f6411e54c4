"""Notes: what a person should know of one story that moved in."""

from collections.abc import Iterator

from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import DraftGallery, DraftImageRef, Notice
from harkara.intake.moving.archive import Fate, Moved, Passed
from harkara.text.legacy import FONTS

MOST_SHOWN = 120
MOST_TITLE = 250
PERSON, SKIPPED, CHANGED = "person", "skipped", "changed"
"""The kinds of notes, as the table of notes has them."""
Note = tuple[str, Notice]

_REMOVED = _("Taken out (%(why)s): %(text)s")
_OLD_FONT = _("Read from an old font: %(before)s → %(after)s")
FATES = {
    Fate.PRIVATE: _("It was private there: kept as a draft."),
    Fate.MEMBERS: _("It was for members alone there: kept as a draft."),
    Fate.PASSWORD: _("It needed a password there: kept as a draft, without the password."),
}
SUGGESTED = _("It stood in no section. Suggested from its text: %(section)s")
NO_SECTION = _("It stood in no section and none can be suggested: it waits in the desk's tray.")
NO_HEADLINE = _("It has no headline: kept as a draft under its first words.")
NO_TEXT = _("It has no text: kept as a draft.")
DAMAGED = _("It may have lost something on the way: kept as a draft.")
UNSCHEDULED = _("It was to be published later: choose a section and set its time again.")
OVERDUE = _("It was to be published at a time that is past: kept as a draft.")
NO_HOUR = _("When it was to be published cannot be read: kept as a draft.")
NO_DATE = _("Its date cannot be read: it has the time of its last change, or of the move.")
SAME_TEXT = _("The same text is here as story %(number)d: its addresses lead there.")
NEARLY_SAME = _("Nearly the same as story %(number)d, %(share)d in 100 words: %(title)s")
MISSING = _("Its file is missing or no picture: %(url)s")
NOWHERE = _("A reference leads to no story of ours: %(text)s")
THREAD = _("Comments that answer each other in a circle, or answer none that is here: %(count)d")
LONG_ADDRESS = _("An old address is too long to be kept: %(path)s")


def notes_of(moved: Moved) -> Iterator[Note]:
    """Give what was changed in a story, and what its own source says that a person should see."""
    draft = moved.draft
    for line in draft.removed:
        values = {"why": line.why, "text": line.text[:MOST_SHOWN]}
        yield CHANGED, Notice(message=_REMOVED, values=values)
    for repair in draft.repairs:
        if repair.name in FONTS:
            values = {"before": repair.before[:MOST_SHOWN], "after": repair.after[:MOST_SHOWN]}
            yield CHANGED, Notice(message=_OLD_FONT, values=values)
    for notice in draft.notices:
        yield PERSON if draft.damaged else CHANGED, notice
    if moved.fate in FATES:
        yield PERSON, Notice(message=FATES[moved.fate])


def of_passed(passed: Passed) -> Note:
    """Return the note on something that became no story."""
    return (PERSON if passed.is_trouble else SKIPPED), passed.why


def pictures_of(moved: Moved) -> Iterator[DraftImageRef]:
    """Give the pictures of a story, its lead first."""
    if moved.lead:
        yield moved.lead
    for block in moved.draft.body:
        if isinstance(block, DraftImageRef):
            yield block
        elif isinstance(block, DraftGallery):
            yield from block.pictures
