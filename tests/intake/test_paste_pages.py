"""Pages of every shape a reporter copies from: the story stays whole, the page goes."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.intake.conftest import INDIA, PAGES

from harkara.intake.drafts import Draft, DraftImageRef, DraftVideo
from harkara.intake.sources.paste import paste

FILES = sorted(path for path in PAGES.iterdir() if path.suffix in {".txt", ".html"})


def expected(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.with_suffix(".json").read_text())
    return found


def body_of(draft: Draft) -> list[list[str]]:
    return [
        [block.kind, block.url if isinstance(block, DraftImageRef | DraftVideo) else block.text]
        for block in draft.body
    ]


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def page(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def draft(page: Path) -> Draft:
    return paste(page.read_bytes(), zone=INDIA)


def test_there_are_pages_of_many_shapes() -> None:
    assert len(FILES) >= 14


def test_the_body_is_the_story_and_nothing_else(page: Path, draft: Draft) -> None:
    assert body_of(draft) == expected(page)["body"]


def test_the_headline_stands_over_the_story_once(page: Path, draft: Draft) -> None:
    assert draft.headline == expected(page)["headline"]
    assert draft.headline not in [text for _kind, text in body_of(draft)] or not draft.headline


def test_each_reference_keeps_its_place(page: Path, draft: Draft) -> None:
    found = [[reference.text, reference.after_paragraph] for reference in draft.also_read]

    assert found == expected(page)["also_read"]


def test_what_the_page_says_of_itself_becomes_data(page: Path, draft: Draft) -> None:
    want = expected(page)
    published = draft.published_at.isoformat() if draft.published_at else None

    assert draft.standfirst == want["standfirst"]
    assert list(draft.byline) == want["byline"]
    assert draft.dateline == want["dateline"]
    assert published == want["published_at"]
    assert [draft.source.name, draft.source.url, draft.source.credit] == want["source"]


def test_every_line_taken_out_is_reported_with_a_reason(page: Path, draft: Draft) -> None:
    assert [[removed.text, removed.why] for removed in draft.removed] == expected(page)["removed"]
    assert all(removed.why for removed in draft.removed)


def test_nothing_that_can_run_is_left(page: Path, draft: Draft) -> None:
    kept = " ".join(text for _kind, text in body_of(draft)).lower()

    assert "<script" not in kept
    assert "javascript:" not in kept
    assert "alert(" not in kept
