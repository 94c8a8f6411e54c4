"""The doors at which readers say something, and who is kept out of them."""

import re
from typing import Any

import pytest
import time_machine
from django.core import signing
from django.test import Client
from lxml import html as lxml_html
from pytest_django import DjangoAssertNumQueries
from tests.audience.conftest import DAY, MINUTE, Post, Say

from harkara.audience.comments import actions
from harkara.audience.models import Comment, Report
from harkara.audience.visitors.tokens import stamp
from harkara.newsroom.models import ArticlePage
from harkara.press.render import render
from harkara.web.presenters.comments import COMPLAINT, PURPOSE
from harkara.web.views.comments.door import MOST_BYTES, SENT
from harkara.web.views.comments.saying import COOKIE

pytestmark = pytest.mark.django_db
NASTY = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}'


def page_of(body: bytes) -> Any:
    return lxml_html.document_fromstring(body.decode())


def form_of(answer: Any) -> dict[str, str]:
    page = page_of(answer.content)
    [form] = page.cssselect("form.say")
    return {name: value for name, value in form.form_values() if name}


def test_the_form_on_a_pressed_page_is_all_a_reader_needs(
    reader: Client, story: ArticlePage
) -> None:
    page = page_of(render(f"/desh/{story.slug}/").body)
    [form] = page.cssselect("form.say")
    fields = dict(form.form_values()) | {"name": "सीमा", "text": "अच्छी खबर"}

    answer: Any = reader.post(form.action, fields)

    assert answer.status_code == 303
    thanks = reader.get(answer["Location"])
    assert "डेस्क की जांच की प्रतीक्षा में" in thanks.content.decode()
    assert Comment.objects.get().text == "अच्छी खबर"


def test_the_same_form_stands_on_every_readers_page(story: ArticlePage) -> None:
    assert render(f"/desh/{story.slug}/").body == render(f"/desh/{story.slug}/").body


def test_the_answer_is_kept_by_nobody(post: Post) -> None:
    answer = post()

    assert answer["Cache-Control"] == "private, no-store"
    cookie: Any = answer.cookies[COOKIE]
    assert (cookie["path"], cookie["samesite"], cookie["httponly"]) == ("/tippani/", "Strict", True)


def test_a_browser_is_known_again(post: Post) -> None:
    post()
    post(text="एक और बात")

    assert len(set(Comment.objects.values_list("writer", flat=True))) == 1


@pytest.mark.parametrize("cookie", ["", "x:y", "a" * 9000])
def test_a_forged_cookie_is_no_browser(post: Post, reader: Client, cookie: str) -> None:
    reader.cookies[COOKIE] = cookie

    assert post().status_code == 303
    assert len(Comment.objects.get().writer) == 32


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"referer": "https://evil.example/testserver/"},
        {"referer": "http://[evil/"},
        {"origin": "http://testserver.evil.example"},
        {"origin": "http://testserver", "sec-fetch-site": "cross-site"},
        {"origin": "http://testserver", "referer": "https://evil.example/"},
    ],
)
def test_a_form_on_another_site_sends_nothing(post: Post, headers: dict[str, str]) -> None:
    assert post(Client(headers=headers)).status_code == 403
    assert not Comment.objects.exists()


def test_another_sites_form_cannot_change_remove_or_complain(
    post: Post, say: Say, story: ArticlePage
) -> None:
    own = post()["Location"]
    evil = Client(headers={"origin": "https://evil.example"})

    assert evil.post(own, {"do": "remove"}).status_code == 403
    assert evil.post(f"/tippani/shikayat/{say().pk}/", {"reason": "abuse"}).status_code in (
        403,
        404,
    )
    assert Comment.objects.filter(status=Comment.Status.REMOVED).count() == 0


