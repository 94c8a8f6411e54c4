"""Tokens of wires in the newsroom: made, shown once, listed and revoked."""

import re
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from tests.intake.wire_samples import agency

from harkara.intake.actions.tokens import make_token, service_for
from harkara.intake.models import WireService, WireToken

PAGE = "/newsroom/intake/tokens/"
NOON = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def service(paper: None) -> WireService:
    return agency()


def test_a_token_is_shown_once_and_opens_its_door(desk: Client, service: WireService) -> None:
    told = desk.post(PAGE, {"service": service.pk, "label": "नया सर्वर"})

    found = re.search(r'<code class="intake-token">([\w-]{40,})</code>', told.content.decode())
    assert found
    assert "no-store" in told.headers["Cache-Control"]
    assert service_for("agency", found[1], at=NOON) == service
    again = desk.get(PAGE).content.decode()
    assert found[1] not in again
    assert "नया सर्वर" in again


def test_a_token_is_revoked_there(desk: Client, service: WireService) -> None:
    token = make_token(service, at=NOON)

    answer = desk.post(f"{PAGE}{WireToken.objects.get().pk}/revoke/", follow=True)

    assert "टोकन रद्द" in answer.content.decode()
    assert service_for("agency", token, at=NOON) is None


def test_who_does_not_look_after_wires_sees_no_token(
    client: Client, service: WireService, reporter: User
) -> None:
    make_token(service, at=NOON)
    client.force_login(reporter)

    assert client.get(PAGE).status_code in (302, 403)
    assert client.post(f"{PAGE}{WireToken.objects.get().pk}/revoke/").status_code in (302, 403)
    assert WireToken.objects.get().ended_at is None


def test_many_tokens_cost_no_more_queries(
    desk: Client, service: WireService, editor: User, django_assert_max_num_queries: object
) -> None:
    for n in range(30):
        make_token(service, at=NOON, by=editor, label=str(n))

    with django_assert_max_num_queries(20):  # type: ignore[operator]
        assert desk.get(PAGE).status_code == 200
