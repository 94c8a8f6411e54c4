"""Numbers: grouped by lakh and crore, shortened in words, in the digits of either script."""

from decimal import ROUND_HALF_UP, Decimal

from harkara.text.chars import DEVANAGARI_DIGITS, LATIN_DIGITS
from harkara.text.languages import HINDI, Profile

_TO_DEVANAGARI = str.maketrans(LATIN_DIGITS, DEVANAGARI_DIGITS)
_TO_LATIN = str.maketrans(DEVANAGARI_DIGITS, LATIN_DIGITS)
_IN_FULL = 10_000
"""Smaller numbers are printed in full: 9,850, and not 9.9 हजार."""


def grouped(number: int) -> str:
    """Return a number with commas after the thousands, then after every two digits.

    >>> grouped(1234567), grouped(-500), grouped(100000)
    ('12,34,567', '-500', '1,00,000')
    """
    sign, digits = ("-" if number < 0 else ""), str(abs(number))
    groups = [digits[-3:]]
    rest = digits[:-3]
    while rest:
        groups.append(rest[-2:])
        rest = rest[:-2]
    return sign + ",".join(reversed(groups))


def in_words_short(number: int, *, profile: Profile = HINDI) -> str:
    """Return a large number in short, to one place and a counting word; a small one in full.

    >>> in_words_short(120000), in_words_short(30000000), in_words_short(9850)
    ('1.2 लाख', '3 करोड़', '9,850')
    >>> in_words_short(99990)  # rounds up into the next counting word
    '1 लाख'
    """
    if abs(number) < _IN_FULL:
        return grouped(number)
    shown = ""
    for size, name in reversed(profile.amounts):
        tenths = (Decimal(abs(number)) / size).quantize(Decimal("0.1"), ROUND_HALF_UP)
        if tenths < 1:
            break
        whole = grouped(int(tenths))
        tenth = int(tenths * 10 % 10)
        shown = f"{whole}.{tenth} {name}" if tenth else f"{whole} {name}"
    return ("-" if number < 0 else "") + (shown or grouped(abs(number)))


def devanagari_digits(text: str) -> str:
    """Return the text with its Latin digits in Devanagari.

    >>> devanagari_digits("26 जनवरी 2026")
    '२६ जनवरी २०२६'
    """
    return text.translate(_TO_DEVANAGARI)


def latin_digits(text: str) -> str:
    """Return the text with its Devanagari digits in Latin.

    >>> latin_digits("२६ जनवरी २०२६")
    '26 जनवरी 2026'
    """
    return text.translate(_TO_LATIN)


def ordinal(number: int, *, profile: Profile = HINDI) -> str:
    """Return the masculine ordinal of a number above zero.

    >>> ordinal(1), ordinal(6), ordinal(75)
    ('पहला', 'छठा', '75वां')
    """
    return profile.ordinals.get(number, f"{number}{profile.ordinal_ending}")
