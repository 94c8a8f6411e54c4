"""What was read from an old font in a story that came by itself is shown, and can be undone."""

import json
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from tests.intake.wire_samples import agency, item

from harkara.intake.actions.wiring import take
from harkara.intake.sources.wires import read_wire
from harkara.newsroom.models import ArticlePage

NOON = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
TYPED = "jktLFkku ljdkj us dgk fd fdlkuksa dks jkgr feysxh"


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def story(paper: None) -> ArticlePage:
    told = read_wire(item(1, f"पहला पैरा।\n{TYPED}"))
    take(told, agency(), at=NOON, get_photo=lambda _place: b"")
    found: ArticlePage = ArticlePage.objects.get()
    return found


def newest(story: ArticlePage) -> str:
    article = ArticlePage.objects.get(pk=story.pk)
    return str(article.get_latest_revision_as_object().body.raw_data)


def test_a_text_that_was_read_is_listed_and_goes_back_as_it_was_typed(
    desk: Client, story: ArticlePage
) -> None:
    page = f"/newsroom/intake/story/{story.pk}/"
    assert TYPED in desk.get(page).content.decode()
    assert "राजस्थान सरकार" in str(story.body.raw_data)

    desk.post(page, {"as_typed": ["0"]})

    assert TYPED in newest(story)
    assert "राजस्थान सरकार" not in newest(story)
    assert "जैसा टाइप हुआ था" in desk.get(page).content.decode()


def test_a_text_that_was_read_in_parts_goes_back_as_a_whole(
    desk: Client, story: ArticlePage, editor: User
) -> None:
    read = "राजस्थान सरकार ने कहा कि किसानों को राहत मिलेगी"
    edited = story.get_latest_revision_as_object()
    value = (
        f'<p data-block-key="a1"><b>पहले</b> {read.replace("सरकार", "<b>सरकार</b>")} <i>अब</i></p>'
    )
    edited.body = json.dumps([{"type": "paragraph", "value": value}])
    edited.save_revision(user=editor)

    desk.post(f"/newsroom/intake/story/{story.pk}/", {"as_typed": ["0"]})

    assert f'<p data-block-key="a1"><b>पहले</b> {TYPED} <i>अब</i></p>' in newest(story)


def test_what_was_edited_since_stays(desk: Client, story: ArticlePage, editor: User) -> None:
    edited = story.get_latest_revision_as_object()
    edited.body = '[{"type": "paragraph", "value": "<p>डेस्क का पाठ।</p>"}]'
    edited.save_revision(user=editor)

    answer = desk.post(f"/newsroom/intake/story/{story.pk}/", {"as_typed": ["0"]}, follow=True)

    assert "वह वैसा ही छोड़ दिया गया" in answer.content.decode()
    assert "डेस्क का पाठ" in newest(story)
