"""Feeds that mean harm or are broken: each costs little, and is refused in one line of Hindi."""

import json
import re
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import datetime
from ipaddress import ip_address
from zoneinfo import ZoneInfo

import pytest
from tests.intake.fetching.attacks import ATTACKS
from tests.intake.fetching.stranger import HERE, Stranger, guest, serving

from harkara.intake.fetching import Fetcher, Limits, NotFetched
from harkara.intake.refusals import Refused
from harkara.intake.sources.feeds import Feed, read_feed

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
INDIA = ZoneInfo("Asia/Kolkata")
MEGABYTE = 1024 * 1024
SMALL = Limits(bytes=MEGABYTE, seconds=0.6)


@pytest.fixture
def stranger() -> Iterator[Stranger]:
    yield from serving()


def read(url: str, fetcher: Fetcher | None = None, limits: Limits | None = None) -> Feed:
    """Return the feed that lies at an address, as the poller gets it."""
    got = (fetcher or guest()).fetch(url, limits or Limits())
    return read_feed(got.body, url=got.url, kind=got.kind, charset=got.charset, zone=INDIA)


def rss(*items: str) -> bytes:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f"<rss version='2.0'><channel><title>स</title>{inner}</channel></rss>".encode()


def is_clear(said: object) -> bool:
    """Say whether a line can be shown to an editor: one line, in Hindi."""
    latin = re.sub(r"https?://\S+|[a-z.]+\.example", "", str(said))
    return bool(latin) and "\n" not in latin and not re.search("[A-Za-z]{3,}", latin)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_server_that_does_harm_costs_little(stranger: Stranger, attack: str) -> None:
    stranger.answers["/rss"] = ATTACKS[attack]
    tracemalloc.start()
    began = time.monotonic()

    with pytest.raises(Refused) as refused:
        read(stranger.url("/rss"), limits=SMALL)

    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert is_clear(refused.value)
    assert time.monotonic() - began < 4
    # What the server itself, in this process, holds of its attack is in it too.
    assert most < 12 * MEGABYTE


HEAD = "<rss version='2.0'><channel><title>स</title>"
ODD: dict[str, Callable[[], str]] = {
    "categories": lambda: "<item>" + "".join(f"<category>{n}</category>" for n in range(30_000)),
    "attributes": lambda: "<item " + " ".join(f"a{n}='x'" for n in range(100_000)) + "/>",
    "depth": lambda: "<item>" + "<a>" * 200_000 + "</a>" * 200_000 + "</item>",
    "depth of html": lambda: "<item><title>ख</title><description><![CDATA[" + "<b>" * 200_000,
    "unknown words": lambda: "<item><title>" + "&x;" * 500_000,
    "brackets": lambda: "<" * 1_000_000,
    "sections": lambda: "<![CDATA[" * 300_000,
}


@pytest.mark.parametrize("odd", ODD)
def test_a_feed_that_is_built_to_be_slow_is_not_read(odd: str) -> None:
    raw = (HEAD + ODD[odd]()).encode()
    began = time.process_time()

    with pytest.raises(Refused) as refused:
        read_feed(raw, url="https://feeds.example/")

    assert is_clear(refused.value)
    assert time.process_time() - began < 3


def test_of_a_hundred_thousand_items_the_first_are_read() -> None:
    items = "".join(f"<item><guid>{n}</guid><title>ख</title></item>" for n in range(100_000))
    began = time.process_time()

    feed = read_feed(f"{HEAD}{items}</channel></rss>".encode(), url="https://feeds.example/")

    assert [draft.origin.foreign_id for draft in feed.drafts] == [str(n) for n in range(200)]
    assert time.process_time() - began < 3


PAGE = "<!DOCTYPE html><html><head><title>503</title>{}</head><body><p>व्यस्त</p></body></html>"
LINK = "<link rel='alternate' type='application/rss+xml' href='/khabar.xml'>"


@pytest.mark.parametrize(("link", "told"), [("", "मुखपृष्ठ"), (LINK, "/khabar.xml")])
def test_a_page_in_place_of_a_feed_is_called_one(stranger: Stranger, link: str, told: str) -> None:
    url = stranger.says("/rss", PAGE.format(link).encode(), Content_Type="text/html")

    with pytest.raises(Refused, match=told) as refused:
        read(url)

    assert is_clear(refused.value)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 429, 500, 502, 503, 504])
