"""A story as its names are looked for: its words, their keys, and the marks between them."""

import re
from dataclasses import dataclass
from functools import cached_property

from harkara.text.fold import fold
from harkara.text.tokens import words

MOST_WORDS = 20_000
"""Names are looked for in so many words; no story is longer, and what is pasted may be."""
_INSIDE_A_NAME = re.compile(r"\A[ \u00a0]?\Z|\A[-–][ ]?\Z|\A\.[ ]?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a story: as written, its key, and what stands between it and the word before."""

    text: str
    key: str
    before: str
    start: int
    end: int

    @property
    def follows(self) -> bool:
        """Whether only a space stands before it."""
        return self.before.strip(" \u00a0") == "" and self.before != "" and "\n" not in self.before


@dataclass(frozen=True)
class Story:
    """The text of a story, with its headline first."""

    headline: str
    text: str

    @cached_property
    def whole(self) -> str:
        """The headline and the text, as one text."""
        return f"{self.headline}\n{self.text}"

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words in order, up to MOST_WORDS."""
        found: list[Word] = []
        at = 0
        for text in words(self.whole)[:MOST_WORDS]:
            start = self.whole.index(text, at)
            end = start + len(text)
            before = self.whole[at:start]
            found.append(Word(text=text, key=fold(text), before=before, start=start, end=end))
            at = end
        return tuple(found)

    @cached_property
    def headline_words(self) -> int:
        """How many of the words are the headline's."""
        return sum(1 for word in self.words if word.end <= len(self.headline))

    def written(self, first: int, last: int) -> str:
        """Return the words from one to another, as they stand in the story."""
        text = self.whole[self.words[first].start : self.words[last].end]
        return " ".join(text.split())

    def count(self, keys: tuple[str, ...]) -> int:
        """Return how often these words stand together."""
        return len(self.places(keys))

    def places(self, keys: tuple[str, ...]) -> tuple[int, ...]:
        """Return where these words begin to stand together, in order."""
        if keys not in self._places:
            self._places[keys] = tuple(
                at
                for at in self.places_of_word.get(keys[0], ())
                if tuple(word.key for word in self.words[at : at + len(keys)]) == keys
                and all(joins(word) for word in self.words[at + 1 : at + len(keys)])
            )
        return self._places[keys]

    @cached_property
    def _places(self) -> dict[tuple[str, ...], tuple[int, ...]]:
        """The places that were asked for: the rules ask for the same names again and again."""
        return {}

    @cached_property
    def places_of_word(self) -> dict[str, tuple[int, ...]]:
        """Where each word stands."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            places.setdefault(word.key, []).append(at)
        return {key: tuple(found) for key, found in places.items()}

    def in_headline(self, keys: tuple[str, ...]) -> bool:
        """Say whether these words stand together in the headline."""
        places = self.places(keys)
        return bool(places) and places[0] < self.headline_words


def joins(word: Word) -> bool:
    """Say whether a word can belong to one name with the word before it."""
    return "\n" not in word.before and _INSIDE_A_NAME.match(word.before) is not None
