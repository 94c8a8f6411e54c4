"""The screens of suggestions: beside the story, on their own page, and the list of new topics."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import resolve, reverse
from tests.newsroom.test_candidates import NAME, read_on
from tests.newsroom.test_repeats import BRIDGE, MARKET, body, copied, newest
from tests.newsroom.test_suggestions import MATCH

from harkara.newsroom.actions import Filed
from harkara.newsroom.admin.transactions import OneTransaction
from harkara.newsroom.documents import LiveArchive
from harkara.newsroom.models import ArticlePage, Rejection, SectionPage, Topic
from harkara.search import index
from harkara.search.following import rebuild
from harkara.search.models import Lesson

File = Callable[..., Filed]
PutLive = Callable[..., ArticlePage]
JSON = {"headers": {"accept": "application/json"}}


@pytest.fixture(autouse=True)
def indexed(tmp_path: Path, settings: Any, db: None) -> Iterator[None]:
    """Keep an empty index in a folder of the test's own."""
    settings.SEARCH_INDEX = str(tmp_path / "index")
    rebuild(index.current(), LiveArchive())
    yield
    index.current().close()
    index._index.cache_clear()


@pytest.fixture
def as_reporter(reporter: User) -> Client:
    client = Client()
    client.force_login(reporter)
    return client


def page_of(article_id: int) -> str:
    return reverse("newsroom_suggestions", args=[article_id])


def words(headline: str, *paragraphs: str, **more: object) -> dict[str, object]:
    """Return what the browser sends of a form."""
    blocks = [["paragraph", text] for text in paragraphs]
    return {"headline": headline, "standfirst": "", "body": json.dumps(blocks), **more}


def now(client: Client, article_id: int, said: dict[str, object]) -> HttpResponse:
    return client.post(reverse("newsroom_suggestions_now", args=[article_id]), said)  # type: ignore[return-value]


def decide(
    client: Client, article_id: int, decision: str, kind: str, ref: object, **more: Any
) -> Any:
    said = {"decision": decision, "kind": kind, "ref": str(ref)} | more.pop("said", {})
    return client.post(page_of(article_id), said, **more)


def test_the_words_in_front_of_the_editor_count_and_not_the_saved_ones(
    at_the_desk: Client, filed: File, khel: SectionPage, river: Topic
) -> None:
    story = filed("पुल")

    answer = now(at_the_desk, story.article_id, words(MATCH, "सोहनी नदी के किनारे"))

    shown = answer.content.decode()
    assert f'data-kind="section" data-ref="{khel.pk}"' in shown
    assert f'data-kind="topic" data-ref="{river.pk}"' in shown
    assert "<form" not in shown
    chosen = words(MATCH, "सोहनी नदी के किनारे", section=khel.pk, topics=[river.pk])
    again = now(at_the_desk, story.article_id, chosen).content.decode()
    assert 'data-kind="section"' not in again
    assert 'data-kind="topic"' not in again


@pytest.mark.parametrize(
    "said",
    [
        {"body": "[["},
        {"body": "[[1]]"},
        {"body": "7"},
        {"headline": "क" * 2_000},
        {"section": "खेल"},
    ],
)
def test_words_that_cannot_be_read_are_answered_in_one_line(
    at_the_desk: Client, filed: File, said: dict[str, object]
) -> None:
    answer = now(at_the_desk, filed().article_id, words("पुल") | said)

    assert answer.status_code == 422
    assert "सुझाव" in answer.content.decode()


def test_asking_while_typing_takes_no_transaction(editor: User) -> None:
    request = RequestFactory().post("/")
    request.user = editor
    middleware = OneTransaction(lambda _request: HttpResponse())

    asked = resolve(reverse("newsroom_suggestions_now", args=[1])).func

    assert middleware.process_view(request, asked, (), {}) is None


def test_the_editor_carries_the_panel_and_a_link_that_needs_no_script(
    at_the_desk: Client, filed: File
) -> None:
    story = filed()
    page = at_the_desk.get(reverse("wagtailadmin_pages:edit", args=[story.article_id]))

    shown = page.content.decode()
    assert "<hk-suggestions" in shown
    assert f'href="{page_of(story.article_id)}"' in shown
    assert '<script src="/static/newsroom/admin/suggestions.js" type="module">' in shown


