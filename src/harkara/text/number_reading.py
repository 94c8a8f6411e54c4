"""Reading numbers: in digits, in words, and in the mixtures newspapers print."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import regex

from harkara.text.chars import EN_DASH, LETTER, MINUS, SIGN
from harkara.text.fold import fold
from harkara.text.languages import HINDI, Profile
from harkara.text.numbers import latin_digits

MOST_WORDS = 24
"""No number newspapers print has more words; a longer row of them is read in pieces."""
MOST_DIGITS = 20
"""Longer rows of digits are names of things: numbers of accounts and orders."""

_LATIN_SCALES = {
    "thousand": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "cr": 10**7,
    "billion": 10**9,
}
# The digits of Indian (12,34,567) and of Western grouping (1,234,567), or of none.
_DIGITS = regex.compile(
    r"(?:\d{1,2}(?:,\d\d)*,\d{3}|\d{1,3}(?:,\d{3})++|\d++)(?:\.\d++)?+", regex.ASCII
)
_TOKEN = regex.compile(
    rf"(?P<digits>[-{MINUS}]?\d[\d,]*+(?:\.\d++)?+)|(?P<word>[{LETTER}][{LETTER}{SIGN}]*+|[A-Za-z]++)"
    r"|(?P<rupee>₹|\bRs\b)|(?P<percent>%)|(?P<space>\s++)|(?P<mark>.)",
    regex.DOTALL | regex.ASCII,
)
_IN_WORD = regex.compile(rf"[\w{LETTER}{SIGN}]")
_JOINED = frozenset(f"-{EN_DASH}{MINUS}/:.,_")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number found in a text."""

    value: int | Decimal
    unit: str
    """`%`, `₹`, or nothing."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    """What it is in a number: `count`, `hundred` (दोनशे), `scale`, `fraction`, `part`, `minus`, `₹`,
    `%` or none."""
    value: Decimal
    start: int
    end: int


def parse_number(text: str, *, profile: Profile = HINDI) -> int | Decimal | None:
    """Return the one number that a text is, or None if it is no number or anything besides.

    Digits of either script, grouped the Indian or the Western way or not at all; words; a
    rupee sign or per cent beside it. What is grouped in no way (1,23,45) is refused.

    >>> parse_number("१२,३४,५६७"), parse_number("1.25 लाख"), parse_number("डेढ़ लाख")
    (1234567, 125000, 150000)
    >>> parse_number("एक लाख पच्चीस हजार"), parse_number("साढ़े तीन हजार"), parse_number("₹ 12.5 करोड़")
    (125000, 3500, 125000000)
    >>> parse_number("पौने दो"), parse_number("1,23,45"), parse_number("सात पांच")
    (Decimal('1.75'), None, None)
    """
    stripped = text.strip()
    found = next(_amounts(stripped, profile), None)
    whole = found is not None and (found.start, found.end) == (0, len(stripped))
    return found.value if found and whole else None


def find_numbers(text: str, *, profile: Profile = HINDI) -> list[Amount]:
    """Return the numbers of a text in order, with where they stand.

    A number word alone is passed over: एक is more often an article, and सात or दो another word.
    So are the digits in names, dates, times and scores (एस-400, 23/11/2026, 5:30, 21वीं).

    >>> [str(found.value) for found in find_numbers("एक बैंक ने 2.5 लाख लोगों को 12% पर ढाई करोड़ दिए")]
    ['250000', '12', '25000000']
    """
    return [found for found in _amounts(text, profile) if not _is_small_word(text, found)]


def _is_small_word(text: str, found: Amount) -> bool:
    words = text[found.start : found.end].split()
    return len(words) == 1 and not words[0].isascii() and not any(map(str.isdigit, words[0]))


def _amounts(text: str, profile: Profile) -> Iterator[Amount]:
    tokens = list(_tokens(latin_digits(text), profile))
    place = 0
    while place < len(tokens):
        count = _Count()
        for token in tokens[place : place + MOST_WORDS]:
            if not count.takes(token):
                break
        if count.length:
            last = tokens[place + count.length - 1]
            yield Amount(_plain(count.total), count.unit, tokens[place].start, last.end)
        place += max(count.length, 1)


class _Count:
    """The number that a row of tokens makes: [1, लाख, 25, हजार] is 1,25,000."""

    def __init__(self) -> None:
        self.length = 0
        """How many tokens belong to the number; none if they make none."""
        self.total = Decimal(0)
        self.unit = ""
        self._seen = 0
        self._heaps: list[Decimal] = []
        self._part: Decimal | None = None
        self._sign = 1
        self._before = ""
        self._is_closed = False

    def takes(self, token: _Token) -> bool:
        """Count one more token, or say that it is none of this number's."""
        match token.kind:
            case _ if self._is_closed:
                is_taken = False
            case "count" | "fraction" | "hundred":
                is_taken = self._takes_number(token)
            case "scale":
                is_taken = self._takes_scale(token.value)
            case "part":
                is_taken, self._part = self._part is None, token.value
            case "minus":
                is_taken, self._sign = self._seen == 0, -1
            case "₹" | "%":
                is_taken = self._takes_unit(token.kind)
            case _:
                is_taken = False
        if is_taken:
            self._seen += 1
            self._before = token.kind
            self._is_closed = token.kind in {"₹", "%"} and self.length > 0
            if self._heaps and self._part is None:
                self.length, self.total = self._seen, self._sign * sum(self._heaps, Decimal(0))
        return is_taken

    def _takes_number(self, token: _Token) -> bool:
        # Two numbers side by side are two numbers.
        if self._before in {"count", "fraction"}:
            return False
        if token.kind == "fraction" and self._part is not None:
            return False
        self._heaps.append(token.value + (self._part or 0))
        self._part = None
        return True

    def _takes_scale(self, scale: Decimal) -> bool:
        if self._part is not None:
            self._heaps.append((1 + self._part) * scale)  # सवा लाख
            self._part = None
            return True
        heap = Decimal(0)
        while self._heaps and self._heaps[-1] < scale:
            heap += self._heaps.pop()
        self._heaps.append((heap or 1) * scale)
        return True

    def _takes_unit(self, unit: str) -> bool:
        is_first = unit == "₹" and not self._seen
        if self.unit or not (is_first or self.length == self._seen):
            return False
        self.unit = unit
        return True


