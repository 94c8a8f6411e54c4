"""How long browsers and a CDN may keep a page."""

import pytest

from harkara.press.caching import FOR_EVER, BadSetting, Caching


def test_a_page_is_kept_for_a_minute_and_shown_longer_only_when_we_are_away() -> None:
    assert Caching().header("/desh/") == (
        "public, max-age=60, stale-while-revalidate=60, stale-if-error=86400"
    )


def test_a_cdn_may_keep_it_longer_than_a_browser() -> None:
    said = {"browser": 30, "cdn": 3600, "while_revalidating": 10, "if_error": 0}

    header = Caching.of(said).header("/desh/")

    assert header == "public, max-age=30, s-maxage=3600, stale-while-revalidate=10"


def test_an_asset_is_kept_for_ever() -> None:
    assert Caching.of({"browser": 0}).header("/assets/site-0.css") == FOR_EVER


def test_a_fragment_is_kept_for_a_second_by_others_and_never_shown_when_it_is_old() -> None:
    header = Caching.of({"cdn": 3600}).header("/tukda/taaza/")

    assert header == "public, max-age=60, s-maxage=1"


@pytest.mark.parametrize("value", ["60", -1, 1.5, True])
def test_seconds_are_whole_and_not_negative(value: object) -> None:
    with pytest.raises(BadSetting, match=r"cache.browser must be a number of seconds"):
        Caching.of({"browser": value})


def test_a_name_nobody_knows_is_refused() -> None:
    with pytest.raises(BadSetting, match=r"cache.browsr is not known; known are browser, cdn"):
        Caching.of({"browsr": 60})