def test_the_page_of_suggestions_works_by_plain_forms(
    at_the_desk: Client, filed: File, khel: SectionPage, river: Topic
) -> None:
    story = filed(MATCH, body=body("सोहनी नदी के किनारे जिलाधिकारी रेवती गोखले ने कहा"))
    shown = at_the_desk.get(page_of(story.article_id)).content.decode()
    assert shown.count('<form action="/newsroom/suggestions/') == 3
    assert "csrfmiddlewaretoken" in shown

    taken = decide(at_the_desk, story.article_id, "accept", "section", khel.pk, follow=True)
    decide(at_the_desk, story.article_id, "accept", "topic", river.pk)
    left = decide(at_the_desk, story.article_id, "reject", "new_topic", "रेवती गोखले", follow=True)

    assert "मसौदे में जोड़ दिया गया" in taken.content.decode()
    assert "फिर नहीं सुझाया जाएगा" in left.content.decode()
    assert "data-kind" not in left.content.decode()
    article = newest(story.article_id)
    assert article.section == khel
    assert list(article.topics.all()) == [river]


def test_what_the_form_takes_is_noted_and_no_revision_is_made(
    at_the_desk: Client, filed: File, khel: SectionPage
) -> None:
    story = filed("पुल")
    before = ArticlePage.objects.get(pk=story.article_id).latest_revision_id

    answer = decide(
        at_the_desk, story.article_id, "accept", "section", khel.pk, said=words(MATCH), **JSON
    )
    made = decide(
        at_the_desk, story.article_id, "accept", "new_topic", "रेवती गोखले",
        said={"topic_kind": "person"}, **JSON,
    )  # fmt: skip

    assert answer.json()["success"]
    assert Lesson.objects.get().headline == MATCH
    topic = Topic.objects.get()
    assert made.json()["topic"] == {"id": topic.pk, "name": "रेवती गोखले"}
    assert ArticlePage.objects.get(pk=story.article_id).latest_revision_id == before


def test_a_refusal_is_a_sentence_for_the_script_too(at_the_desk: Client, filed: File) -> None:
    answer = decide(at_the_desk, filed().article_id, "accept", "section", 0, **JSON)

    assert answer.status_code == 409
    assert "सुझाव फिर से देखें" in answer.json()["error_message"]


def test_nonsense_is_refused(at_the_desk: Client, filed: File) -> None:
    story = filed()

    assert decide(at_the_desk, story.article_id, "accept", "कुछ", 1).status_code == 400
    assert decide(at_the_desk, story.article_id, "publish", "topic", 1).status_code == 400
    assert at_the_desk.get(page_of(0)).status_code == 404
    assert at_the_desk.get(page_of(story.article_id) + "now/").status_code == 405


