"""Reading time: how many minutes a story takes."""

from harkara.text.languages import HINDI, Profile
from harkara.text.tokens import words


def reading_minutes(count: int, *, profile: Profile = HINDI) -> int:
    """Return how many minutes a story of so many words takes to read, at least one.

    Hindi is counted at 200 words a minute. There is no norm for silent reading of Hindi news
    that we know of: the figure is an assumption, set below the 238 words a minute that
    Brysbaert's review of 190 studies found for English (Journal of Memory and Language,
    2019), because Hindi writes its postpositions as words but packs more into each letter.

    >>> reading_minutes(90), reading_minutes(620)
    (1, 3)
    """
    return max(1, round(count / profile.words_per_minute))


def reading_time(text: str, *, profile: Profile = HINDI) -> int:
    """Return how many minutes a text takes to read, at least one.

    >>> reading_time("बारिश हुई। " * 500)
    5
    """
    return reading_minutes(len(words(text, profile=profile)), profile=profile)
