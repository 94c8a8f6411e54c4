"""Notices: what was taken out of a story's HTML or repaired in it, counted."""

from collections.abc import Iterator

from django.utils.translation import gettext_noop as _

from harkara.intake.content.found import Content
from harkara.intake.drafts import Notice
from harkara.intake.mending import Pen

_SCRIPTS = _("Scripts were taken out: %(count)d")
_RESPELLED = _("Spelling was repaired in %(count)d places.")
_CUT = _("Elements were nested so deeply that a part could not be read: compare it.")


def counted(content: Content, pen: Pen) -> Iterator[Notice]:
    """Give a line for each kind of thing that happened."""
    if content.scripts:
        yield Notice(message=_SCRIPTS, values={"count": content.scripts})
    if pen.respelled:
        yield Notice(message=_RESPELLED, values={"count": pen.respelled})
    yield from lost(content)


def lost(content: Content) -> Iterator[Notice]:
    """Give a line if words were lost."""
    if not content.is_whole:
        yield Notice(message=_CUT)