def test_a_form_without_its_stamp_is_shown_again_with_what_was_written(post: Post) -> None:
    answer = post(stamp="0" * 32)

    assert answer.status_code == 422
    assert form_of(answer)["text"] == "पुल का काम समय पर पूरा हुआ।"
    assert not Comment.objects.exists()


def test_the_stamp_of_one_story_opens_no_other(post: Post, story: ArticlePage) -> None:
    assert post(stamp=stamp(PURPOSE, str(story.number + 1))).status_code == 422


def test_a_browser_that_says_nothing_is_asked_once_more(
    post: Post, story: ArticlePage, clock: time_machine.Traveller
) -> None:
    silent = Client()

    asked = post(silent)
    clock.shift(10)
    taken = silent.post(f"/tippani/{story.number}/", form_of(asked))

    assert (asked.status_code, taken.status_code) == (422, 303)
    assert ["unvouched", ""] in Comment.objects.get().reasons


def test_a_token_is_good_once(
    reader: Client, story: ArticlePage, clock: time_machine.Traveller
) -> None:
    door = f"/tippani/{story.number}/"
    fields = form_of(reader.get(door)) | {"name": "सीमा", "text": "एक"}
    clock.shift(10)

    first = reader.post(door, fields)
    again = reader.post(door, fields | {"text": "दो"})

    assert (first.status_code, again.status_code) == (303, 422)
    assert Comment.objects.count() == 1


def test_a_token_is_no_good_elsewhere_or_too_late(
    reader: Client, story: ArticlePage, clock: time_machine.Traveller
) -> None:
    door = f"/tippani/{story.number}/"
    fields = form_of(reader.get(door)) | {"name": "सीमा", "text": "एक"}

    clock.shift(10)
    assert reader.post(door, fields, REMOTE_ADDR="192.0.2.77").status_code == 422
    clock.shift(DAY)
    assert reader.post(door, fields).status_code == 422


def test_who_sends_faster_than_one_writes_is_doubtful(reader: Client, story: ArticlePage) -> None:
    door = f"/tippani/{story.number}/"
    reader.post(door, form_of(reader.get(door)) | {"name": "सीमा", "text": "एक"})

    assert ["hurried", ""] in Comment.objects.get().reasons


def test_who_fills_in_the_trap_is_thanked_and_set_aside(post: Post) -> None:
    assert post(website="https://spam.example").status_code == 303
    assert Comment.objects.get().status == Comment.Status.SPAM


@pytest.mark.parametrize("field", ["name", "text"])
def test_nothing_a_reader_writes_is_executed_at_the_doors(
    post: Post, reader: Client, field: str
) -> None:
    refused = post(**{field: NASTY, "stamp": "0"})
    taken = post(**{field: NASTY[:60]})

    for answer in (refused, reader.get(taken["Location"])):
        page = page_of(answer.content)
        assert not page.cssselect("script:not([src])")
        assert not page.cssselect("img[onerror]")
        assert "49" not in page.text_content()


def test_no_line_of_a_header_or_log_can_be_forged(
    post: Post, reader: Client, caplog: pytest.LogCaptureFixture
) -> None:
    answer = post(
        name="राम\r\nSet-Cookie: a=b",
        text="बात\r\nX: y",
        parent="7\r\n",
        website="",
        once="x\r\nY: z",
    )

    assert answer.status_code == 422
    assert set(answer.cookies) == set()
    assert "\n" not in "".join(record.getMessage() for record in caplog.records)


@pytest.mark.parametrize("parent", ["x", "-1", "9" * 30, "1e5", "٣", "0"])
def test_an_answer_to_nothing_is_no_comment(post: Post, parent: str) -> None:
    answer = post(parent=parent)

    assert answer.status_code in (303, 422)
    assert not Comment.objects.filter(parent__isnull=False).exists()


def test_what_is_too_large_is_not_read(post: Post) -> None:
    assert post(text="क" * MOST_BYTES).status_code == 413


