"""English: a guess at the English spelling of an English word that no table knows.

Words of English are recognised by sounds and clusters that Hindi words lack. The spelling is
a guess by endings and positions; a word that matters belongs in `loans.tsv`.
"""

import re

from harkara.text.roman.letters import CONSONANTS, EDGE, LABIALS, VOWELS
from harkara.text.roman.sounds import CONSONANT, NASAL, SCHWA, VOWEL, Sound, Sounds, spoken

_ENGLISH = re.compile(
    "[ॉऑॅऍॲ]|[टड]्र|स्ट|(?<!ड)्ड|[फब]्ल|फ्र|क्स\\Z|ेंट\\Z|र्[टड]|[बकफलरहमट]ै[गपटड]|ैंक|ै(?:क\\Z|क्)|्यू"
    "|(?:[ेिोै]|क्|प्)शन\\Z|(?:[ेीोू]|क्)[टड]र\\Z|िंग\\Z|ाइ[कगचजटडनपबमरलवशस]"
)
_HINDI = re.compile("[खघछझठढणथधभषऋृळतद]|ड़|ज्ञ")
_HARDENS = frozenset({"र", "ल", "ट", SCHWA, "a", "A", "O", "o", "u", "U"})
_NO_Y = frozenset({"क", "स", "A"})
"""Hindi endings of English names: फ्रांसीसी, अफ्रीकी, कनाडाई."""
# Endings as they come out letter by letter, and as English spells them.
_ENDINGS = tuple(
    (re.compile(f"(?:{sounds})\\Z"), spelling)
    for sounds, spelling in (
        ("shan", "tion"),
        ("shn?al", "tional"),
        ("shiyal", "cial"),
        ("i[jz]m", "ism"),
        ("ix", "ics"),
        ("ik", "ic"),
        ("iyas", "ious"),
        ("iyam", "ium"),
        ("iyan", "ian"),
        ("iya", "ia"),
        ("[oa]l(?:o|a)?j[iy]", "ology"),
    )
)


def looks_english(word: str) -> bool:
    """Say whether a word is written as only English words are.

    >>> looks_english("स्टॉकिस्ट"), looks_english("राजनाथ")
    (True, False)
    """
    return _ENGLISH.search(word) is not None and _HINDI.search(word) is None


def guess(word: str) -> str:
    """Return a likely English spelling of a word.

    >>> guess("डिस्टॉर्शन"), guess("स्टिंगर"), guess("स्टिंग")
    ('distortion', 'stinger', 'sting')
    """
    found = spoken(word)
    spelling = "".join(
        _letter(found, place, EDGE if place == 0 else found[place - 1], follows)
        for place, follows in enumerate([*found[1:], EDGE])
        if found
    )
    for ending, instead in _ENDINGS:
        spelling = ending.sub(instead, spelling)
    return spelling


def _letter(found: Sounds, place: int, before: Sound, after: Sound) -> str:
    sound = found[place]
    if sound.kind == VOWEL:
        return _vowel(found, place, before, after)
    if sound.kind == CONSONANT:
        return _consonant(sound.letter, before, after)
    if sound.kind == NASAL:
        return "m" if after.letter[:1] in LABIALS else "n"
    return ""


def _consonant(letter: str, before: Sound, after: Sound) -> str:
    if letter == "क":
        if after.letter == "स":
            return "x"
        hard = after.letter in ("र", "ल", "ट") or after.letter in (
            SCHWA,
            "a",
            "A",
            "O",
            "o",
            "u",
            "U",
        )
        return "c" if hard else "k"
    if letter == "स" and before.letter == "क":
        return ""
    if letter == "व" and after.letter in ("A", "O"):
        return "w"
    return CONSONANTS[letter]


def _vowel(found: Sounds, place: int, before: Sound, after: Sound) -> str:
    name = found[place].letter
    last, closed = place == len(found) - 1, place + 2 == len(found) and after.kind == CONSONANT
    spelling = {"ai": "a"}.get(name, VOWELS.get(name, name))
    if name == "I":
        ends_y = last and len(found) > 2 and before.letter not in _NO_Y
        spelling = "y" if ends_y else "ee" if closed else "i"
    elif name == "U" and closed and before.letter != "य":
        spelling = "oo"
    elif (
        name == SCHWA
        and after.letter == "र"
        and [s.letter for s in found[place + 2 :]] in ([], ["स"])
    ):
        spelling = "e"  # सिंगर, प्लेयर्स
    elif name == "A" and after == (VOWEL, "i"):
        spelling = "i"  # टाइमर
    elif name == "A" and after == (VOWEL, "u"):
        spelling = "o"  # आउट
    elif name == "i" and before == (VOWEL, "A"):
        spelling = ""
    return spelling
