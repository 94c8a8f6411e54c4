"""Letters: the Roman spelling of a Hindi word's sounds, as readers type them."""

from harkara.text.chars import VIRAMA
from harkara.text.languages.base import listed
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

# Second parts of compounds: the word before one is spoken as a word of its own.
TAILS = listed(
    """
    करण करणों चरण हरण शरण नगर पति जनक कला पुर पूर्ण वाद वादी वादियों वादों कार कारों कारी प्रद धर
    शील शीलता दान द्वार नाथ सिंह गढ़ गंज वाला वाले वाली वालों तम प्रिय वीर दीप बाग लाल दास देव राज
    जीत मान कुमार वार स्थल स्थलों शाला बाद पन खाना खाने दार दारी दारों बाज बाजी गार मंत्री मंत्रियों
    वास वासी वासियों भूमि कर्ता कर्ताओं मती वती पत्र पत्रों राम चंद्र चंद प्रसाद प्रकाश मोहन किशोर
    लोक सभा विरोधी विहार समिति संघ तंत्र योग शक्ति रूप काल कालीन गृह युद्ध जन जनों वर्ष वर्षीय
    क्षेत्र यान शास्त्र शास्त्री लेख मुक्त युक्त भारतीय देश प्रदेश पाल पाली पुरा पुरी नगरी वाड़ा वाड़ी
    घाट घर घरों बंदी मंडल मय हीन पक्ष पक्षीय प्रेम प्रेमी पालन पुत्र जी भर भाई गांव राव में
    """
)
# Parts that are spelled by custom, alone or at the end of a compound.
CUSTOMS = {"में": "mein", "सिंह": "singh", "गढ़": "garh", "गांव": "gaon", "राव": "rao"}
_LONGEST_TAIL = max(map(len, TAILS))
_SHORTEST_HEAD = 2


def spell(word: str) -> str:
    """Return the Roman spelling of a Hindi word.

    >>> spell("राजनाथ"), spell("नमस्ते"), spell("पाकिस्तान")
    ('rajnath', 'namaste', 'pakistan')
    """
    if word in CUSTOMS:
        return CUSTOMS[word]
    for size in range(min(_LONGEST_TAIL, len(word) - _SHORTEST_HEAD), 0, -1):
        head, tail = word[:-size], word[-size:]
        if tail in TAILS and _stands_alone(head):
            return spell(head) + spell(tail)
    found = spoken(word)
    return "".join(
        _letter(found, place, EDGE if place == 0 else found[place - 1], follows)
        for place, follows in enumerate([*found[1:], EDGE])
        if found
    )


def _stands_alone(head: str) -> bool:
    return head[-1] != VIRAMA and sum(char.isalpha() for char in head) >= _SHORTEST_HEAD


def _letter(found: Sounds, place: int, before: Sound, after: Sound) -> str:
    sound = found[place]
    if sound.kind == VOWEL:
        return _vowel(found, place, before, after)
    if sound.kind == NASAL:
        return "m" if after.letter[:1] in LABIALS else "n"
    if sound.kind == CONSONANT:
        return _consonant(sound.letter, before, after)
    return "" if after != EDGE else "h"  # दुःख, अतः


def _consonant(letter: str, before: Sound, after: Sound) -> str:
    if letter == "व" and before.letter in ("स", "श", "द"):
        return "w"  # स्वामी, विश्व, द्वार
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