def test_who_sends_without_end_waits_a_minute(post: Post) -> None:
    answers = [post(text=f"बात {at}") for at in range(SENT.most + 1)]

    assert answers[-1].status_code == 429
    assert 0 < int(answers[-1]["Retry-After"]) <= 60
    assert "एक मिनट" in answers[-1].content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_no_other_method_is_known(reader: Client, story: ArticlePage, method: str) -> None:
    assert getattr(reader, method)(f"/tippani/{story.number}/").status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/tippani/999999/",
        "/tippani/999999/uttar/1/",
        "/tippani/shikayat/999999/",
        "/tippani/meri/x/",
        "/tippani/meri/1:forged/",
    ],
)
def test_there_is_no_door_to_what_is_not_there(reader: Client, paper: None, path: str) -> None:
    assert reader.get(path).status_code == 404


def test_a_writer_changes_and_removes_her_comment_by_its_address(
    post: Post, reader: Client, clock: time_machine.Traveller
) -> None:
    own = post()["Location"]

    reader.post(own, {"do": "change", "name": "सीमा", "text": "बदली हुई"})
    assert Comment.objects.get().text == "बदली हुई"

    clock.shift(5 * MINUTE)
    late: Any = reader.post(own, {"do": "change", "name": "सीमा", "text": "देर से"})
    assert late.status_code == 422
    assert "दो मिनट बीत चुके हैं" in late.content.decode()

    reader.post(own, {"do": "remove"})
    assert Comment.objects.get().status == Comment.Status.REMOVED
    assert "हटा दी गई है" in reader.get(own).content.decode()
    assert reader.post(own, {"do": "remove"}).status_code in (303, 200)


def test_nobody_reaches_another_ones_comment(post: Post, say: Say, reader: Client) -> None:
    own = post()["Location"]
    token = own.rstrip("/").rpartition("/")[2]
    other = f"{say().pk}:{token.partition(':')[2]}"

    assert reader.post(f"/tippani/meri/{other}/", {"do": "remove"}).status_code == 404
    assert reader.get(f"/tippani/meri/{signing.dumps('1')}/").status_code == 404


def test_a_reader_complains_once(reader: Client, say: Say) -> None:
    comment = say()
    actions.decide(
        actions.Verdict(
            ids=[comment.pk], status=Comment.Status.ACCEPTED, by="s", at=comment.written_at
        )
    )
    door = f"/tippani/shikayat/{comment.pk}/"
    fields = {"reason": "abuse", "stamp": stamp(COMPLAINT, str(comment.pk))}

    first, second = reader.post(door, fields), reader.post(door, fields)

    assert (first.status_code, second.status_code) == (200, 422)
    comment.refresh_from_db()
    assert (comment.reports, Report.objects.count()) == (1, 1)
    assert comment.status == Comment.Status.ACCEPTED


@pytest.mark.parametrize("wrong", [{"reason": "x"}, {"stamp": "x"}, {"website": "x"}])
def test_a_forged_complaint_is_none(reader: Client, say: Say, wrong: dict[str, str]) -> None:
    comment = say()
    actions.decide(
        actions.Verdict(
            ids=[comment.pk], status=Comment.Status.ACCEPTED, by="s", at=comment.written_at
        )
    )
    fields = {"reason": "abuse", "stamp": stamp(COMPLAINT, str(comment.pk))} | wrong

    reader.post(f"/tippani/shikayat/{comment.pk}/", fields)

    assert not Report.objects.exists()


def test_words_at_the_doors_are_hindi(reader: Client, story: ArticlePage) -> None:
    page = page_of(reader.get(f"/tippani/{story.number}/").content)

    assert not re.search("[A-Za-z]{3,}", page.find("body").text_content())


def test_what_a_comment_is_measured_by_is_asked_for_once(
    post: Post, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    post(text="पहली बात")

    # Two of them for all sections, however often their names are needed.
    with django_assert_num_queries(17):
        assert post(text="दूसरी बात").status_code == 303
