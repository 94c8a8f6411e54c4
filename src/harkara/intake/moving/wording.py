"""Wording: notes and counts of a move as a person reads them."""

from collections.abc import Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from harkara.intake.models import MoveNote

COUNTS = {
    "live": _("on the site"),
    "draft": _("drafts"),
    "scheduled": _("scheduled"),
    "private": _("private there"),
    "members": _("for members alone there"),
    "password": _("behind a password there"),
    "same text": _("the same text again"),
    "updated": _("newer versions"),
    "unchanged": _("as they were"),
    "edited here": _("edited here since"),
    "passed over": _("passed over"),
    "comments": _("comments"),
    "pages new": _("new pages about the paper"),
    "pages unchanged": _("pages about the paper, as they were"),
}


def note_words(note: MoveNote) -> str:
    """Return a note in the reader's language; reasons inside it are translated too."""
    values = {
        name: gettext(value) if name == "why" else value for name, value in note.values.items()
    }
    return gettext(note.message) % values


def count_words(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return what became of the items of an archive, in the reader's language."""
    return [(gettext(words), counts[key]) for key, words in COUNTS.items() if counts.get(key)]
