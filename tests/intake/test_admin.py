"""The same door in the newsroom: paste, look, decide, and the draft is open in the editor."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.intake.conftest import page

from harkara.intake.models import Pasted, Provenance
from harkara.intake.sources.paste.reading import MOST_BYTES
from harkara.newsroom.models import ArticlePage, SectionPage, Topic

pytestmark = pytest.mark.usefixtures("paper")
PASTE = "/newsroom/intake/paste/"


@pytest.fixture
def at_the_desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def pasted(at_the_desk: Client) -> Callable[..., Any]:
    """Paste a page and return the screen that shows its draft."""

    def paste(name: str = "portal-hindi-chrome.txt") -> Any:
        return at_the_desk.post(PASTE, {"text": page(name).decode()}, follow=True)

    return paste


def words(response: Any) -> str:
    return str(response.content.decode())


def test_the_menu_leads_to_the_paste_page(at_the_desk: Client) -> None:
    assert PASTE in words(at_the_desk.get("/newsroom/"))
    assert "कॉपी चिपकाएं" in words(at_the_desk.get(PASTE))


def test_the_screen_shows_the_story_and_every_line_taken_out(pasted: Callable[..., Any]) -> None:
    screen = words(pasted())

    assert "जिला स्तरीय दौड़ में रुखसार ने तोड़ा" in screen
    assert "विज्ञापन या साइट बनाने वाले की पंक्ति" in screen
    assert "ट्रेंडिंग वीडियो" in screen
    assert "कबड्डी में नौघाट की टीम" in screen
    assert "संग्रह में नहीं मिली" in screen


def test_nothing_is_filed_before_somebody_says_so(pasted: Callable[..., Any]) -> None:
    pasted()

    assert Pasted.objects.count() == 1
    assert not ArticlePage.objects.exists()


def test_the_draft_opens_in_the_editor(at_the_desk: Client, pasted: Callable[..., Any]) -> None:
    screen = pasted()
    khel = SectionPage.objects.get(slug="khel")

    answer = at_the_desk.post(screen.redirect_chain[-1][0], {"section": khel.pk})

    article = ArticlePage.objects.get()
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert article.section == khel
    assert not article.live
    assert Provenance.objects.filter(article=article).exists()
    assert not Pasted.objects.exists()
    assert at_the_desk.get(answer["Location"]).status_code == 200


def test_a_story_the_desk_has_already_is_named_and_can_be_kept_all_the_same(
    at_the_desk: Client, pasted: Callable[..., Any]
) -> None:
    assert "पहले से हैं" not in words(pasted())
    first = pasted()
    at_the_desk.post(first.request["PATH_INFO"], {"section": ""})
    [kept] = ArticlePage.objects.all()

    second = pasted()

    screen = words(second)
    assert "यह खबर या इसके कुछ हिस्से डेस्क के पास पहले से हैं" in screen
    assert reverse("wagtailadmin_pages:edit", args=[kept.pk]) in screen
    assert "100 प्रतिशत" in screen
    at_the_desk.post(second.request["PATH_INFO"], {"section": ""})
    assert ArticlePage.objects.count() == 2


def test_a_ticked_line_is_back_in_the_story(
    at_the_desk: Client, pasted: Callable[..., Any]
) -> None:
    screen = pasted()
    removed = screen.context["shown"].removed
    line = next(line for line in removed if line.text == "ट्रेंडिंग वीडियो")

    at_the_desk.post(screen.redirect_chain[-1][0], {"put_back": [line.at]})

    body = ArticlePage.objects.get().get_latest_revision_as_object().body
    assert body[2].value.source == "<p>ट्रेंडिंग वीडियो</p>"


def test_a_text_in_an_old_font_is_shown_and_can_be_left_as_it_was_typed(
    at_the_desk: Client, pasted: Callable[..., Any]
) -> None:
    screen = pasted("kruti-dev-mixed.txt")
    run = next(run for run in screen.context["shown"].runs if run.after == "पर भेजें और")

    assert "Kruti Dev फॉन्ट में टाइप किया हुआ" in words(screen)
    assert "<code>ij Hkstsa vkSj</code> → पर भेजें और" in words(screen)

    at_the_desk.post(screen.redirect_chain[-1][0], {"as_typed": [run.at]})

    body = ArticlePage.objects.get().get_latest_revision_as_object().body
    assert "bawdi@example.in ij Hkstsa vkSj" in body[4].value.source
    assert body[0].value.source.startswith("<p>ग्रामीणों ने मिलकर")


def test_a_ticked_new_topic_is_made(at_the_desk: Client, pasted: Callable[..., Any]) -> None:
    screen = pasted("wordpress-block.html")
    new = [topic for topic in screen.context["shown"].topics if topic.is_new]

    at_the_desk.post(screen.redirect_chain[-1][0], {"topics": [topic.at for topic in new]})

    assert {topic.name for topic in Topic.objects.all()} == {topic.name for topic in new}


def test_the_html_behind_a_paste_is_taken_before_its_text(at_the_desk: Client) -> None:
    markup = page("clipboard.html").decode()

    screen = at_the_desk.post(PASTE, {"text": "कुछ और", "html": markup}, follow=True)

    assert screen.context["shown"].headline.startswith("आज रात आसमान में")


def test_a_file_is_taken_too(at_the_desk: Client) -> None:
    upload = SimpleUploadedFile("pul.html", page("wordpress-classic.html"))

    screen = at_the_desk.post(PASTE, {"file": upload}, follow=True)

    assert screen.context["shown"].headline.startswith("सोहनी पर नया पुल")
    assert Pasted.objects.get().file_name == "pul.html"


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"", "यह खाली है"),
        (b"%PDF-1.7", "यह पीडीएफ है"),
        (b"PK\x03\x04", "यह जिप है या वर्ड का दस्तावेज नहीं है"),
    ],
)
def test_what_is_no_story_is_refused_in_one_hindi_line(
    at_the_desk: Client, raw: bytes, line: str
) -> None:
    answer = at_the_desk.post(PASTE, {"file": SimpleUploadedFile("x.bin", raw)})

    assert answer.status_code == 422
    assert line in words(answer)
    assert not Pasted.objects.exists()


def test_what_is_too_large_is_refused_before_it_is_read(at_the_desk: Client) -> None:
    answer = at_the_desk.post(PASTE, {"text": "क" * (MOST_BYTES // 2)})

    assert answer.status_code == 413
    assert "5 एमबी से बड़ा है" in words(answer)


def test_the_door_is_guarded_against_forged_requests(editor: User) -> None:
    forging = Client(enforce_csrf_checks=True)
    forging.force_login(editor)

    assert forging.post(PASTE, {"text": "एक खबर"}).status_code == 403
    assert not Pasted.objects.exists()


def test_nobody_gets_in_without_a_name(client: Client) -> None:
    assert client.get(PASTE)["Location"].startswith("/newsroom/login/")


def test_nobody_sees_what_another_pasted(
    client: Client, reporter: User, pasted: Callable[..., Any]
) -> None:
    address = pasted().redirect_chain[-1][0]
    client.force_login(reporter)

    assert client.get(address).status_code == 404


def test_a_person_who_may_not_add_stories_is_refused(client: Client) -> None:
    client.force_login(User.objects.create_user("pathak"))

    assert client.get(PASTE).status_code == 302


def test_nothing_pasted_runs_on_any_screen(at_the_desk: Client, pasted: Callable[..., Any]) -> None:
    screen = pasted("injection.html")
    evil = '"><script>alert(7)</script><img src=x onerror=alert(8)>'
    at_the_desk.post(PASTE, {"text": f"{evil} खबर का शीर्षक\n\n{evil}"}, follow=True)

    for answer in (screen, at_the_desk.get(f"{PASTE}{Pasted.objects.get().pk}/")):
        assert "alert(" not in words(answer).replace("&lt;script&gt;alert(7)", "")
        assert "onerror" not in words(answer)


def test_an_editor_sees_later_what_came_in_and_puts_a_line_back(
    at_the_desk: Client, pasted: Callable[..., Any]
) -> None:
    at_the_desk.post(pasted().redirect_chain[-1][0], {})
    article = ArticlePage.objects.get()
    address = f"/newsroom/intake/story/{article.pk}/"

    assert address in words(at_the_desk.get(reverse("wagtailadmin_pages:edit", args=[article.pk])))
    assert "ट्रेंडिंग वीडियो" in words(at_the_desk.get(address))
    removed = Provenance.objects.get().removed
    at = next(i for i, line in enumerate(removed) if line["text"] == "ट्रेंडिंग वीडियो")
    at_the_desk.post(address, {"put_back": [at]})

    assert "लौटाई गई" in words(at_the_desk.get(address))
    body = ArticlePage.objects.get().get_latest_revision_as_object().body
    assert "ट्रेंडिंग वीडियो" in str(body.raw_data[2])