def test_what_a_server_answers_is_told_in_words_and_by_its_number(
    stranger: Stranger, status: int
) -> None:
    with pytest.raises(NotFetched, match=str(status)) as refused:
        read(stranger.says("/rss", b"", status))

    assert is_clear(refused.value)


@pytest.mark.parametrize(
    "to", ["/rss", "http://10.0.0.7/secret", "http://[::1]/", "file:///etc/passwd", "http://[", ""]
)
def test_a_redirect_into_a_circle_or_a_private_place_is_told(stranger: Stranger, to: str) -> None:
    url = stranger.says("/rss", b"", 302, Location=to)
    fetcher = Fetcher(
        "Harkara tests",
        rule=lambda address, _port: address == HERE,
        resolver=lambda host, *_: (HERE if host == "feeds.example" else ip_address(host),),
    )

    with pytest.raises(NotFetched) as refused:
        read(url, fetcher)

    assert is_clear(refused.value)
    assert len(stranger.asked) <= 6


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Tue, 24 Nov 2026 12:00:00 +0530", datetime(2026, 11, 24, 12, tzinfo=INDIA)),
        ("Tue, 24 Nov 2026 06:30:00 GMT", datetime(2026, 11, 24, 12, tzinfo=INDIA)),
        ("Tue, 24 Nov 2026 12:00:00 IST", datetime(2026, 11, 24, 12, tzinfo=INDIA)),
        ("Tue, 24 Nov 2026 12:00:00", datetime(2026, 11, 24, 12, tzinfo=INDIA)),
        ("2026-11-24 12:00:00", datetime(2026, 11, 24, 12, tzinfo=INDIA)),
        ("24 नवंबर 2026 12:00", datetime(2026, 11, 24, 12, tzinfo=INDIA)),
        ("मंगलवार, २४ नवम्बर २०२६, दोपहर 12:00 बजे", datetime(2026, 11, 24, 12, tzinfo=INDIA)),
        ("24/11/2026", datetime(2026, 11, 24, tzinfo=INDIA)),
        ("Mon, 01 Jan 0001 00:00:00 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 GMT", None),
        ("9999-12-31T23:59:59", None),
        ("31 फरवरी 2026", None),
        ("कल", None),
        ("1" * 4000, None),
    ],
)
def test_odd_times_are_understood_or_left_out(said: str, meant: datetime | None) -> None:
    raw = rss(f"<title>खबर</title><pubDate>{said}</pubDate>")

    (draft,) = read_feed(raw, url="https://feeds.example/", zone=INDIA).drafts

    assert draft.published_at == meant


@pytest.mark.parametrize(
    ("encoding", "declared", "header"),
    [
        ("utf-8", "iso-8859-1", "text/xml; charset=iso-8859-1"),
        ("utf-8", "windows-1252", "text/xml"),
        ("utf-8", "utf-16", "text/xml"),
        ("utf-8", "x-vaidik", "application/rss+xml; charset=x-vaidik"),
        ("utf-8-sig", "utf-8", "text/plain; charset=us-ascii"),
        ("utf-16", "utf-16", "text/xml"),
        ("utf-16", "utf-8", "application/octet-stream"),
    ],
)
def test_a_feed_is_read_in_the_encoding_it_has(
    stranger: Stranger, encoding: str, declared: str, header: str
) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?>{rss("<title>खबर</title>").decode()}'
    url = stranger.says("/rss", text.encode(encoding), Content_Type=header)

    assert [draft.headline for draft in read(url).drafts] == ["खबर"]


def test_letters_that_no_database_keeps_are_left_out(stranger: Stranger) -> None:
    odd = {"id": "7\0\ud800", "title": "खबर\0\ud83d", "content_text": "पुल खुला\udfff\0"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "\ud800", "items": [odd]}
    url = stranger.says("/f", json.dumps(feed).encode(), Content_Type="application/feed+json")

    (draft,) = read(url).drafts

    assert (draft.origin.foreign_id, draft.headline, draft.text) == ("7", "खबर", "पुल खुला")
