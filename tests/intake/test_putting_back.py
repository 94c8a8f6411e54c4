"""Lines that were taken out come back at their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.conftest import INDIA, page

from harkara.intake.drafts import Draft
from harkara.intake.putting_back import put_back
from harkara.intake.sources.paste import paste


@pytest.fixture(scope="module")
def draft() -> Draft:
    return paste(page("portal-english-chrome.txt"), zone=INDIA)


def test_a_line_comes_back_where_it_stood(draft: Draft) -> None:
    at = [line.text for line in draft.removed].index("Trending Videos")

    again = put_back(draft, {at})

    assert [block.text for block in again.text_blocks][1] == "Trending Videos"
    assert [reference.after_paragraph for reference in again.also_read] == [3, 4]
    assert "Trending Videos" not in [line.text for line in again.removed]


def test_nothing_chosen_changes_nothing(draft: Draft) -> None:
    assert put_back(draft, ()) is draft
    assert put_back(draft, {-1, 999}) is draft


@given(st.sets(st.integers(min_value=-2, max_value=12)))
def test_a_line_is_in_the_story_or_among_the_removed(chosen: set[int]) -> None:
    before = paste(page("portal-english-chrome.txt"), zone=INDIA)

    after = put_back(before, chosen)

    lines = [line.text for line in before.removed]
    kept = [block.text for block in after.text_blocks] + [line.text for line in after.removed]
    assert sorted(kept) == sorted([block.text for block in before.text_blocks] + lines)
