"""An archive of stories that a test can change, and an index kept in step with it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db import transaction

from harkara.newsroom.documents import next_of_group
from harkara.search.actions import note, step_walk
from harkara.search.backends.base import Backend
from harkara.search.documents import Document
from harkara.search.following import Archive, follow, must_be_made, rebuild
from harkara.search.queries import changes_after, walks_wait

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Stories:
    """Stories by their numbers; each change is noted with it."""

    def __init__(self) -> None:
        self.headlines: dict[int, str] = {}

    @transaction.atomic
    def put(self, number: int, headline: str) -> None:
        self.headlines[number] = headline
        note([number])

    @transaction.atomic
    def remove(self, number: int) -> None:
        del self.headlines[number]
        note([number])

    def count(self) -> int:
        return len(self.headlines)

    def numbers_after(self, number: int, most: int) -> list[int]:
        return sorted(one for one in self.headlines if one > number)[:most]

    def documents(self, numbers: Sequence[int]) -> list[Document]:
        return [
            Document(number=number, headline=self.headlines[number], published_at=NOON)
            for number in numbers
            if number in self.headlines
        ]


def settle(index: Backend, archive: Archive) -> list[int]:
    """Do what the worker would do until nothing is left, and return what it had to read anew."""
    if must_be_made(index):
        rebuild(index, archive)
    while walks_wait():
        step_walk(next_of_group)
    waiting = [change.document for change in changes_after(index.position() or 0, 10_000)]
    while follow(index, archive):
        pass
    return waiting
