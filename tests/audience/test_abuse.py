"""Abuse at the doors of comments: floods, scripts in every field, forged lines, odd forms."""

import gzip
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.audience.conftest import DAY, NOON, Post, Say
from tests.audience.test_doors import NASTY, page_of

from harkara.audience.comments import actions
from harkara.audience.comments.actions.standing import MOST_LETTERS_ON_SHEET, MOST_ON_SHEET
from harkara.audience.comments.queries import desk
from harkara.audience.models import Comment, Decision
from harkara.newsroom.models import ArticlePage
from harkara.press.render import render

pytestmark = pytest.mark.django_db
Accept = Callable[..., actions.Decided]
FLOOD = 10_000
QUEUE = "/newsroom/comments/"
PAGE_BUDGET = 40 * 1024


def flood(story: ArticlePage) -> None:
    """Let so many comments wait, from as many networks."""
    Comment.objects.bulk_create(
        Comment(
            story_id=story.number,
            name=f"पाठक {at}",
            text=f"यह बात नंबर {at} है और किसी ने कही है।",
            written_at=NOON - DAY / FLOOD * at,
            network=f"{at:041x}",
            writer=f"{at:032x}",
            likeness=f"{at:032x}",
            weight=(at % 100) / 100,
        )
        for at in range(FLOOD)
    )


def test_in_a_flood_writing_and_deciding_cost_what_they_cost_before(
    story: ArticlePage,
    say: Say,
    post: Post,
    at_the_desk: Client,
) -> None:
    say()
    at_the_desk.get(QUEUE)
    few = [cost(lambda: post(text="एक बात")), cost(lambda: at_the_desk.get(QUEUE))]
    flood(story)

    many = [cost(lambda: post(text="दूसरी बात")), cost(lambda: at_the_desk.get(QUEUE))]

    assert many == few
    rows = desk.queue("waiting", 1)
    assert (len(rows.shown), rows.has_more) == (50, True)
    assert len(at_the_desk.get(QUEUE).content) < 400_000
    batch = [one.id for one in rows.shown]
    decided = cost(lambda: at_the_desk.post(QUEUE, {"comment": batch, "do": "spam"}))
    assert decided < 40
    assert Comment.objects.filter(status=Comment.Status.SPAM).count() == 50
    assert desk.queue("waiting", 190).shown


def cost(do: Callable[[], object]) -> int:
    """Return how many queries something takes."""
    with CaptureQueriesContext(connection) as found:
        do()
    return len(found)


def test_one_place_does_not_fill_the_queue(story: ArticlePage, post: Post) -> None:
    for at in range(60):
        post(text=f"बाढ़ की बात नंबर {at}")

    assert Comment.objects.filter(status=Comment.Status.WAITING).count() <= 20


def test_a_full_sheet_fits_the_budget_of_a_page(
    story: ArticlePage, say: Say, accept: Accept
) -> None:
    letters = MOST_LETTERS_ON_SHEET // MOST_ON_SHEET - 10
    words = [
        "सोहनी",
        "घाट",
        "पुल",
        "मरम्मत",
        "पालिका",
        "सवाल",
        "जवाब",
        "नगर",
        "बरसात",
        "खेत",
        "बाजार",
        "सड़क",
        "मेला",
        "स्कूल",
        "नाव",
    ]
    said = [
        say(f"{at} {' '.join(words[(at * 7 + n * n) % 15] for n in range(80))}"[:letters])
        for at in range(MOST_ON_SHEET + 5)
    ]
    accept(*said)

    page = render(f"/desh/{story.slug}/").body
    second = render(f"/tippani/{story.number}/2/").body

    assert len(page_of(page).cssselect(".comment__text")) >= 40
    assert page_of(second).cssselect(".comment__text")
    for body in (page, second):
        assert len(gzip.compress(body, 9)) <= PAGE_BUDGET


