"""The lexicon: what a story's words say of its kind, before the site has anything to learn from.

A new site has no archive, so it starts with a hand-made table of telling words. Each kind of news
is led to the site's own section for it, or to what stands in.
"""

import math
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from harkara.search.sections.choices import SectionChoice
from harkara.search.sections.reading import Piece, Reading
from harkara.text.fold import fold
from harkara.text.stem import stem
from harkara.text.tokens import words

HEADLINE_WEIGHT = 3.0
STANDFIRST_WEIGHT = 2.0
BODY_WEIGHT = 1.0
SHARED = 0.5
LOUDNESS = {"sure": 3, "telling": 2, "helping": 1}

Term = tuple[str, ...]
Lexicon = Mapping[Term, Mapping[str, int]]
"""Folded and stemmed words of a term → kind of news → how loudly it speaks."""


@dataclass(slots=True)
class Support:
    """What speaks for a kind of news or a section: the words as written, with their points."""

    score: float
    words: dict[str, float]


def spoken_for(reading: Reading, sections: Sequence[SectionChoice]) -> dict[int, Support]:
    """Return what each section has speaking for it, by the section's id."""
    weights = (HEADLINE_WEIGHT, STANDFIRST_WEIGHT, BODY_WEIGHT)
    return _for_sections(
        heard(zip((part.pieces for part in reading), weights, strict=True)), sections
    )


@cache
def standard_lexicon() -> Lexicon:
    """Return the hand-made lexicon, its words folded and stemmed."""
    lexicon: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for kind, entry in _table().items():
        for name, weight in LOUDNESS.items():
            for term in entry[name]:
                key = tuple(map(stem, words(term)))
                lexicon[key][kind] = max(weight, lexicon[key].get(kind, 0))
    return dict(lexicon)


@cache
def _table() -> dict[str, Any]:
    file = resources.files("harkara.search.tables").joinpath("section_words.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@lru_cache(maxsize=1024)
def kinds_of(section: SectionChoice) -> tuple[str, ...]:
    """Return the kinds of news that a section's own name or address stands for."""
    names = {_name_key(section.name), _name_key(section.slug)}
    return tuple(kind for kind, known in _names().items() if names & known)


@cache
def _names() -> Mapping[str, frozenset[str]]:
    return {kind: frozenset(map(_name_key, entry["names"])) for kind, entry in _table().items()}


def _name_key(name: str) -> str:
    return fold(name).replace("-", " ").strip()


def heard(parts: Iterable[tuple[Sequence[Piece], float]]) -> dict[str, Support]:
    """Return what each kind of news has speaking for it, in parts that weigh differently.

    A word counts less each time it is said again, and a longer term swallows its own words.
    """
    lexicon = standard_lexicon()
    counts: dict[Term, float] = defaultdict(float)
    written: dict[Term, str] = {}
    for part, weight in parts:
        for term, words_of_it in _terms(part, lexicon):
            counts[term] += weight
            written.setdefault(term, words_of_it)
    support: dict[str, Support] = {}
    for term, count in counts.items():
        for kind, loudness in lexicon[term].items():
            points = (loudness**1.5) * math.log1p(count)
            found = support.setdefault(kind, Support(score=0.0, words={}))
            found.score += points
            found.words[written[term]] = found.words.get(written[term], 0.0) + points
    return support


def _terms(part: Sequence[Piece], lexicon: Lexicon) -> list[tuple[Term, str]]:
    """Return the lexicon's terms in a part, longest match first, none overlapping."""
    story = [one for one in part if one.term is not None]
    keys = [one.term or "" for one in story]
    lengths = _lengths()
    found: list[tuple[Term, str]] = []
    free = 0
    for at in [at for at, key in enumerate(keys) if key in lengths]:
        if at < free:
            continue
        for length in lengths[keys[at]]:
            term = tuple(keys[at : at + length])
            if term in lexicon:
                found.append((term, " ".join(one.text for one in story[at : at + length])))
                free = at + length
                break
    return found


@cache
def _lengths() -> Mapping[str, Sequence[int]]:
    """Return the first word of each term → how long terms that begin so are, the longest first."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for term in standard_lexicon():
        lengths[term[0]].add(len(term))
    return {first: sorted(found, reverse=True) for first, found in lengths.items()}


def _for_sections(
    support: Mapping[str, Support], sections: Sequence[SectionChoice]
) -> dict[int, Support]:
    """Return what each section has speaking for it, by the section's id."""
    home: dict[str, SectionChoice] = {}
    for section in sections:
        for kind in kinds_of(section):
            home.setdefault(kind, section)
    by_section: dict[int, list[Support]] = defaultdict(list)
    for kind, found in support.items():
        chosen = home.get(_home_of(kind, support, home))
        if chosen is not None:
            by_section[chosen.id].append(found)
    return {section_id: _together(several) for section_id, several in by_section.items()}


def _together(several: list[Support]) -> Support:
    """Return the support of kinds that share a section: the strongest, and half of each other.

    A section that takes in three kinds of news must not win by their number.
    """
    scores = sorted((found.score for found in several), reverse=True)
    whole = Support(score=scores[0] + SHARED * sum(scores[1:]), words={})
    for found in several:
        for word, points in found.words.items():
            whole.words[word] = max(points, whole.words.get(word, 0.0))
    return whole


def _home_of(kind: str, support: Mapping[str, Support], home: Mapping[str, SectionChoice]) -> str:
    """Return the kind itself if the site has a section for it, else what stands in for it best."""
    if kind in home:
        return kind
    stand_ins: list[str] = [other for other in _table()[kind].get("stands_in", ()) if other in home]
    if not stand_ins:
        return kind
    return max(stand_ins, key=lambda other: support[other].score if other in support else 0.0)
