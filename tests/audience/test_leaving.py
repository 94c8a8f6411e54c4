"""Readers' comments go out with their site and come in again, with their threads."""

import io
import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from tests.audience.conftest import NOON, Say
from tests.audience.test_adopting import moved

from harkara.audience.comments import actions
from harkara.audience.models import Ban, Comment
from harkara.intake.exporting.jsonl import write_jsonl
from harkara.intake.exporting.wxr import write_wxr
from harkara.intake.models import ForeignId, KeptComment
from harkara.newsroom.models import ArticlePage
from harkara.web.passing import readers_of_the_site, take_comments

pytestmark = pytest.mark.django_db
SITE = "https://sohni.example"
Accept = Any


@pytest.fixture
def talk(story: ArticlePage, say: Say, accept: Accept) -> list[Comment]:
    """A thread that was accepted, one comment of each other status, and one that moved in."""
    head = say("पुल < सड़क & नदी", same=True)
    accept(head)
    answer = say("सही कहा", parent_id=head.pk)
    rejected, spam, waiting, gone = (say(word) for word in ("एक", "दो", "तीन", "चार"))
    accept(answer)
    accept(rejected, status=Comment.Status.REJECTED)
    accept(spam, status=Comment.Status.SPAM)
    actions.remove_own(gone.pk, at=NOON)
    actions.change_own(waiting.pk, name="मीरा", text="बदला हुआ", at=NOON + timedelta(seconds=60))
    Ban.objects.create(kind="network", value=head.network, until=NOON, by="s", at=NOON)
    actions.adopt(story.number, [moved("wxr khabar 7")], at=NOON)
    return list(Comment.objects.order_by("pk"))


def written() -> list[dict[str, Any]]:
    out = io.StringIO()
    write_jsonl(out, site=SITE, readers=readers_of_the_site())
    return [json.loads(line) for line in out.getvalue().splitlines()]


def comments(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return (line for line in lines if line["type"] == "comment")


def told() -> list[tuple[Any, ...]]:
    rows = Comment.objects.order_by("written_at", "text", "pk").select_related("parent")
    return [
        (one.story_id, one.status, one.name, one.text, one.written_at, one.edited_at,
         one.decided_at, one.sheet, one.parent and one.parent.text)
        for one in rows
    ]  # fmt: skip


def known_here(story: ArticlePage) -> None:
    ForeignId.objects.create(
        source_kind="jsonl",
        source_key="sohni.example",
        foreign_id=str(story.number),
        article=story,
        received_at=NOON,
    )


def test_all_comments_come_back_the_same(story: ArticlePage, talk: list[Comment]) -> None:
    before, lines = told(), written()
    Comment.objects.all().delete()
    known_here(story)

    assert take_comments("sohni.example", comments(lines), at=NOON) == len(talk)

    assert told() == before
    assert take_comments("sohni.example", comments(lines), at=NOON) == 0
    # What moved in there is known by its own name, and is not adopted a second time.
    assert actions.adopt(story.number, [moved("wxr khabar 7")], at=NOON) == 0


def test_nothing_that_leads_to_a_reader_goes_out(story: ArticlePage, talk: list[Comment]) -> None:
    text = json.dumps(written())

    for one in talk:
        for secret in (one.writer, one.network):
            assert not secret or secret not in text


def test_what_no_program_of_ours_would_write_is_passed_over(story: ArticlePage) -> None:
    known_here(story)
    whole = {"id": 1, "story": story.number, "written_at": NOON.isoformat(), "text": "ख"}
    odd: list[dict[str, Any]] = [
        {},
        whole | {"id": "x"},
        whole | {"id": 2, "story": 10**30},
        whole | {"id": 3, "story": [1]},
        whole | {"id": 4, "written_at": "कल"},
        whole | {"id": 5, "status": "great", "name": None, "answers": {"a": 1}},
    ]

    assert take_comments("sohni.example", odd, at=NOON) == 1
    assert Comment.objects.get().status == Comment.Status.WAITING


def test_a_wordpress_export_has_what_was_accepted_with_its_thread(
    story: ArticlePage, talk: list[Comment]
) -> None:
    KeptComment.objects.create(
        source_kind="wxr", source_key="khabar", foreign_id="7", article=story, author="राम",
        status="approved", text="बात wxr khabar 7", written_at=NOON,
    )  # fmt: skip
    out = io.StringIO()

    write_wxr(out, site=SITE, readers=readers_of_the_site())

    text = out.getvalue()
    assert text.count("<wp:comment>") == 3
    assert "पुल &lt; सड़क &amp; नदी" in text
    assert "बदला हुआ" not in text
    head = text.partition("<wp:comment_content><![CDATA[पुल")[0].rpartition("<wp:comment_id>")[2]
    assert f"<wp:comment_parent>{head.partition('<')[0]}</wp:comment_parent>" in text
