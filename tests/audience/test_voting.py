"""Voting: one vote each, whatever is sent; nothing that was thanked for is lost or doubled."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from pytest_django import Settings
from tests.audience import polling
from tests.audience.conftest import DAY, MINUTE, NOON, SECOND
from tests.audience.polling import Readers, places, tally

from harkara.audience.models import Crowd, Poll, Vote
from harkara.audience.polls import actions
from harkara.audience.polls.actions.casting import LONGEST
from harkara.audience.polls.journal import Journal, JournalLost, journals
from harkara.audience.polls.records import Way
from harkara.web.views.polls.door import MOST_BYTES, TAKEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paper")]


@pytest.fixture(autouse=True)
def readers(settings: Settings, tmp_path: Path) -> Iterator[Readers]:
    settings.AUDIENCE_VOTES = str(tmp_path / "votes")
    settings.AUDIENCE_PUZZLE_BITS = 3
    yield Readers(tmp_path / "votes")
    polling.let_go()


@pytest.fixture
def poll(paper: None) -> Poll:
    return polling.asked(NOON)


def test_a_vote_is_taken_counted_and_thanked_for(readers: Readers, poll: Poll) -> None:
    answer = readers.vote(poll, choice=2)

    assert answer.status == 303
    assert answer.headers["Location"].endswith("/#diya")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "Path=/matdan/" in answer.headers["Set-Cookie"]
    assert tally(poll) == ([0, 1, 0], [0, 0, 0])


def test_votes_of_a_town_behind_one_address_all_count(readers: Readers, poll: Poll) -> None:
    for choice in (1, 2, 1, 3, 1, 2, 2, 1):
        assert readers.vote(poll, choice=choice).status == 303

    assert tally(poll) == ([4, 3, 1], [0, 0, 0])


def test_a_token_that_is_sent_again_counts_once(readers: Readers, poll: Poll) -> None:
    fields = [("choice", "1"), *readers.made(poll).items()]

    for _ in range(3):
        readers.send(f"/matdan/{poll.pk}/", fields)
    first = tally(poll)
    polling.let_go()
    readers.send(f"/matdan/{poll.pk}/", fields)

    assert first == tally(poll) == ([1, 0, 0], [0, 0, 0])
    assert Vote.objects.count() == 1


def test_a_token_sent_again_for_another_answer_changes_nothing(
    readers: Readers, poll: Poll
) -> None:
    made = readers.made(poll)
    readers.send(f"/matdan/{poll.pk}/", [("choice", "1"), *made.items()])
    readers.send(f"/matdan/{poll.pk}/", [("choice", "2"), *made.items()])

    assert tally(poll) == ([1, 0, 0], [0, 0, 0])


@pytest.mark.parametrize(
    "choices", [[], ["1", "2", "3"], ["1", "1"], ["0"], ["4"], ["-1"], ["1e0"], ["१"], ["9" * 40]]
)
def test_what_is_not_one_of_the_answers_is_no_vote(
    readers: Readers, poll: Poll, choices: list[str]
) -> None:
    fields = [("choice", one) for one in choices] + list(readers.made(poll).items())

    assert readers.send(f"/matdan/{poll.pk}/", fields).passed
    answer: Any = polling.browser().post(
        f"/matdan/{poll.pk}/", {"choice": choices, **readers.made(poll, "127.0.0.1")}
    )
    assert answer.status_code == 422
    assert "एक उत्तर चुनें" in answer.content.decode()
    assert tally(poll) == ([0, 0, 0], [0, 0, 0])


@pytest.mark.parametrize(
    "said",
    [
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_ORIGIN": "https://evil.example"},
        {"HTTP_ORIGIN": "null"},
        {"HTTP_REFERER": "https://evil.example/"},
        {"HTTP_HOST": "evil.example", "HTTP_ORIGIN": "http://evil.example"},
    ],
)
def test_a_form_on_another_site_votes_nowhere(
    readers: Readers, poll: Poll, said: dict[str, Any]
) -> None:
    made = readers.made(poll)
    fields = [("choice", "1"), *made.items()]

    assert readers.send(f"/matdan/{poll.pk}/", fields, **said).passed
    assert readers.send(f"/matdan/{poll.pk}/token/", **said).passed
    if "HTTP_HOST" not in said:
        browser = polling.browser()
        assert browser.post(f"/matdan/{poll.pk}/", dict(fields), **said).status_code == 403
        assert browser.post(f"/matdan/{poll.pk}/token/", **said).status_code == 403
    assert tally(poll)[0] == [0, 0, 0]


def test_a_link_to_a_vote_votes_nowhere(readers: Readers, poll: Poll) -> None:
    made = readers.made(poll)
    query = "&".join(f"{name}={value}" for name, value in {"choice": "1", **made}.items())

    polling.browser().get(f"/matdan/{poll.pk}/?{query}")

    assert tally(poll)[0] == [0, 0, 0]


def test_a_token_is_good_for_its_poll_its_network_and_its_time(
    readers: Readers, poll: Poll, clock: time_machine.Traveller
) -> None:
    other = polling.asked(NOON)
    fields = [("choice", "1"), *readers.made(poll).items()]

    assert readers.send(f"/matdan/{other.pk}/", fields).passed
    assert readers.send(f"/matdan/{poll.pk}/", fields, address="192.0.2.2").passed
    clock.shift(LONGEST + SECOND)
    assert readers.send(f"/matdan/{poll.pk}/", fields).passed
    assert tally(poll)[0] == tally(other)[0] == [0, 0, 0]


@pytest.mark.parametrize("proof", ["", "1", "0.0.0.0.0.0.0.0", "x" * 5000, "1.2.3.4.5.6.7.क"])
def test_without_the_work_there_is_no_vote_by_script(
    readers: Readers, poll: Poll, proof: str, settings: Settings
) -> None:
    settings.AUDIENCE_PUZZLE_BITS = 12
    token = actions.box().token(poll.pk, "192.0.2.1", Way.SCRIPT, NOON)

    fields = [("choice", "1"), ("once", token), ("proof", proof)]
    assert readers.send(f"/matdan/{poll.pk}/", fields).passed
    assert tally(poll)[0] == [0, 0, 0]


def test_a_flood_of_scripted_votes_is_set_aside_and_it_is_said(
    readers: Readers, poll: Poll
) -> None:
    for address in places(60):
        readers.vote(poll, choice=2, address=address)
    for _ in range(100):
        readers.vote(poll, choice=1, address="203.0.113.9")
    counted, aside = tally(poll)
    assert (counted[1], sum(counted) + sum(aside)) == (60, 160)
    assert aside == [100, 0, 0]

    crowd = Crowd.objects.get(votes=100)
    assert crowd.is_aside
    assert {"busy", "onesided", "alike"} <= set(crowd.reasons)


def test_a_network_takes_its_earlier_votes_aside_with_it(readers: Readers, poll: Poll) -> None:
    for address in places(40):
        readers.vote(poll, choice=2, address=address)
    for _ in range(8):
        readers.vote(poll, choice=1, address="203.0.113.9")
    assert tally(poll)[0] == [8, 40, 0]
    for _ in range(72):
        readers.vote(poll, choice=1, address="203.0.113.9")

    assert tally(poll) == ([0, 40, 0], [80, 0, 0])


def test_who_sends_without_end_waits_a_minute(readers: Readers, poll: Poll) -> None:
    for _ in range(TAKEN.most):
        TAKEN.wait_at("192.0.2.1")

    assert readers.vote(poll).passed
    assert tally(poll)[0] == [0, 0, 0]


def test_what_is_too_large_is_not_read(readers: Readers, poll: Poll) -> None:
    fields = [("choice", "1"), *readers.made(poll).items(), ("x", "x" * MOST_BYTES)]

    assert readers.send(f"/matdan/{poll.pk}/", fields).passed
    answer = polling.browser().post(f"/matdan/{poll.pk}/", dict(fields))
    assert answer.status_code == 413


def test_a_vote_after_the_end_or_before_the_beginning_is_none(
    readers: Readers, poll: Poll, clock: time_machine.Traveller
) -> None:
    later = polling.asked(NOON, opens_at=NOON + DAY, closes_at=NOON + 2 * DAY)
    fields = {"choice": "1", **readers.made(poll, "127.0.0.1")}

    assert readers.send(f"/matdan/{later.pk}/token/").passed
    assert polling.browser().post(f"/matdan/{later.pk}/token/").status_code == 409
    clock.move_to(poll.closes_at)
    answer = polling.browser().post(f"/matdan/{poll.pk}/", fields)
    assert (answer.status_code, answer["Location"]) == (303, f"/matdan/{poll.pk}/")
    assert tally(poll)[0] == [0, 0, 0]


def test_a_browser_that_has_voted_is_told_so(readers: Readers, poll: Poll) -> None:
    cookie = readers.vote(poll).headers["Set-Cookie"].partition(";")[0]
    browser = polling.browser()
    browser.cookies.load(cookie)

    answer = browser.post(f"/matdan/{poll.pk}/", {"choice": "2"})

    assert answer["Location"].endswith("/#pahle")
    assert tally(poll)[0] == [1, 0, 0]


def test_without_a_script_a_page_asks_once_more(
    poll: Poll, clock: time_machine.Traveller, readers: Readers
) -> None:
    browser = polling.browser()

    once_more: Any = browser.post(f"/matdan/{poll.pk}/", {"choice": "2"})
    assert once_more.status_code == 200
    assert tally(poll)[0] == [0, 0, 0]
    fields = polling.form_of(once_more.content)
    assert fields["choice"] == "2"

    too_quick: Any = browser.post(f"/matdan/{poll.pk}/", fields)
    assert too_quick.status_code == 422
    clock.shift(3 * SECOND)
    taken = browser.post(f"/matdan/{poll.pk}/", polling.form_of(too_quick.content))
    assert (taken.status_code, taken["Location"][-5:]) == (303, "#diya")
    assert tally(poll) == ([0, 1, 0], [0, 0, 0])
    assert Crowd.objects.get().plain == 1


def test_a_confirmation_is_good_once_too(
    poll: Poll, clock: time_machine.Traveller, readers: Readers
) -> None:
    once_more: Any = polling.browser().post(f"/matdan/{poll.pk}/", {"choice": "2"})
    clock.shift(5 * SECOND)
    for _ in range(3):
        polling.browser().post(f"/matdan/{poll.pk}/", polling.form_of(once_more.content))

    assert tally(poll)[0] == [0, 1, 0]


def test_many_votes_without_a_script_from_one_network_are_set_aside(
    poll: Poll, clock: time_machine.Traveller, readers: Readers
) -> None:
    for address in places(40):
        readers.vote(poll, choice=1 + int(address[-1]) % 2, address=address)
    forms = [
        polling.form_of(polling.browser().post(f"/matdan/{poll.pk}/", {"choice": "1"}).content)
        for _ in range(25)
    ]
    clock.shift(5 * SECOND)
    for fields in forms:
        polling.browser().post(f"/matdan/{poll.pk}/", fields)

    assert tally(poll)[1] == [25, 0, 0]


def test_nothing_of_a_line_or_header_can_be_forged(readers: Readers, poll: Poll) -> None:
    for address in ("192.0.2.1 \n1 1", "क", ""):
        readers.vote(poll, address=address, HTTP_USER_AGENT="x\ny 7", HTTP_COOKIE="a\r\nb=c")

    assert tally(poll)[0] == [3, 0, 0]
    assert Crowd.objects.count() == 1


def test_no_address_is_written_down(readers: Readers, poll: Poll) -> None:
    readers.vote(poll, address="203.0.113.77")

    [journal] = journals(readers.folder)
    assert b"203.0.113" not in journal.read_bytes()


def test_a_journal_is_removed_when_it_was_read_to_its_end_and_nobody_writes_to_it(
    readers: Readers, poll: Poll
) -> None:
    readers.vote(poll)
    assert tally(poll)[0] == [1, 0, 0]
    assert len(journals(readers.folder)) == 1
    polling.let_go()
    assert tally(poll)[0] == [1, 0, 0]
    assert journals(readers.folder) == []


def test_a_line_that_was_cut_off_by_a_kill_takes_no_other_with_it(
    readers: Readers, poll: Poll
) -> None:
    readers.vote(poll)
    [journal] = journals(readers.folder)
    size = journal.read_bytes().index(b"\0")
    with journal.open("r+b") as file:
        file.seek(size)
        file.write(b"1 7 1 half a li")
    polling.let_go()
    readers.vote(poll, choice=2)

    assert tally(poll)[0] == [1, 1, 0]


def test_a_full_disk_thanks_nobody_and_loses_nothing(
    readers: Readers, poll: Poll, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers.vote(poll)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.pwrite", full)
        assert readers.vote(poll, choice=2).status == 503
    assert readers.vote(poll, choice=3).status == 303
    assert tally(poll)[0] == [1, 0, 1]


def test_a_journal_that_is_full_goes_on_in_another(tmp_path: Path) -> None:
    journal = Journal(tmp_path, size=100)
    for number in range(5):
        journal.append(b"%040d\n" % number)
    journal.close()

    lines = b"".join(one.read_bytes().rstrip(b"\0") for one in journals(tmp_path)).split()
    assert sorted(map(int, lines)) == list(range(5))
    assert len(journals(tmp_path)) == 3


def test_a_folder_that_cannot_be_written_to_refuses_the_line(tmp_path: Path) -> None:
    (tmp_path / "votes").write_text("no folder")

    with pytest.raises(JournalLost):
        Journal(tmp_path / "votes").append(b"x\n")


def test_the_last_votes_are_counted_before_a_poll_is_closed(
    readers: Readers, poll: Poll, clock: time_machine.Traveller
) -> None:
    clock.move_to(poll.closes_at - SECOND)
    readers.vote(poll)
    actions.move_the_marks(poll.closes_at + SECOND)
    poll.refresh_from_db()
    assert poll.stage == "open"
    assert tally(poll)[0] == [1, 0, 0]
    actions.move_the_marks(poll.closes_at + 3 * SECOND)
    poll.refresh_from_db()
    assert poll.stage == "closed"


def test_what_led_to_a_network_is_forgotten_and_its_votes_stay(
    readers: Readers, poll: Poll
) -> None:
    readers.vote(poll)
    before = tally(poll)

    assert actions.forget_networks(NOON + timedelta(days=7, minutes=1)) == 1
    assert Crowd.objects.get().network is None
    assert tally(poll) == before
    assert actions.recount(by="sampadak", at=NOON + MINUTE).wrong == ()
