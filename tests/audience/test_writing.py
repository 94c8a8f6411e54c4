"""Readers write, change and remove comments."""

from collections.abc import Callable

import pytest
from tests.audience.conftest import DAY, MINUTE, NOON, SECOND, Say

from harkara.audience.comments import actions, refusals
from harkara.audience.comments.actions import writing
from harkara.audience.comments.records import Mode
from harkara.audience.models import Ban, Comment, Decision
from harkara.newsroom.models import ArticlePage, SectionPage

pytestmark = pytest.mark.django_db
Accept = Callable[..., actions.Decided]
Status = Comment.Status


def test_a_comment_waits_for_the_desk(say: Say) -> None:
    comment = say()

    assert comment.status == Status.WAITING
    assert comment.sheet is None
    assert [one.kind for one in comment.decisions.all()] == [Decision.Kind.WRITTEN]


def test_neither_address_nor_anything_like_it_is_kept(say: Say) -> None:
    say(address="198.51.100.23")

    row = Comment.objects.values().get()

    assert "198.51.100" not in repr(row)


def test_words_are_repaired_and_stay_plain(say: Say) -> None:
    comment = say("लाॅग  अाज ।\r\n\r\n\r\n\r\n<b>वाह</b>\u202e", name=" राम \n लाल ")

    assert comment.text == "लॉग आज।\n\n<b>वाह</b>"
    assert comment.name == "राम लाल"


def test_a_comment_typed_in_an_old_font_is_read(say: Say) -> None:
    assert say("vkt ljdkj us dgk fd iqy dk dke iwjk gks x;k gS").text == (
        "आज सरकार ने कहा कि पुल का काम पूरा हो गया है"
    )


