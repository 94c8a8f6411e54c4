"""Pressing one page."""

from tests.press.site import Paper

from harkara.press.actions import Kind, press
from harkara.press.stores import DiskStore


def test_a_pressed_story_lies_in_the_store(paper: Paper, store: DiskStore) -> None:
    paper.write("desh", "पहली खबर")

    outcome = press("/desh/")

    stored = store.read("/desh/")
    assert outcome.kind is Kind.PRESSED
    assert stored is not None
    assert "पहली खबर" in stored.body.decode()