@pytest.mark.parametrize("address", ["page", "now"])
def test_a_request_without_a_token_is_refused(editor: User, filed: File, address: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    path = page_of(filed().article_id) + ("now/" if address == "now" else "")

    answer = client.post(path, {"decision": "reject", "kind": "topic", "ref": "1"})

    assert answer.status_code == 403
    assert not Rejection.objects.exists()


def test_only_who_may_edit_a_story_sees_and_decides(
    as_reporter: Client, live: PutLive, filed: File, reporter: User, client: Client
) -> None:
    others, own = live("पुल"), filed("मेरी खबर", by=reporter)

    assert client.get(page_of(own.article_id)).status_code == 302
    assert as_reporter.get(page_of(own.article_id)).status_code == 200
    may = others.permissions_for_user(reporter).can_edit()
    assert (as_reporter.get(page_of(others.pk)).status_code == 200) == may


def test_a_reporter_makes_no_topics_and_moves_no_live_story(
    as_reporter: Client, live: PutLive, filed: File, reporter: User, khel: SectionPage
) -> None:
    own = filed(MATCH, body=body("जिलाधिकारी रेवती गोखले ने कहा"), by=reporter)

    shown = as_reporter.get(page_of(own.article_id)).content.decode()
    made = decide(as_reporter, own.article_id, "accept", "new_topic", "रेवती गोखले")

    assert "रेवती गोखले" not in shown
    assert made.status_code in {302, 403}
    assert not Topic.objects.exists()


def test_a_locked_story_is_looked_at_and_not_written(
    at_the_desk: Client, filed: File, reporter: User, river: Topic
) -> None:
    story = filed(MATCH)
    ArticlePage.objects.filter(pk=story.article_id).update(locked=True, locked_by=reporter)

    answer = decide(at_the_desk, story.article_id, "accept", "topic", river.pk, follow=True)

    assert "खबर पर ताला है" in answer.content.decode()
    assert not newest(story.article_id).topics.exists()


def test_a_copy_is_credited_and_pointed_to_the_first_by_buttons(
    at_the_desk: Client, live: PutLive, filed: File
) -> None:
    first = live("पुल", body=body(*BRIDGE), source_name="भाषा")
    copy = filed("पुल चालू", body=copied())
    shown = at_the_desk.get(page_of(copy.article_id)).content.decode()
    assert "भाषा को श्रेय दें" in shown
    assert "साझा अंश (2)" in shown

    decide(at_the_desk, copy.article_id, "credit", "repeat", first.number)
    decide(at_the_desk, copy.article_id, "canonical", "repeat", first.number)

    article = newest(copy.article_id)
    assert article.source_name == "भाषा"
    assert article.source_url.endswith(f"-{first.number}/")


def test_a_merge_is_shown_then_done(at_the_desk: Client, live: PutLive) -> None:
    first, copy = live("पुल", body=body(*BRIDGE)), live("पुल चालू", body=copied(MARKET[0]))
    address = reverse("newsroom_merge_story", args=[copy.pk, first.pk])

    asked = at_the_desk.get(address).content.decode()
    assert "साइट से हट जाएगी" in asked
    assert ArticlePage.objects.get(pk=copy.pk).live

    done = at_the_desk.post(address, follow=True)

    assert done.redirect_chain[0][0] == reverse("wagtailadmin_pages:edit", args=[first.pk])
    assert "1 पैराग्राफ" in done.content.decode()
    assert not ArticlePage.objects.get(pk=copy.pk).live
    assert len(newest(first.pk).body) == len(BRIDGE) + 1


def test_nobody_merges_into_what_she_may_not_edit_or_what_is_another_story(
    as_reporter: Client, at_the_desk: Client, live: PutLive, filed: File, reporter: User
) -> None:
    first, own = live("पुल", body=body(*BRIDGE)), live("पुल चालू", body=copied())
    other = live("मंडी", body=body(*MARKET))
    address = reverse("newsroom_merge_story", args=[own.pk, first.pk])

    # A reporter may not take a live story off the site.
    assert as_reporter.post(address).status_code in {302, 403}
    assert "उसमें मिलाएं" not in as_reporter.get(page_of(own.pk)).content.decode()
    away = reverse("newsroom_merge_story", args=[own.pk, other.pk])
    assert at_the_desk.post(away).status_code in {302, 403}
    assert ArticlePage.objects.get(pk=own.pk).live
    assert len(newest(first.pk).body) == len(BRIDGE)


def test_a_missing_index_is_said_and_the_editor_opens(
    at_the_desk: Client, filed: File, settings: Any, tmp_path: Path
) -> None:
    settings.SEARCH_INDEX = str(tmp_path / "none")
    story = filed(MATCH)

    shown = at_the_desk.get(page_of(story.article_id)).content.decode()
    beside = now(at_the_desk, story.article_id, words(MATCH)).content.decode()
    editor = at_the_desk.get(reverse("wagtailadmin_pages:edit", args=[story.article_id]))

    for found in (shown, beside):
        assert found.count("खोज की सूची नहीं मिली") == 1
        assert "harkara index make" in found
    assert editor.status_code == 200


def test_new_topics_are_accepted_merged_and_rejected_from_the_list(
    at_the_desk: Client, live: PutLive, river: Topic
) -> None:
    for turn in range(2):
        live(f"प्रधानमंत्री {NAME} और प्रधानमंत्री रेवती गोखले से प्रधानमंत्री सीमा जाधव {turn}")
    read_on()
    address = reverse("newsroom_topic_candidates")
    shown = at_the_desk.get(address).content.decode()
    assert "2 खबरों में" in shown

    made = {"found": NAME, "decision": "accept", "name": NAME, "kind": "person", "aliases": "ताई\n"}
    at_the_desk.post(address, made)
    at_the_desk.post(address, {"found": "रेवती गोखले", "decision": "merge", "topic": river.name})
    last = at_the_desk.post(address, {"found": "सीमा जाधव", "decision": "reject"}, follow=True)

    assert Topic.objects.get(name=NAME).alias_list == ("ताई",)
    river.refresh_from_db()
    assert river.alias_list == ("रेवती गोखले",)
    assert "कोई नाम आपके फैसले के इंतजार में नहीं है" in last.content.decode()


@pytest.mark.parametrize(
    "said",
    [
        {"decision": "accept", "name": "", "kind": "person"},
        {"decision": "accept", "name": NAME, "kind": "कुछ"},
        {"decision": "merge", "topic": "जो नहीं है"},
    ],
)
def test_half_a_decision_about_a_name_is_asked_again(
    at_the_desk: Client, said: dict[str, str]
) -> None:
    answer = at_the_desk.post(reverse("newsroom_topic_candidates"), {"found": NAME} | said)

    assert answer.status_code == 422
    assert not Topic.objects.exists()


def test_only_who_may_add_topics_sees_the_list(as_reporter: Client) -> None:
    address = reverse("newsroom_topic_candidates")

    assert as_reporter.get(address).status_code in {302, 403}
    assert address not in as_reporter.get(reverse("wagtailadmin_home")).content.decode()
