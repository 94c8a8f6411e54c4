"""Detection: which runs of a line are typed in an old font, and in which one.

Each word is weighed for itself: does it decode into Hindi, and does it look like Latin writing?
Then the best reading of the whole line is found, in which it costs something to change between
Latin and an old font: so a word that could be either goes with its neighbours.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from harkara.text.chars import CONSONANT, VIRAMA
from harkara.text.languages import HINDI, Profile
from harkara.text.legacy.decoding import DEVANAGARI, decode
from harkara.text.legacy.fonts import FONTS, Font
from harkara.text.legacy.latin import ACCENTED, is_known, unlike_latin
from harkara.text.legacy.likeness import COMMON, like_hindi

CHANGE = 2.5
"""What it costs to change between Latin and an old font, or between two fonts."""
BEGINNING = 0.6
"""What it costs to begin a line in an old font."""
NEVER = -60.0
UNREADABLE = -4.8
"""Less than two changes cost: a slip of the typist does not break a run."""
NAMED = 2.0
"""What it is worth to a word that its page names the font."""
LONGEST = 60  # characters: no word is longer, and no weighing is needed
MOST_HIGH = 5

_WORD = re.compile(r"\S+")
_ASCII_LETTER = re.compile("[A-Za-z]")
# Characters beyond ASCII that only an old font puts into words: not marks that all writing has.
_HIGH = re.compile("[^\x00-\x7f‘’“”–—…•·™®°©£§€]")
_ACCENTED = re.compile(f"[{ACCENTED}]+")
_OTHER_SCRIPT = re.compile(f"[{DEVANAGARI}\u0370-\u08ff\u0980-\u1fff\u3040-\ufaff]|à¤|à¥")
_ADDRESS = re.compile(
    r"[\"'(<\[]*(?:"
    r"(?:https?://|www\.)\S*"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:com|in|org|net|gov|co|info|edu|tv|me|io|ly)(?:[/?:]\S*)?"
    r"|@\w+"
    r"|#(?=\w{3})\w*[aeiou]\w*"
    r"|</?[a-z]+\d?/?>|&(?:nbsp|amp|lt|gt|quot|#\d+);"
    r")[\"')>\].,;:!?]*",
    re.IGNORECASE,
)

_BRACKETED = re.compile(r"\[[A-Za-z][A-Za-z ]*\]|\{[A-Za-z][A-Za-z ]*\}|<[A-Za-z][A-Za-z ]*>")
_SMALL = re.compile(r"[A-Za-z]?[a-z]*\W*")
SHORTEST = 3

Weights = tuple[float, ...]
"""The weight of a word for each reading: Latin first, then each font."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line that is typed in an old font."""

    start: int
    end: int
    font: Font
    confidence: float
    """From 0.5, a toss-up, to 1."""


def detect(line: str, *, hint: Font | None = None, profile: Profile = HINDI) -> tuple[Run, ...]:
    """Return the runs of a line that are typed in an old font, in order.

    `hint` is the font that the line's page names, if it names one. Addresses, hashtags, names
    that begin with @, numbers and text of other scripts are never part of a run's edge, and
    those with letters break it.

    >>> [(run.start, run.end, run.font.name) for run in detect("BJP us dgk fd ljdkj foQy gS")]
    [(4, 27, 'kruti-dev')]
    >>> detect("The minister said on Friday that he is ready"), detect("ye sab kya hai bhai")
    ((), ())
    >>> detect("[gallery]"), detect("« »")  # signs, and what stands in them, say nothing
    ((), ())
    """
    found = list(_WORD.finditer(_BRACKETED.sub(_opened, line)))
    words = [word[0] for word in found]
    weights = [_weights(word, hint, profile) for word in words]
    fonts = tuple(FONTS.values())
    runs = []
    for first, last, choice in _stretches(_best_reading(weights), weights):
        if hint is None and (
            _is_too_little(words, weights, first, last)
            or not any(map(str.isalpha, "".join(words[first : last + 1])))
        ):
            continue
        weight = sum(weights[at][choice] for at in range(first, last + 1))
        sure = 1 / (1 + math.exp(-max(weight, 0) / 2))
        start, end = found[first].start(), found[last].end()
        runs.append(Run(start, end, fonts[choice - 1], round(sure, 3)))
    return tuple(runs)


