"""The name trie: known names found in running text, word by word and so never inside a word.

A name is also found in Roman letters, as its readers type it, and with its last word inflected.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from harkara.search.names.candidate import NameKind
from harkara.search.names.sense import is_meant
from harkara.search.story import Story, joins
from harkara.text.fold import fold
from harkara.text.romanise import romanise
from harkara.text.stem import stem
from harkara.text.tokens import words

SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """A topic the desk already has, with every name it goes by."""

    id: int
    name: str
    kind: NameKind
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A known topic in a story: how often, where first, under which names, and the words there."""

    known: KnownName
    count: int
    first: int
    in_headline: bool
    names: frozenset[tuple[str, ...]]
    why: str


@dataclass(slots=True)
class _Node:
    """One word on the way to a name; `inflected` leads to names by the stem of their last word."""

    below: dict[str, "_Node"] = field(default_factory=dict)
    inflected: dict[str, KnownName] = field(default_factory=dict)
    known: KnownName | None = None


def keys_of_name(name: str) -> tuple[str, ...]:
    """Return the keys of a name's words."""
    return tuple(fold(word) for word in words(name))


class NameTrie:
    """Known names, ready to be looked for in any number of stories.

    Of two topics with the same name the first wins.
    """

    def __init__(self, known: Iterable[KnownName]) -> None:
        self.root = _Node()
        self.names: dict[int, frozenset[tuple[str, ...]]] = {}
        self.known = known = tuple(known)
        for topic in known:
            names = frozenset(map(keys_of_name, (topic.name, *topic.aliases)))
            self.names.setdefault(topic.id, names)
            for name in (topic.name, *topic.aliases):
                self._add(keys_of_name(name), topic)
        # A name that somebody wrote wins over one that we spell.
        for topic in known:
            for name in (topic.name, *topic.aliases):
                self._add(keys_of_name(romanise(name)), topic)

    def find(self, story: Story) -> tuple[Hit, ...]:
        """Return the known topics of a story in the order they first stand there."""
        places: dict[int, list[tuple[int, int]]] = {}
        topics: dict[int, KnownName] = {}
        at = 0
        while at < len(story.words):
            length, topic = self._longest(story, at)
            if topic is not None and is_meant(
                story, at, at + length - 1, topic.kind, self.names[topic.id]
            ):
                topics[topic.id] = topic
                places.setdefault(topic.id, []).append((at, at + length - 1))
            at += max(length, 1)
        return tuple(self._hit(story, topics[key], found) for key, found in places.items())

    def _hit(self, story: Story, topic: KnownName, found: list[tuple[int, int]]) -> Hit:
        first, last = found[0]
        said = (tuple(word.key for word in story.words[a : b + 1]) for a, b in found)
        return Hit(
            known=topic,
            count=len(found),
            first=first,
            in_headline=first < story.headline_words,
            names=self.names[topic.id].union(said),
            why=story.written(first, last),
        )

    def _add(self, keys: tuple[str, ...], topic: KnownName) -> None:
        if not keys:
            return
        node = self.root
        for key in keys[:-1]:
            node = node.below.setdefault(key, _Node())
        last_stem = stem(keys[-1])
        if len(last_stem) >= SHORTEST_STEM:
            node.inflected.setdefault(last_stem, topic)
        end = node.below.setdefault(keys[-1], _Node())
        end.known = end.known or topic

    def _longest(self, story: Story, at: int) -> tuple[int, KnownName | None]:
        """Return how many words the longest name that begins here has, and whose it is."""
        node, found = self.root, _NOTHING
        for place in range(at, len(story.words)):
            word = story.words[place]
            if place > at and not joins(word):
                break
            below = node.below.get(word.key)
            inflected = node.inflected.get(stem(word.key)) if node.inflected else None
            if below is not None and below.known is not None:
                found = (place - at + 1, below.known)
            elif inflected is not None:
                found = (place - at + 1, inflected)
            if below is None:
                break
            node = below
        return found


_NOTHING: tuple[int, KnownName | None] = (0, None)
