"""Why a vote is not taken, in words for the reader; and why a poll is not made, for the desk."""

from django.utils.translation import gettext_lazy as _


class NotTaken(Exception):
    """The vote is not taken; nothing was written."""

    sentence = _("This vote cannot be taken.")

    def __str__(self) -> str:
        return str(self.sentence)


class NoPoll(NotTaken):
    """There is no such poll on the site."""


class NotOpenYet(NotTaken):
    """The poll has not begun."""

    sentence = _("This poll has not begun yet.")


class Over(NotTaken):
    """The poll is closed."""

    sentence = _("This poll is closed. Votes are no longer taken.")


class NoChoice(NotTaken):
    """Not exactly one of the poll's answers was chosen."""

    sentence = _("Please choose one answer.")


class NoGoodToken(NotTaken):
    """The token is not ours, of another poll or network, or too old."""

    sentence = _("Please look at your answer and confirm it.")


class TooQuick(NotTaken):
    """It was confirmed faster than anybody reads."""

    sentence = _("That was very quick. Please press once more.")


class CannotMake(Exception):
    """The desk's poll cannot be made or changed like this."""

    sentence = _("This poll cannot be kept like this.")

    def __str__(self) -> str:
        return str(self.sentence)


class NoQuestion(CannotMake):
    """There is no question, or one that is too long."""

    sentence = _("Write a question of at most 200 letters.")


class BadAnswers(CannotMake):
    """Too few or too many answers, two alike, or one that is too long."""

    sentence = _("Write 2 to 10 different answers, each on a line and of at most 100 letters.")


class BadTimes(CannotMake):
    """It closes before it opens, is over already, or stays open for more than a year."""

    sentence = _("A poll closes after it opens, in the future, and within a year.")


class NoSuchStory(CannotMake):
    """The story is not on the site."""

    sentence = _("There is no story on the site with this address or number.")


class BegunAlready(CannotMake):
    """Readers have seen its words: what they voted on stays as it was."""

    sentence = _("The poll has begun: its question and answers stay as they are.")
