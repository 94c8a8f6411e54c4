"""A paper with a live story, readers who comment on it, and an editor who decides."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from tests.counting import nothing_counted  # noqa: F401 (a fixture)
from tests.newsroom.conftest import (  # noqa: F401 (fixtures)
    at_the_desk,
    desh,
    editor,
    filed,
    khel,
    live,
    paper,
    reporter,
)

from harkara.audience.comments import actions
from harkara.audience.models import Comment
from harkara.audience.visitors.tokens import stamp
from harkara.newsroom.models import ArticlePage
from harkara.press.models import Key
from harkara.web.presenters.comments import PURPOSE

NOON = datetime(2026, 11, 26, 6, 30, tzinfo=UTC)
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)

Say = Callable[..., Comment]
Post = Callable[..., HttpResponse]


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def story(live: Callable[..., ArticlePage]) -> ArticlePage:  # noqa: F811 (a fixture)
    return live()


@pytest.fixture
def say(story: ArticlePage) -> Say:
    """Write a comment on the story; each from a network of its own unless told otherwise."""
    count = 0

    def write(text: str = "पुल का काम समय पर पूरा हुआ, बधाई।", **fields: Any) -> Comment:
        nonlocal count
        count += 1
        same = fields.pop("same", count == 1)
        given: dict[str, Any] = {
            "number": story.number,
            "name": "सीमा",
            "text": text if same else f"{text} {count}",
            "address": f"203.0.{count // 250}.{count % 250}",
            "writer": f"{count:032x}",
            "at": NOON,
        }
        return actions.write(actions.NewComment(**given | fields))

    return write


@pytest.fixture
def accept() -> Callable[..., actions.Decided]:
    """Accept comments as an editor does."""

    def decide(*comments: Comment, status: Comment.Status = Comment.Status.ACCEPTED) -> Any:
        ids = [one.pk for one in comments]
        return actions.decide(actions.Verdict(ids=ids, status=status, by="sampadak", at=NOON))

    return decide


@pytest.fixture
def reader() -> Client:
    """A browser that says where its requests come from, as all do today."""
    return Client(headers={"sec-fetch-site": "same-origin", "origin": "http://testserver"})


@pytest.fixture
def touched(paper: None) -> Callable[[], set[str]]:  # noqa: F811 (a fixture)
    """Return the keys marked since the last call."""
    seen = {"at": 0}

    def since() -> set[str]:
        rows = dict(Key.objects.filter(changed__gt=seen["at"]).values_list("name", "changed"))
        seen["at"] = max(rows.values(), default=seen["at"])
        return set(rows)

    return since


@pytest.fixture
def post(reader: Client, story: ArticlePage) -> Post:
    """Send the form that stands on the story's page."""

    def send(client: Client = reader, **fields: Any) -> Any:
        given = {
            "name": "सीमा",
            "text": "पुल का काम समय पर पूरा हुआ।",
            "stamp": stamp(PURPOSE, str(story.number)),
        }
        return client.post(f"/tippani/{story.number}/", given | fields)

    return send
