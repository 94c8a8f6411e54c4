"""Dandas and look-alikes: what a hurried hand types for the right mark."""

import re

from harkara.text.chars import (
    ABBREVIATION,
    AVAGRAHA,
    BARS,
    CLOSERS,
    DANDA,
    DIGIT,
    DOUBLE_DANDA,
    JOINERS,
    LETTER,
    RINGS,
    SIGN,
    VISARGA,
    WORD,
)
from harkara.text.languages.base import Profile
from harkara.text.repairs.base import Fixer, constant

LONGEST_WORD = 24
_WORD_BEFORE = re.compile(f"([{LETTER}{SIGN}{JOINERS}]*) ?\\Z")
_AT_END = re.compile(f" *(?:[{CLOSERS}] *)?(?:\\n|\\Z)")
_AFTER_CLEAN_BAR = re.compile(f"[ \\n{CLOSERS}]|\\Z")


def word_before(text: str, end: int) -> str:
    """Return the Devanagari word that ends at a place or a space before it.

    It looks no further back than one word, so that a long text costs no more than a short one.
    """
    found = _WORD_BEFORE.search(text[max(end - LONGEST_WORD, 0) : end])
    return found[1] if found else ""


def bars(profile: Profile) -> Fixer:
    """Return the fixer of bars typed as dandas, which knows how sentences of a language end."""

    def mend(match: re.Match[str]) -> str:
        danda = DOUBLE_DANDA if len(match[0]) == 2 else DANDA
        word = word_before(match.string, match.start())
        if not word or word in profile.final_words:
            return danda if word else match[0]
        # A bar that separates things (home | sport) stands between spaces or words.
        clean = _AT_END if match.string[match.start() - 1] == " " else _AFTER_CLEAN_BAR
        return danda if clean.match(match.string, match.end()) else match[0]

    return Fixer("bar_as_danda", re.compile(f"[{BARS}]{{1,2}}"), mend)


def colons(profile: Profile) -> Fixer:
    """Return the fixer of colons typed as visargas, in the words a language has them in."""

    def mend(match: re.Match[str]) -> str:
        word = word_before(match.string, match.start())
        after = match.string[match.end() : match.end() + 1]
        table = profile.visarga_parts if _IN_WORD.match(after) else profile.visarga_words
        return VISARGA if word in table else ":"

    return Fixer("colon_as_visarga", re.compile(f":(?<=[{LETTER}{SIGN}].)"), mend)


def rings(profile: Profile) -> Fixer:
    """Return the fixer of zeros and rings typed as the abbreviation sign (डा0, डा०, उ°प्र°)."""

    def mend(match: re.Match[str]) -> str:
        word = word_before(match.string, match.start())
        return ABBREVIATION if word in profile.abbreviations else match[0]

    find = re.compile(f"[0०{RINGS}](?<=[{LETTER}{SIGN}].)(?![0-9A-Za-z{DIGIT}])")
    return Fixer("ring_as_abbreviation", find, mend)


_IN_WORD = re.compile(f"[{LETTER}]")

LOOKALIKES = (
    Fixer(
        "letter_as_avagraha",
        re.compile(f"S(?<=[{LETTER}{SIGN}]S)(?=[{LETTER}])"),
        constant(AVAGRAHA),
    ),
    Fixer(
        "letter_as_danda",
        re.compile(f"[Il](?<=[{LETTER}{SIGN}].)(?= ?(?:\\n|\\Z)| [{LETTER}])"),
        constant(DANDA),
    ),
    Fixer(
        "letter_as_zero",  # २o२६
        re.compile(f"[oO0](?<=[{DIGIT}].)(?=[{DIGIT}])"),
        constant("०"),
    ),
    Fixer(
        "visarga_as_colon",  # with no letter to stand on: ६ः३०, नाम ः
        re.compile(
            f"{VISARGA}(?:(?<=[{DIGIT}0-9].)(?=[{DIGIT}0-9 ])|(?<=[{WORD}0-9] .)(?= |\n|\\Z))"
        ),
        constant(":"),
    ),
)

# What the look-alikes above begin with, and the bars, colons and rings.
TYPED_FOR_ANOTHER = (
    re.compile(f"[{BARS}]"),
    re.compile(f"[0०:SIl{RINGS}](?<=[{LETTER}{SIGN}].)"),
    re.compile(f"[oO0](?<=[{DIGIT}].)"),
    re.compile(f"{VISARGA}(?<=[{DIGIT}0-9 ].)"),
)
