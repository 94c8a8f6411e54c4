"""What holds for every page alike."""

import re
from dataclasses import replace
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from lxml import etree
from tests.web import samples
from tests.web.conftest import PAGES, Newsroom, Open, Read, text_of, value

pytestmark = pytest.mark.parametrize("path", PAGES)

# Roman letters may stand in these: names of formats and firms, and addresses.
ROMAN = re.compile(r"\b(RSS|Atom|JSON|YouTube|desk@example\.org|parakh\.example/s/[0-9]+)\b")


def test_a_page_has_one_headline(read_page: Read, path: str) -> None:
    page = read_page(path)

    assert len(page.cssselect("h1")) == 1
    assert text_of(page.cssselect("h1")[0])


def test_headings_never_skip_a_level(read_page: Read, path: str) -> None:
    main = read_page(path)

    levels = [int(str(heading.tag)[1]) for heading in main.cssselect("h1, h2, h3, h4")]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_on_a_page_is_in_english(read_page: Read, path: str) -> None:
    page = read_page(path)
    etree.strip_elements(page, "script", with_tail=False)

    words = [
        text_of(page.find("body")),
        *page.xpath("//@aria-label | //@alt"),
        page.findtext(".//title"),
    ]

    assert not re.search("[A-Za-z]{2,}", ROMAN.sub("", " ".join(words)))
    assert page.get("lang") == "hi"


def test_no_block_is_empty(read_page: Read, path: str) -> None:
    page = read_page(path)

    for block in page.cssselect("section, aside, nav, ul, ol, dl, p, h2, h3, article, figcaption"):
        assert text_of(block), etree.tostring(block)


def test_every_id_is_used_once(read_page: Read, path: str) -> None:
    ids = read_page(path).xpath("//@id")

    assert len(ids) == len(set(ids))
    assert set(read_page(path).xpath("//@aria-labelledby")) <= set(ids)


def test_style_and_script_come_from_our_own_files_only(read_page: Read, path: str) -> None:
    page = read_page(path)

    assert not page.xpath("//style | //@style | //@*[starts-with(name(), 'on')]")
    assert [
        one.get("type")
        for one in page.xpath("//script[not(@src)]")
        if one.get("type") != "application/ld+json"
    ] == []
    for address in page.xpath("//link[@rel='stylesheet']/@href | //script/@src | //img/@src"):
        assert urlsplit(address).netloc == ""


def test_every_picture_keeps_its_place_before_it_comes(read_page: Read, path: str) -> None:
    for image in read_page(path).cssselect("img"):
        assert int(value(image, "width")) > 0
        assert int(value(image, "height")) > 0
        assert image.get("alt") is not None
        assert image.get("sizes")


def test_a_page_says_its_own_address_or_asks_to_be_left_out(read_page: Read, path: str) -> None:
    page = read_page(path)

    robots = page.xpath("//meta[@name='robots']/@content")[0]
    canonical = page.xpath("//link[@rel='canonical']/@href")

    if path.endswith(".html"):
        assert (robots, canonical) == ("noindex", [])
    else:
        assert canonical == [f"https://parakh.example{path}"]


def test_the_same_stories_give_the_same_bytes(open_page: Open, path: str) -> None:
    assert open_page(path).body == open_page(path).body


def test_every_page_reads_the_design(open_page: Open, path: str) -> None:
    assert "design" in open_page(path).keys


def test_a_nasty_name_of_the_paper_executes_nowhere(
    newsroom: Newsroom, read_page: Read, path: str
) -> None:
    nasty = '</title><script>alert(1)</script>"onload="x'
    newsroom.site = replace(
        samples.SITE, name=nasty, tagline=nasty, publisher=nasty, email=nasty, address=nasty
    )

    page = read_page(path)

    assert not [one for one in page.xpath("//script[not(@src)]") if one.get("type") is None]
    assert not page.xpath("//@onload")
