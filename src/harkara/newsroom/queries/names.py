"""Names that live stories have in common and no topic has: what could become one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from harkara.newsroom.models import LiveStory
from harkara.newsroom.queries.topics import known_topics
from harkara.search.queries.names import NameCandidate, candidates, rejected
from harkara.search.story import Story
from harkara.search.trie import keys_of_name

PAGE = 20
DEEPEST = 50
"""The desk looks at so many pages of names; whoever has come so far has better ones before them."""
MOST_LIKELY = 3
MOST_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A live story that mentions a name."""

    article_id: int
    headline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCandidate:
    """A name that could become a topic, in how many live stories it stands, and some of them.

    `likely` names topics of the desk that could be meant: they have all words of the name.
    """

    key: str
    name: str
    kind: str
    stories: int
    examples: tuple[Example, ...]
    likely: tuple[str, ...]


def new_names(most: int) -> tuple[NameCandidate, ...]:
    """Return names that several live stories mention, those of most stories first. Two queries.

    What a topic has as a name, or the desk rejected, is not among them. They are counted in the
    background (`search.naming`).
    """
    trie = known_topics()
    return candidates(most, but_not=lambda name: bool(trie.find(Story(headline=name, text=""))))


def topic_candidates(page: int) -> tuple[tuple[TopicCandidate, ...], bool]:
    """Return a page of names with their stories, and whether more follow. Four queries."""
    start = (min(max(page, 1), DEEPEST) - 1) * PAGE
    found = new_names(start + PAGE + 1)[start:]
    shown = found[:PAGE]
    stories = _examples({number for one in shown for number in one.examples})
    likely = _likely(shown)
    rows = tuple(
        TopicCandidate(
            key=one.key,
            name=one.name,
            kind=one.kind,
            stories=one.stories,
            examples=tuple(stories[number] for number in one.examples if number in stories)[
                :MOST_EXAMPLES
            ],
            likely=likely.get(one.key, ()),
        )
        for one in shown
    )
    return rows, len(found) > PAGE and page < DEEPEST


def rejected_names(names: Collection[str]) -> frozenset[str]:
    """Return those of some names that the desk rejected as topics. At most one query."""
    keys = {name: key_of(name) for name in names}
    refused = rejected(frozenset(keys.values()))
    return frozenset(name for name, key in keys.items() if key in refused)


def key_of(name: str) -> str:
    """Return the key under which the spellings of a name meet."""
    return " ".join(keys_of_name(name))


def _examples(numbers: Collection[int]) -> dict[int, Example]:
    rows = LiveStory.objects.filter(pk__in=numbers).order_by()
    found = rows.values_list("pk", "article_id", "headline")
    return {number: Example(article_id, headline) for number, article_id, headline in found}


def _likely(shown: Sequence[NameCandidate]) -> dict[str, tuple[str, ...]]:
    """Return the names of topics that have all words of a candidate, the shortest first."""
    wanted = {one.key: frozenset(one.key.split()) for one in shown}
    found: dict[str, list[str]] = {key: [] for key in wanted}
    for topic in known_topics().known:
        words = {word for name in (topic.name, *topic.aliases) for word in keys_of_name(name)}
        for key, parts in wanted.items():
            if parts <= words:
                found[key].append(topic.name)
    return {
        key: tuple(sorted(names, key=lambda name: (len(name), name))[:MOST_LIKELY])
        for key, names in found.items()
    }
