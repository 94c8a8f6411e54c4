"""How well a word is found among 50,000 by the Roman spellings that people gave it.

The vocabulary of a set holds its own words and the words that the folder's Hindi text and the
`train` pairs use most, up to 50,000. Frequencies are those of the text alone: a word that only
the set has counts as never used. Every attested pair is weighed once; `weighted` weighs it by
how many people gave it.
"""

import difflib
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Iterator
from statistics import fmean

from bench.measuring.clock import each, percentiles, seconds
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from bench.measuring.vocabulary import PAIRS, frequencies, pairs, trained
from harkara.text.lexicon import Lexicon
from harkara.text.phonetic import keys
from harkara.text.romanise import romanise

Search = Callable[[str], list[str]]
SIZE = 50_000
MOST = 10
WANTED = {"translit-dakshina-hi": (0.82, 0.94)}
WANTED_MS = 2.0
_EVERY = 5
"""Rivals, which are slow, are measured on every fifth pair."""


def measure(data: Data) -> Iterator[Figure]:
    """Give for each set how often the word comes first and in ten, and how long that takes."""
    for name in data.names(PAIRS):
        found = pairs(data, name)
        words = vocabulary(data, {word for word, _, _ in found})
        yield from _ours(name, found, words)
        for who, search in _rivals(words).items():
            sample = found[::_EVERY]
            yield from _quality(name, sample, search, f"@{who}")
            middle, worst = percentiles(each(search, [roman for _, roman, _ in sample]))
            yield Figure(f"phonetic/{name}/p50@{who}", middle, "ms")
            yield Figure(f"phonetic/{name}/p99@{who}", worst, "ms")


def vocabulary(data: Data, targets: set[str]) -> dict[str, int]:
    """Return the words to find the targets among, with how often text uses each."""
    often = frequencies(data)
    every = often + trained(data)
    others = sorted(every.keys() - targets, key=lambda word: (-every[word], word))
    chosen = [*sorted(targets), *others][:SIZE]
    return {word: often[word] for word in chosen}


def _ours(name: str, found: list[tuple[str, str, int]], words: dict[str, int]) -> Iterator[Figure]:
    took = seconds(lambda: Lexicon(words), runs=1)
    yield Figure(f"phonetic/{name}/words-a-second", len(words) / took, "words/s")
    tracemalloc.start()
    lexicon = Lexicon(words)
    yield Figure(f"phonetic/{name}/memory", tracemalloc.get_traced_memory()[0] / 2**20, "MB")
    tracemalloc.stop()

    def search(roman: str) -> list[str]:
        return [match.word for match in lexicon.nearest(roman, MOST)]

    yield Figure(f"phonetic/{name}/vocabulary", len(words))
    yield from _quality(name, found, search, "")
    shared = [bool(set(keys(word)) & set(keys(roman))) for word, roman, _ in found]
    yield Figure(f"phonetic/{name}/key-shared", fmean(shared))
    middle, worst = percentiles(each(search, [roman for _, roman, _ in found]))
    yield Figure(f"phonetic/{name}/p50", middle, "ms")
    yield Figure(f"phonetic/{name}/p99", worst, "ms", WANTED_MS)


def _quality(
    name: str, found: list[tuple[str, str, int]], search: Search, at: str
) -> Iterator[Figure]:
    answers = [(word, search(roman), weight) for word, roman, weight in found]
    whole = sum(weight for _, _, weight in answers)
    first, in_ten = (None, None) if at else WANTED.get(name, (None, None))
    yield Figure(
        f"phonetic/{name}/first{at}",
        fmean(got[:1] == [word] for word, got, _ in answers),
        "",
        first,
    )
    yield Figure(
        f"phonetic/{name}/in-10{at}", fmean(word in got for word, got, _ in answers), "", in_ten
    )
    yield Figure(
        f"phonetic/{name}/first-weighted{at}",
        sum(weight for word, got, weight in answers if got[:1] == [word]) / whole,
    )
    yield Figure(
        f"phonetic/{name}/in-10-weighted{at}",
        sum(weight for word, got, weight in answers if word in got) / whole,
    )


def _rivals(words: dict[str, int]) -> dict[str, Search]:
    """Return the searches one would try first."""
    found: dict[str, Search] = {"skeleton": _by_skeleton(words)}
    if sanscript := rival("indic_transliteration.sanscript"):
        found["itrans"] = _by_conversion(
            words, lambda roman: str(sanscript.transliterate(roman, "itrans", "devanagari"))
        )
    return found


def _by_skeleton(words: dict[str, int]) -> Search:
    """Return a search by the consonants of the romanised word, ranked by likeness."""
    by_skeleton: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for word in words:
        roman = romanise(word)
        by_skeleton[_consonants(roman)].append((roman, word))

    def search(roman: str) -> list[str]:
        near = by_skeleton.get(_consonants(roman), [])
        ranked = sorted(near, key=lambda one: (-_alike(one[0], roman), -words[one[1]], one[1]))
        return [word for _, word in ranked[:MOST]]

    return search


def _consonants(roman: str) -> str:
    plain = roman.lower().replace("ph", "f").replace("w", "v").replace("z", "j")
    return "".join(char for char in plain if char not in "aeiouyh")


def _alike(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def _by_conversion(words: dict[str, int], convert: Callable[[str], str]) -> Search:
    """Return a search for the converted word itself, then for words that look like it."""
    by_start: dict[str, list[str]] = defaultdict(list)
    for word in words:
        by_start[word[:1]].append(word)

    def search(roman: str) -> list[str]:
        word = convert(roman)
        near = difflib.get_close_matches(word, by_start.get(word[:1], []), MOST, 0.6)
        return [word, *(one for one in near if one != word)][:MOST] if word in words else near

    return search
