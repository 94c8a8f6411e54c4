"""Each kind of block in a story's body."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, get_args

import pytest
from tests.web import samples
from tests.web.conftest import Newsroom, Page, Read, text_of, value

from harkara.newsroom.records import Block, Gallery, ListBlock, Video
from harkara.web.headers import READER_HEADERS

Show = Callable[..., Page]
NASTY = '"><script>alert(1)</script>'


@pytest.fixture
def show(newsroom: Newsroom, read_page: Read) -> Show:
    def body_of(*blocks: Block) -> Page:
        newsroom.stories[50] = replace(samples.BARE, body=blocks)
        return read_page(samples.BARE.path).cssselect(".story__body")[0]

    return body_of


def test_every_kind_of_block_has_a_sample() -> None:
    assert {kind.kind for kind in get_args(Block)} == set(samples.BLOCKS)


@pytest.mark.parametrize("kind", samples.BLOCKS)
def test_a_block_is_shown(show: Show, kind: str) -> None:
    body = show(samples.BLOCKS[kind])

    assert len(body) == 1
    assert text_of(body)


@pytest.mark.parametrize("kind", samples.BLOCKS)
def test_words_in_a_block_never_become_code(show: Show, kind: str) -> None:
    block: Any = samples.BLOCKS[kind]
    worded = {one.name: NASTY for one in fields(block) if isinstance(getattr(block, one.name), str)}

    body = show(replace(block, **worded))

    assert not body.cssselect("script")


def test_a_video_asks_nothing_of_another_host_before_the_click(show: Show) -> None:
    video = samples.BLOCKS["video"]
    assert isinstance(video, Video)

    body = show(video)

    assert not body.cssselect("iframe")
    assert body.cssselect("hk-video")[0].get("embed") == video.embed_url
    assert body.cssselect("hk-video a")[0].get("href") == video.watch_url
    assert value(body.cssselect("img")[0], "src").startswith("/media/")


def test_a_video_without_a_poster_is_still_a_link(show: Show) -> None:
    video = samples.BLOCKS["video"]
    assert isinstance(video, Video)

    body = show(replace(video, poster=None))

    assert not body.cssselect("img")
    assert body.cssselect("a")[0].get("href") == video.watch_url


def test_a_gallery_without_pictures_is_not_shown(show: Show) -> None:
    body = show(samples.BLOCKS["heading"], Gallery(pictures=()))

    assert not body.cssselect(".gallery")


def test_an_ordered_list_is_numbered(show: Show) -> None:
    body = show(ListBlock(ordered=True, items=("पहला", "दूसरा")))

    assert [text_of(item) for item in body.cssselect("ol li")] == ["पहला", "दूसरा"]


def test_a_table_names_its_columns(show: Show) -> None:
    table = show(samples.BLOCKS["table"]).cssselect("table")[0]

    assert text_of(table.find("caption")) == "किराया"
    assert [cell.get("scope") for cell in table.cssselect("th")] == ["col", "col"]


def test_a_browser_lets_the_video_s_host_in(show: Show) -> None:
    body = show(samples.BLOCKS["video"])

    host = "/".join(value(body.cssselect("hk-video")[0], "embed").split("/")[:3])

    assert host in READER_HEADERS["Content-Security-Policy"]
