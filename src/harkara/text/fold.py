"""Folding: one matching key for the many spellings of a Hindi word.

The key is for comparing, never for showing. What it forgets is what desks disagree about:
dots and moons, half nasals, गये or गए, कॉलेज or कालेज, the script of digits.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from harkara.text.alike import ALIKE, ANY_RULE, BARE, RULES
from harkara.text.chars import (
    BIDI,
    JOINERS,
    SOUND,
    WITH_NUKTA,
    WORD,
    ZERO_WIDTH,
)
from harkara.text.languages import HINDI, Profile
from harkara.text.repairs.signs import without_heaps

LONGEST_KEPT = 64
"""How many characters a word, or a short text, may have for its key to be remembered."""

_UNSEEN = re.compile(f"[{JOINERS}{ZERO_WIDTH}{BIDI}]+")
_PLAIN = re.compile(f"[\\x00-\\x7f{SOUND}{WITH_NUKTA}{JOINERS}{ZERO_WIDTH}{BIDI}]*\\Z")
_LINE = re.compile("[^\\n]+")
# A word of the script with the full stops of its initials; no rule looks beyond one.
_IN_WORD = f"[{WORD}{JOINERS}{ZERO_WIDTH}{BIDI}]"
_PIECE = re.compile(rf"{_IN_WORD}+(?:\.{_IN_WORD}+)*")


def fold(text: str, *, profile: Profile = HINDI) -> str:
    """Return the key under which spellings of the same word meet.

    >>> fold("हिन्दी") == fold("हिंदी"), fold("पाँच") == fold("पांच"), fold("गये") == fold("गए")
    (True, True, True)
    >>> fold("जन्म")  # न is not the nasal of म's row: left alone
    'जन्म'
    >>> fold("क़ानून १२ NATO")
    'कानून 12 nato'
    """
    return _kept(text, profile) if len(text) <= LONGEST_KEPT else _fold(text, profile)


def _fold(text: str, profile: Profile) -> str:
    def key(piece: re.Match[str]) -> str:
        word = piece[0]
        return _kept_key(word, profile) if len(word) <= LONGEST_KEPT else _key(word, profile)

    return _PIECE.sub(key, _LINE.sub(_one_case, text))


_kept = lru_cache(maxsize=2**16)(_fold)


def _one_case(line: re.Match[str]) -> str:
    """Return a line in one case and width, as Unicode's NFKC_Casefold does."""
    text, form = line[0], unicodedata.normalize
    if _PLAIN.match(text):
        return text.lower()
    seen = without_heaps(_UNSEEN.sub("", text))
    return form("NFKC", form("NFKC", form("NFD", seen).casefold()).casefold())


def _key(word: str, profile: Profile) -> str:
    """Return the key of a word of the script."""
    habits = _habits(profile)
    key = word.translate(BARE)
    if key in habits.apart:
        return key
    while True:
        folded = _by_rule(key, habits.alike)
        if habits.slip is not None:
            folded = habits.slip.sub(lambda found: habits.slips[found[0]], folded)
        folded = habits.slipped_words.get(folded, folded)
        if folded == key:
            return key
        key = folded


_kept_key = lru_cache(maxsize=2**16)(_key)


def _by_rule(word: str, alike: Mapping[int, str | None]) -> str:
    folded = word.translate(alike)
    if ANY_RULE.search(folded):
        for pattern, after in RULES:
            folded = pattern.sub(after, folded)
    return folded


@dataclass(frozen=True, slots=True)
class _Habits:
    """What one language's desks do not keep apart."""

    alike: Mapping[int, str | None]
    slip: re.Pattern[str] | None
    slips: Mapping[str, str]
    slipped_words: Mapping[str, str]
    apart: frozenset[str]


@lru_cache(maxsize=8)
def _habits(profile: Profile) -> _Habits:
    alike = ALIKE | str.maketrans(dict(profile.alike))

    def folded(words: Mapping[str, str]) -> dict[str, str]:
        both = {_by_rule(wrong, alike): _by_rule(right, alike) for wrong, right in words.items()}
        return {wrong: right for wrong, right in both.items() if wrong != right}

    slips = folded(profile.slips)
    return _Habits(
        alike=alike,
        slip=re.compile("|".join(sorted(slips, key=len, reverse=True))) if slips else None,
        slips=slips,
        slipped_words=folded(profile.slipped_words),
        apart=frozenset(word.translate(BARE) for word in profile.apart),
    )
