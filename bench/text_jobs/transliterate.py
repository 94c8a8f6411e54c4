"""How often the Devanagari that people meant is the first candidate, or among five.

The lexicon holds the words of the folder's Hindi text with how often it uses them, and those of
the `train` pairs: a word of the set is in it only if it occurs there. `covered` is the share of
spellings for which it holds a right word; `rules` are the figures without a lexicon. Each
distinct spelling is asked once, and any word it was given for is right.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from statistics import fmean

from bench.measuring.clock import each, percentiles
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from bench.measuring.vocabulary import PAIRS, frequencies, pairs, trained
from harkara.text.lexicon import Lexicon
from harkara.text.transliterate import candidates

Typing = Callable[[str], list[str]]
PUBLISHED = {"translit-dakshina-hi": 0.6056, "translit-aksharantar-hi": 0.5559}
"""Top-1 of IndicXlit as its authors published it, on the whole test sets: not measured here."""
MOST = 5
WANTED_MS = 5.0
_KEYSTROKE_WORDS = 300


def measure(data: Data) -> Iterator[Figure]:
    """Give for each set the figures with a lexicon, without one, and those of others."""
    words = frequencies(data) + trained(data)
    lexicon = Lexicon(words)
    yield Figure("transliterate/lexicon/words", len(words))
    for name in data.names(PAIRS):
        meant: dict[str, set[str]] = defaultdict(set)
        for word, roman, _ in pairs(data, name):
            meant[roman].add(word)
        covered = fmean(any(word in words for word in right) for right in meant.values())
        yield Figure(f"transliterate/{name}/covered", covered)
        yield from _quality(name, meant, _typing(lexicon), "")
        yield from _quality(name, meant, _typing(None), "@rules")
        for who, typing in _rivals().items():
            yield from _quality(name, meant, typing, f"@{who}")
        if name in PUBLISHED:
            yield Figure(f"transliterate/{name}/top-1@indicxlit-published", PUBLISHED[name])
        yield from _speed(name, list(meant), _typing(lexicon))


def _typing(lexicon: Lexicon | None) -> Typing:
    return lambda roman: [found.word for found in candidates(roman, lexicon, most=MOST)]


def _quality(name: str, meant: dict[str, set[str]], typing: Typing, at: str) -> Iterator[Figure]:
    answers = [(right, typing(roman)) for roman, right in meant.items()]
    top_1 = fmean(bool(right.intersection(found[:1])) for right, found in answers)
    top_5 = fmean(bool(right.intersection(found)) for right, found in answers)
    wanted = None if at else PUBLISHED.get(name)
    yield Figure(f"transliterate/{name}/top-1{at}", top_1, "", wanted)
    yield Figure(f"transliterate/{name}/top-5{at}", top_5)


def _speed(name: str, spellings: list[str], typing: Typing) -> Iterator[Figure]:
    middle, worst = percentiles(each(typing, spellings))
    yield Figure(f"transliterate/{name}/p50", middle, "ms")
    yield Figure(f"transliterate/{name}/p99", worst, "ms", WANTED_MS)
    keystrokes = [
        spelling[:size]
        for spelling in spellings[:_KEYSTROKE_WORDS]
        for size in range(1, len(spelling) + 1)
    ]
    middle, worst = percentiles(each(typing, keystrokes))
    yield Figure(f"transliterate/{name}/keystroke-p50", middle, "ms")
    yield Figure(f"transliterate/{name}/keystroke-p99", worst, "ms", WANTED_MS)


def _rivals() -> dict[str, Typing]:
    """Return the converters one would pick instead, those that are installed."""
    found: dict[str, Typing] = {}
    if sanscript := rival("indic_transliteration.sanscript"):
        found["itrans"] = lambda roman: [
            str(sanscript.transliterate(roman, "itrans", "devanagari"))
        ]
    if icu := rival("icu"):
        latin = icu.Transliterator.createInstance("Latin-Devanagari")
        found["icu"] = lambda roman: [str(latin.transliterate(roman))]
    return found
