"""The door behind the press, for pages nobody has asked for yet and for wrong addresses."""

import pytest
from django.test import Client, RequestFactory
from lxml import html as lxml_html
from tests.web.conftest import Newsroom, text_of

from harkara.press import actions
from harkara.press.actions import Answer
from harkara.press.render import BrokenPage
from harkara.web.views.miss import broken, miss

HTML = "text/html; charset=utf-8"
Standing = dict[str, Answer]


@pytest.fixture
def standing(monkeypatch: pytest.MonkeyPatch, newsroom: Newsroom) -> Standing:
    """Have the press answer by a list of paths; anything else is not found."""
    pages = {
        "/desh/": Answer(200, b"desh", HTML),
        "/404.html": Answer(200, "नहीं मिला".encode(), HTML),
        "/410.html": Answer(200, "हटा ली गई".encode(), HTML),
        "/500.html": Answer(200, "गड़बड़".encode(), HTML),
        "/hatai-13/": Answer(410, b"", HTML),
        "/s/42": Answer(301, b"", HTML, "/desh/pul-42/"),
    }
    monkeypatch.setattr(actions, "answer", lambda path: pages.get(path, Answer(404, b"", HTML)))
    return pages


@pytest.fixture
def database_gone(monkeypatch: pytest.MonkeyPatch, newsroom: Newsroom) -> None:
    def answer(path: str) -> Answer:
        raise BrokenPage(path, "no database", ())

    monkeypatch.setattr(actions, "answer", answer)


def test_a_page_is_given_as_the_press_makes_it(standing: Standing, rf: RequestFactory) -> None:
    response = miss(rf.get("/desh/?utm_source=x"))

    assert (response.status_code, response.content) == (200, b"desh")
    assert response["Content-Type"] == HTML


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nahin/", 404, "नहीं मिला"),
        ("/nahin.txt", 404, "नहीं मिला"),
        ("/hatai-13/", 410, "हटा ली गई"),
    ],
)
def test_a_refusal_goes_out_with_its_own_page(
    standing: Standing, rf: RequestFactory, path: str, status: int, words: str
) -> None:
    response = miss(rf.get(path))

    assert (response.status_code, response.content.decode()) == (status, words)


@pytest.mark.parametrize(("path", "target"), [("/s/42", "/desh/pul-42/"), ("/desh", "/desh/")])
def test_a_moved_page_is_said_to_have_moved(
    standing: Standing, rf: RequestFactory, path: str, target: str
) -> None:
    response = miss(rf.get(path))

    assert (response.status_code, response["Location"]) == (301, target)


def test_pages_are_only_for_reading(standing: Standing, rf: RequestFactory) -> None:
    response = miss(rf.post("/desh/"))

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


def test_a_fault_of_ours_is_answered_with_the_pressed_page(
    standing: Standing, rf: RequestFactory
) -> None:
    response = broken(rf.get("/desh/"))

    assert (response.status_code, response.content.decode()) == (500, "गड़बड़")


def test_without_the_press_a_reader_still_gets_a_hindi_page(
    database_gone: None, rf: RequestFactory, caplog: pytest.LogCaptureFixture
) -> None:
    response = broken(rf.get("/desh/"))

    page = lxml_html.document_fromstring(response.content.decode())
    assert response.status_code == 500
    assert text_of(page.cssselect("h1")[0]) == "हमारी ओर से कुछ गड़बड़ हो गई"
    assert page.cssselect("a")[0].get("href") == "/"
    assert "no database" in caplog.text


def test_a_page_that_breaks_is_left_for_django_to_log(
    database_gone: None, rf: RequestFactory
) -> None:
    with pytest.raises(BrokenPage):
        miss(rf.get("/desh/"))


@pytest.mark.parametrize("path", ["/desh/", "/nahin/"])
def test_a_browser_may_run_only_what_is_ours(
    standing: Standing, rf: RequestFactory, path: str
) -> None:
    policy = miss(rf.get(path))["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http:" not in policy


@pytest.mark.django_db
def test_a_wrong_address_behind_another_door_is_refused_in_hindi(
    standing: Standing, client: Client
) -> None:
    response = client.get("/documents/1/x.pdf")

    assert (response.status_code, response.content.decode()) == (404, "नहीं मिला")


def test_a_foreign_host_is_refused_in_hindi(client: Client) -> None:
    response = client.get("/nahin/", headers={"host": "paraya.example"})

    page = lxml_html.document_fromstring(response.content.decode())
    assert response.status_code == 400
    assert text_of(page.cssselect("h1")[0]) == "इस अनुरोध का जवाब नहीं दिया जा सकता"


def test_a_form_that_is_not_ours_is_refused_in_hindi() -> None:
    response = Client(enforce_csrf_checks=True).post("/newsroom/login/", {"username": "x"})

    page = lxml_html.document_fromstring(response.content.decode())
    assert response.status_code == 403
    assert text_of(page.cssselect("h1")[0]) == "यह स्वीकार नहीं हुआ"


def test_the_newsroom_is_found_without_its_last_stroke(client: Client) -> None:
    response = client.get("/newsroom")

    assert (response.status_code, response["Location"]) == (302, "/newsroom/")


@pytest.mark.django_db
def test_no_page_offers_a_password_by_mail(client: Client) -> None:
    assert "password_reset" not in client.get("/newsroom/login/").content.decode()
