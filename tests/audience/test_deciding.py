"""The desk decides about comments: queue, undo, bans, trail, and who may."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.audience.conftest import DAY, NOON, Say

from harkara.audience.comments import actions
from harkara.audience.comments.actions.forgetting import (
    forget_bans,
    forget_networks,
    forget_the_rejected,
)
from harkara.audience.comments.models.decision import Unchangeable
from harkara.audience.comments.queries import desk
from harkara.audience.models import Ban, Comment, Decision, Report, SectionRule
from harkara.newsroom.actions.founding import EDITORS
from harkara.newsroom.models import SectionPage

pytestmark = pytest.mark.django_db
Accept = Callable[..., actions.Decided]
Status = Comment.Status
QUEUE = "/newsroom/comments/"


def test_a_decision_is_noted_with_who_and_why(say: Say) -> None:
    comment = say()

    actions.decide(
        actions.Verdict(
            ids=[comment.pk], status=Status.REJECTED, by="sampadak", at=NOON, reason="abuse"
        )
    )

    line = comment.decisions.first()
    assert line is not None
    assert (line.kind, line.by, line.reason, line.before) == (
        "rejected",
        "sampadak",
        "abuse",
        "waiting",
    )


def test_a_line_of_the_trail_is_never_changed(say: Say) -> None:
    line = say().decisions.get()

    line.by = "kisi-aur-ne"

    with pytest.raises(Unchangeable):
        line.save()


def test_a_decision_is_undone_as_a_whole(say: Say, accept: Accept) -> None:
    comments = [say() for _ in range(3)]
    decided = accept(*comments)

    assert actions.undo(decided.batch, by="sampadak", at=NOON) == 3

    assert set(Comment.objects.values_list("status", "sheet")) == {(Status.WAITING, None)}
    assert actions.undo(decided.batch, by="sampadak", at=NOON) == 0


def test_what_was_decided_anew_stays(say: Say, accept: Accept) -> None:
    first, second = say(), say()
    decided = accept(first, second)
    accept(first, status=Status.SPAM)

    assert actions.undo(decided.batch, by="sampadak", at=NOON) == 1

    first.refresh_from_db()
    assert first.status == Status.SPAM


def test_what_its_writer_removed_comes_back_by_no_decision(say: Say, accept: Accept) -> None:
    comment = say()
    decided = accept(comment)
    actions.remove_own(comment.pk, at=NOON)

    assert accept(comment).count == 0
    assert actions.undo(decided.batch, by="sampadak", at=NOON) == 0


def test_nothing_is_undone_by_no_name(say: Say) -> None:
    say()

    assert actions.undo("", by="sampadak", at=NOON) == 0


def test_networks_are_forgotten_after_a_week(say: Say, accept: Accept) -> None:
    comment = say()
    accept(comment)
    complaint = actions.Complaint(
        comment_id=comment.pk, reason="abuse", address="192.0.2.3", at=NOON
    )
    actions.complain(complaint)

    assert forget_networks(NOON + 7 * DAY) == 0
    assert forget_networks(NOON + 8 * DAY) == 2
    assert Comment.objects.get().network == Report.objects.get().network == ""


def test_what_was_rejected_is_deleted_after_half_a_year(say: Say, accept: Accept) -> None:
    rejected, accepted = say(), say()
    accept(rejected, status=Status.REJECTED)
    accept(accepted)

    assert forget_the_rejected(NOON + 180 * DAY) == 0
    assert forget_the_rejected(NOON + 181 * DAY) == 1
    assert Comment.objects.get() == accepted


def test_bans_that_are_over_are_forgotten(say: Say) -> None:
    actions.shut_out(say().pk, Ban.Kind.NETWORK, 30 * DAY, by="sampadak", at=NOON)

    assert forget_bans(NOON + 21 * DAY) == 0
    assert forget_bans(NOON + 22 * DAY) == 1


def test_erasing_leaves_no_word(say: Say, accept: Accept) -> None:
    comment = say(name="राम लाल")
    accept(comment)

    assert actions.erase([comment.pk], by="sampadak", at=NOON) == 1

    assert "राम" not in repr(Comment.objects.values().get())
    assert comment.decisions.filter(kind=Decision.Kind.ERASED, by="sampadak").exists()


def test_an_editor_works_through_the_queue(at_the_desk: Client, say: Say) -> None:
    first, second, third = say("पहली बात"), say("दूसरी बात"), say("tu chutiya hai")

    page = at_the_desk.get(QUEUE).content.decode()
    assert page.index("पहली बात") < page.index("दूसरी बात")
    assert "गाली: chutiya" in page

    at_the_desk.post(QUEUE, {"do": f"accepted-{first.pk}"})
    after: Any = at_the_desk.post(
        QUEUE, {"do": "rejected", "comment": [second.pk, third.pk], "reason": "abuse"}
    )

    statuses = dict(Comment.objects.values_list("pk", "status"))
    assert statuses == {
        first.pk: Status.ACCEPTED,
        second.pk: Status.REJECTED,
        third.pk: Status.REJECTED,
    }
    shown = at_the_desk.get(after["Location"])
    batch = Decision.objects.filter(kind="rejected").values_list("batch", flat=True)[0]
    assert f'name="undo" value="{batch}"' in shown.content.decode()
    at_the_desk.post(QUEUE, {"undo": batch})
    assert Comment.objects.filter(status=Status.WAITING).count() == 2


def test_a_list_costs_the_same_however_long_it_is(
    say: Say, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = say()
    for more in (0, 30):
        Comment.objects.bulk_create(
            Comment(story_id=first.story_id, name="राम", text="बात", written_at=NOON)
            for _ in range(more)
        )
        for view in desk.View.ALL:
            Comment.objects.update(
                status=Status(view) if view in Status.values else Status.WAITING,
                sheet=1 if view == "accepted" else None,
                weight=0.9 if view == "doubtful" else 0.1,
                reports=0,
            )
            if view == "reported":
                Comment.objects.update(status=Status.ACCEPTED, sheet=1, reports=2)

            with django_assert_num_queries(3 if view == "reported" else 2):
                assert desk.queue(view, 1).shown


@pytest.mark.parametrize(
    "asked",
    [
        {"view": "'; drop"},
        {"page": "-1"},
        {"page": "9" * 40},
        {"batch": "<script>alert(1)</script>"},
        {"view": "spam", "page": "999"},
    ],
)
def test_a_crooked_address_shows_a_list(at_the_desk: Client, asked: dict[str, str]) -> None:
    answer = at_the_desk.get(QUEUE, asked)

    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {"do": "removed-1"},
        {"do": "accepted-x"},
        {"do": "accepted", "comment": ["x", "9" * 40]},
        {"do": ""},
        {"undo": "x"},
    ],
)
def test_a_crooked_form_decides_nothing(
    at_the_desk: Client, say: Say, sent: dict[str, Any]
) -> None:
    say()

    assert at_the_desk.post(QUEUE, sent).status_code == 302
    assert Comment.objects.get().status == Status.WAITING


def test_words_of_readers_are_plain_on_the_desks_screens(at_the_desk: Client, say: Say) -> None:
    comment = say("<script>alert(1)</script>", name="<img src=x onerror=alert(1)>")

    for path in (QUEUE, f"{QUEUE}{comment.pk}/", f"{QUEUE}trail/"):
        page = at_the_desk.get(path).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_an_editor_shuts_out_and_lets_in_again(at_the_desk: Client, say: Say) -> None:
    comment = say()
    door = f"{QUEUE}{comment.pk}/"

    at_the_desk.post(door, {"do": "network", "days": "7", "reason": "abuse"})

    ban = Ban.objects.get()
    assert (ban.kind, ban.value, ban.until) == ("network", comment.network, NOON + 7 * DAY)
    assert "3 दिसंबर" in at_the_desk.get(f"{QUEUE}bans/").content.decode()
    at_the_desk.post(f"{QUEUE}bans/", {"ban": ban.pk})
    assert not Ban.objects.exists()


def test_an_editor_erases_a_comment(at_the_desk: Client, say: Say) -> None:
    comment = say()

    at_the_desk.post(f"{QUEUE}{comment.pk}/", {"do": "erase"})

    assert Comment.objects.get().text == ""
    assert at_the_desk.get(f"{QUEUE}{comment.pk}/").status_code == 200


def test_an_editor_sets_the_rule_of_a_section(at_the_desk: Client, desh: SectionPage) -> None:
    at_the_desk.post(f"{QUEUE}rules/", {"section": desh.pk, "mode": "after", "days": "30"})

    rule = SectionRule.objects.get()
    assert (rule.section_id, rule.mode, rule.days) == (desh.pk, "after", 30)
    page = at_the_desk.get(f"{QUEUE}rules/").content.decode()
    assert 'value="30"' in page


@pytest.mark.parametrize(
    "wrong", [{"mode": "x"}, {"days": "0"}, {"days": "x"}, {"section": "7777"}]
)
def test_a_crooked_rule_changes_nothing(
    at_the_desk: Client, desh: SectionPage, wrong: dict[str, str]
) -> None:
    at_the_desk.post(f"{QUEUE}rules/", {"section": desh.pk, "mode": "after", "days": "30"} | wrong)

    assert not SectionRule.objects.exists()


@pytest.mark.parametrize("path", ["", "1/", "bans/", "trail/", "rules/"])
def test_a_reporter_decides_about_nothing(client: Client, reporter: User, path: str) -> None:
    client.force_login(reporter)

    answer: Any = client.get(f"{QUEUE}{path}")

    # Wagtail leads whoever may not do something back to the first screen.
    assert (answer.status_code, answer["Location"]) == (302, "/newsroom/")


def test_what_waits_is_on_the_first_screen(at_the_desk: Client, say: Say) -> None:
    assert "panel-comments" not in at_the_desk.get("/newsroom/").content.decode()

    say()

    assert "1 टिप्पणी प्रतीक्षा में है।" in at_the_desk.get("/newsroom/").content.decode()


def test_the_editors_of_an_older_home_may_decide_too(paper: None) -> None:
    editors = Group.objects.get(name=EDITORS)
    editors.permissions.clear()
    Permission.objects.filter(codename="moderate_comment").delete()

    step = import_module("harkara.audience.migrations.0003_moderators")
    step.let_editors_decide(apps, None)
    step.let_editors_decide(apps, None)

    assert editors.permissions.filter(codename="moderate_comment").count() == 1
