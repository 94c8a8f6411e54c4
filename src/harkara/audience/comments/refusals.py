"""Why a reader's words are not taken, in words for the reader."""

from django.utils.translation import gettext_lazy as _


class NotTaken(Exception):
    """What a reader sent is not taken; nothing was changed."""

    sentence = _("This cannot be taken.")

    def __str__(self) -> str:
        return str(self.sentence)


class NoName(NotTaken):
    """There is no name above the comment."""

    sentence = _("Please write your name.")


class NameTooLong(NotTaken):
    """The name is longer than a name."""

    sentence = _("The name is too long. Please shorten it to 60 letters.")


class NoText(NotTaken):
    """The comment says nothing."""

    sentence = _("Please write what you want to say.")


class TextTooLong(NotTaken):
    """The comment is longer than one may be."""

    sentence = _("The comment is too long. Please shorten it to 2,000 letters.")


class NotOnSite(NotTaken):
    """The story, or the comment that is answered, is not on the site."""

    sentence = _("What you want to comment on is no longer on the site.")


class Closed(NotTaken):
    """The story is not open for comments."""

    sentence = _("Comments on this story are closed.")


class ShutOut(NotTaken):
    """The desk has shut this browser or this network out for a while."""

    sentence = _("No comments are taken from here at the moment.")


class TooMany(NotTaken):
    """So many comments came from this browser or network that more have to wait."""

    sentence = _("Too many comments came from here. Please try again in an hour.")


class SaidBefore(NotTaken):
    """The same words came from the same place already."""

    sentence = _("You have sent the same comment already. It is with the desk.")


class TooLate(NotTaken):
    """The time in which a comment can be changed is over."""

    sentence = _("The two minutes in which a comment can be changed are over.")


class GoneAlready(NotTaken):
    """The comment was removed."""

    sentence = _("This comment has been removed.")


class ReportedBefore(NotTaken):
    """A complaint about this comment came from here already."""

    sentence = _("Your complaint has reached the desk already.")
