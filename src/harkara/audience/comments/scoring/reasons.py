"""Reasons: what speaks against a comment, as it is kept and in words for the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Doubt(StrEnum):
    """What can speak against a comment."""

    LINK = "link"
    MAIL = "mail"
    PHONE = "phone"
    REPEATED = "repeated"
    SHOUTED = "shouted"
    HIDDEN = "hidden"
    ABUSE = "abuse"
    RUDE = "rude"
    ADVERT = "advert"
    FOREIGN = "foreign"
    ALIKE = "alike"
    HURRIED = "hurried"
    UNVOUCHED = "unvouched"
    TRAPPED = "trapped"
    LEARNED = "learned"


# What one of them alone is worth: how likely a comment of which only this is known is rejected.
# Judged by hand; what a desk decides outweighs them as soon as there is enough of it.
WORTH: dict[Doubt, float] = {
    Doubt.LINK: 0.55,
    Doubt.MAIL: 0.5,
    Doubt.PHONE: 0.6,
    Doubt.REPEATED: 0.25,
    Doubt.SHOUTED: 0.15,
    Doubt.HIDDEN: 0.6,
    Doubt.ABUSE: 0.9,
    Doubt.RUDE: 0.35,
    Doubt.ADVERT: 0.5,
    Doubt.FOREIGN: 0.4,
    Doubt.ALIKE: 0.6,
    Doubt.HURRIED: 0.4,
    Doubt.UNVOUCHED: 0.2,
    Doubt.TRAPPED: 1.0,
}
HELD = frozenset({Doubt.LINK, Doubt.MAIL, Doubt.PHONE})
"""What always waits for the desk, also where comments are shown at once: ways off the site."""

_WORDS: dict[Doubt, Promise] = {
    Doubt.LINK: _("a link: %(shown)s"),
    Doubt.MAIL: _("a mail address: %(shown)s"),
    Doubt.PHONE: _("a phone number: %(shown)s"),
    Doubt.REPEATED: _("signs repeated many times: %(shown)s"),
    Doubt.SHOUTED: _("written in capitals"),
    Doubt.HIDDEN: _("a word made unlike itself: %(shown)s"),
    Doubt.ABUSE: _("abuse: %(shown)s"),
    Doubt.RUDE: _("a rude word: %(shown)s"),
    Doubt.ADVERT: _("words of advertisements: %(shown)s"),
    Doubt.FOREIGN: _("mostly in another script"),
    Doubt.ALIKE: _("the same words came several times today"),
    Doubt.HURRIED: _("sent faster than one can write"),
    Doubt.UNVOUCHED: _("the browser did not say from which page it came"),
    Doubt.TRAPPED: _("a field was filled in that no reader sees"),
    Doubt.LEARNED: _("like what the desk rejected before: %(shown)s"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks against a comment; `shown` is the part of it that does."""

    doubt: Doubt
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """How likely the desk is to reject a comment, from 0 to 1, and what speaks against it."""

    weight: float
    reasons: tuple[Reason, ...]

    @property
    def is_held(self) -> bool:
        """Whether it waits for the desk in any case."""
        return any(one.doubt in HELD for one in self.reasons)

    def as_kept(self) -> list[list[str]]:
        """Return the reasons as they are kept with the comment."""
        return [[one.doubt.value, one.shown] for one in self.reasons]


def in_words(kept: Sequence[Sequence[str]]) -> list[str]:
    """Return kept reasons in words for the desk."""
    return [str(_WORDS[Doubt(doubt)]) % {"shown": shown} for doubt, shown in kept]
