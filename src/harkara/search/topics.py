"""Topics: the known ones a story speaks of, and names that could become new ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from harkara.search.names.candidate import Candidate, NameKind
from harkara.search.names.organisations import organisations
from harkara.search.names.people import people
from harkara.search.names.places_in_text import places_in_text
from harkara.search.names.things import things
from harkara.search.sections import TextFields
from harkara.search.story import Story
from harkara.search.trie import KnownName, NameTrie, keys_of_name

MOST = 12

__all__ = ["KnownName", "NameKind", "NameTrie", "TopicProposal", "propose"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicProposal:
    """A topic of a story; `known_id` is None for a new one. `why` quotes the story."""

    name: str
    kind: NameKind
    known_id: int | None
    why: str
    aliases: tuple[str, ...] = ()


def propose(
    fields: TextFields, known: NameTrie | Iterable[KnownName] = (), *, most: int = MOST
) -> tuple[TopicProposal, ...]:
    """Return the topics of a story, the most prominent first.

    Known topics are found under all their names and in their inflections. A new name is proposed
    only where the story itself shows that it is one.
    """
    story = Story(headline=fields.headline, text=f"{fields.standfirst}\n{fields.body}")
    trie = known if isinstance(known, NameTrie) else NameTrie(known)
    ranked: list[tuple[float, int, TopicProposal]] = []
    taken: set[tuple[str, ...]] = set()
    for hit in trie.find(story):
        taken.update(hit.names)
        proposal = TopicProposal(
            name=hit.known.name, kind=hit.known.kind, known_id=hit.known.id, why=hit.why
        )
        ranked.append((10.0 * hit.in_headline + 3.0 + hit.count, hit.first, proposal))
    for found in _merged(story, _candidates(story)):
        if _is_taken(found, taken):
            continue
        first = min(story.places(found.keys), default=0)
        prominence = 10.0 * story.in_headline(found.keys) + found.score + story.count(found.keys)
        proposal = TopicProposal(
            name=found.name, kind=found.kind, known_id=None, why=found.why, aliases=found.aliases
        )
        ranked.append((prominence, first, proposal))
    ranked.sort(key=lambda item: (-item[0], item[1], item[2].name))
    return tuple(proposal for _rank, _first, proposal in ranked[:most])


def _candidates(story: Story) -> list[Candidate]:
    return [*organisations(story), *things(story), *people(story), *places_in_text(story)]


def _merged(story: Story, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return each name once, the surest reading of it, and none that only stands inside another."""
    best: dict[tuple[str, ...], Candidate] = {}
    for found in candidates:
        if found.keys not in best or best[found.keys].score < found.score:
            best[found.keys] = found
    aliases = {keys_of_name(alias) for found in best.values() for alias in found.aliases}
    longer = {*best, *aliases}
    return [
        found
        for keys, found in best.items()
        if keys not in aliases and not _only_inside(story, found, longer)
    ]


def _only_inside(story: Story, found: Candidate, names: set[tuple[str, ...]]) -> bool:
    """Say whether a name stands nowhere but inside longer ones; a person's part always does."""
    holders = [name for name in names if _within(found.keys, name)]
    if not holders:
        return False
    inside = sum(story.count(name) for name in holders)
    return found.kind is NameKind.PERSON or story.count(found.keys) <= inside


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    size = len(part)
    return size < len(whole) and any(
        whole[at : at + size] == part for at in range(len(whole) - size + 1)
    )


def _is_taken(found: Candidate, taken: set[tuple[str, ...]]) -> bool:
    """Say whether a known topic already has this name, whole or in part."""
    return any(found.keys == name or _within(found.keys, name) for name in taken)
