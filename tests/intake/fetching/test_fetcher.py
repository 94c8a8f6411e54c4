"""Fetching from strangers: within bounds, politely, and never led astray."""

import gzip
import ipaddress
import time
from collections.abc import Iterator, Sequence

import pytest
from tests.intake.fetching.stranger import HERE, Request, Stranger, guest, serving

from harkara.intake.fetching import Fetcher, Known, Limits, NotFetched
from harkara.intake.fetching.addresses import Address

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
SMALL = Limits(bytes=100_000, seconds=5)


@pytest.fixture
def stranger() -> Iterator[Stranger]:
    yield from serving()


def test_what_lies_at_an_address_is_fetched_under_our_name(stranger: Stranger) -> None:
    url = stranger.says(
        "/rss?q=खेल".replace("खेल", "%E0%A4%96"), b"<rss/>", Content_Type="text/xml; charset=UTF-8"
    )

    found = guest().fetch(url)

    assert (found.body, found.kind, found.charset) == (b"<rss/>", "text/xml", "utf-8")
    (_path, headers), *others = stranger.asked
    assert not others
    assert headers["User-Agent"] == "Harkara tests"
    assert headers["Host"] == f"feeds.example:{stranger.server_port}"


def test_an_address_in_hindi_is_asked_for_as_servers_know_it(stranger: Stranger) -> None:
    stranger.says("/%E0%A4%96%E0%A5%87%E0%A4%B2", b"ok")

    assert guest().fetch(stranger.url("/खेल", "हरकारा.example")).body == b"ok"
    assert stranger.asked[0][1]["Host"].startswith("xn--")


def test_what_has_not_changed_is_not_sent_again(stranger: Stranger) -> None:
    url = stranger.says(
        "/rss", b"<rss/>", ETag='"a1"', Last_Modified="Thu, 26 Nov 2026 04:00:00 GMT"
    )
    known = guest().fetch(url).known
    stranger.says("/rss", b"", 304)

    again = guest().fetch(url, known=known)

    assert again.unchanged
    assert again.known == known
    assert stranger.asked[1][1]["If-None-Match"] == '"a1"'
    assert stranger.asked[1][1]["If-Modified-Since"] == "Thu, 26 Nov 2026 04:00:00 GMT"


def test_what_a_server_says_of_its_answer_is_not_sent_back_if_it_could_do_harm(
    stranger: Stranger,
) -> None:
    url = stranger.says("/rss", b"", ETag='"' + "a" * 400 + '"')

    assert guest().fetch(url).known == Known()


def test_an_answer_is_unpacked(stranger: Stranger) -> None:
    url = stranger.says("/rss", gzip.compress(b"<rss/>" * 100), Content_Encoding="gzip")

    assert guest().fetch(url).body == b"<rss/>" * 100


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"a" * 200_000, {}),
        (gzip.compress(b"a" * 50_000_000), {"Content_Encoding": "gzip"}),
        (gzip.compress(b"abc" * 9000)[:20], {"Content_Encoding": "gzip"}),
        (b"no gzip", {"Content_Encoding": "gzip"}),
        (b"x", {"Content_Encoding": "br"}),
        (b"\x89PNG", {"Content_Type": "image/png"}),
    ],
    ids=["large", "large when unpacked", "broken off", "not packed", "packed oddly", "a picture"],
)
def test_an_answer_that_costs_too_much_or_is_of_another_kind_is_refused(
    stranger: Stranger, body: bytes, headers: dict[str, str]
) -> None:
    url = stranger.says("/rss", body, **headers)

    with pytest.raises(NotFetched):
        guest().fetch(url, SMALL)


def test_a_redirect_is_followed_and_a_lasting_one_remembered(stranger: Stranger) -> None:
    stranger.says("/new", b"<rss/>")
    stranger.says("/old", b"", 301, Location="/new")
    stranger.says("/for-now", b"", 302, Location="/old")

    assert guest().fetch(stranger.url("/old")).moved_to == stranger.url("/new")
    assert guest().fetch(stranger.url("/for-now")).moved_to == ""
    assert guest().fetch(stranger.url("/for-now")).url == stranger.url("/new")


