"""Near-duplicates as textbooks find them: MinHash over raw shingles, and bands of its bins.

What somebody would pick instead of reading the texts: 64 bins of one permutation, in 32 bands of
two; a story that shares a band is a candidate, and one whose bins agree often enough is taken.
"""

from collections import Counter, defaultdict
from hashlib import blake2b

BINS = 64
BAND = 2
SHINGLE = 3
LEAST_ALIKE = 0.12
"""The least share of bins that agree: a third of each text shared is a Jaccard of a fifth."""

Signature = tuple[int, ...]


class MinHashIndex:
    """Texts by the bands of their signatures."""

    def __init__(self) -> None:
        self._signatures: dict[int, Signature] = {}
        self._bands: dict[tuple[int, Signature], list[int]] = defaultdict(list)

    def add(self, story: int, text: str) -> None:
        """Take in a text."""
        made = signature(text)
        self._signatures[story] = made
        for band in _bands(made):
            self._bands[band].append(story)

    def find(self, text: str) -> list[int]:
        """Return the stories whose signatures agree with a text's, those that agree most first."""
        asked = signature(text)
        candidates = {story for band in _bands(asked) for story in self._bands.get(band, ())}
        alike = Counter(
            {story: _alike(asked, self._signatures[story]) for story in sorted(candidates)}
        )
        return [story for story, share in alike.most_common() if share >= LEAST_ALIKE]


def signature(text: str) -> Signature:
    """Return the lowest hash in each bin; an empty bin has that of the next one that is not."""
    words = text.split()
    bins: list[int | None] = [None] * BINS
    for at in range(max(len(words) - SHINGLE, 0) + 1):
        shingle = " ".join(words[at : at + SHINGLE]).encode()
        value = int.from_bytes(blake2b(shingle, digest_size=8).digest())
        place, rest = value % BINS, value // BINS
        here = bins[place]
        bins[place] = rest if here is None else min(here, rest)
    filled = [(at, value) for at, value in enumerate(bins) if value is not None]
    return tuple(
        next((v + at for at, v in filled if at >= place), filled[0][1] + place)
        if bins[place] is None
        else bins[place] or 0
        for place in range(BINS)
    )


def _bands(made: Signature) -> list[tuple[int, Signature]]:
    return [(at, made[at : at + BAND]) for at in range(0, BINS, BAND)]


def _alike(one: Signature, other: Signature) -> float:
    return sum(a == b for a, b in zip(one, other, strict=True)) / BINS
