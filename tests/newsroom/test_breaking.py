"""The breaking line: set in two taps, pressed into few pages, gone in time and with its story."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from wagtail.models import ModelLogEntry

from harkara.newsroom import keys, queries, tasks
from harkara.newsroom.actions import Filed, Publish, Withdraw, publish, withdraw
from harkara.newsroom.actions.breaking import (
    SetBreaking,
    expire_breaking,
    set_breaking,
    take_back_breaking,
)
from harkara.newsroom.models import ArticlePage, BreakingLine
from harkara.newsroom.queries.breaking import standing_line
from harkara.newsroom.refusals import LineGone, NothingSaid, NotLive
from harkara.press.actions import answer
from harkara.press.models import STALE, Target
from harkara.press.tasks import run_until_idle

PutLive = Callable[..., ArticlePage]
NOON = datetime(2026, 6, 10, 6, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def store(settings: Any, tmp_path: Any) -> None:
    settings.PRESS_STORE = str(tmp_path / "pages")


def put(text: str = "नौघाट में बाढ़ का पानी घुसा", **more: Any) -> BreakingLine:
    return set_breaking(SetBreaking(text=text, lasts=HOUR, at=NOON, **more))


def shown(path: str = "/tukda/taaza/") -> str:
    return answer(path).body.decode()


def test_a_line_stands_in_the_fragment_on_the_fronts_and_on_its_own_page(
    live: PutLive,
) -> None:
    story = live()
    put(article_id=story.pk)

    for path in ("/tukda/taaza/", "/", "/desh/", "/taaza/"):
        assert "नौघाट में बाढ़ का पानी घुसा" in shown(path), path
    assert f'href="/desh/{story.slug}/"' in shown()


def test_setting_a_line_presses_as_many_pages_whatever_the_archive_holds(live: PutLive) -> None:
    touched = []
    for turn in range(2):
        for one in range(1 + 5 * turn):
            story = live(f"खबर {turn} {one}")
            answer(f"/desh/{story.slug}/")
        for path in ("/", "/desh/", "/khel/", "/taaza/", "/tukda/taaza/"):
            answer(path)
        run_until_idle()
        put(f"पंक्ति {turn}")
        touched.append(set(Target.objects.filter(STALE).values_list("path", flat=True)))

    assert touched[0] == touched[1] == {"/", "/desh/", "/khel/", "/taaza/", "/tukda/taaza/"}


def test_the_fragment_is_the_first_thing_the_press_makes(live: PutLive) -> None:
    live()
    put()

    first = Target.objects.filter(STALE).order_by("priority").first()

    assert first
    assert first.path == "/tukda/taaza/"


def test_a_newer_line_takes_the_place_of_the_older(paper: None) -> None:
    put("पहली")
    put("दूसरी")

    assert "दूसरी" in shown()
    assert "पहली" not in shown()
    assert BreakingLine.objects.count() == 2


def test_the_database_lets_only_one_line_stand(paper: None) -> None:
    line = put()
    line.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        line.save()


def test_a_line_goes_in_the_second_it_expires_and_by_one_query_until_then(
    paper: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    put()
    shown()

    with django_assert_num_queries(1):
        assert expire_breaking(NOON + HOUR - timedelta(seconds=1)) == 0
    with time_machine.travel(NOON + HOUR, tick=False):
        tasks.keep_the_clock()
    run_until_idle()

    assert "बाढ़" not in shown()
    assert standing_line() is None
    assert expire_breaking(NOON + 2 * HOUR) == 0


def test_a_line_taken_back_is_gone_and_cannot_be_taken_back_twice(paper: None) -> None:
    line = put()
    shown("/")

    take_back_breaking(line.pk)
    run_until_idle()

    assert "बाढ़" not in shown("/")
    with pytest.raises(LineGone):
        take_back_breaking(line.pk)


@pytest.mark.parametrize("way", ["withdraw", "delete"])
def test_a_line_goes_with_its_story_and_does_not_come_back_with_it(live: PutLive, way: str) -> None:
    story = live()
    put(article_id=story.pk)
    shown("/")

    if way == "withdraw":
        withdraw(Withdraw(article_id=story.pk))
    else:
        story.delete()
    run_until_idle()

    assert "बाढ़" not in shown("/")
    assert "बाढ़" not in shown()
    if way == "withdraw":
        publish(Publish(article_id=story.pk))
        run_until_idle()
        assert "बाढ़" not in shown()


def test_a_line_follows_its_story_to_a_new_address(live: PutLive, khel: Any) -> None:
    story = live()
    put(article_id=story.pk)
    shown()

    story.move(khel, pos="last-child")
    run_until_idle()

    assert f'href="/khel/{story.slug}/"' in shown()


def test_nothing_and_a_story_that_is_not_live_are_refused(filed: Callable[..., Filed]) -> None:
    with pytest.raises(NothingSaid):
        put(" \n ")
    with pytest.raises(NotLive):
        put(article_id=filed().article_id)
    assert not BreakingLine.objects.exists()


def test_a_line_is_one_line_mended_and_never_too_long(paper: None) -> None:
    assert put("नौघाट  में\nबाढ़ ।").text == "नौघाट में बाढ़।"

    long = put("शब्द " * 60).text

    assert len(long) <= 140
    assert long.endswith(" शब्द…")


def test_what_a_line_says_is_text(paper: None) -> None:
    put("<script>alert(1)</script> \" onclick='x' & पानी")

    for path in ("/tukda/taaza/", "/", "/taaza/"):
        body = shown(path)
        assert "<script>alert" not in body
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &#34; onclick=&#39;x&#39; &amp; पानी" in body


def test_pages_without_a_line_say_so_only_where_it_is_asked_for(live: PutLive) -> None:
    live()

    assert shown().strip() == ""
    assert "breaking__line" not in shown("/")
    assert "अभी कोई ब्रेकिंग खबर नहीं है" in shown("/taaza/")


def test_a_page_reads_the_line_once_and_by_two_queries(
    live: PutLive, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    put(article_id=live().pk)
    queries.site()

    with django_assert_num_queries(4):  # the line, its story, and the sections' two
        queries.breaking()


def test_two_taps_from_the_story_set_the_line(at_the_desk: Client, live: PutLive) -> None:
    story = live("सोहनी नदी का बांध टूटा")
    editor = at_the_desk.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    address = f"{reverse('newsroom_breaking')}?story={story.number}"
    assert f'href="{address}"' in editor.content.decode()

    asked = at_the_desk.get(address).content.decode()
    assert 'value="सोहनी नदी का बांध टूटा"' in asked
    said = {"text": "सोहनी नदी का बांध टूटा", "story": story.number, "lasts": "15"}
    done = at_the_desk.post(address, said, follow=True).content.decode()

    assert "अब हर पन्ने पर है" in done
    assert "अभी हर पन्ने पर" in done
    line = standing_line()
    assert line
    assert line.expires_at - line.set_at == timedelta(minutes=15)
    assert line.article == story


def test_the_screen_and_the_log_tell_who_did_what(at_the_desk: Client, editor: User) -> None:
    address = reverse("newsroom_breaking")
    at_the_desk.post(address, {"text": "पानी", "story": "", "lasts": "60"})
    line = standing_line()
    assert line
    at_the_desk.post(address, {"take_back": line.pk})

    entries = ModelLogEntry.objects.order_by("timestamp", "pk")
    assert [(one.action, one.user) for one in entries] == [
        ("newsroom.breaking.set", editor),
        ("newsroom.breaking.take_back", editor),
    ]
    told = " ".join(at_the_desk.get(address).content.decode().split())
    assert "ब्रेकिंग पंक्ति वापस ली गई · sampadak: पानी" in told


@pytest.mark.parametrize(
    "said",
    [
        {"text": "", "lasts": "60"},
        {"text": "पानी", "lasts": "61"},
        {"text": "पानी", "lasts": ""},
        {"text": "पानी", "lasts": "60", "story": "/desh/nahin-99999/"},
        {"text": "पानी", "lasts": "60", "story": "कोई"},
        {"text": "क" * 141, "lasts": "60"},
    ],
)
def test_half_a_line_is_asked_for_again(at_the_desk: Client, said: dict[str, str]) -> None:
    assert at_the_desk.post(reverse("newsroom_breaking"), said).status_code == 422
    assert not BreakingLine.objects.exists()


def test_taking_back_a_line_that_is_gone_is_said_in_a_sentence(at_the_desk: Client) -> None:
    done = at_the_desk.post(reverse("newsroom_breaking"), {"take_back": "7"}, follow=True)

    assert "ब्रेकिंग पंक्ति पहले ही हट चुकी है" in done.content.decode()


def test_only_who_may_publish_sets_a_line(
    client: Client, reporter: User, filed: Callable[..., Filed], live: PutLive
) -> None:
    client.force_login(reporter)
    story = live(by=reporter)
    address = reverse("newsroom_breaking")

    edit = client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    said = {"text": "पानी", "story": story.number, "lasts": "60"}
    refused = client.post(f"{address}?story={story.number}", said)

    assert address not in edit
    assert address not in home
    assert refused.status_code in {302, 403}
    assert not BreakingLine.objects.exists()


def test_marking_is_under_a_key_of_its_own(paper: None) -> None:
    put()
    readers = Target.objects.filter(reading__key__name=keys.BREAKING)
    shown()
    shown("/")

    assert set(readers.values_list("path", flat=True)) == {"/tukda/taaza/", "/"}
