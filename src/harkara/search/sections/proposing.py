"""Proposing: which of a site's sections a story belongs into, how probably, and by which words.

The archive speaks as far as it goes: a section with few stories is still spoken for by the
hand-made lexicon, one with many by what the desk has put there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from harkara.search.sections.answering import Answer
from harkara.search.sections.calibration import probabilities
from harkara.search.sections.choices import SectionChoice, SectionProposal, TextFields
from harkara.search.sections.explaining import loudest, points
from harkara.search.sections.features import features_of
from harkara.search.sections.lexicon import Support, spoken_for
from harkara.search.sections.model import Model
from harkara.search.sections.reading import read
from harkara.text.languages import HINDI, Profile

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
    reading = read(fields, profile=profile)
    spoken = {
        of: one
        for of, one in spoken_for(reading, sections).items()
        if len(one.words) >= LEAST_WORDS
    }
    answer = model.answer(features_of(reading, profile=profile)) if model else None
    shares = (
        _learned(answer, sections, model, spoken) if answer and model else _said(sections, spoken)
    )
    order = sorted(range(len(sections)), key=lambda at: (-shares[at], at))
    first = sections[order[0]]
    telling: dict[str, float] = {}
    if answer and model and len(model.sections) > 1 and first.id in model.sections:
        telling = points(reading, answer, model.sections.index(first.id))
    for word, found in (spoken[first.id].words if first.id in spoken else {}).items():
        telling[word] = max(telling.get(word, 0.0), _trust(first.id, model) * POINT * found)
    return Ranking(
        tuple(sections[at] for at in order),
        tuple(shares[at] for at in order),
        loudest(telling),
    )


def _learned(
    answer: Answer,
    sections: Sequence[SectionChoice],
    model: Model,
    spoken: Mapping[int, Support],
) -> list[float]:
    """Return how probable each section is by what was learned, the lexicon helping."""
    learned = dict(zip(model.sections, answer.scores, strict=True))
    unlearned = min(answer.scores, default=0.0)
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
