"""One search: from what was asked to the stories that were found."""

from django.utils import timezone

from harkara.newsroom import queries
from harkara.newsroom.records import FoundStory
from harkara.search import index
from harkara.search.documents import Results
from harkara.web.asked import Asked, query_of


def find(asked: Asked, *, pictured: bool = True) -> tuple[Results, tuple[FoundStory, ...]]:
    """Search, and read the stories that were found, with their pictures or without.

    Raises search's Unavailable if there is no index that can be used.
    """
    now = timezone.now()
    query = None if asked.is_empty else query_of(asked, now)
    if query is None:
        return Results(), ()
    results = index.current().search(query)
    numbers = [hit.number for hit in results.hits]
    return results, queries.found_stories(numbers, now, pictured=pictured)