def _opened(bracketed: re.Match[str]) -> str:
    """Return what stands in brackets with spaces for these if it is Latin writing.

    In an old font a bracket is a letter, and tells its words from Latin ones.
    """
    text = bracketed[0]
    is_latin = all(unlike_latin(word) < 0 for word in text[1:-1].split())
    return f" {text[1:-1]} " if is_latin else text


def _weights(word: str, hint: Font | None, profile: Profile) -> Weights:
    """Return the weight of a word for each reading: Latin, which is nothing, and each font."""
    if len(word) > LONGEST:
        return (0.0, *[NEVER] * len(FONTS))
    return _weights_of_short(word, hint, profile)


@lru_cache(maxsize=16_384)
def _weights_of_short(word: str, hint: Font | None, profile: Profile) -> Weights:
    if not _ASCII_LETTER.search(word) and not _HIGH.search(word):
        return (0.0,) * (len(FONTS) + 1)
    if _OTHER_SCRIPT.search(word) or _ADDRESS.fullmatch(word):
        return (0.0, *[NEVER] * len(FONTS))
    return (
        0.0,
        *(_weight(word, font, profile) + (NAMED if font is hint else 0) for font in FONTS.values()),
    )


def _weight(word: str, font: Font, profile: Profile) -> float:
    hindi = like_hindi(decode(word, font, profile=profile), profile)
    high = _high(word)
    if _lies_high(font):
        # Such a font has ASCII for digits, marks and a few joined letters: never for a word.
        plain = sum(bool(font.by_code.get(ord(char))) for char in _ASCII_LETTER.findall(word))
        if not high:
            return 2 * UNREADABLE if plain > 1 and hindi != 0 else 0.0
        return UNREADABLE if hindi is None else hindi + high - plain / 2
    latin = unlike_latin(word)
    if hindi is None:
        return UNREADABLE + min(latin, 0)
    if len(word) == 1 and word.isascii():
        return 0.0 if decode(word, font) in profile.stop_words else -1.0
    if hindi > COMMON and is_known(word):
        return 0.3  # ne and us are common words both ways: the neighbours decide
    if latin < 0 or len(word) == 1:  # letters with accents are Latin too
        high = _high(_ACCENTED.sub("", word))
    return hindi + latin + high


def _high(word: str) -> int:
    return min(len(_HIGH.findall(word)), MOST_HIGH)


@lru_cache
def _lies_high(font: Font) -> bool:
    """Say whether most letters of a font lie beyond ASCII."""
    letter = re.compile(f"[{CONSONANT}]{VIRAMA}?")
    letters = [glyph for glyph, text in font.glyphs.items() if letter.fullmatch(text)]
    return 2 * sum(not glyph.isascii() for glyph in letters) > len(letters)


def _best_reading(weights: list[Weights]) -> list[int]:
    """Return the reading of each word, so that the line's weights less its changes are most."""
    best = [0.0, *[-BEGINNING] * len(FONTS)]
    came = []
    for weight in weights:
        most = max(best)
        before = best.index(most)
        change = most - CHANGE
        came.append(tuple(new if gain >= change else before for new, gain in enumerate(best)))
        best = [max(gain, change) + more for gain, more in zip(best, weight, strict=True)]
    at = best.index(max(best))
    read = []
    for befores in reversed(came):
        read.append(at)
        at = befores[at]
    return read[::-1]


def _stretches(read: list[int], weights: list[Weights]) -> Iterator[tuple[int, int, int]]:
    """Yield the first word, the last word and the reading of each run, bare numbers left out."""
    for choice, group in groupby(enumerate(read), key=itemgetter(1)):
        places = [at for at, _ in group if any(weights[at])]
        if choice and places:
            yield places[0], places[-1], choice


def _is_too_little(words: list[str], weights: list[Weights], first: int, last: int) -> bool:
    """Say whether a run is one word, and too short, or in small letters that may be meant so."""
    if sum(map(any, weights[first : last + 1])) > 1:
        return False
    if len(words[first]) < SHORTEST:
        return True
    return bool(_SMALL.fullmatch(words[first])) and sum(map(any, weights)) > 1
