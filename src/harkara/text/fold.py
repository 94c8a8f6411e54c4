"""Folding: one matching key for the many spellings of a Hindi word.

The key is for comparing, never for showing. What it forgets is what desks disagree about:
dots and moons, half nasals, गये or गए, कॉलेज or कालेज, the script of digits.
"""

import re
import unicodedata

from harkara.text.chars import (
    ABBREVIATION,
    ANUSVARA,
    AVAGRAHA,
    BIDI,
    CANDRABINDU,
    CONSONANT,
    DEVANAGARI_DIGITS,
    JOINERS,
    LATIN_DIGITS,
    LETTER,
    MATRA,
    NASAL,
    NUKTA,
    SIGN,
    SIGN_AA,
    SIGN_AI,
    SIGN_CANDRA_E,
    SIGN_CANDRA_O,
    SIGN_E,
    SIGN_I,
    SIGN_O,
    SIGN_SHORT_E,
    SIGN_SHORT_O,
    SIGN_VOCALIC_R,
    SOUND,
    VIRAMA,
    VISARGA,
    ZERO_WIDTH,
)
from harkara.text.languages import HINDI, Profile
from harkara.text.repairs.signs import without_heaps

# What is written and not heard, or heard alike.
_ALIKE = str.maketrans(
    {
        CANDRABINDU: ANUSVARA,
        SIGN_CANDRA_O: SIGN_AA,
        SIGN_CANDRA_E: SIGN_AI,
        SIGN_SHORT_E: SIGN_E,
        SIGN_SHORT_O: SIGN_O,
        "ऑ": "आ",
        "ॲ": "ऐ",
        "ऍ": "ऐ",
        "ऎ": "ए",
        "ऒ": "ओ",
        "ऋ": "रि",
        "ष": "श",
        "ऩ": "न",
        "ऱ": "र",
        "ऴ": "ळ",
        NUKTA: None,
        VISARGA: None,
        AVAGRAHA: None,
    }
    | dict.fromkeys([*JOINERS, *ZERO_WIDTH, *BIDI])
    | dict(zip(DEVANAGARI_DIGITS, LATIN_DIGITS, strict=True))
)
_RULES = (
    # A half nasal before its own row of consonants is written as a dot by most desks,
    # and a half न before the other rows and the hissing sounds (इन्कार, फ्रान्स).
    (
        f"(?:ङ{VIRAMA}(?=[क-घ])|ञ{VIRAMA}(?=[च-झ])|ण{VIRAMA}(?=[ट-ढ])"
        f"|न{VIRAMA}(?=[क-धसश])|म{VIRAMA}(?=[प-भ]))",
        ANUSVARA,
    ),
    (f"[{NASAL}]{{2,}}", ANUSVARA),
    (f"{VIRAMA}{{2,}}", VIRAMA),
    # गये meets गए, गयी meets गई, स्थायी meets स्थाई, रेडिओ meets रेडियो.
    (f"(?<=[{CONSONANT}{MATRA}ए-औइईउऊअआ{ANUSVARA}])य{SIGN_E}", "ए"),
    (f"(?<=[{CONSONANT}{MATRA}ए-औइईउऊअआ{ANUSVARA}])यी", "ई"),
    (f"(?<={SIGN_I})आ", "या"),
    (f"(?<={SIGN_I})ओ", "यो"),
    # कृष्ण meets क्रिष्ण, श्रृंगार meets शृंगार.
    (f"(?:{VIRAMA}र)?{SIGN_VOCALIC_R}", f"{VIRAMA}र{SIGN_I}"),
    # महत्त्व meets महत्व, कर्त्तव्य meets कर्तव्य, वर्द्धन meets वर्धन.
    (f"([क-ह]){VIRAMA}\\1(?={VIRAMA}[क-ह])", "\\1"),
    (f"(?<=र{VIRAMA})([क-ह]){VIRAMA}\\1", "\\1"),
    (f"(?<=र{VIRAMA})(?:क{VIRAMA}(?=ख)|च{VIRAMA}(?=छ)|त{VIRAMA}(?=थ)|द{VIRAMA}(?=ध))", ""),
    # भगवान् meets भगवान.
    (f"{VIRAMA}(?![{LETTER}{SIGN}])", ""),
    # ए.के meets एके.
    (f"(?<=[{LETTER}{SIGN}])[.{ABBREVIATION}](?=[{LETTER}])|{ABBREVIATION}", ""),
)
_COMPILED = tuple((re.compile(pattern), after) for pattern, after in _RULES)
_PLAIN = re.compile(f"[\\x00-@\\[-~{SOUND}]*\\Z")


def fold(text: str, *, profile: Profile = HINDI) -> str:
    """Return the key under which spellings of the same word meet.

    >>> fold("हिन्दी") == fold("हिंदी"), fold("पाँच") == fold("पांच"), fold("गये") == fold("गए")
    (True, True, True)
    >>> fold("जन्म")  # न is not the nasal of म's row: left alone
    'जन्म'
    >>> fold("क़ानून १२ NATO")
    'कानून 12 nato'
    """
    key = text if _PLAIN.match(text) else _one_case(text)
    while True:
        folded = key.translate(_ALIKE)
        for pattern, after in _COMPILED:
            folded = pattern.sub(after, folded)
        for slip, right in profile.slips:
            folded = folded.replace(slip, right)
        if folded == key:
            return key
        key = folded


def _one_case(text: str) -> str:
    """Return the text in one case and width, as Unicode's NFKC_Casefold does."""
    form = unicodedata.normalize
    once = form("NFKC", form("NFD", without_heaps(text)).casefold())
    return form("NFKC", once.casefold())
