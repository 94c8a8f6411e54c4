"""The door for wires: who has the token is let in, and told in a code what became of an item."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from tests.intake.wire_samples import agency, item

from harkara.intake.actions.tokens import NOTED, make_token, new_token, revoke, service_for
from harkara.intake.models import WireService, WireToken
from harkara.intake.sources.wires import MOST_BYTES
from harkara.newsroom.models import ArticlePage
from harkara.web.limits import CACHE
from harkara.web.views.wires import GUESSES

NOON = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
DOOR = "/intake/wires/agency/"


@pytest.fixture
def token(paper: None) -> str:
    caches[CACHE].clear()
    return new_token(agency(), at=NOON)


def push(token: str, raw: bytes, door: str = DOOR, **headers: str) -> Any:
    # A browser's forgery check would refuse this client; the door wants none.
    client = Client(enforce_csrf_checks=True)
    return client.post(
        door,
        raw,
        content_type="application/json",
        headers={"Authorization": f"Bearer {token}", **headers},
    )


def test_an_item_is_taken_in(token: str) -> None:
    first, again = push(token, item(1)), push(token, item(1))

    article = ArticlePage.objects.get()
    assert (first.status_code, again.status_code) == (201, 200)
    (told,) = first.json()["items"]
    assert told == {
        "item_id": "urn:agency.example:pul-41",
        "outcome": "new",
        "number": article.number,
    }
    assert first.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("wrong", ["", "x", "bearer"])
def test_a_wrong_token_opens_nothing(token: str, wrong: str) -> None:
    assert push(wrong, item(1)).status_code == 401
    assert not ArticlePage.objects.exists()


def test_a_token_opens_its_own_door_alone(token: str) -> None:
    agency(slug="other", name="दूसरी")

    assert push(token, item(1), "/intake/wires/other/").status_code == 401
    assert push(token, item(1), "/intake/wires/nobody/").status_code == 401


def test_a_wire_without_a_token_has_no_open_door(token: str) -> None:
    WireToken.objects.all().delete()

    assert push("", item(1)).status_code == 401


def test_a_wire_that_is_not_taken_has_a_shut_door(token: str) -> None:
    WireService.objects.update(active=False)

    assert push(token, item(1)).status_code == 401


def test_a_new_token_ends_the_old_one(token: str) -> None:
    new = new_token(WireService.objects.get(), at=NOON)

    assert push(token, item(1)).status_code == 401
    assert push(new, item(1)).status_code == 201


def test_of_a_token_only_a_hash_is_kept(token: str) -> None:
    assert token not in str(WireToken.objects.values())


def test_what_is_refused_is_refused_with_the_reason(token: str) -> None:
    answer = push(token, b"{}")

    assert answer.status_code == 422
    assert "ninjs" in answer.json()["error"]


def test_what_is_too_large_is_refused_before_it_is_read(token: str) -> None:
    assert push(token, b" " * (MOST_BYTES + 1)).status_code == 413


def test_the_door_is_for_pushing_alone(token: str, client: Client) -> None:
    answer = client.get(DOOR)

    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


def test_who_guesses_tokens_is_told_to_wait(token: str) -> None:
    for _ in range(GUESSES.most):
        push("guess", item(1))
    answer = push("guess", item(1))

    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) <= 60
    assert push(token, item(1)).status_code == 201


def test_a_good_token_has_a_limit_of_its_own_that_the_site_sets(token: str, settings: Any) -> None:
    other = make_token(WireService.objects.get(), at=NOON, label="दूसरा")
    settings.HARKARA = replace(settings.HARKARA, wire_items=2)

    answers = [push(token, item(1)).status_code for _ in range(3)]

    assert answers == [201, 200, 429]
    assert push(other, item(1)).status_code == 200


def test_a_good_token_is_good_for_thousands_of_items_a_minute(token: str) -> None:
    assert {push(token, b"{}").status_code for _ in range(300)} == {422}


def test_a_token_is_made_beside_others_and_ends_alone(token: str) -> None:
    other = make_token(WireService.objects.get(), at=NOON, label="दूसरा सर्वर")

    assert revoke(WireToken.objects.get(label="").pk, at=NOON)
    assert not revoke(WireToken.objects.get(label="").pk, at=NOON)
    assert push(token, item(1)).status_code == 401
    assert push(other, item(1)).status_code == 201


def test_it_is_noted_when_a_token_was_used(token: str) -> None:
    service_for("agency", token, at=NOON)
    service_for("agency", token, at=NOON + NOTED / 2)
    assert WireToken.objects.get().used_at == NOON

    service_for("agency", token, at=NOON + 2 * NOTED)
    assert WireToken.objects.get().used_at == NOON + 2 * NOTED
