"""Numbers: grouped by lakh and crore, in words, shortened, as ordinals, in either script's digits.

`number_reading.py` reads what this file writes, and what newspapers write besides.
"""

from decimal import ROUND_HALF_UP, Decimal

from harkara.text.chars import DEVANAGARI_DIGITS, LATIN_DIGITS
from harkara.text.languages import HINDI, Profile

_TO_DEVANAGARI = str.maketrans(LATIN_DIGITS, DEVANAGARI_DIGITS)
_TO_LATIN = str.maketrans(DEVANAGARI_DIGITS, LATIN_DIGITS)
_IN_FULL = 10_000
"""Smaller numbers are printed in full: 9,850, and not 9.9 हजार."""


class CannotCount(Exception):
    """The language's profile has no words for this number."""


def grouped(number: int | Decimal) -> str:
    """Return a number with commas after the thousands, then after every two digits.

    Raises ValueError for a Decimal that is no number or has no end.

    >>> grouped(1234567), grouped(-500), grouped(100000)
    ('12,34,567', '-500', '1,00,000')
    >>> grouped(Decimal("1234567.50"))
    '12,34,567.50'
    """
    if isinstance(number, Decimal) and not number.is_finite():
        message = f"{number} cannot be grouped"
        raise ValueError(message)
    whole, point, places = (
        f"{number:f}".partition(".")
        if isinstance(number, Decimal)
        else (
            str(number),
            "",
            "",
        )
    )
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    rest, last = digits[:-3], digits[-3:]
    pairs = [rest[max(end - 2, 0) : end] for end in range(len(rest), 0, -2)]
    return sign + ",".join([*reversed(pairs), last]) + point + places


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


def in_words(number: int, *, profile: Profile = HINDI) -> str:
    """Return a whole number spelled out.

    Raises CannotCount if the language has no number words, or from its largest counting word
    squared (10¹⁸ in Hindi) on.

    >>> in_words(125000), in_words(99), in_words(350)
    ('एक लाख पच्चीस हजार', 'निन्यानवे', 'तीन सौ पचास')
    """
    counting = profile.counting
    if not counting.numbers or not profile.amounts or abs(number) >= profile.amounts[0][0] ** 2:
        message = f"{profile.code} has no words for {number}"
        raise CannotCount(message)
    if number < 0:
        return f"{counting.minus} {in_words(-number, profile=profile)}"
    if number < 100:
        return counting.numbers[number]
    words = []
    for size, name in profile.amounts:
        count, number = divmod(number, size)
        if count:
            words.append(f"{in_words(count, profile=profile)} {name}")
    hundreds, rest = divmod(number, 100)
    if hundreds:
        is_alone = hundreds == 1 and not rest and not words and counting.one_hundred
        words.append(
            counting.one_hundred if is_alone else counting.numbers[hundreds] + counting.hundred
        )
    if rest:
        words.append(counting.numbers[rest])
    return " ".join(words)


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


def ordinal(
    number: int,
    *,
    profile: Profile = HINDI,
    feminine: bool = False,
    oblique: bool = False,
    spelled: bool = False,
) -> str:
    """Return the ordinal of a number above zero: masculine and direct unless asked otherwise.

    The feminine has one form for both cases. With `spelled` the numbers without a word of
    their own are spelled out too; raises CannotCount where `in_words` does.

    >>> ordinal(1), ordinal(6), ordinal(75), ordinal(5, spelled=True)
    ('पहला', 'छठा', '75वां', 'पांचवां')
    >>> ordinal(21, feminine=True), ordinal(21, oblique=True), ordinal(2, feminine=True)
    ('21वीं', '21वें', 'दूसरी')
    """
    counting = profile.counting
    shown = in_words(number, profile=profile) if spelled else str(number)
    masculine = counting.ordinals.get(number, shown + counting.ordinal_ending)
    if feminine or oblique:
        for end, (female, bent) in counting.genders.items():
            if masculine.endswith(end):
                return masculine.removesuffix(end) + (female if feminine else bent)
    return masculine
