"""Sections: which of a site's own sections a story speaks for, how probably, and by which words."""

from harkara.search.sections.choices import SectionChoice, SectionProposal, TextFields
from harkara.search.sections.lexicon import kinds_of
from harkara.search.sections.proposing import Ranking, propose, rank

__all__ = [
    "Ranking",
    "SectionChoice",
    "SectionProposal",
    "TextFields",
    "kinds_of",
    "propose",
    "rank",
]
