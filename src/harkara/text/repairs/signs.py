"""Vowel signs, nuktas and nasal marks that were doubled, misplaced or taken apart."""

import re
from typing import cast

import regex

from harkara.text.chars import (
    ANUSVARA,
    CANDRABINDU,
    CONSONANT,
    LETTER,
    MATRA,
    NASAL,
    NUKTA,
    SIGN,
    SIGN_AA,
    SIGN_CANDRA_E,
    SIGN_I,
    SIGN_U,
    SIGN_UU,
    SIGN_VOCALIC_R,
    VIRAMA,
    VISARGA,
    VOWEL,
)
from harkara.text.repairs.base import DECOMPOSED, Composer, Fixer, Stage, constant
from harkara.text.repairs.signs_table import SIGNS, VOWELS

MOST_MARKS = 30  # as Unicode's stream-safe form: no writing system stacks more on a letter

# Letters whose full form is the half form and a stem: a broken decoder leaves that stem as ा.
_STEMMED = "खगघचजझञणतथधनपबभमयलवशषस"
_TAKES_NUKTA = "कखगजडढफ"
_WHOLE = f"[{CONSONANT}]{NUKTA}?"
_BARE = f"(?![{MATRA}{VIRAMA}])"
"""Behind a consonant: it has no sign of its own yet."""


def _one_of_each(match: re.Match[str]) -> str:
    if CANDRABINDU in match[0]:
        return CANDRABINDU
    return ANUSVARA if ANUSVARA in match[0] else match[0][0]


def _nasals_last(match: re.Match[str]) -> str:
    nasals = _NASALS.findall(match[0])
    return _NASALS.sub("", match[0]) + "".join(nasals)


def _letter_is_whole(match: re.Match[str]) -> str:
    """Return the sign without the virama under it; a stem's ा only completes its letter."""
    if match.string[match.start() - 1] not in _STEMMED:
        return match[0][1:]
    return match[0][2:] if match["sign"] == SIGN_AA else match["sign"]


def _sign_after_letter(match: re.Match[str]) -> str:
    """Return letter and sign in their order, where both must have been meant together."""
    half = match.string[match.start() - 2]
    meant = match["sign"] in SIGN_I + SIGN_VOCALIC_R or match["letter"] in ("र", half)
    return match["letter"] + match["sign"] if meant else match[0]


_NASALS = re.compile(f"[{NASAL}]")

_HEAP = Fixer(
    "too_many_marks",
    # A pattern of `regex` answers every call that one of `re` does.
    cast("re.Pattern[str]", regex.compile(rf"\p{{M}}{{{MOST_MARKS}}}\K\p{{M}}+")),
    constant(""),
)


def without_heaps(text: str) -> str:
    """Return the text with no more marks on a letter than any writing system stacks.

    Unicode's normal forms take time that grows with the square of such a heap.
    """
    return _HEAP.apply(text)


FORMS = Stage((_HEAP, Composer()), only_if=DECOMPOSED)
PAIRS = Stage(
    (
        Fixer(
            "hook_order",  # the hook of र left behind its letter, as old fonts type it: निणर्ायक
            re.compile(f"((?:{_WHOLE}{VIRAMA}){{,2}}{_WHOLE})र{VIRAMA}(?=[{MATRA}])"),
            lambda match: f"र{VIRAMA}{match[1]}",
        ),
        Fixer(
            "sign_before_letter",  # typed where it is seen: अनिश्िचत, कांग्ेरस
            re.compile(f"(?<=[^र]{VIRAMA})(?P<sign>[{MATRA}])(?P<letter>{_WHOLE}){_BARE}"),
            _sign_after_letter,
        ),
        Fixer(
            "sign_before_half",  # typed before the rest of its syllable: पि्रय, गु्रप
            re.compile(
                f"(?:([{MATRA}][{NASAL}]?)({VIRAMA}र)|({SIGN_I})({VIRAMA}(?![यर]){_WHOLE})){_BARE}"
            ),
            lambda match: f"{match[2] or match[4]}{match[1] or match[3]}",
        ),
        Fixer(
            "virama_under_sign",  # the ा behind it may be a letter's stem: विभाग्ा, ख्ेात
            re.compile(f"{VIRAMA}(?<=[{CONSONANT}].)(?P<sign>[{MATRA}]){SIGN_AA}?"),
            _letter_is_whole,
        ),
        Fixer("doubled_sign", re.compile(f"([{SIGN}])\\1+"), lambda match: match[1]),
        Fixer("dot_as_nukta", re.compile(f"\\.(?<=[डढ]\\.)(?=[{MATRA}])"), constant(NUKTA)),
        Fixer(
            "nukta_order",
            re.compile(f"(?<=[{_TAKES_NUKTA}])([{MATRA}{NASAL}]{{1,4}}){NUKTA}"),
            lambda match: NUKTA + match[1],
        ),
        Fixer("doubled_nasal", re.compile(f"[{NASAL}]{{2,}}"), _one_of_each),
        Fixer(
            "nasal_order",
            re.compile(f"[{NASAL}](?=[{MATRA}])[{MATRA}{NASAL}]+"),
            _nasals_last,
        ),
        Fixer(
            "split_moon",  # the bow of ँ typed as ॅ and its dot as ं: हॅूं
            re.compile(f"{SIGN_CANDRA_E}([{SIGN_U}{SIGN_UU}]){ANUSVARA}"),
            lambda match: match[1] + CANDRABINDU,
        ),
        Fixer("split_sign", re.compile("|".join(SIGNS)), lambda match: SIGNS[match[0]]),
    ),
    only_if=(
        re.compile(
            f"[{NASAL}{VISARGA}{VIRAMA}{MATRA}]"
            f"(?:[{MATRA}{VIRAMA}{NUKTA}]|(?<=[{NASAL}{VISARGA}])[{NASAL}{VISARGA}])"
        ),
        re.compile(NUKTA + NUKTA),
        re.compile(f"\\.(?<=[डढ]\\.)(?=[{MATRA}])"),
    ),
)
LETTERS = Stage(
    (
        Fixer("split_vowel", re.compile("|".join(VOWELS)), lambda match: VOWELS[match[0]]),
        Fixer(
            "sign_i_first",  # typed where it is seen, at the beginning of a word: िदन
            re.compile(
                f"{SIGN_I}(?<![{LETTER}{SIGN}].)((?:{_WHOLE}{VIRAMA}){{,3}}{_WHOLE}){_BARE}"
            ),
            lambda match: match[1] + SIGN_I,
        ),
        Fixer(
            "strayed_sign",  # a sign that a space parted from its letter
            re.compile(
                f" (?:(?=(?!{SIGN_I})[{MATRA}][{SIGN}]{{,3}}[{LETTER}])(?<=[{CONSONANT}] )"
                f"|(?={ANUSVARA}|[{NASAL}](?![{LETTER}]))(?<=[{MATRA}] ))"
            ),
            constant(""),
        ),
    ),
    only_if=(
        re.compile(f"[{VOWEL}](?:[{MATRA}]|(?<=र{VIRAMA}इ))"),
        re.compile(f"{SIGN_I}(?<![{LETTER}{SIGN}].)"),
        re.compile(f" [{MATRA}{NASAL}]"),
    ),
)
