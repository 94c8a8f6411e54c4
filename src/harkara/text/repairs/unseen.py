"""Characters nobody sees: joiners, zero-width and direction marks, odd spaces."""

import re
import unicodedata

import regex

from harkara.text.chars import (
    BIDI,
    CONSONANT,
    FLAG_LETTER,
    JOINERS,
    MATRA,
    NUKTA,
    ODD_SPACES,
    RIGHT_TO_LEFT,
    VIRAMA,
    ZERO_WIDTH,
    ZWJ,
    ZWNJ,
)
from harkara.text.repairs.base import Fixer, constant

# Letters with no half form of their own, and र, whose joiner makes the eyelash (र्‍य).
_NO_HALF_FORM = frozenset("रटठडढदहङछळ")
# Pairs that run together into a shape of their own unless a joiner holds them apart: those that
# Noto Sans Devanagari, the font of most phones, draws as one stacked or changed letter.
_LIGATURES = frozenset(["क्ष", "ज्ञ", "त्त", "ष्ट", "ष्ठ", "न्न", "प्न", "श्च", "श्न", "श्ल", "श्व"])
# Letters that an unseen character may hold apart: of flags, and of scripts that join them.
_HELD_APART = re.compile(f"[{FLAG_LETTER}{RIGHT_TO_LEFT}]")
_PICTURE = regex.compile(r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]")
_TONE = regex.compile(r"\p{Emoji_Modifier}")
_PLAIN = re.compile(f"[{CONSONANT}]")
_SIGN_AFTER_HALF = re.compile(f"[{MATRA}{VIRAMA}{NUKTA}]")


def _joiner(match: re.Match[str]) -> str:
    """Return the joiner if taking it away would change what is seen, else nothing."""
    text, start = match.string, match.start()
    before, after = _neighbours(match)
    if before == VIRAMA:
        return _after_virama(match[0][0], text[max(start - 3, 0) : start - 1], after)
    if ZWJ in match[0] and _PICTURE.match(before) and _PICTURE.match(after):
        return ZWJ  # a family or a flag made of several pictures
    apart = _holds_apart(before, after) or _script_needs_joiners(before)
    return match[0][0] if apart else ""


def _zero_width(match: re.Match[str]) -> str:
    return match[0][0] if _holds_apart(*_neighbours(match)) else ""


def _neighbours(match: re.Match[str]) -> tuple[str, str]:
    text, start, end = match.string, match.start(), match.end()
    return text[max(start - 1, 0) : start], text[end : end + 1]


def _holds_apart(before: str, after: str) -> bool:
    """Say whether the characters would run together: two letters into a flag (🇬 🇴)."""
    if _HELD_APART.match(before) and _HELD_APART.match(after):
        return True
    return _PICTURE.match(before) is not None and _TONE.match(after) is not None


def _after_virama(joiner: str, before: str, after: str) -> str:
    letter = before.rstrip(NUKTA)[-1:]
    if not _PLAIN.match(after):
        # A half form standing alone differs from a letter with its virama.
        return joiner if joiner == ZWJ and not _SIGN_AFTER_HALF.match(after) else ""
    if joiner == ZWNJ:
        return ZWNJ  # a virama that is shown: क्‌ष
    parts = after == "र" or letter in _NO_HALF_FORM or letter + VIRAMA + after in _LIGATURES
    return ZWJ if parts else ""


def _script_needs_joiners(char: str) -> bool:
    """Say whether a joiner after this character belongs to the spelling of another script."""
    if not char or not (char.isalpha() or unicodedata.category(char)[0] == "M"):
        return False
    return not unicodedata.name(char, "LATIN").startswith(("DEVANAGARI", "LATIN"))


INVISIBLE = f"{ODD_SPACES}{ZERO_WIDTH}{BIDI}{JOINERS}"

UNSEEN = (
    Fixer("odd_spaces", re.compile(f"[{ODD_SPACES}]"), constant(" ")),
    Fixer("zero_width", re.compile(f"[{ZERO_WIDTH}]+"), _zero_width),
    Fixer(
        "direction_marks",
        re.compile(f"[{BIDI}]+"),
        constant(""),
        unless=re.compile(f"[{RIGHT_TO_LEFT}]"),  # Urdu needs them beside Hindi
    ),
    Fixer("joiners", re.compile(f"[{JOINERS}]+"), _joiner),
)
