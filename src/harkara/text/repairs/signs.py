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
    SIGN_AI,
    SIGN_AU,
    SIGN_CANDRA_E,
    SIGN_CANDRA_O,
    SIGN_E,
    SIGN_I,
    SIGN_O,
    VIRAMA,
    VISARGA,
)
from harkara.text.repairs.base import DECOMPOSED, Composer, Fixer, Stage, constant

MOST_MARKS = 30  # as Unicode's stream-safe form: no writing system stacks more on a letter

# A vowel letter and a sign that together look like another vowel letter.
_VOWELS = {
    "अ" + SIGN_AA: "आ",
    "अ" + SIGN_O: "ओ",
    "अ" + SIGN_AU: "औ",
    "अ" + SIGN_CANDRA_O: "ऑ",
    "अ" + SIGN_CANDRA_E: "ॲ",
    "आ" + SIGN_E: "ओ",
    "आ" + SIGN_AI: "औ",
    "आ" + SIGN_CANDRA_E: "ऑ",
    "ए" + SIGN_E: "ऐ",
    "ए" + SIGN_CANDRA_E: "ऍ",
    "र" + VIRAMA + "इ": "ई",  # old fonts made ई of इ and the hook of र
}
# Two signs that together look like one; the second spelling of each is a slip of the order.
_SIGNS = {
    SIGN_AA + SIGN_E: SIGN_O,
    SIGN_AA + SIGN_AI: SIGN_AU,
    SIGN_AA + SIGN_CANDRA_E: SIGN_CANDRA_O,
    SIGN_AA + SIGN_O: SIGN_O,
    SIGN_AA + SIGN_AU: SIGN_AU,
    SIGN_AA + SIGN_CANDRA_O: SIGN_CANDRA_O,
    SIGN_E + SIGN_AA: SIGN_O,
    SIGN_AI + SIGN_AA: SIGN_AU,
    SIGN_CANDRA_E + SIGN_AA: SIGN_CANDRA_O,
}
# Letters whose full form is the half form and a stem: a broken decoder leaves that stem as ा.
_STEMMED = "खगघचजझञणतथधनपबभमयलवशषस"
_TAKES_NUKTA = "कखगजडढफ"


def _one_of_each(match: re.Match[str]) -> str:
    if CANDRABINDU in match[0]:
        return CANDRABINDU
    return ANUSVARA if ANUSVARA in match[0] else match[0][0]


def _nasals_last(match: re.Match[str]) -> str:
    nasals = _NASALS.findall(match[0])
    return _NASALS.sub("", match[0]) + "".join(nasals)


def _letter_is_whole(match: re.Match[str]) -> str:
    """Return the sign without the virama under it; a stem's ा only completes its letter."""
    letter = match.string[match.start() - 1 : match.start()]
    return "" if match[1] == SIGN_AA and letter in _STEMMED else match[1]


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


FORMS = Stage(
    (_HEAP, Composer()),
    only_if=DECOMPOSED,
)
PAIRS = Stage(
    (
        Fixer("doubled_sign", re.compile(f"([{SIGN}])\\1+"), lambda match: match[1]),
        Fixer("dot_as_nukta", re.compile(f"(?<=[डढ])\\.(?=[{MATRA}])"), constant(NUKTA)),
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
            "sign_i_order",  # typed where it is seen, before its letter: अनिश्िचत
            re.compile(f"(?<=[^र]{VIRAMA}){SIGN_I}([{CONSONANT}]{NUKTA}?)(?![{MATRA}{VIRAMA}])"),
            lambda match: match[1] + SIGN_I,
        ),
        Fixer(
            "virama_under_sign",
            re.compile(f"(?<=[{CONSONANT}]){VIRAMA}([{MATRA}])"),
            _letter_is_whole,
        ),
        Fixer("split_sign", re.compile("|".join(_SIGNS)), lambda match: _SIGNS[match[0]]),
    ),
    only_if=re.compile(
        f"[{NASAL}{VISARGA}{VIRAMA}{MATRA}][{MATRA}{VIRAMA}{NUKTA}]"
        f"|[{NASAL}{VISARGA}][{NASAL}{VISARGA}]|{NUKTA}{NUKTA}|[डढ]\\.(?=[{MATRA}])"
    ),
)
LETTERS = Stage(
    (
        Fixer("split_vowel", re.compile("|".join(_VOWELS)), lambda match: _VOWELS[match[0]]),
        Fixer(
            "sign_i_first",  # typed where it is seen, at the beginning of a word: िदन
            re.compile(
                f"{SIGN_I}(?<![{LETTER}{SIGN}].)"
                f"((?:[{CONSONANT}]{NUKTA}?{VIRAMA}){{,3}}[{CONSONANT}]{NUKTA}?)(?![{MATRA}{VIRAMA}])"
            ),
            lambda match: match[1] + SIGN_I,
        ),
        Fixer(
            "strayed_sign",  # a sign that a space parted from its letter
            re.compile(
                f" (?:(?=(?!{SIGN_I})[{MATRA}][{SIGN}]{{,3}}[{LETTER}])(?<=[{CONSONANT}] )"
                f"|(?=[{NASAL}])(?<=[{MATRA}] ))"
            ),
            constant(""),
        ),
    )
)
