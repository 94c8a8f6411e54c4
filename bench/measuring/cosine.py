"""Likeness by the cosine of weighed raw words: what somebody would pick from a library.

The weights are those of scikit-learn's TfidfVectorizer with sublinear_tf, words parted at spaces.
"""

from collections import Counter, defaultdict
from math import log, sqrt


class CosineIndex:
    """Texts by their weighed words."""

    def __init__(self, texts: list[str]) -> None:
        """Take in texts; they are found by their places in the list."""
        counted = [Counter(text.split()) for text in texts]
        have = Counter(word for words in counted for word in words)
        self._idf = {word: log((1 + len(texts)) / (1 + n)) + 1 for word, n in have.items()}
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, words in enumerate(counted):
            for word, weight in self._weighed(words).items():
                self._postings[word].append((at, weight))

    def nearest(self, text: str) -> list[tuple[int, float]]:
        """Return the texts that share a word with one, with their cosines, the nearest first."""
        cosines: dict[int, float] = defaultdict(float)
        for word, weight in self._weighed(Counter(text.split())).items():
            for at, other in self._postings.get(word, ()):
                cosines[at] += weight * other
        return sorted(cosines.items(), key=lambda one: (-one[1], one[0]))

    def _weighed(self, words: Counter[str]) -> dict[str, float]:
        weights = {
            word: (1 + log(count)) * self._idf[word]
            for word, count in words.items()
            if word in self._idf
        }
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}
