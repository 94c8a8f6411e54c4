"""Acronyms: words made of the names of Roman letters (एससीओ is SCO)."""

from functools import lru_cache

import regex

from harkara.text.languages import Profile

# Hindi words that could be read as letter names.
NOT_ACRONYMS = frozenset(
    {"बीबी", "बीवी", "पीटी", "सीटी", "जीजी", "आइए", "आईए", "पीए", "जीए", "टीटी", "केके", "एए"}
)

PLURAL = "ज"


def letters(word: str, profile: Profile) -> str | None:
    """Return the Roman letters that a word names, or None if it is not made of their names.

    >>> from harkara.text.languages import HINDI
    >>> letters("एससीओ", HINDI), letters("डब्ल्यूएचओ", HINDI), letters("बीवी", HINDI)
    ('sco', 'who', None)
    >>> letters("एनजीओज", HINDI)
    'ngos'
    """
    if word in NOT_ACRONYMS or word in profile.letter_names:
        return None
    if word.endswith(PLURAL):
        one = letters(word.removesuffix(PLURAL), profile)
        return f"{one}s" if one else None
    named = _names(profile).fullmatch(word)
    return "".join(profile.letter_names[name] for name in named.captures(1)) if named else None


@lru_cache(maxsize=8)
def _names(profile: Profile) -> regex.Pattern[str]:
    """Return the pattern of a word made of names of letters, the longer names first."""
    names = sorted(profile.letter_names, key=len, reverse=True)
    return regex.compile(f"({'|'.join(names)})+" if names else "(?!)()")
