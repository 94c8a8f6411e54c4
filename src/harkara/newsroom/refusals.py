"""What the desk may not do, in the desk's words."""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """The desk asked for something the paper's rules forbid; nothing was changed."""

    sentence = _("This cannot be done.")

    def __str__(self) -> str:
        return str(self.sentence)


class NoSection(Refused):
    """The story stands in no section of the site, so it cannot go live."""

    sentence = _("The story is in no section yet. Choose a section, then publish.")


class EmbargoInForce(Refused):
    """The source does not allow the story to be published yet."""

    sentence = _("The story is under embargo. It cannot go live before the embargo ends.")


class SectionHasStories(Refused):
    """The section cannot be taken off the site while stories are live in it."""

    sentence = _("Stories of this section are on the site. Move or withdraw them first.")


class TopicIsMerging(Refused):
    """One of the two topics is in another merge."""

    sentence = _("One of the two topics is being merged already. Wait until that is done.")


class NotLive(Refused):
    """The story is not on the site."""

    sentence = _("The story is not on the site.")


class NothingSaid(Refused):
    """A breaking line without a word."""

    sentence = _("Write the line that readers shall see.")


class LineGone(Refused):
    """The breaking line does not stand any more."""

    sentence = _("The breaking line has gone already.")


class Crossed(Refused):
    """Somebody else was changing the same things at the same moment."""

    sentence = _("Somebody else was saving at the same moment. Nothing was saved: try again.")


class SourceUnknown(Refused):
    """The story that is repeated names no source."""

    sentence = _("The other story names no source. Write the credit by hand.")


class SameStory(Refused):
    """A story cannot be settled with itself."""

    sentence = _("A story cannot be credited to itself or merged with itself.")
