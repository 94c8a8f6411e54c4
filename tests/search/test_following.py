"""An index follows the log: each change once or more, never an old state over a new one."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tests.search.archive import Stories, settle

from harkara.search.backends.base import Busy, Superseded, Unavailable
from harkara.search.backends.memory import MemoryIndex, MemoryWriter
from harkara.search.documents import Query
from harkara.search.following import BATCH, differences, follow, must_be_made, rebuild
from harkara.search.queries import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories() -> Stories:
    return Stories()


@pytest.fixture
def index(stories: Stories) -> MemoryIndex:
    made = MemoryIndex()
    settle(made, stories)
    return made


def found(index: MemoryIndex, text: str) -> list[int]:
    return sorted(hit.number for hit in index.search(Query(text=text)).hits)


def test_an_index_that_was_never_made_must_be(stories: Stories) -> None:
    index = MemoryIndex()

    assert must_be_made(index)
    stories.put(1, "नया पुल")
    with pytest.raises(Unavailable):
        follow(index, stories)
    rebuild(index, stories)
    assert not must_be_made(index)


def test_an_index_that_has_seen_a_later_day_than_the_database_must_be_made_anew(
    index: MemoryIndex,
) -> None:
    with index.writer() as writer:
        writer.commit(now() + 1)

    assert must_be_made(index)


def test_what_was_put_and_removed_is_applied_as_it_stands_now(
    index: MemoryIndex, stories: Stories
) -> None:
    stories.put(1, "नया पुल")
    stories.put(2, "पुराना पुल")
    stories.put(1, "नया बांध")
    stories.remove(2)

    settle(index, stories)

    assert (found(index, "पुल"), found(index, "बांध")) == ([], [1])


def test_many_changes_are_applied_in_batches(index: MemoryIndex, stories: Stories) -> None:
    for number in range(BATCH + 10):
        stories.put(number, "नया पुल")

    assert [follow(index, stories) for _ in range(3)] == [BATCH, 10, 0]
    assert index.count() == BATCH + 10


def test_while_another_process_writes_nothing_is_done_and_nothing_lost(
    index: MemoryIndex, stories: Stories
) -> None:
    stories.put(1, "नया पुल")

    with index.writer():
        assert follow(index, stories) == 0

    assert follow(index, stories) == 1
    assert found(index, "पुल") == [1]


def test_what_another_worker_has_applied_meanwhile_is_not_applied_from_an_older_state(
    index: MemoryIndex, stories: Stories, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories.put(1, "नया पुल")
    other = index.writer

    @contextmanager
    def after_another() -> Iterator[MemoryWriter]:
        monkeypatch.setattr(index, "writer", other)
        stories.put(2, "नया बांध")
        settle(index, stories)
        with other() as writer:
            yield writer

    monkeypatch.setattr(index, "writer", after_another)

    assert follow(index, stories) == 0
    assert index.position() == now()


def test_an_index_that_was_replaced_under_the_writer_is_followed_from_its_own_position(
    index: MemoryIndex, stories: Stories, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories.put(1, "नया पुल")

    def replaced(self: MemoryWriter, position: int | None = None) -> None:
        raise Superseded

    with monkeypatch.context() as patched:
        patched.setattr(MemoryWriter, "commit", replaced)
        assert follow(index, stories) == 0

    assert follow(index, stories) == 1


def test_what_changes_while_the_index_is_made_anew_is_in_it(
    index: MemoryIndex, stories: Stories
) -> None:
    for number in range(300):
        stories.put(number, "पुल")

    def change(done: int, every: int) -> None:
        if done == every:
            stories.put(0, "बांध")
            stories.remove(299)

    assert rebuild(index, stories, change) == 300
    assert (index.count(), found(index, "बांध")) == (299, [0])
    assert follow(index, stories) == 0


def test_the_old_index_is_searched_and_written_while_a_new_one_is_made(
    index: MemoryIndex, stories: Stories
) -> None:
    stories.put(1, "पुल")
    settle(index, stories)
    seen = []

    def look(done: int, every: int) -> None:
        stories.put(2, "पुल")
        settle(index, stories)
        seen.append(found(index, "पुल"))

    rebuild(index, stories, look)

    assert seen[0] == [1, 2]


def test_one_process_at_a_time_makes_the_index_anew(index: MemoryIndex, stories: Stories) -> None:
    stories.put(1, "पुल")
    settle(index, stories)

    def again(_done: int, _every: int) -> None:
        with pytest.raises(Busy):
            rebuild(index, stories)

    rebuild(index, stories, again)

    assert found(index, "पुल") == [1]


def test_the_sweep_finds_what_only_one_of_index_and_archive_has(
    index: MemoryIndex, stories: Stories
) -> None:
    for number in range(10):
        stories.put(number, "पुल")
    settle(index, stories)
    assert [number for found in differences(index, stories) for number in found] == []

    # Past every action of ours: nothing was noted.
    del stories.headlines[3]
    stories.headlines[12] = "पुल"

    assert [number for found in differences(index, stories) for number in found] == [3, 12]


def test_the_sweep_of_an_empty_archive_finds_what_the_index_still_has(
    index: MemoryIndex, stories: Stories
) -> None:
    stories.put(1, "पुल")
    settle(index, stories)
    stories.headlines.clear()

    assert list(differences(index, stories)) == [[1]]
