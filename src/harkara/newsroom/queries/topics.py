"""The desk's topics as names that are looked for in stories, kept in mind by each process."""

from harkara.newsroom.models import Topic
from harkara.search.queries.learned import standing
from harkara.search.topics import KnownName, NameKind, NameTrie

TOPIC_NAMES = "topics"
"""Under this name it is noted that a topic was added, renamed or taken away."""


class _Kept:
    """The trie that this process has built last."""

    version = -1
    trie = NameTrie(())


def known_topics() -> NameTrie:
    """Return the names of all topics. One query, unless a topic changed since it was asked last."""
    version = standing(TOPIC_NAMES).version
    if version != _Kept.version:
        rows = Topic.objects.order_by("name", "pk")
        _Kept.trie = NameTrie(
            KnownName(id=row.pk, name=row.name, kind=NameKind(row.kind), aliases=row.alias_list)
            for row in rows
        )
        _Kept.version = version
    return _Kept.trie
