"""Lines that were taken out come back at their place, and runs as they were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.conftest import INDIA, page

from harkara.intake.drafts import Draft
from harkara.intake.putting_back import as_typed, can_be_undone, put_back
from harkara.intake.sources.paste import paste

TYPED_DATELINE = "lksukjiqj] 12 uoacjA "


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


@pytest.fixture(scope="module")
def typed_in_kruti_dev() -> Draft:
    return paste(page("kruti-dev-mixed.txt"), zone=INDIA)


def test_a_run_in_an_old_font_is_there_as_it_was_typed(typed_in_kruti_dev: Draft) -> None:
    draft = typed_in_kruti_dev
    at = next(i for i, run in enumerate(draft.repairs) if run.after == "पर भेजें और")

    again = as_typed(draft, {at})

    assert again.text_blocks[4].text.split("bawdi@example.in")[1].startswith(" ij Hkstsa vkSj www.")
    assert again.text_blocks[:4] == draft.text_blocks[:4]
    assert again.headline == draft.headline
    assert "ij Hkstsa vkSj" not in [run.before for run in again.repairs]


def test_a_short_run_is_undone_in_its_own_line_only(typed_in_kruti_dev: Draft) -> None:
    draft = typed_in_kruti_dev
    at = next(i for i, run in enumerate(draft.repairs) if run.after == "और")

    again = as_typed(draft, {at})

    changed = [
        (old.text[:14], new.text[:14])
        for old, new in zip(draft.text_blocks, again.text_blocks, strict=True)
        if old != new
    ]
    assert changed == [("BJP और CPI के ", "BJP vkSj CPI क")]


def test_all_runs_undone_are_the_page_as_it_came(typed_in_kruti_dev: Draft) -> None:
    draft = typed_in_kruti_dev

    again = as_typed(draft, range(len(draft.repairs)))

    came = page("kruti-dev-mixed.txt").decode().replace(TYPED_DATELINE, "").split("\n\n")
    assert draft.dateline == "सोनारपुर"
    assert [again.headline, *(block.text for block in again.text_blocks)] == [
        line.strip() for line in came
    ]
    assert not any(map(can_be_undone, again.repairs))


def test_a_run_whose_beginning_became_the_dateline_is_undone_behind_it() -> None:
    typed = "ftys esa jfookj dks vPNh ckfj'k gqbZA fdlku [kq'k gSaA"
    draft = paste(f"vPNh ckfj'k ls fdlku [kq'k\n\nt;iqjA {typed}\n".encode(), zone=INDIA)

    again = as_typed(draft, range(len(draft.repairs)))

    assert draft.dateline == "जयपुर"
    assert again.text_blocks[0].text == typed


def test_other_repairs_stay(draft: Draft) -> None:
    assert as_typed(draft, range(len(draft.repairs))) == draft
