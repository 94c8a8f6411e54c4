"""What the desk does with polls, what pages follow, and what the ledger proves."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings
from tests.audience import polling
from tests.audience.conftest import DAY, NOON, SECOND
from tests.audience.polling import ANSWERS, QUESTION, Readers, places, tally

from harkara.audience.models import Choice, Crowd, Poll, PollDecision, Vote
from harkara.audience.polls import actions, queries
from harkara.audience.polls.actions.clock import ON_FRONTS
from harkara.audience.polls.admin.screens import panels
from harkara.audience.polls.models.vote import Unchangeable
from harkara.audience.polls.refusals import BadAnswers, BadTimes, BegunAlready, NoQuestion
from harkara.newsroom.models import ArticlePage, SectionPage
from harkara.press.recorder import recording, together
from harkara.press.render import render

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paper")]
Touched = Callable[[], set[str]]


@pytest.fixture(autouse=True)
def readers(settings: Settings, tmp_path: Path) -> Iterator[Readers]:
    settings.AUDIENCE_VOTES = str(tmp_path / "votes")
    settings.AUDIENCE_PUZZLE_BITS = 3
    yield Readers(tmp_path / "votes")
    polling.let_go()


@pytest.fixture
def desk(at_the_desk: Client) -> Client:
    return at_the_desk


def typed(**changes: str) -> dict[str, str]:
    given = {
        "question": QUESTION,
        "answers": "\n".join(ANSWERS),
        "opens_at": "",
        "closes_at": "2026-11-28T18:00",
        "place": "front",
    }
    return given | changes


def test_an_editor_makes_a_poll_for_the_front(desk: Client, touched: Touched) -> None:
    answer: Any = desk.post("/newsroom/polls/new/", typed())

    poll = Poll.objects.get()
    assert answer["Location"] == f"/newsroom/polls/{poll.pk}/"
    assert (poll.stage, poll.on_front) == ("open", True)
    assert {"polls:front", "polls:index", f"poll:{poll.pk}"} <= touched()
    assert QUESTION in render("/").body.decode()


@pytest.mark.parametrize("said", ["{number}", "/s/{number}", "http://x.in/desh/pul-{number}/"])
def test_an_editor_makes_a_poll_for_a_story(desk: Client, story: ArticlePage, said: str) -> None:
    desk.post("/newsroom/polls/new/", typed(place="story", story=said.format(number=story.number)))

    assert Poll.objects.get().story_id == story.number
    assert QUESTION in render(f"/desh/{story.slug}/").body.decode()


def test_an_editor_makes_a_poll_for_a_section(desk: Client, desh: SectionPage) -> None:
    desk.post("/newsroom/polls/new/", typed(place="section", section=str(desh.pk)))

    assert QUESTION in render("/desh/").body.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"answers": "हां"},
        {"answers": "हां\nहाँ"},
        {"answers": "\n".join(map(str, range(11)))},
        {"question": " "},
        {"question": "क" * 201},
        {"closes_at": "2026-11-20T18:00"},
        {"closes_at": "2029-11-20T18:00"},
        {"closes_at": "कल"},
        {"place": "story", "story": "999999"},
        {"place": "story", "story": "कहीं"},
        {"place": "section"},
        {"place": "nowhere"},
    ],
)
def test_what_makes_no_sense_is_said_in_hindi_and_nothing_is_made(
    desk: Client, wrong: dict[str, str]
) -> None:
    answer = desk.post("/newsroom/polls/new/", typed(**wrong))

    assert answer.status_code == 422
    assert "polls__error" in answer.content.decode()
    assert not Poll.objects.exists()


def test_nobody_else_comes_to_the_polls(client: Client, reporter: User) -> None:
    poll = polling.asked(NOON)
    client.force_login(reporter)

    for path in ("", "new/", f"{poll.pk}/", f"{poll.pk}/change/"):
        assert client.get(f"/newsroom/polls/{path}").status_code in (302, 403)
        assert client.post(f"/newsroom/polls/{path}", typed()).status_code in (302, 403, 405)
    assert Poll.objects.count() == 1


def test_what_has_begun_keeps_its_words(desk: Client, touched: Touched) -> None:
    poll = polling.asked(NOON, on_front=True)
    change = f"/newsroom/polls/{poll.pk}/change/"

    refused = desk.post(change, typed(question="और कुछ?"))
    assert refused.status_code == 422
    touched()
    assert desk.post(change, typed(place="own")).status_code == 302
    poll.refresh_from_db()
    assert (poll.question, poll.on_front) == (QUESTION, False)
    assert "polls:front" in touched()


def test_what_has_not_begun_may_change(paper: None) -> None:
    poll = polling.asked(NOON, opens_at=NOON + DAY, closes_at=NOON + 2 * DAY)
    new = actions.NewPoll(
        question="और?", answers=["क", "ख"], opens_at=NOON + DAY, closes_at=NOON + 3 * DAY,
        by="s", at=NOON,
    )  # fmt: skip

    actions.change(poll.pk, new)

    assert list(Choice.objects.values_list("words", flat=True)) == ["क", "ख"]


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"question": ""}, NoQuestion),
        ({"answers": ["एक"]}, BadAnswers),
        ({"closes_at": NOON - SECOND}, BadTimes),
    ],
)
def test_refusals_name_what_is_wrong(
    paper: None, fields: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        polling.asked(NOON, **fields)


def test_a_change_of_words_of_an_open_poll_is_refused(paper: None) -> None:
    poll = polling.asked(NOON)

    with pytest.raises(BegunAlready):
        actions.change(
            poll.pk,
            actions.NewPoll(
                question=QUESTION, answers=["क", "ख"], opens_at=NOON, closes_at=NOON + DAY,
                by="s", at=NOON,
            ),
        )  # fmt: skip


def test_the_clock_opens_closes_and_puts_away(touched: Touched) -> None:
    poll = polling.asked(NOON, on_front=True, opens_at=NOON + DAY, closes_at=NOON + 2 * DAY)
    assert QUESTION not in render("/").body.decode()

    touched()
    assert actions.move_the_marks(NOON + DAY) == 1
    assert "polls:front" in touched()
    assert "poll__form" in render("/").body.decode()
    assert actions.move_the_marks(NOON + 2 * DAY + 3 * SECOND) == 1
    assert "poll__votes" in render("/").body.decode()
    assert actions.move_the_marks(NOON + 2 * DAY + ON_FRONTS) == 1
    assert QUESTION not in render("/").body.decode()
    assert "poll__votes" in render(f"/matdan/{poll.pk}/").body.decode()


def test_an_open_polls_count_touches_only_the_page_of_those_who_voted(
    readers: Readers, touched: Touched
) -> None:
    poll = polling.asked(NOON, on_front=True)
    readers.vote(poll)
    tally(poll)

    touched()
    assert actions.show_tallies(NOON) == 1
    assert touched() == {f"poll:{poll.pk}/tally"}
    assert actions.show_tallies(NOON) == 0


def test_an_editor_sees_networks_and_has_the_last_word(desk: Client, readers: Readers) -> None:
    poll = polling.asked(NOON)
    for address in places(40):
        readers.vote(poll, choice=2, address=address)
    for _ in range(80):
        readers.vote(poll, choice=1, address="203.0.113.9")
    assert tally(poll) == ([0, 40, 0], [80, 0, 0])
    page = f"/newsroom/polls/{poll.pk}/"
    shown = desk.get(page).content.decode()
    assert "80 मत" in shown
    assert "एक मिनट में बहुत ज्यादा मत" in shown

    crowd = Crowd.objects.get(votes=80)
    desk.post(page, {"do": f"count-{crowd.pk}"})
    assert tally(poll) == ([80, 40, 0], [0, 0, 0])
    readers.vote(poll, choice=1, address="203.0.113.9")
    assert tally(poll) == ([81, 40, 0], [0, 0, 0])
    desk.post(page, {"do": f"aside-{crowd.pk}"})
    assert tally(poll) == ([0, 40, 0], [81, 0, 0])
    kinds = list(PollDecision.objects.order_by("pk").values_list("kind", "by"))
    assert kinds == [("made", "sampadak"), ("counted", "sampadak"), ("aside", "sampadak")]


def test_the_network_of_another_poll_is_out_of_reach(desk: Client, readers: Readers) -> None:
    poll, other = polling.asked(NOON), polling.asked(NOON)
    readers.vote(poll)
    tally(poll)

    crowd = Crowd.objects.get()
    answer = desk.post(f"/newsroom/polls/{other.pk}/", {"do": f"aside-{crowd.pk}"})
    assert answer.status_code == 404
    assert tally(poll)[0] == [1, 0, 0]


def test_an_editor_closes_early_takes_off_and_puts_back(desk: Client) -> None:
    poll = polling.asked(NOON - DAY, on_front=True)
    page = f"/newsroom/polls/{poll.pk}/"

    assert 'value="close"' in desk.get(page).content.decode()
    assert panels()
    at_once = desk.post(page, {"do": "close"}, follow=True).content.decode()
    assert "बंद, आखिरी मत गिने जा रहे हैं" in at_once
    assert 'value="close"' not in at_once
    assert not panels()
    actions.move_the_marks(NOON + 3 * SECOND)
    assert "आखिरी मत" not in desk.get(page).content.decode()
    assert "poll__votes" in render(f"/matdan/{poll.pk}/").body.decode()
    desk.post(page, {"do": "off"})
    assert render(f"/matdan/{poll.pk}/").status == 404
    assert QUESTION not in render("/").body.decode()
    desk.post(page, {"do": "back"})
    assert render(f"/matdan/{poll.pk}/").status == 200


def test_a_vote_is_never_changed(readers: Readers) -> None:
    poll = polling.asked(NOON)
    readers.vote(poll)
    tally(poll)
    vote = Vote.objects.get()

    with pytest.raises(Unchangeable):
        vote.save()
    with pytest.raises(Unchangeable):
        vote.delete()


def test_a_recount_puts_a_wrong_tally_right_and_notices_a_changed_vote(readers: Readers) -> None:
    poll = polling.asked(NOON)
    for address in places(5):
        readers.vote(poll, choice=2, address=address)
        tally(poll)
    Choice.objects.filter(poll=poll, place=1).update(counted=7)

    found = actions.recount(by="sampadak", at=NOON)
    assert (found.votes, found.wrong, found.broken, found.unsealed) == (5, (poll.pk,), 0, 0)
    assert tally(poll)[0] == [0, 5, 0]
    polling.unguard()
    Vote.objects.filter(pk=Vote.objects.order_by("pk")[2].pk).update(choice=1)
    assert actions.recount(by="sampadak", at=NOON).broken == 1


def test_a_vote_that_was_put_in_or_taken_out_is_noticed(readers: Readers) -> None:
    poll = polling.asked(NOON)
    for address in places(3):
        readers.vote(poll, address=address)
    tally(poll)
    first = Vote.objects.order_by("pk")[0]
    Vote.objects.create(digest="0" * 32, crowd=first.crowd, choice=1, at=NOON)

    assert actions.recount(by="sampadak", at=NOON).unsealed == 1
    polling.unguard()
    Vote.objects.filter(pk=first.pk).delete()
    assert actions.recount(by="sampadak", at=NOON).broken == 1


def test_pages_made_together_share_their_queries(
    story: ArticlePage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1), together(), recording():
        queries.gather_polls([story.number, 10**6, 10**6 + 1])
        assert [queries.polls_of_story(one) for one in (story.number, 10**6)] == [(), ()]
    polling.asked(NOON, story=story.number)
    with django_assert_num_queries(2), recording() as keys:
        assert len(queries.polls_of_story(story.number)) == 1
    assert f"polls:story/{story.number}" in keys


def test_adding_votes_costs_the_same_queries_however_many_they_are(
    readers: Readers, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    poll = polling.asked(NOON)
    readers.vote(poll)
    tally(poll)
    for address in places(50):
        readers.vote(poll, address=address)

    with django_assert_num_queries(16):
        assert actions.drain() == 50


def test_a_poll_of_a_story_that_went_away_stays_readable(
    story: ArticlePage, readers: Readers
) -> None:
    poll = polling.asked(NOON, story=story.number)
    story.unpublish()

    assert render(f"/matdan/{poll.pk}/").status == 200


def test_times_are_typed_on_the_papers_clock(desk: Client) -> None:
    desk.post("/newsroom/polls/new/", typed(closes_at="2026-11-26T18:00"))

    assert Poll.objects.get().closes_at - NOON == timedelta(hours=6)
