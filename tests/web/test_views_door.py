"""The door at which browsers say that a story was shown, and what does not get in."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from harkara.audience.trending.records import Views
from harkara.audience.trending.tally import Tally
from harkara.press.front import Front
from harkara.press.stores import DiskStore
from harkara.web import counting, views_door
from harkara.web.left_out import is_bot

PHONE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Mobile Safari/537.36"
)
HOME = "https://parakh.example"
Send = Callable[..., tuple[str, list[tuple[str, str]], bytes]]


@pytest.fixture(autouse=True)
def tally(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Tally:
    settings.PUBLIC_URL = HOME
    fresh = Tally()
    monkeypatch.setattr(views_door, "TALLY", fresh)
    monkeypatch.setattr(counting.WRITER, "begin", lambda: None)
    return fresh


@pytest.fixture
def send(tmp_path: Path) -> Send:
    """Send what a browser on the site sends; keywords replace parts of the WSGI environment."""
    asked: list[str] = []

    def django(_environ: Any, start_response: Any) -> list[bytes]:
        asked.append("django")
        start_response("404 Not Found", [])
        return [b"django"]

    front = Front(DiskStore(tmp_path), django, {}, beside={"padha": views_door.application})

    def post(path: str = "/padha/42", method: str = "POST", **given: str | None) -> Any:
        said: dict[str, Any] = {}
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "REMOTE_ADDR": "198.51.100.7",
            "CONTENT_LENGTH": "0",
            "HTTP_HOST": "parakh.example",
            "HTTP_ORIGIN": HOME,
            "HTTP_SEC_FETCH_SITE": "same-origin",
            "HTTP_USER_AGENT": PHONE,
            "wsgi.url_scheme": "https",
            "wsgi.input": io.BytesIO(b"x" * 100),
            **given,
        }
        there = {name: value for name, value in environ.items() if value is not None}

        def start(status: str, headers: list[tuple[str, str]], *_: object) -> Any:
            said.update(status=status, headers=headers)

        body = b"".join(front(there, start))
        return said["status"], said["headers"], body

    return post


def counted(tally: Tally) -> dict[int, Views]:
    from tests.audience.conftest import NOON

    taken = tally.take(NOON)
    return taken.views if taken else {}


def test_a_view_is_counted_and_answered_with_nothing(send: Send, tally: Tally) -> None:
    assert send() == ("204 No Content", [], b"")
    assert counted(tally) == {42: Views(1)}


@pytest.mark.parametrize(
    "path",
    [
        "/padha/", "/padha", "/padha/0", "/padha/042", "/padha/-1", "/padha/1.5", "/padha/1e9",
        "/padha/42/", "/padha/42/43", "/padha/४२", "/padha/42\r\nSet-Cookie: a=b", "/padha/42%00",
        "/padha/9999999999999999999", "/padha/" + "9" * 5000, "/padha/<script>", "/padha/../42",
    ],
)  # fmt: skip
def test_what_is_no_number_of_a_story_is_refused(send: Send, tally: Tally, path: str) -> None:
    status, headers, body = send(path)

    assert (status, headers, body) == ("404 Not Found", [], b"")
    assert counted(tally) == {}


@pytest.mark.parametrize(
    "given",
    [
        {"CONTENT_LENGTH": "1"},
        {"CONTENT_LENGTH": "100000000"},
        {"CONTENT_LENGTH": "x"},
        {"CONTENT_LENGTH": None, "HTTP_TRANSFER_ENCODING": "chunked"},
    ],
)
def test_what_has_a_body_is_refused_unread(
    send: Send, tally: Tally, given: dict[str, str | None]
) -> None:
    assert send(**given)[0] == "413 Content Too Large"
    assert counted(tally) == {}


@pytest.mark.parametrize(
    "given",
    [
        {"HTTP_ORIGIN": "https://badal.example"},
        {"HTTP_ORIGIN": "null"},
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_SEC_FETCH_SITE": "same-site"},
        {"HTTP_SEC_FETCH_SITE": "none"},
        {"HTTP_REFERER": "https://badal.example/"},
        {"HTTP_ORIGIN": None, "HTTP_SEC_FETCH_SITE": None},
        {"HTTP_ORIGIN": "http://[", "HTTP_SEC_FETCH_SITE": None},
        {"HTTP_ORIGIN": f"{HOME}\r\nX: y"},
    ],
)
def test_what_no_page_of_ours_sent_is_refused(
    send: Send, tally: Tally, given: dict[str, str | None]
) -> None:
    assert send(**given)[0] == "403 Forbidden"
    assert counted(tally) == {}


def test_an_older_browser_says_its_origin_alone(send: Send, tally: Tally) -> None:
    assert send(HTTP_SEC_FETCH_SITE=None)[0] == "204 No Content"
    assert counted(tally) == {42: Views(1)}


@pytest.mark.parametrize(
    "given",
    [
        {"HTTP_DNT": "1"},
        {"HTTP_SEC_GPC": "1"},
        {"HTTP_USER_AGENT": None},
        {"HTTP_USER_AGENT": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
    ],
)
def test_who_is_left_out_is_answered_like_everybody(
    send: Send, tally: Tally, given: dict[str, str | None]
) -> None:
    assert send(**given) == ("204 No Content", [], b"")
    assert counted(tally) == {}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "पोस्ट"])
def test_other_ways_of_asking_are_refused(send: Send, tally: Tally, method: str) -> None:
    assert send(method=method)[0] == "405 Method Not Allowed"
    assert counted(tally) == {}


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_nobody_counts_by_a_link_or_a_picture(send: Send, tally: Tally, method: str) -> None:
    assert send(method=method)[0] == "404 Not Found"
    assert counted(tally) == {}


def test_a_flood_from_one_network_is_taken_and_raises_little(send: Send, tally: Tally) -> None:
    for _ in range(500):
        assert send()[0] == "204 No Content"

    assert counted(tally) == {42: Views(8, 492)}


def test_the_rest_of_what_is_sent_is_still_the_applications(send: Send) -> None:
    assert send("/tippani/42/")[2] == b"django"


@pytest.mark.parametrize(
    "agent",
    [
        "", "curl/8.5.0", "python-requests/2.32", "Wget/1.21", "Go-http-client/2.0",
        "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/130.0.0.0 Safari/537.36",
        "Mozilla/5.0 (compatible; YandexBot/3.0)", "facebookexternalhit/1.1", "WhatsApp/2.23 A",
        "Mozilla/5.0 (compatible; AhrefsBot/7.0)", "Mozilla/5.0 (compatible; Baiduspider/2.0)",
        "Mozilla/5.0 (Linux; Android 11; moto g power) Chrome-Lighthouse",
        "TelegramBot (like TwitterBot)", "Mozilla/5.0 (compatible; archive.org_bot)",
    ],
)  # fmt: skip
def test_programs_are_known_by_their_names(agent: str) -> None:
    assert is_bot(agent)


@pytest.mark.parametrize(
    "agent",
    [
        PHONE,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1",
        "Mozilla/5.0 (Linux; U; Android 9; hi-in; CUBOT X18) AppleWebKit/537.36 UCBrowser/13.4",
        "Mozilla/5.0 (Mobile; Jio; LYF/F320B) Gecko/48.0 Firefox/48.0 KAIOS/2.5",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0",
        "Opera/9.80 (Android; Opera Mini/36.2/119.132; U; hi) Presto/2.12.423 Version/12.16",
        "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 [FB_IAB/FB4A;FBAV/440.0.0.0]",
    ],
)
def test_readers_browsers_are_no_programs(agent: str) -> None:
    assert not is_bot(agent)


def test_what_came_in_is_written_down_and_what_cannot_be_waits(
    settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    tally = Tally()
    writer = counting.Writer(tally)
    (tmp_path / "no-folder").write_text("")
    settings.AUDIENCE_SLIPS = tmp_path / "no-folder"
    tally.view(42, "198.51.100.7", 0.0)

    writer.write()
    writer.write()

    assert caplog.text.count("cannot be written down") == 1
    settings.AUDIENCE_SLIPS = tmp_path / "slips"
    writer.write()
    writer.write()
    [slip] = settings.AUDIENCE_SLIPS.iterdir()
    assert '"views":{"42":[1,0]}' in slip.read_text()
