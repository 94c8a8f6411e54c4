"""Signing in at the newsroom."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from harkara.newsroom.admin.login import MOST_WRONG
from harkara.newsroom.admin.transactions import OneTransaction

RIGHT = "naya-din-7"


@pytest.fixture(autouse=True)
def nothing_counted() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def sign_in(client: Client, password: str, name: str = "sampadak", place: str = "10.0.0.1") -> str:
    """Try to sign in; return the page that comes back, empty when the door opens."""
    form = {"username": name, "password": password}
    response = client.post(reverse("wagtailadmin_login"), form, REMOTE_ADDR=place)
    return "" if response.status_code == 302 else response.content.decode()


def guess(client: Client) -> None:
    """Guess wrongly as often as is allowed."""
    for number in range(MOST_WRONG):
        assert "पांच मिनट" not in sign_in(client, f"galat-{number}")


@pytest.mark.usefixtures("editor")
class TestGuessing:
    """Passwords cannot be tried without end."""

    def test_after_too_many_wrong_passwords_even_the_right_one_waits(self, client: Client) -> None:
        guess(client)

        assert "पांच मिनट रुकें" in sign_in(client, RIGHT)

    def test_the_same_name_in_other_letters_is_the_same_name(self, client: Client) -> None:
        guess(client)

        assert "पांच मिनट रुकें" in sign_in(client, RIGHT, name="SAMPADAK")

    def test_who_guesses_elsewhere_does_not_shut_the_editor_out(self, client: Client) -> None:
        guess(client)

        assert sign_in(client, RIGHT, place="10.0.0.2") == ""

    def test_the_right_password_begins_the_count_anew(self, client: Client) -> None:
        for number in range(MOST_WRONG - 1):
            sign_in(client, f"galat-{number}")
        sign_in(client, RIGHT)
        client.logout()

        guess(client)

        assert "पांच मिनट रुकें" in sign_in(client, RIGHT)


def answer(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("hua")


def test_a_stranger_holds_no_transaction(rf: RequestFactory) -> None:
    request = rf.post("/newsroom/login/")
    request.user = AnonymousUser()

    assert OneTransaction(answer).process_view(request, answer, (), {}) is None


def test_the_desk_writes_in_one(rf: RequestFactory, editor: User) -> None:
    request = rf.post("/newsroom/")
    request.user = editor

    done = OneTransaction(answer).process_view(request, answer, (), {})

    assert done is not None
    assert done.content == b"hua"
