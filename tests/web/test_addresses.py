"""Where each address leads, and where old ones do."""

from dataclasses import replace

import pytest
from tests.web import samples
from tests.web.conftest import Newsroom, Open

CURRENT = samples.STORY.path


@pytest.mark.parametrize(
    "path",
    [
        "/desh/purana-shirshak-42/",
        "/khel/sohni-pul-par-bas-42/",
        "/desh/sohni-pul-par-bas-42",
        "/desh/सोहनी-पुल-42/",
        "/purana/khand/pata-42/",
        "/sohni-42/",
        "/desh/x-0042/",
        "/s/42",
        "/s/42/",
    ],
)
def test_any_address_with_the_story_s_number_leads_to_the_story(open_page: Open, path: str) -> None:
    rendered = open_page(path)

    assert (rendered.status, rendered.location) == (301, CURRENT)


@pytest.mark.parametrize("path", ["/desh/hatai-gai-13/", "/s/13", "/hatai-gai-13/"])
def test_a_withdrawn_story_is_gone(open_page: Open, path: str) -> None:
    assert open_page(path).status == 410


@pytest.mark.parametrize(
    "path",
    [
        "/nahin/",
        "/desh/nahin/",
        "/desh/nahin-99/",
        "/s/99",
        "/s/99999999999999999999",
        "/desh/x-99999999999999999999/",
        "/desh/x-४२/",
        "/lekhak/nahin/",
        "/vishay/nahin/",
        "/nahin/feed.xml",
        "/nahin/2026/11/",
        "/desh/2026/09/",
        "/desh/2026/13/",
        "/sitemaps/2026-09.xml",
        "/desh/\n",
        "/feed.xml\n",
        "/405.html",
    ],
)
def test_an_address_that_never_was_is_not_found(open_page: Open, path: str) -> None:
    assert open_page(path).status == 404


@pytest.mark.parametrize(
    "path", ["/purana-khand/", "/lekhak/purana-naam/", "/2019/05/khabar", "/purana-khand/feed.xml"]
)
def test_an_address_the_newsroom_remembers_leads_on(
    newsroom: Newsroom, open_page: Open, path: str
) -> None:
    newsroom.redirects[path] = "/desh/"

    rendered = open_page(path)

    assert (rendered.status, rendered.location) == (301, "/desh/")


def test_robots_are_told_where_the_sitemaps_are(open_page: Open) -> None:
    lines = open_page("/robots.txt").body.decode().splitlines()

    assert "Sitemap: https://parakh.example/sitemap.xml" in lines
    assert "Sitemap: https://parakh.example/news-sitemap.xml" in lines
    assert "Disallow: /newsroom/" in lines


def test_ads_txt_stands_only_if_the_paper_has_written_one(
    newsroom: Newsroom, open_page: Open
) -> None:
    assert open_page("/ads.txt").body == b"example.org, 12345, DIRECT\n"

    newsroom.site = replace(samples.SITE, ads_txt=" ")

    assert open_page("/ads.txt").status == 404


def test_the_icon_is_had_by_its_oldest_name(open_page: Open) -> None:
    rendered = open_page("/favicon.ico")

    assert rendered.content_type == "image/x-icon"
    assert rendered.body.startswith(b"\x00\x00\x01\x00")


def test_an_old_address_that_ends_in_some_number_leads_where_it_always_led(
    open_page: Open, newsroom: Newsroom
) -> None:
    newsroom.redirects["/desh/budget-42/"] = "/desh/aam-budget-7/"

    rendered = open_page("/desh/budget-42/")

    assert (rendered.status, rendered.location) == (301, "/desh/aam-budget-7/")
