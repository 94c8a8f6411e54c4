"""How many spellings meet under one key, and how many words that should not, beside others' keys.

`spellings-meet` is the share of words written by hand, each in two or more spellings, whose
spellings all meet; `words-apart` the share of pairs of different words, a hair apart, that do not.

On the treebank, every two distinct words that meet are counted (`met`), and of them those with
other lemmas (`met-other-lemma`) in every part of speech that they share. Lemmas that differ in
nothing but dots, nuktas, half nasals and the script of digits count as one there: by a key of
their own, not by ours.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import combinations

import regex

from bench.measuring.clock import seconds
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from bench.measuring.spellings_table import ONE_WORD, OTHER_WORDS
from harkara.text.chars import (
    ANUSVARA,
    CANDRABINDU,
    DEVANAGARI_DIGITS,
    JOINERS,
    LATIN_DIGITS,
    NUKTA,
    VIRAMA,
)
from harkara.text.fold import fold

TREEBANK = "treebank-hdtb-hi"
Key = Callable[[str], str]
_DIGITS = str.maketrans(DEVANAGARI_DIGITS, LATIN_DIGITS)
_HALF_NASAL = regex.compile(f"[ङञणनम]{VIRAMA}(?=[क-मशस])")


def measure(data: Data) -> Iterator[Figure]:
    """Give shares, collisions and words a second for ours and for what one would pick instead."""
    for name, key in keys():
        at = f"@{name}" if name else ""
        yield Figure(f"fold/by-hand/spellings-meet{at}", share(ONE_WORD, partial(meet, key)))
        yield Figure(f"fold/by-hand/words-apart{at}", 1 - share(OTHER_WORDS, partial(meet, key)))
        if data.has(TREEBANK):
            yield from on_treebank(data, at, key)


def keys() -> Iterator[tuple[str, Key]]:
    """Give ours, Unicode's own, Lucene's for Hindi, and the rivals that are installed."""
    yield "", fold
    yield "nfkc-casefold", lambda word: unicodedata.normalize("NFKC", word).casefold()
    yield "lucene-rules", lucene
    if indic := rival("indicnlp.normalize.indic_normalize"):
        factory = indic.IndicNormalizerFactory()
        normalizer = factory.get_normalizer(
            "hi", remove_nuktas=True, nasals_mode="to_anusvaara_relaxed"
        )
        yield "indic-nlp-library", normalizer.normalize


# What Lucene's HindiNormalizer does, rule by rule as its documentation lists them.
_LUCENE = (
    (f"न{VIRAMA}|ँ", "ं"),
    (f"[{NUKTA}{JOINERS}{VIRAMA}]", ""),
    ("[ॅॆ]", "े"),
    ("[ॉॊ]", "ो"),
    ("[ऍऎ]", "ए"),
    ("[ऑऒ]", "ओ"),
    ("आ", "अ"),
    ("ई", "इ"),
    ("ऊ", "उ"),
    ("ॠ", "ऋ"),
    ("ॡ", "ऌ"),
    ("ऐ", "ए"),
    ("औ", "ओ"),
    ("ी", "ि"),
    ("ू", "ु"),
    ("ॄ", "ृ"),
    ("ॣ", "ॢ"),
    ("ै", "े"),
    ("ौ", "ो"),
)
_LUCENE_COMPILED = tuple((regex.compile(before), after) for before, after in _LUCENE)


def lucene(word: str) -> str:
    """Return a word as Lucene's Hindi normaliser leaves it, digits and case folded before it."""
    key = unicodedata.normalize("NFD", word).lower()
    key = "".join(str(unicodedata.digit(letter, letter)) for letter in key)
    for before, after in _LUCENE_COMPILED:
        key = before.sub(after, key)
    return key


def share(table: str, holds: Callable[[list[str]], bool]) -> float:
    """Return the share of lines whose words are so."""
    lines = [line.split() for line in table.strip().splitlines()]
    return sum(map(holds, lines)) / len(lines)


def meet(key: Key, words: Iterable[str]) -> bool:
    """Say whether all words have one key."""
    return len({key(word) for word in words}) == 1


def on_treebank(data: Data, at: str, key: Key) -> Iterator[Figure]:
    """Give how many words of a treebank meet, how many wrongly, and the speed."""
    lemmas: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    running: list[str] = []
    for row in data.rows(TREEBANK):
        running += row["forms"]
        for form, lemma, tag in zip(row["forms"], row["lemmas"], row["upos"], strict=True):
            lemmas[form][tag].add(plainly(lemma))
    classes: dict[str, list[str]] = defaultdict(list)
    for form in lemmas:
        classes[key(form)].append(form)
    met = [pair for found in classes.values() for pair in combinations(found, 2)]
    wrong = sum(other_words(lemmas[one], lemmas[other]) for one, other in met)
    yield Figure(f"fold/{TREEBANK}/met{at}", len(met))
    yield Figure(f"fold/{TREEBANK}/met-other-lemma{at}", wrong)
    taken = seconds(lambda: [key(word) for word in running])
    yield Figure(f"fold/{TREEBANK}/words-a-second{at}", len(running) / taken, "words/s")


def other_words(one: dict[str, set[str]], other: dict[str, set[str]]) -> bool:
    """Say whether two forms have no lemma in common in any part of speech that both are."""
    shared = one.keys() & other.keys()
    return bool(shared) and not any(one[tag] & other[tag] for tag in shared)


def plainly(lemma: str) -> str:
    """Return a lemma without nuktas and joiners, its dots and half nasals alike."""
    bare = unicodedata.normalize("NFD", lemma).translate(_DIGITS)
    bare = regex.sub(f"[{NUKTA}{JOINERS}]", "", bare).replace(CANDRABINDU, ANUSVARA)
    return _HALF_NASAL.sub(ANUSVARA, bare)
