"""Names that the newest stories have in common and no topic has: what could become one."""

from collections.abc import Iterator

from harkara.newsroom.models import LiveStory
from harkara.newsroom.queries.topics import known_topics
from harkara.newsroom.queries.wording import readers_wordings
from harkara.search.names.mentions import ArchiveName, archive_names
from harkara.search.story import Story

CHUNK = 100


def new_names(newest: int, most: int) -> tuple[ArchiveName, ...]:
    """Return names that several of the newest stories mention, those of most stories first.

    `newest` is how many stories are read, two queries for each CHUNK of them.
    """
    trie = known_topics()
    found = [
        one
        for one in archive_names(_stories(newest)).values()
        if not trie.find(Story(headline=one.name, text=""))
    ]
    return tuple(sorted(found, key=lambda one: (-one.stories, one.name))[:most])


def _stories(newest: int) -> Iterator[Story]:
    below = None
    while newest > 0:
        rows = LiveStory.objects.order_by("-pk").values_list("pk", flat=True)
        rows = rows if below is None else rows.filter(pk__lt=below)
        numbers = list(rows[: min(CHUNK, newest)])
        if not numbers:
            return
        for one in readers_wordings(numbers):
            yield Story(headline=one.headline, text=f"{one.standfirst}\n{one.body}")
        newest, below = newest - len(numbers), numbers[-1]