@pytest.mark.parametrize(
    "text", ["Good morning 🌻🌹", "bahut achha kaam hua", "chd jaoge", "o͢n͢l͢i͢n͢e͢ 😛😂"]
)
def test_roman_words_are_never_taken_for_an_old_font(say: Say, text: str) -> None:
    assert say(text).text == text


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"name": " \u200d "}, refusals.NoName),
        ({"name": "क" * 61}, refusals.NameTooLong),
        ({"name": "क" * 100_000}, refusals.NameTooLong),
        ({"text": " \n.. "}, refusals.NoText),
        ({"text": "क ख " * 501}, refusals.TextTooLong),
        ({"text": "क" * 1_000_000}, refusals.TextTooLong),
        ({"number": 987_654}, refusals.NotOnSite),
        ({"parent_id": 987_654}, refusals.NotOnSite),
    ],
)
def test_what_cannot_be_taken_is_refused(
    say: Say, fields: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        say(**fields)
    assert not Comment.objects.exists()


def test_an_answer_stands_below_the_head_of_its_thread(say: Say, accept: Accept) -> None:
    head = say()
    accept(head)
    answer = say(parent_id=head.pk)
    accept(answer)

    assert say(parent_id=answer.pk).parent_id == head.pk


def test_nobody_answers_what_waits(say: Say) -> None:
    with pytest.raises(refusals.NotOnSite):
        say(parent_id=say().pk)


def test_the_same_words_from_the_same_place_are_taken_once(say: Say) -> None:
    say("क्या बात है!", same=True, address="192.0.2.1")

    with pytest.raises(refusals.SaidBefore):
        say("क्या  बात है", same=True, address="192.0.2.1")


def test_the_same_words_from_many_places_are_doubtful(say: Say) -> None:
    for _ in range(writing.MANY_ALIKE):
        say("सबको यह बात बताइए", same=True)

    last = say("सबको यह बात बताइए!", same=True)

    assert ["alike", ""] in last.reasons


def test_a_flood_from_one_network_is_stopped(say: Say) -> None:
    for _ in range(writing.MOST_OF_NETWORK):
        say(address="192.0.2.1")

    with pytest.raises(refusals.TooMany):
        say(address="192.0.2.1")
    assert say(address="192.0.2.2").pk


def test_a_flood_from_one_browser_is_stopped(say: Say) -> None:
    for _ in range(writing.MOST_OF_WRITER):
        say(writer="a" * 32)

    with pytest.raises(refusals.TooMany):
        say(writer="a" * 32)


@pytest.mark.parametrize("kind", [Ban.Kind.WRITER, Ban.Kind.NETWORK])
def test_who_is_shut_out_cannot_write_until_it_is_over(say: Say, kind: Ban.Kind) -> None:
    place = {"address": "192.0.2.9", "writer": "b" * 32}
    actions.shut_out(say(**place).pk, kind, DAY, by="sampadak", at=NOON)

    with pytest.raises(refusals.ShutOut):
        say(**place)
    with pytest.raises(refusals.ShutOut):
        say(**place, at=NOON + DAY - SECOND)
    assert say(**place, at=NOON + DAY + SECOND).pk


def test_a_lifted_ban_shuts_out_nobody(say: Say) -> None:
    ban = actions.shut_out(say(writer="c" * 32).pk, Ban.Kind.WRITER, DAY, by="s", at=NOON)

    actions.lift(ban.pk)

    assert say(writer="c" * 32).pk


def test_nobody_is_shut_out_whose_network_is_forgotten(say: Say) -> None:
    comment = say()
    Comment.objects.update(network="")

    with pytest.raises(actions.NotInReach):
        actions.shut_out(comment.pk, Ban.Kind.NETWORK, DAY, by="sampadak", at=NOON)


def test_where_the_desk_looks_afterwards_a_comment_is_shown_at_once(
    say: Say, desh: SectionPage
) -> None:
    actions.set_rule(desh.pk, Mode.AFTER, None, at=NOON)

    comment = say()

    assert (comment.status, comment.sheet) == (Status.ACCEPTED, 1)


@pytest.mark.parametrize(
    "text",
    [
        "देखिए https://example.org/x",
        "example.com पर जाइए",
        "फोन 98765 43210 पर बात करें",
        "लिखें ram.lal@example.org",
        "तू हरामखोर है",
        "tu haraamkhor hai",
        "तू ह*रा*म*खोर है, ह.रा.म.खोर",
    ],
)
def test_links_numbers_and_abuse_are_held_back_there_too(
    say: Say, desh: SectionPage, text: str
) -> None:
    actions.set_rule(desh.pk, Mode.AFTER, None, at=NOON)

    assert say(text).status == Status.WAITING


def test_a_closed_section_takes_nothing(say: Say, desh: SectionPage) -> None:
    actions.set_rule(desh.pk, Mode.CLOSED, None, at=NOON)

    with pytest.raises(refusals.Closed):
        say()


def test_a_story_closes_after_its_days(say: Say, desh: SectionPage) -> None:
    actions.set_rule(desh.pk, Mode.BEFORE, 3, at=NOON)

    assert say(at=NOON + 3 * DAY - MINUTE).pk
    with pytest.raises(refusals.Closed):
        say(at=NOON + 3 * DAY + MINUTE)


def test_who_falls_into_the_trap_is_set_aside_as_spam(say: Say) -> None:
    assert say(is_trapped=True).status == Status.SPAM


def test_a_writer_changes_her_words_for_two_minutes(say: Say) -> None:
    comment = say()

    actions.change_own(comment.pk, name="सीमा", text="बदली हुई बात", at=NOON + 2 * MINUTE)

    comment.refresh_from_db()
    assert (comment.text, comment.edited_at) == ("बदली हुई बात", NOON + 2 * MINUTE)
    with pytest.raises(refusals.TooLate):
        actions.change_own(comment.pk, name="सीमा", text="फिर", at=NOON + 2 * MINUTE + SECOND)


def test_changed_words_that_are_doubtful_leave_the_page(say: Say, desh: SectionPage) -> None:
    actions.set_rule(desh.pk, Mode.AFTER, None, at=NOON)
    comment = say()

    actions.change_own(comment.pk, name="सीमा", text="तू हरामखोर है", at=NOON + MINUTE)

    comment.refresh_from_db()
    assert (comment.status, comment.sheet) == (Status.WAITING, None)


def test_a_removed_comment_leaves_nothing_of_its_writer(say: Say, accept: Accept) -> None:
    comment = say()
    accept(comment)

    actions.remove_own(comment.pk, at=NOON + DAY)

    comment.refresh_from_db()
    assert comment.status == Status.REMOVED
    assert not any([comment.name, comment.text, comment.writer, comment.network, comment.likeness])
    with pytest.raises(refusals.GoneAlready):
        actions.remove_own(comment.pk, at=NOON + DAY)


def test_a_story_takes_its_comments_with_it(say: Say, story: ArticlePage) -> None:
    say()

    story.delete()

    assert not Comment.objects.exists()
