"""Stories for the tests of search backends, and how they are put and found."""

from datetime import UTC, datetime, timedelta

from harkara.search.backends.base import Backend
from harkara.search.documents import Document, Query

NOON = datetime(2026, 6, 1, 6, 30, tzinfo=UTC)


def story(number: int, headline: str, *body: str, days_old: float = 1, **rest: object) -> Document:
    """Return a story that was published so many days before noon."""
    at = NOON - timedelta(days=days_old)
    return Document(number=number, headline=headline, body=body, published_at=at, **rest)  # type: ignore[arg-type]


def fill(index: Backend, *stories: Document, position: int | None = None) -> Backend:
    """Put stories into an index and commit."""
    with index.writer() as writer:
        for one in stories:
            writer.put(one)
        writer.commit(position)
    return index


def found(index: Backend, text: str = "", **rest: object) -> list[int]:
    """Return the numbers of the stories that a query finds, in order."""
    return [hit.number for hit in index.search(Query(text=text, **rest)).hits]  # type: ignore[arg-type]
