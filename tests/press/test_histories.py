"""Random histories: marks, presses, readers, several workers, time, races and crashes in any order.

Whatever happened, once nothing is stale every stored page equals a fresh render; and at no moment
does the store show a front that the paper never had.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
import time_machine
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from tests.press.site import Paper, front_line, paper

from harkara.press import priorities, queries, stores
from harkara.press.actions import answer, mark_stale, press, spreading, want
from harkara.press.actions.claiming import LEASE, claim, give_back
from harkara.press.models import Clock, Key, Target
from harkara.press.render import BrokenPage
from harkara.press.stores import staging
from harkara.press.tasks import run_once, run_until_idle
from harkara.press.verify import verify

names = st.sampled_from(["bandh", "mela", "pul"])
# Few words, so that a change is often taken back.
words = st.sampled_from(["पानी", "भीड़", "bandh", "mela"])
changes = st.sampled_from(["write", "withdraw", "redesign"])
paths = st.sampled_from(["/", "/chosen/", "/feed/", "/bandh/", "/mela/", "/pul/", "/moved/"])


workers = st.integers(0, 3)
delays = st.sampled_from([timedelta(seconds=1), LEASE, timedelta(minutes=10)])
MORNING = datetime(2026, 3, 30, 0, 30, tzinfo=UTC)
# More on demand: HARKARA_HISTORIES=10000 pytest tests/press/test_histories.py
# With the newsroom's histories, and on both databases, a run of all checks sees a thousand.
USUALLY = "200" if settings.HARKARA.database else "650"
HISTORIES = int(os.environ.get("HARKARA_HISTORIES", USUALLY))
PARTS = 2
STEPS = 20


class Killed(BaseException):
    """The process ends here."""


class Press(RuleBasedStateMachine):
    """A desk, readers, workers and accidents."""

    @initialize()
    def open_paper(self) -> None:
        self.clock = time_machine.travel(MORNING, tick=False)
        self.traveller = self.clock.start()
        self.hands: list[list[str]] = [[], [], [], []]
        for model in (Target, Key, Clock):
            model.objects.all().delete()
        shutil.rmtree(settings.PRESS_STORE, ignore_errors=True)
        paper.__init__()  # type: ignore[misc]  # the views know this one paper
        paper.menu = True
        self.fronts = {""}

    @rule(name=names, text=words)
    def write(self, name: str, text: str) -> None:
        paper.write(name, text)
        self._remember_front()

    @rule(text=names)
    def choose(self, text: str) -> None:
        self.write("choice", text)

    @rule(name=names)
    def withdraw(self, name: str) -> None:
        if name in paper.texts:
            paper.withdraw(name)
            self._remember_front()

    @rule(path=paths)
    def want_page(self, path: str) -> None:
        with transaction.atomic():
            want({path: priorities.REST})

    @rule(masthead=words)
    def redesign(self, masthead: str) -> None:
        paper.redesign(masthead)

    @rule()
    def reorder_the_menu(self) -> None:
        with transaction.atomic():
            mark_stale(["menu"])

    @rule()
    def a_change_is_spread_further(self) -> None:
        with transaction.atomic():
            spreading._step()

    @rule(path=paths)
    def open_page(self, path: str) -> None:
        with suppress(BrokenPage):
            answer(path)

    @rule(limit=st.integers(1, 4))
    def press_some(self, limit: int) -> None:
        run_once(limit)

    @rule(path=paths)
    def break_page(self, path: str) -> None:
        paper.broken.add(path)

    @rule()
    def mend_pages(self) -> None:
        paper.broken.clear()

    @rule(change=changes, name=names, path=paths | st.none(), text=words, reader=st.booleans())
    def change_arrives_while_a_page_is_made(
        self, change: str, name: str, path: str | None, text: str, *, reader: bool
    ) -> None:
        path = path or f"/{name}/"
        with meanwhile(lambda: self._change(change, name, text)), suppress(BrokenPage):
            answer(path) if reader else press(path)

    @rule(change=changes, name=names, path=paths | st.none(), text=words)
    def another_worker_overtakes(self, change: str, name: str, path: str | None, text: str) -> None:
        path = path or f"/{name}/"

        def overtake() -> None:
            self._change(change, name, text)
            press(path)

        with meanwhile(overtake):
            press(path)

    @rule(name=names, text=words, placed=st.booleans(), reader=st.booleans(), back=st.booleans())
    def process_is_killed_while_it_stores(
        self, name: str, text: str, *, placed: bool, reader: bool, back: bool
    ) -> None:
        path, before = f"/{name}/", paper.texts.get(name, "")
        if back:
            press(path)
        self.write(name, text)
        with killed_at_place(placed=placed), suppress(Killed, BrokenPage):
            answer(path) if reader else press(path)
        if back:
            self.write(name, before)

    @rule(path=paths)
    def process_is_killed_before_it_settles(self, path: str) -> None:
        with patch.object(Target, "save", side_effect=Killed), suppress(Killed):
            press(path)

    @rule(worker=workers, limit=st.integers(1, 3))
    def worker_claims(self, worker: int, limit: int) -> None:
        self.hands[worker] += claim(limit, timezone.now())

    @rule(worker=workers)
    def worker_presses_one(self, worker: int) -> None:
        if self.hands[worker]:
            press(self.hands[worker].pop(0))

    @rule(worker=workers)
    def worker_gives_back(self, worker: int) -> None:
        give_back(self.hands[worker])
        self.hands[worker] = []

    @rule(worker=workers)
    def worker_dies_with_pages_in_hand(self, worker: int) -> None:
        # Its claims stand until their lease ends.
        self.hands[worker] = []

    @rule(after=delays)
    def time_passes(self, after: timedelta) -> None:
        self.traveller.shift(after)

    @rule(worker=workers, other=workers, name=names, text=words)
    def two_workers_and_the_desk_are_at_one_page(
        self, worker: int, other: int, name: str, text: str
    ) -> None:
        def overtake() -> None:
            self.write(name, text)
            self.worker_presses_one(other)

        with meanwhile(overtake):
            self.worker_presses_one(worker)

    @rule()
    def settle(self) -> None:
        paper.broken.clear()
        # By then every lease has ended and every failed page may be tried again.
        self.traveller.shift(timedelta(hours=1))
        self.hands = [[], [], [], []]
        run_until_idle()
        assert queries.stale_paths() == set()
        assert list(verify()) == []
        stored = set(stores.current().paths())
        assert {f"/{name}/" for name in paper.texts} <= stored

    def teardown(self) -> None:
        """Let every history end settled."""
        if not hasattr(self, "clock"):
            return
        try:
            self.settle()
        finally:
            self.clock.stop()

    @invariant()
    def no_reader_sees_a_front_that_never_was(self) -> None:
        stored = stores.current().read("/")
        assert stored is None or stored.body.decode() in self.fronts

    def _change(self, kind: str, name: str, text: str) -> None:
        if kind == "write":
            self.write(name, text)
        elif kind == "withdraw":
            self.withdraw(name)
        else:
            paper.redesign(text)

    def _remember_front(self) -> None:
        self.fronts.add("".join(front_line(name) for name in sorted(paper.texts)))


@contextmanager
def meanwhile(do: Callable[[], None]) -> Iterator[None]:
    """Do something once, while the next page is being made."""

    def hook(_path: str) -> None:
        paper.while_rendering = lambda _path: None
        do()

    paper.while_rendering = hook
    try:
        yield
    finally:
        paper.while_rendering = lambda _path: None


@contextmanager
def killed_at_place(*, placed: bool) -> Iterator[None]:
    """Kill the process just before, or just after, a page's files are renamed."""
    place = staging.StagedFiles.place

    def die(self: staging.StagedFiles) -> None:
        if placed:
            place(self)
        raise Killed

    with patch.object(staging.StagedFiles, "place", die):
        yield


@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_happened_a_settled_press_shows_the_paper_as_it_is(
    paper: Paper, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    # Half of the histories are of a paper where two readers of a key are very many.
    monkeypatch.setattr(spreading, "MANY", (1, spreading.MANY)[part])
    # Processes die in these histories and the power does not fail: no need to wait for the disk.
    monkeypatch.setattr(os, "fsync", lambda _file: None)
    run_state_machine_as_test(
        Press,
        settings=hypothesis_settings(
            max_examples=HISTORIES // PARTS,
            stateful_step_count=STEPS,
            phases=[Phase.explicit, Phase.generate, Phase.shrink],
            deadline=None,
            suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
        ),
    )
