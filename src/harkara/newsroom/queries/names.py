"""Names that live stories have in common and no topic has: what could become one."""

from harkara.newsroom.queries.topics import known_topics
from harkara.search.queries.names import NameCandidate, candidates
from harkara.search.story import Story


def new_names(most: int) -> tuple[NameCandidate, ...]:
    """Return names that several live stories mention, those of most stories first. Two queries.

    What a topic has as a name, or the desk rejected, is not among them. They are counted in the
    background (`search.naming`).
    """
    trie = known_topics()
    return candidates(most, but_not=lambda name: bool(trie.find(Story(headline=name, text=""))))
