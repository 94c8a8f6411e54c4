"""Advertisement slots: labelled, and absent unless filled."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_django import Settings
from tests.web import samples
from tests.web.conftest import Newsroom, Read, text_of

from harkara.newsroom.records import Paragraph
from harkara.web import ads

Fill = Callable[..., None]


@pytest.fixture
def fill(settings: Settings, tmp_path: Path, newsroom: Newsroom) -> Iterator[Fill]:
    def put(**slots: str | bytes) -> None:
        files = {name: tmp_path / f"{name}.html" for name in slots}
        for name, html in slots.items():
            files[name].write_bytes(html if isinstance(html, bytes) else html.encode())
        settings.WEB_AD_SLOTS = files
        ads.slots.cache_clear()

    put()
    yield put
    ads.slots.cache_clear()


@pytest.mark.parametrize("path", ["/", "/desh/", samples.STORY.path])
def test_a_site_without_advertisements_shows_no_slot(
    fill: Fill, read_page: Read, path: str
) -> None:
    assert not read_page(path).cssselect(".ad")


@pytest.mark.parametrize(("path", "slot"), [("/", "front"), ("/desh/", "section")])
def test_a_filled_slot_is_labelled(fill: Fill, read_page: Read, path: str, slot: str) -> None:
    fill(**{slot: '<a href="/dukan/"><img src="/media/ad.png" alt="दुकान"></a>'})

    aside = read_page(path).cssselect("aside.ad")[0]

    assert aside.get("aria-label") == "विज्ञापन"
    assert text_of(aside.cssselect(".ad__label")[0]) == "विज्ञापन"
    assert aside.cssselect("img")[0].get("src") == "/media/ad.png"


def test_a_long_story_carries_one_advertisement_after_its_fourth_paragraph(
    fill: Fill, newsroom: Newsroom, read_page: Read
) -> None:
    fill(story="<p>दुकान</p>")
    newsroom.stories[42] = replace(
        samples.STORY, body=tuple(Paragraph(html=str(n)) for n in range(6))
    )

    body = read_page(samples.STORY.path).cssselect(".story__body")[0]

    assert [child.tag for child in body][:6] == ["p", "p", "p", "p", "aside", "p"]
    assert len(body.cssselect(".ad")) == 1


def test_a_short_story_carries_none(fill: Fill, read_page: Read) -> None:
    fill(story="<p>दुकान</p>")

    assert not read_page(samples.BARE.path).cssselect(".ad")


def test_a_slot_that_cannot_be_filled_is_left_out_and_said(
    fill: Fill, read_page: Read, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    fill(front=b"\xff\xfe", section=" ", sidebar="<p>x</p>")
    settings.WEB_AD_SLOTS["story"] = Path("/nowhere/story.html")

    assert not read_page("/").cssselect(".ad")
    assert ads.slots() == {}
    assert "'front' is left empty" in caplog.text
    assert "'story' is left empty" in caplog.text
    assert "no advertisement slot 'sidebar'" in caplog.text
