"""Notices: what was taken out of a stored body or repaired in it, counted."""

from collections.abc import Iterator

from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import Notice

_SCRIPTS = _("Scripts were taken out: %(count)d")
_RESPELLED = _("Spelling was repaired in %(count)d places.")


def counted(*, scripts: int, respelled: int) -> Iterator[Notice]:
    """Give a line for each kind of thing that happened."""
    if scripts:
        yield Notice(message=_SCRIPTS, values={"count": scripts})
    if respelled:
        yield Notice(message=_RESPELLED, values={"count": respelled})
