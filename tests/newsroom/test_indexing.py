"""The worker's part in keeping the index: what it does first, and what it bears."""

import threading
import time
from collections.abc import Callable

import pytest
from django.db import OperationalError

from harkara.newsroom import indexing
from harkara.newsroom.actions import Withdraw, withdraw
from harkara.newsroom.indexing import Indexer, work
from harkara.newsroom.models import ArticlePage, LiveStory, Topic
from harkara.press import bells
from harkara.search.backends.base import Unavailable
from harkara.search.backends.memory import MemoryIndex
from harkara.search.documents import Query
from harkara.search.queries import walks_wait

PutLive = Callable[..., ArticlePage]


@pytest.fixture
def index() -> MemoryIndex:
    return MemoryIndex()


@pytest.fixture
def indexer(index: MemoryIndex) -> Indexer:
    return Indexer(index)


def finish(indexer: Indexer) -> None:
    while indexer.step():
        pass


def found(index: MemoryIndex, text: str) -> list[int]:
    return sorted(hit.number for hit in index.search(Query(text=text)).hits)


def test_an_index_that_is_not_there_is_made(
    index: MemoryIndex, indexer: Indexer, live: PutLive
) -> None:
    article = live("नदी पर पुल")

    finish(indexer)

    assert found(index, "पुल") == [article.number]


def test_an_index_that_is_lost_while_it_is_kept_is_made_anew(
    index: MemoryIndex, indexer: Indexer, live: PutLive, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(indexer)

    def lost() -> int:
        message = "its files are gone"
        raise Unavailable(message)

    with monkeypatch.context() as patched:
        patched.setattr(index, "position", lost)
        assert indexer.step()
    with index.rebuild() as writer:
        writer.commit()
    article = live("नदी पर पुल")
    finish(indexer)

    assert found(index, "पुल") == [article.number]


def test_while_another_process_makes_the_index_one_waits(
    index: MemoryIndex, indexer: Indexer, paper: None
) -> None:
    with index.rebuild():
        assert not indexer.step()

    finish(indexer)
    assert index.position() is not None


def test_what_is_published_comes_before_the_stories_of_a_renamed_topic(
    index: MemoryIndex, indexer: Indexer, live: PutLive, river: Topic
) -> None:
    live("पुराना घाट", topic_ids=(river.pk,))
    finish(indexer)
    river.name = "मधुमती"
    river.save()
    live("नया पुल")

    assert indexer.step()

    assert (len(found(index, "पुल")), walks_wait()) == (1, True)
    finish(indexer)
    assert (len(found(index, "मधुमती")), walks_wait()) == (1, False)


def test_the_sweep_mends_what_something_wrote_past_our_receivers(
    index: MemoryIndex, indexer: Indexer, live: PutLive, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [live(f"पुल {number}") for number in range(2)]
    finish(indexer)
    LiveStory.objects.filter(pk=articles[0].number).delete()
    finish(indexer)
    assert len(found(index, "पुल")) == 2

    monkeypatch.setattr(indexer, "_next_sweep", time.monotonic())
    finish(indexer)

    assert found(index, "पुल") == [articles[1].number]


class Failing:
    """An indexer whose database comes and goes; it stops the work at its end."""

    def __init__(self, stop: threading.Event) -> None:
        self.steps = 0
        self._stop = stop

    def step(self) -> bool:
        self.steps += 1
        if self.steps in (1, 2):
            message = "the database is locked"
            raise OperationalError(message)
        if self.steps == 3:
            raise ZeroDivisionError
        self._stop.set()
        return True


@pytest.mark.django_db
def test_a_failure_is_said_once_and_the_work_goes_on(
    index: MemoryIndex, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stop = threading.Event()
    failing = Failing(stop)
    monkeypatch.setattr(indexing, "Indexer", lambda _index: failing)
    monkeypatch.setattr(indexing, "AFTER_FAILURE", 0.01)
    monkeypatch.setattr(indexing, "connection", type("Closed", (), {"close": lambda: None}))

    work(stop, index)

    assert failing.steps == 4
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR"]


def test_a_bell_wakes_who_waits(
    index: MemoryIndex, monkeypatch: pytest.MonkeyPatch, paper: None
) -> None:
    stop = threading.Event()

    class Waiting:
        """An indexer that has nothing to do; somebody rings, and at last it is told to stop."""

        steps = 0

        def step(self) -> bool:
            self.steps += 1
            bells.ring()
            if self.steps == 3:
                stop.set()
            return False

    monkeypatch.setattr(indexing, "Indexer", lambda _index: Waiting())
    monkeypatch.setattr(indexing, "POLL", 3600.0)
    monkeypatch.setattr(indexing, "connection", type("Closed", (), {"close": lambda: None}))

    work(stop, index)

    assert stop.is_set()


def test_a_story_taken_back_is_gone_after_one_step(
    index: MemoryIndex, indexer: Indexer, live: PutLive
) -> None:
    article = live("नदी पर पुल")
    finish(indexer)

    withdraw(Withdraw(article_id=article.pk))
    indexer.step()

    assert found(index, "पुल") == []