def _tokens(text: str, profile: Profile) -> Iterator[_Token]:
    words = _vocabulary(profile)
    for match in _TOKEN.finditer(text):
        kind, value = "", Decimal(0)
        match match.lastgroup:
            case "space":
                continue
            case "digits" if _stands_alone(text, match) and _is_number(
                match[0].lstrip("-" + MINUS)
            ):
                kind, value = "count", Decimal(match[0].replace(MINUS, "-").replace(",", ""))
            case "word":
                kind, value = words.get(_key(match[0]), ("", value))
            case "rupee":
                kind = "₹"
            case "percent":
                kind = "%"
            case _:
                pass
        start, end = match.span()
        if kind == "₹" and text[end : end + 1] == ".":
            end += 1
        if not (kind == "" and match[0] == "." and text[max(start - 2, 0) : start] in {"रु", "Rs"}):
            yield _Token(kind, value, start, end)


def _is_number(digits: str) -> bool:
    return sum(map(str.isdigit, digits)) <= MOST_DIGITS and _DIGITS.fullmatch(digits) is not None


def _stands_alone(text: str, match: regex.Match[str]) -> bool:
    """Say whether digits are a number, and not a part of a name, a date or a score."""
    start, end = match.span()
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    if _IN_WORD.match(before[-1:]) or _IN_WORD.match(after):
        return False
    if len(before) == 2 and before[1] in _JOINED and _IN_WORD.match(before):
        return False
    return not (after[:1] in _JOINED and after[1:].isdigit())


def _plain(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value.normalize()


@lru_cache(maxsize=4096)
def _key(word: str) -> str:
    return word.lower() if word.isascii() else fold(word)


@lru_cache(maxsize=8)
def _vocabulary(profile: Profile) -> Mapping[str, tuple[str, Decimal]]:
    """Return the words that numbers are made of: what each is, and what it counts."""
    counting = profile.counting
    hundreds = {counting.hundred.strip(): 100} if counting.hundred.startswith(" ") else {}
    joined = {
        counting.numbers[count] + counting.hundred: count * 100
        for count in (range(1, 100) if counting.hundred and not hundreds else ())
    }
    units = dict(zip(counting.numbers, range(100), strict=False))
    scales = {name: size for size, name in profile.amounts} | dict(counting.scales) | hundreds
    kinds: list[tuple[str, Mapping[str, int] | Mapping[str, Decimal]]] = [
        ("scale", scales | _LATIN_SCALES),
        ("fraction", counting.fractions),
        ("part", counting.parts),
        ("count", units | dict(counting.spellings)),
        ("hundred", joined | dict.fromkeys(filter(None, [counting.one_hundred]), 100)),
        ("minus", dict.fromkeys(filter(None, [counting.minus]), 0)),
        ("%", dict.fromkeys([*counting.percent, "percent"], 0)),
        ("₹", dict.fromkeys(counting.rupees | {"rs", "inr"}, 0)),
    ]
    return {
        _key(word): (kind, Decimal(value)) for kind, words in kinds for word, value in words.items()
    }