def test_redirects_come_to_an_end(stranger: Stranger) -> None:
    url = stranger.says("/round", b"", 302, Location="/round")

    with pytest.raises(NotFetched):
        guest().fetch(url, Limits(redirects=3))

    assert len(stranger.asked) == 4


@pytest.mark.parametrize(
    "inner",
    ["http://10.0.0.7/secret", "http://169.254.169.254/latest/meta-data/", "file:///etc/passwd"],
)
def test_a_redirect_leads_to_no_private_machine(stranger: Stranger, inner: str) -> None:
    url = stranger.says("/rss", b"", 302, Location=inner)

    def find(host: str, _port: int, _seconds: float) -> Sequence[Address]:
        return (HERE if host == "feeds.example" else ipaddress.ip_address(host),)

    fetcher = Fetcher("Harkara tests", rule=lambda a, _port: a == HERE, resolver=find)
    with pytest.raises(NotFetched):
        fetcher.fetch(url)


def test_a_name_that_changes_its_address_is_asked_where_it_was_checked(stranger: Stranger) -> None:
    url = stranger.says("/rss", b"<rss/>")
    answers = iter([(HERE,), (ipaddress.ip_address("10.0.0.7"),)])
    fetcher = Fetcher(
        "Harkara tests",
        rule=lambda a, _port: a == HERE,
        resolver=lambda _host, _port, _seconds: next(answers),
    )

    assert fetcher.fetch(url).body == b"<rss/>"
    with pytest.raises(NotFetched):
        fetcher.fetch(url)


def test_a_slow_server_is_left_after_the_time_for_all_of_it(stranger: Stranger) -> None:
    def drip(request: Request) -> None:
        request.send_response(200)
        request.end_headers()
        for _ in range(50):
            request.wfile.write(b".")
            time.sleep(0.05)

    def drip_headers(request: Request) -> None:
        for _ in range(50):
            request.wfile.write(b"H")
            time.sleep(0.05)

    stranger.answers["/body"], stranger.answers["/head"] = drip, drip_headers
    for path in ("/body", "/head"):
        began = time.monotonic()
        with pytest.raises(NotFetched):
            guest().fetch(stranger.url(path), Limits(seconds=0.3))
        assert time.monotonic() - began < 2


def test_a_server_that_asks_to_be_left_alone_is_heard(stranger: Stranger) -> None:
    numbered = stranger.says("/n", b"", 429, Retry_After="120")
    dated = stranger.says("/d", b"", 503, Retry_After="Thu, 26 Nov 2099 04:00:00 GMT")
    odd = stranger.says("/o", b"", 503, Retry_After="soon")

    waits = []
    for url in (numbered, dated, odd):
        with pytest.raises(NotFetched) as refused:
            guest().fetch(url)
        waits.append(refused.value.wait)

    assert waits == [120, 7 * 24 * 3600, None]


def test_what_is_gone_for_good_is_told_apart_from_what_is_not_there(stranger: Stranger) -> None:
    for path, status, gone in (("/gone", 410, True), ("/lost", 404, False)):
        with pytest.raises(NotFetched) as refused:
            guest().fetch(stranger.says(path, b"", status))
        assert refused.value.gone is gone


def test_nonsense_and_silence_are_refused_in_one_line(stranger: Stranger) -> None:
    def nonsense(request: Request) -> None:
        request.wfile.write(b"HELLO\r\n\r\n")

    stranger.answers["/nonsense"] = nonsense
    stranger.answers["/silence"] = lambda _request: None

    for path in ("/nonsense", "/silence"):
        with pytest.raises(NotFetched) as refused:
            guest().fetch(stranger.url(path))
        assert "\n" not in str(refused.value)
