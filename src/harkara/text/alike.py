"""Alike: which characters of the script desks do not keep apart when they spell a word.

No rule looks beyond one word, or one name with initials.
"""

import re
from collections.abc import Callable

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
    SIGN_AU,
    SIGN_CANDRA_E,
    SIGN_CANDRA_O,
    SIGN_E,
    SIGN_I,
    SIGN_O,
    SIGN_SHORT_E,
    SIGN_SHORT_O,
    SIGN_U,
    SIGN_UU,
    SIGN_VOCALIC_R,
    VIRAMA,
    VISARGA,
    VOWEL,
    WITH_NUKTA,
    ZERO_WIDTH,
)

BARE = str.maketrans(
    dict.fromkeys([NUKTA, *JOINERS, *ZERO_WIDTH, *BIDI])
    | dict(zip(WITH_NUKTA, "कखगजडढफय", strict=True))
)
"""What takes away nuktas and what nobody sees."""
ALIKE = BARE | str.maketrans(
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
        VISARGA: None,
        AVAGRAHA: None,
    }
    | dict(zip(DEVANAGARI_DIGITS, LATIN_DIGITS, strict=True))
)
"""What is heard alike, character by character, and what is not heard."""
_TAKEN_APART = {
    "अ" + SIGN_AA: "आ",
    "अ" + SIGN_O: "ओ",
    "अ" + SIGN_AU: "औ",
    "अ" + SIGN_AI: "ऐ",
    "ए" + SIGN_E: "ऐ",
    SIGN_AA + SIGN_E: SIGN_O,
    SIGN_AA + SIGN_AI: SIGN_AU,
}
_SOUNDED = f"{CONSONANT}{VOWEL}{MATRA}{ANUSVARA}"
_RULES: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    # A half nasal before its own row of consonants is written as a dot by most desks,
    # and a half n before the other rows and the hissing sounds (इन्कार, फ्रान्स).
    (
        f"(?:ङ{VIRAMA}(?=[क-घ])|ञ{VIRAMA}(?=[च-झ])|ण{VIRAMA}(?=[ट-ढ])"
        f"|न{VIRAMA}(?=[क-धसश])|म{VIRAMA}(?=[प-भ]))",
        ANUSVARA,
    ),
    (f"[{NASAL}]{{2,}}", ANUSVARA),
    (f"{VIRAMA}{{2,}}", VIRAMA),
    # अॅड and अाज, as some keyboards write ॲड and आज.
    ("|".join(_TAKEN_APART), lambda match: _TAKEN_APART[match[0]]),
    # गये meets गए, गयी meets गई, स्थायी meets स्थाई, रेडिओ meets रेडियो.
    (f"(?<=[{_SOUNDED}])य{SIGN_E}", "ए"),
    (f"(?<=[{_SOUNDED}])यी", "ई"),
    (f"(?<={SIGN_I})आ", "या"),
    (f"(?<={SIGN_I})ओ", "यो"),
    # लाईन meets लाइन, लाकडाऊन meets लाकडाउन; गुरू meets गुरु, but never तू, बहू or क्यू.
    (f"(?<=[{VOWEL}{MATRA}])ई(?=[{CONSONANT}])", "इ"),
    (f"(?<=[{VOWEL}{MATRA}])ऊ(?=[{CONSONANT}])", "उ"),
    (
        f"(?<=[{LETTER}{SIGN}][{CONSONANT}])(?<!बह)(?<!{VIRAMA}य){SIGN_UU}(?![{LETTER}{SIGN}])",
        SIGN_U,
    ),
    # कृष्ण meets क्रिष्ण, श्रृंगार meets शृंगार.
    (f"(?:{VIRAMA}र)?{SIGN_VOCALIC_R}", f"{VIRAMA}र{SIGN_I}"),
    # महत्त्व meets महत्व, कर्त्तव्य meets कर्तव्य, वर्द्धन meets वर्धन.
    (f"(?P<one>[क-ह]){VIRAMA}(?P=one)(?={VIRAMA}[क-ह])", "\\g<one>"),
    (f"(?<=र{VIRAMA})(?P<same>[क-ह]){VIRAMA}(?P=same)", "\\g<same>"),
    (f"(?<=र{VIRAMA})(?:क{VIRAMA}(?=ख)|च{VIRAMA}(?=छ)|त{VIRAMA}(?=थ)|द{VIRAMA}(?=ध))", ""),
    # भगवान् meets भगवान.
    (f"{VIRAMA}(?![{LETTER}{SIGN}])", ""),
    # ए.के meets एके.
    (f"(?<=[{LETTER}{SIGN}])[.{ABBREVIATION}](?=[{LETTER}])|{ABBREVIATION}", ""),
)
RULES = tuple((re.compile(pattern), after) for pattern, after in _RULES)
"""What is heard alike beside its neighbours: what to find, and what stands for it in a key."""
ANY_RULE = re.compile("|".join(f"(?:{pattern})" for pattern, _ in _RULES))
