"""Proposing: which of a site's sections a story belongs into, how probably, and by which words.

The archive speaks as far as it goes: a section with few stories is still spoken for by the
hand-made lexicon, one with many by what the desk has put there.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from harkara.search.sections.calibration import probabilities
from harkara.search.sections.choices import SectionChoice, SectionProposal, TextFields
from harkara.search.sections.features import Seen, features, pair_bucket, parts, weighted
from harkara.search.sections.lexicon import Support, spoken_for
from harkara.search.sections.model import Model
from harkara.text.languages import HINDI, Profile
from harkara.text.tokens import STOP_WORDS

LEAST_PROBABILITY = 0.5
"""A section is proposed if it is more probable than all others together."""
POINT = 0.3
"""What a point of the lexicon is worth beside what was learned, in logarithms of odds."""
ALONE = 0.2
"""What it is worth while nothing was learned, beside DOUBT that nothing was said."""
DOUBT = 2.0
"""So many points of the lexicon are as probable as that nothing was said."""
MOST_SURE = 0.9
"""However many of its words a story has, the lexicon alone is wrong about one in ten."""
LEAST_WORDS = 2
"""The lexicon alone never decides by a single word."""
HALF_LEARNED = 40
"""With so many stories in a section, the lexicon counts half."""
MOST_WHY = 6
SHORTEST_WHY = 2


@dataclass(frozen=True, slots=True)
class Ranking:
    """The sections of the site, the most probable first, and what speaks for the first."""

    sections: tuple[SectionChoice, ...]
    probabilities: tuple[float, ...]
    why: tuple[str, ...]


def propose(
    fields: TextFields,
    sections: Sequence[SectionChoice],
    model: Model | None = None,
    *,
    profile: Profile = HINDI,
) -> SectionProposal | None:
    """Return the section a story belongs into, None if none is more probable than not.

    `model` is what was learned from the site's own stories, None on a new site.
    """
    ranking = rank(fields, sections, model, profile=profile)
    if not ranking.sections or ranking.probabilities[0] < LEAST_PROBABILITY:
        return None
    return SectionProposal(
        section=ranking.sections[0],
        probability=round(ranking.probabilities[0], 4),
        why=ranking.why,
    )


def rank(
    fields: TextFields,
    sections: Sequence[SectionChoice],
    model: Model | None = None,
    *,
    profile: Profile = HINDI,
) -> Ranking:
    """Return all sections with their probabilities, the most probable first.

    On a new site they are less than 1 together: the rest is that nothing was said.
    """
    if not sections:
        return Ranking((), (), ())
    spoken = {
        of: one for of, one in spoken_for(fields, sections).items() if len(one.words) >= LEAST_WORDS
    }
    shares = (
        _learned(fields, sections, model, spoken, profile) if model else _said(sections, spoken)
    )
    order = sorted(range(len(sections)), key=lambda at: (-shares[at], at))
    first = sections[order[0]]
    points = _points(fields, first.id, model, profile)
    for word, found in (spoken[first.id].words if first.id in spoken else {}).items():
        points[word] = max(points[word], _trust(first.id, model) * POINT * found)
    return Ranking(
        tuple(sections[at] for at in order),
        tuple(shares[at] for at in order),
        _loudest(points),
    )


def _learned(
    fields: TextFields,
    sections: Sequence[SectionChoice],
    model: Model,
    spoken: Mapping[int, Support],
    profile: Profile,
) -> list[float]:
    """Return how probable each section is by what was learned, the lexicon helping."""
    learned = model.scores(features(fields, profile=profile))
    unlearned = min(learned.values(), default=0.0)
    return probabilities(
        [
            learned.get(one.id, unlearned)
            + _trust(one.id, model) * POINT * (spoken[one.id].score if one.id in spoken else 0.0)
            for one in sections
        ]
    )


def _said(sections: Sequence[SectionChoice], spoken: Mapping[int, Support]) -> list[float]:
    """Return how probable each section is by the lexicon alone; 0 where it says nothing."""
    scores = [*(ALONE * one.score for one in spoken.values()), ALONE * DOUBT]
    shares = dict(zip(spoken, probabilities(scores), strict=False))
    return [min(shares.get(one.id, 0.0), MOST_SURE) for one in sections]


def _trust(section: int, model: Model | None) -> float:
    """Return how far the lexicon still counts for a section: from 1, where nothing was learned."""
    if model is None or section not in model.sections:
        return 1.0
    return HALF_LEARNED / (HALF_LEARNED + model.stories[model.sections.index(section)])


def _points(
    fields: TextFields, section: int, model: Model | None, profile: Profile
) -> dict[str, float]:
    """Return what each word of the story does for a section, beside the mean of the others."""
    points: dict[str, float] = defaultdict(float)
    if model is None or section not in model.sections or len(model.sections) < 2:
        return points
    story = weighted(features(fields, profile=profile), model.rarity)
    weights = dict(zip(story.buckets, story.weights, strict=True))
    gain = _Gain(model, model.sections.index(section), weights)
    written: dict[str, str] = {}
    for pieces, _ in parts(fields, profile):
        for before, one in pairwise([None, *pieces]):
            if one is None:
                continue
            word = written.setdefault(one.stem, one.text)
            if points[word] == 0.0:
                points[word] = gain.of(one)
            if before is not None:
                points[word] += gain.at(pair_bucket(before.stem, one.stem)) / 2
    return points


@dataclass(slots=True)
class _Gain:
    """How much more a feature speaks for one section than for the mean of all."""

    model: Model
    section: int
    weights: Mapping[int, float]

    def at(self, bucket: int) -> float:
        rows = self.model.weights
        mean = sum(row[bucket] for row in rows) / len(rows)
        return self.weights.get(bucket, 0.0) * (rows[self.section][bucket] - mean)

    def of(self, piece: Seen) -> float:
        return self.at(piece.bucket) + sum(map(self.at, set(piece.letters)))


def _loudest(points: Mapping[str, float]) -> tuple[str, ...]:
    """Return the words that speak for a section, the loudest first."""
    telling = [
        word
        for word, found in points.items()
        if found > 0.0
        and len(word) >= SHORTEST_WHY
        and word[0].isalpha()
        and word not in STOP_WORDS
    ]
    return tuple(sorted(telling, key=lambda word: (-points[word], word))[:MOST_WHY])
