"""Sounds: a word of the script taken apart, and the inherent vowels nobody speaks dropped.

A consonant carries an inherent vowel (schwa) unless a sign says otherwise. Hindi writes it
and often does not speak it: राजनाथ is raj·nath, नमस्ते is na·mas·te.
"""

from typing import NamedTuple

from harkara.text.chars import ANUSVARA, CANDRABINDU, NUKTA, VIRAMA, VISARGA
from harkara.text.languages import HINDI, Profile

CONSONANT, VOWEL, NASAL, BREATH = "C", "V", "N", "H"
SCHWA = "ə"

_WITH_NUKTA = frozenset("कखगजडढफय")
_CONSONANTS = frozenset("कखगघङचछजझञटठडढणतथदधनपफबभमयरलळवशषसहऩऱऴ")
# Vowels by their sound: a capital is the long one, or one that English words have.
SIGNS = {
    "ा": "A", "ि": "i", "ी": "I", "ु": "u", "ू": "U", "ृ": "R", "े": "e", "ै": "ai",
    "ो": "o", "ौ": "au", "ॉ": "O", "ॅ": "E", "ॆ": "e", "ॊ": "o",
}  # fmt: skip
LONE_VOWELS = {
    "अ": "a", "आ": "A", "इ": "i", "ई": "I", "उ": "u", "ऊ": "U", "ऋ": "R", "ए": "e", "ऐ": "ai",
    "ओ": "o", "औ": "au", "ऑ": "O", "ऍ": "E", "ॲ": "E", "ऎ": "e", "ऒ": "o",
}  # fmt: skip
_VERB_ENDINGS = ("ना", "ने", "नी", "ता", "ते", "ती")
# Second letters of a cluster after which a closing inherent vowel is spoken (mitra, satya).
_SPOKEN_AFTER = frozenset("यरव")
_SPOKEN_CLUSTERS = frozenset({"गन", "तन", "कन", "जञ", "षण"})


class Sound(NamedTuple):
    """One sound: what kind it is and its letter, or for a vowel its name."""

    kind: str
    letter: str


Sounds = list[Sound]

_OF_CONSONANT = {letter: Sound(CONSONANT, letter) for letter in _CONSONANTS}
_OF_DOTTED = _OF_CONSONANT | {
    letter: Sound(CONSONANT, letter + NUKTA) for letter in sorted(_WITH_NUKTA)
}
_AFTER_CONSONANT = {sign: Sound(VOWEL, name) for sign, name in SIGNS.items()}
_INHERENT = Sound(VOWEL, SCHWA)
_ALONE = {
    **{letter: Sound(VOWEL, name) for letter, name in LONE_VOWELS.items()},
    ANUSVARA: Sound(NASAL, ANUSVARA),
    CANDRABINDU: Sound(NASAL, CANDRABINDU),
    VISARGA: Sound(BREATH, VISARGA),
}


def sounds(word: str) -> Sounds:
    """Return the sounds of a word as it is written, every inherent vowel among them."""
    found: Sounds = []
    place = 0
    while place < len(word):
        letter = word[place]
        place += 1
        if letter in _CONSONANTS:
            dotted = word[place : place + 1] == NUKTA
            place += dotted
            found.append((_OF_DOTTED if dotted else _OF_CONSONANT)[letter])
            follows = word[place : place + 1]
            place += follows in SIGNS or follows == VIRAMA
            if follows != VIRAMA:
                found.append(_AFTER_CONSONANT.get(follows, _INHERENT))
        elif letter in _ALONE:
            found.append(_ALONE[letter])
    return found


def spoken(word: str, profile: Profile = HINDI) -> Sounds:
    """Return the sounds of a word that are spoken.

    >>> "".join(sound.letter for sound in spoken("राजनाथ"))
    'रAजनAथ'
    """
    found = sounds(word)
    if not word.endswith(profile.spoken_endings) and _ends_unspoken(found):
        found.pop()
    unspoken = _unspoken(found, word, profile)
    return [sound for place, sound in enumerate(found) if place not in unspoken]


def _ends_unspoken(found: Sounds) -> bool:
    """Say whether the word's last inherent vowel is dropped: राम, but not मित्र or न."""
    if len(found) < 2 or found[-1] != (VOWEL, SCHWA):
        return False
    if sum(sound.kind == VOWEL for sound in found) == 1:
        return False
    before, last = found[-3], found[-2].letter
    if last == "य" and before in ((VOWEL, "I"), (VOWEL, "i")):
        return False  # भारतीय
    if before.kind != CONSONANT:
        return True
    if before.letter + last in _SPOKEN_CLUSTERS:
        return False
    liquid = before.letter in "रल" and last != "य"  # पूर्व, गर्व
    return liquid or last not in _SPOKEN_AFTER


def _unspoken(found: Sounds, word: str, profile: Profile) -> set[int]:
    """Return the places of inherent vowels inside the word that are not spoken.

    One between two consonants that have vowels on their other sides is dropped. Of neighbours
    only every second one can be: from the end of the word (समझ·ना), but from its beginning
    where an open syllable closes a word that is no verb form (गड·करी).
    """
    dropped: set[int] = set()
    row: list[int] = []
    for place in [
        *(at for at in range(len(found)) if _may_drop(found, at, word, profile)),
        len(found) + 9,
    ]:
        if row and place != row[-1] + 2:
            opens = row[-1] + 3 == len(found) and not word.endswith(_VERB_ENDINGS)
            dropped.update((row if opens else row[::-1])[::2])
            row = []
        row.append(place)
    return dropped


def _may_drop(found: Sounds, at: int, word: str, profile: Profile) -> bool:
    if not 2 <= at < len(found) - 2 or found[at] != (VOWEL, SCHWA):
        return False
    around = found[at - 2].kind + found[at - 1].kind + found[at + 1].kind + found[at + 2].kind
    if around not in ("VCCV", "NCCV") or found[at - 1].letter == "य":
        return False
    if at + 4 == len(found) and word.endswith(("ों", "ें")):
        return word[:-2] in profile.nouns  # लड़कों as लड़का is said, अफसरों as अफसर
    if at + 3 != len(found):
        return True
    if found[-1].letter in ("i", "u"):
        return False  # अनुमति
    return found[-1].letter != "I" or found[at - 2].letter == SCHWA or _is_short(found, at)


def _is_short(found: Sounds, at: int) -> bool:
    """Say whether one vowel alone is spoken before this place: गर·मी, but not भागीर·थी."""
    return sum(sound.kind == VOWEL for sound in found[:at]) == 1
