"""How often the Devanagari that people meant is the first candidate, or among five.

The lexicon holds the words of the folder's Hindi text with how often it uses them, and those of
the `train` pairs: a word of the set is in it only if it occurs there. `covered` is the share of
spellings for which it holds a right word, and `uncovered-top-1` is how often a word comes first
that is not in it; `rules` are the figures without a lexicon. Each distinct spelling is asked
once, and any word it was given for is right. Of a set with more than 1,500 spellings so many
are asked, evenly spread over the alphabet. Times are those of the processor; the times of a
keystroke are taken over the beginnings of every fifth of those spellings.
"""

import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from statistics import fmean

from bench.measuring.clock import each, percentiles, seconds
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from bench.measuring.vocabulary import EDITED, PAIRS, TALK, frequencies, pairs, trained
from harkara.text.lexicon import Lexicon
from harkara.text.roman.shapes import Shapes
from harkara.text.transliterate import candidates

Typing = Callable[[str], list[str]]
PUBLISHED = {"translit-dakshina-hi": 0.6056, "translit-aksharantar-hi": 0.5559}
"""Top-1 of IndicXlit as its authors published it, on the whole test sets: not measured here."""
MOST = 5
WANTED_MS = 5.0
_ASKED = 1_500
_KEYSTROKE_EVERY = 5
_RULES_EVERY = 3
"""What is measured for comparison, on fewer spellings."""


def measure(data: Data) -> Iterator[Figure]:
    """Give for each set the figures with a lexicon, without one, and those of others."""
    words = frequencies(data, EDITED + TALK) + trained(data)
    lexicon = Lexicon(words)
    yield Figure("transliterate/lexicon/words", len(words))
    yield from _shapes(words, lexicon)
    for name in data.names(PAIRS):
        meant = _asked(data, name)
        covered = {roman: any(word in words for word in right) for roman, right in meant.items()}
        yield Figure(f"transliterate/{name}/covered", fmean(covered.values()))
        yield from _quality(name, meant, _typing(lexicon), "")
        unknown = {roman: right for roman, right in meant.items() if not covered[roman]}
        yield from _quality(name, unknown, _typing(lexicon), "", "uncovered-")
        few = dict(list(meant.items())[::_RULES_EVERY])
        yield from _quality(name, few, _typing(None), "@rules")
        for who, typing in _rivals().items():
            yield from _quality(name, meant, typing, f"@{who}")
        if name in PUBLISHED:
            yield Figure(f"transliterate/{name}/top-1@IndicXlit-published", PUBLISHED[name])
        yield from _speed(name, list(meant), _typing(lexicon))


def _asked(data: Data, name: str) -> dict[str, set[str]]:
    """Return the spellings of a set that are asked, and the words each was given for."""
    meant: dict[str, set[str]] = defaultdict(set)
    for word, roman, _ in pairs(data, name):
        meant[roman].add(word)
    every = sorted(meant)
    many = min(_ASKED, len(every))
    return {roman: meant[roman] for at in range(many) for roman in [every[at * len(every) // many]]}


def _shapes(words: Mapping[str, int], lexicon: Lexicon) -> Iterator[Figure]:
    """Give what it takes to count the shapes of the lexicon's words, and to keep them."""
    yield Figure("transliterate/shapes/seconds", seconds(lambda: Shapes(words), runs=1), "s")
    tracemalloc.start()
    kept = lexicon.shapes()
    size = tracemalloc.get_traced_memory()[0] / 2**20 if kept else 0.0
    tracemalloc.stop()
    yield Figure("transliterate/shapes/memory", size, "MB")


def _typing(lexicon: Lexicon | None) -> Typing:
    return lambda roman: [found.word for found in candidates(roman, lexicon, most=MOST)]


def _quality(
    name: str, meant: dict[str, set[str]], typing: Typing, at: str, part: str = ""
) -> Iterator[Figure]:
    if not meant:
        return
    answers = [(right, typing(roman)) for roman, right in meant.items()]
    top_1 = fmean(bool(right.intersection(found[:1])) for right, found in answers)
    top_5 = fmean(bool(right.intersection(found)) for right, found in answers)
    wanted = None if at or part else PUBLISHED.get(name)
    yield Figure(f"transliterate/{name}/{part}top-1{at}", top_1, "", wanted)
    yield Figure(f"transliterate/{name}/{part}top-5{at}", top_5)


def _speed(name: str, spellings: list[str], typing: Typing) -> Iterator[Figure]:
    middle, worst = percentiles(each(typing, spellings))
    yield Figure(f"transliterate/{name}/p50", middle, "ms")
    yield Figure(f"transliterate/{name}/p99", worst, "ms", WANTED_MS)
    keystrokes = [
        spelling[:size]
        for spelling in spellings[::_KEYSTROKE_EVERY]
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
