"""Ordering: from the order in which an old font draws a syllable to Unicode's, and back.

An old font has a glyph for each shape and none for the thought behind it. It draws ि before
its letters and the hook of र् (`REPH`) after its syllable; a letter with a stem is a half
letter and a stroke, and the stroke is the same glyph as ा; the signs on one letter may be typed
in any order. All of that is the same in every font, and all of it is here.
"""

import re
import unicodedata

from harkara.text.chars import (
    CONSONANT,
    JOINS_NUKTA,
    MATRA,
    NASAL,
    NUKTA,
    SIGN_AA,
    SIGN_AI,
    SIGN_AU,
    SIGN_CANDRA_E,
    SIGN_CANDRA_O,
    SIGN_E,
    SIGN_I,
    SIGN_O,
    VIRAMA,
)
from harkara.text.repairs.signs_table import SIGNS, VOWELS

REPH = "\N{DEVANAGARI SIGN INVERTED CANDRABINDU}"
"""Stands in a font's table for the hook of र्: a sign of the script that no old font has."""

HALF_RA = "र" + VIRAMA
# No Hindi syllable has more letters or signs; a limit keeps hostile text cheap.
_LETTERS = f"[{CONSONANT}]{NUKTA}?(?:{VIRAMA}[{CONSONANT}]{NUKTA}?){{0,4}}"
_SIGN = f"(?!{SIGN_I})[{MATRA}]"
_MARK = f"[{NASAL}]"  # REPH is one of the class

# Signs and vowels that are put together from parts. A stroke struck twice is no part: whether it
# was a slip is for `normalise` to say.
PARTS_OF_SIGNS = {parts: whole for parts, whole in SIGNS.items() if whole not in parts}
PARTS_OF_VOWELS = {parts: whole for parts, whole in VOWELS.items() if whole not in parts}
# What a sign with a stroke of its own leaves when a half letter takes the stroke.
_STROKES = {SIGN_AA: "", SIGN_O: SIGN_E, SIGN_AU: SIGN_AI, SIGN_CANDRA_O: SIGN_CANDRA_E}
_FAR_STROKE = re.compile(f"{VIRAMA}([{NUKTA}{NASAL}]{{1,3}})([{''.join(_STROKES)}])")
_LATE = re.compile(f"((?:{_SIGN}|{_MARK}){{1,4}})({NUKTA}|{VIRAMA}[रय])")
_IS_LATE = re.compile(f"[{NUKTA}{VIRAMA}](?<=[{MATRA}{NASAL}].)")
_EARLY_I = re.compile(f"{SIGN_I}({_MARK}{{0,2}})({_LETTERS})")
_EARLY_MARK = re.compile(f"({_MARK}{{1,3}})((?:{_SIGN}){{1,3}})")
_LONG_I = re.compile(f"इ((?!{REPH}){_MARK})?{REPH}")
_HOOK = re.compile(f"({_LETTERS})((?:[{MATRA}]|(?!{REPH}){_MARK}){{0,4}}){REPH}{{1,2}}")
_WITH_NUKTA = {
    pair: unicodedata.normalize("NFC", pair) for pair in (letter + NUKTA for letter in JOINS_NUKTA)
}

_HOOKED = re.compile(f"(?<!{VIRAMA}){HALF_RA}({_LETTERS})([{MATRA}]{{0,2}})")
_LATE_I = re.compile(f"({_LETTERS}){SIGN_I}")


def to_logical(drawn: str) -> str:
    """Return glyphs' texts, in the order they were drawn, as Unicode orders them.

    >>> to_logical("ि" + "ह" + "न्" + "द" + "ी"), to_logical("मू" + "ि" + "त" + REPH)
    ('हिन्दी', 'मूर्ति')
    >>> to_logical("ख्" + "ा" + "ा"), to_logical("अ" + "ा" + "ं" + "े")
    ('खा', 'ओं')
    """
    text = drawn.replace(VIRAMA + NUKTA, NUKTA + VIRAMA)
    for sign, left in _STROKES.items():
        text = text.replace(VIRAMA + sign, left)
    text = _FAR_STROKE.sub(lambda match: match[1] + _STROKES[match[2]], text)
    if _IS_LATE.search(text):
        text = _LATE.sub(r"\2\1", text)
    text = _EARLY_I.sub(rf"\2{SIGN_I}\1", text)
    text = _EARLY_MARK.sub(r"\2\1", text)
    for parts, whole in PARTS_OF_SIGNS.items():
        text = text.replace(parts, whole)
    if REPH in text:
        text = _LONG_I.sub(lambda match: "ई" + (match[1] or ""), text)
        text = _HOOK.sub(rf"{HALF_RA}\1\2", text).replace(REPH, HALF_RA)
    for parts, whole in (PARTS_OF_VOWELS | _WITH_NUKTA).items():
        text = text.replace(parts, whole)
    return text


def to_drawn(logical: str) -> str:
    """Return Unicode text in the order in which an old font draws it, the hook as `REPH`.

    >>> to_drawn("मूर्ति") == "मू" + "ि" + "त" + REPH
    True
    """
    return _LATE_I.sub(rf"{SIGN_I}\1", _HOOKED.sub(rf"\1\2{REPH}", logical))
