"""Letters: the Roman spelling of a Hindi word's sounds, as readers type them."""

from harkara.text.languages import HINDI, Profile
from harkara.text.roman.sounds import CONSONANT, NASAL, SCHWA, VOWEL, Sound, Sounds, spoken

CONSONANTS = {
    "क": "k", "ख": "kh", "ग": "g", "घ": "gh", "ङ": "n",
    "च": "ch", "छ": "chh", "ज": "j", "झ": "jh", "ञ": "n",
    "ट": "t", "ठ": "th", "ड": "d", "ढ": "dh", "ण": "n",
    "त": "t", "थ": "th", "द": "d", "ध": "dh", "न": "n",
    "प": "p", "फ": "f", "ब": "b", "भ": "bh", "म": "m",
    "य": "y", "र": "r", "ल": "l", "ळ": "l", "व": "v",
    "श": "sh", "ष": "sh", "स": "s", "ह": "h",
    "क़": "k", "ख़": "kh", "ग़": "g", "ज़": "z", "ड़": "d", "ढ़": "dh", "फ़": "f", "य़": "y",
    "ऩ": "n", "ऱ": "r", "ऴ": "l",
}  # fmt: skip
VOWELS = {"A": "a", "I": "i", "U": "u", "R": "ri", "O": "o", "E": "a", SCHWA: "a"}
LABIALS = frozenset("पफबभम")
EDGE = Sound("", "")
# Consonants after which व is written w (स्वामी, विश्व, द्वार), and what makes it one by itself.
_ROUNDED = frozenset({"स", "श", "द", "ख", "ख़", "ग", "क", "ट", "ज"})
_ALWAYS_ROUNDED = ("वAल", "वAड", "वAड़", "वAन", "वAब")
_ROUNDED_ENDS = frozenset({"वAर", "वAस"})
_ROUNDED_AFTER_LONG_A = ("वA", f"व{SCHWA}त")


def spell(word: str, profile: Profile = HINDI) -> str:
    """Return the Roman spelling of a Hindi word that is no compound.

    >>> spell("नमस्ते"), spell("पाकिस्तान"), spell("निवास")
    ('namaste', 'pakistan', 'niwas')
    """
    found = spoken(word, profile)
    return "".join(
        _letter(found, place, EDGE if place == 0 else found[place - 1], follows)
        for place, follows in enumerate([*found[1:], EDGE])
        if found
    )


def _letter(found: Sounds, place: int, before: Sound, after: Sound) -> str:
    sound = found[place]
    if sound.kind == VOWEL:
        return _vowel(found, place, before, after)
    if sound.kind == NASAL:
        closes = after == EDGE and before == (VOWEL, SCHWA)  # एवं, स्वयं
        return "m" if closes or after.letter[:1] in LABIALS else "n"
    if sound.kind == CONSONANT:
        return _consonant(found, place, before, after)
    return "" if after != EDGE else "h"  # दुःख, अतः


def _is_rounded(found: Sounds, place: int) -> bool:
    """Say whether व in this place is written w: वाला, निवास, हवा."""
    rest = "".join(sound.letter for sound in found[place:])
    before = found[place - 1] if place else EDGE
    if before.kind == CONSONANT:
        return rest == "वA" or rest.startswith(_ALWAYS_ROUNDED)
    return place > 0 and (
        rest.startswith(_ALWAYS_ROUNDED)
        or rest in _ROUNDED_ENDS
        or (before.letter == "A" and rest.startswith(_ROUNDED_AFTER_LONG_A))
    )


def _consonant(found: Sounds, place: int, before: Sound, after: Sound) -> str:
    letter = found[place].letter
    if letter == "व" and (before.letter in _ROUNDED or _is_rounded(found, place)):
        return "w"
    if letter == "ज" and after.letter == "ञ":
        return "g"  # ज्ञान
    if letter == "ञ" and before.letter == "ज":
        return "y"
    return CONSONANTS[letter]


def _vowel(found: Sounds, place: int, before: Sound, after: Sound) -> str:
    name = found[place].letter
    syllables = sum(sound.kind == VOWEL for sound in found)
    if name == "A" and place == 0 and syllables <= 4:
        return "aa"  # आज, आगरा
    if name == "I" and syllables == 1 and after.kind == CONSONANT and place + 2 == len(found):
        return "ee"  # तीन
    if name in ("i", "I") and after == (VOWEL, "e"):
        return "iy"  # लिए
    if name == "R" and before.letter == "र":
        return "i"
    return VOWELS.get(name, name)