def test_what_a_reader_wrote_runs_on_no_page_and_breaks_no_feed(
    story: ArticlePage, say: Say, accept: Accept, at_the_desk: Client
) -> None:
    comment = say(NASTY, name=NASTY[:60], same=True)
    shown = [at_the_desk.get(f"{QUEUE}{path}") for path in ("", f"{comment.pk}/", "trail/")]
    accept(comment)
    accept(say(NASTY[::-1] + NASTY, parent_id=comment.pk))
    shown += [
        at_the_desk.get(f"{QUEUE}?view=accepted"),
        at_the_desk.get(f"/tippani/{story.number}/"),
    ]
    shown.append(at_the_desk.get(f"/tippani/{story.number}/uttar/{comment.pk}/"))
    shown.append(at_the_desk.get(f"/tippani/shikayat/{comment.pk}/"))
    bodies = [one.content for one in shown if one.status_code == 200]
    assert len(bodies) == len(shown)

    story_page = render(f"/desh/{story.slug}/").body
    for body in (*bodies, story_page):
        page = page_of(body)
        assert not page.cssselect("img[onerror]")
        # Data for search engines names its type: a browser does not run it.
        running = [one for one in page.cssselect("script") if "json" not in one.get("type", "")]
        assert not [one for one in running if "alert(1)" in (one.text or "")]
        assert b"<script>alert" not in body
    for data in page_of(story_page).cssselect("script[type='application/ld+json']"):
        json.loads(data.text)
    for path in ("/feed.xml", "/atom.xml", "/feed.json"):
        feed = render(path).body
        assert b"alert(1)" not in feed


@pytest.mark.parametrize("field", ["name", "text", "parent", "once", "stamp", "website", "extra"])
def test_nothing_that_is_sent_comes_back_as_it_was(
    post: Post,
    field: str,
) -> None:
    refused = post(**({"stamp": "x"} | {field: NASTY}))

    assert b"<script>alert" not in refused.content
    assert not page_of(refused.content).cssselect("img[onerror]")


def test_no_escape_of_a_terminal_and_no_line_reaches_database_header_or_log(
    post: Post,
    reader: Client,
    caplog: pytest.LogCaptureFixture,
) -> None:
    evil = "राम\x1b[2J\x1b]0;x\x07\r\nINFO forged\u2028\u202e\x00\x85"
    taken: Any = post(name=evil, text=evil + "बात")
    reader.get("/tippani/%1b%5b31m%0d%0aINFO/")
    reader.get("/tippani/1/", headers={"user-agent": "x\x1b[31m"})

    comment = Comment.objects.get()
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u202e]", comment.name)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]", comment.text)
    assert not re.search(r"[\r\n]", "".join(value for _name, value in taken.items()))
    logged = "".join(record.getMessage() for record in caplog.records)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", logged)


LONG_HEADER = '--y\r\nContent-Disposition: form-data; name="' + "n" * 50_000


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("&".join(f"a{n}=" for n in range(10_000)), "application/x-www-form-urlencoded"),
        ("name=" + "र" * 20_000, "application/x-www-form-urlencoded"),
        ("name=%FF%FE&text=x", "application/x-www-form-urlencoded; charset=utf-7"),
        ("x" * 900, "multipart/form-data; boundary=y"),
        ("--y\r\n" * 9000, "multipart/form-data; boundary=y"),
        ("", "multipart/form-data"),
        (LONG_HEADER, "multipart/form-data; boundary=y"),
        ('{"name": "x"}', "application/json"),
    ],
    ids=["fields", "name", "utf-7", "no part", "boundaries", "no boundary", "header", "json"],
)  # fmt: skip
def test_a_form_that_no_browser_sends_is_refused_in_hindi(
    reader: Client, story: ArticlePage, body: str, kind: str
) -> None:
    answer: Any = reader.generic("POST", f"/tippani/{story.number}/", body, content_type=kind)

    assert answer.status_code in (400, 413, 422)
    assert re.search("[\u0900-\u097f]{3,}", page_of(answer.content).text_content())
    assert not Comment.objects.exists()


def test_a_multipart_bomb_of_parts_and_files_is_refused(reader: Client, story: ArticlePage) -> None:
    parts = "".join(
        f'--y\r\nContent-Disposition: form-data; name="f{n}"; filename="{n}"\r\n\r\nx\r\n'
        for n in range(800)
    )

    answer: Any = reader.generic(
        "POST",
        f"/tippani/{story.number}/",
        f"{parts}--y--",
        content_type="multipart/form-data; boundary=y",
    )

    assert answer.status_code in (400, 413)
    assert not Comment.objects.exists()


def test_a_form_without_a_length_is_not_read(reader: Client, story: ArticlePage) -> None:
    answer: Any = reader.generic(
        "POST", f"/tippani/{story.number}/", "name=x", CONTENT_LENGTH="", HTTP_X="1"
    )

    assert answer.status_code == 413


def test_the_same_words_again_and_again_are_one_comment(post: Post) -> None:
    answers = [post() for _ in range(5)]

    assert [one.status_code for one in answers] == [303, 422, 422, 422, 422]
    assert Comment.objects.count() == 1
    assert Decision.objects.count() == 1
