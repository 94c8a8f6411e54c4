"""What is known of a visitor, for how long, and what shows that a form is ours."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from harkara.audience.models import DailySecret, SpentToken
from harkara.audience.visitors.networks import (
    NAME_LENGTH,
    SECRETS_KEPT,
    all_names,
    forget_secrets,
    network_name,
)
from harkara.audience.visitors.places import place
from harkara.audience.visitors.tokens import (
    BadToken,
    forget_spent,
    is_stamp,
    lasting_token,
    one_time_token,
    read_lasting,
    read_token,
    spend,
    stamp,
)
from harkara.config import Config

NOON = datetime(2026, 11, 26, 6, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
READER, OTHER = "203.0.113.7", "203.0.113.8"


def test_a_customer_with_many_addresses_is_one_place() -> None:
    assert place("2001:db8:1:2::1") == place("2001:db8:1:2:ffff::1") != place("2001:db8:1:3::1")


def test_what_is_no_address_is_one_place_too() -> None:
    assert place("") == place("nonsense") == "unknown"


@pytest.mark.django_db
def test_a_network_has_one_name_all_day_and_another_one_tomorrow() -> None:
    name = network_name(READER, NOON)

    assert network_name(READER, NOON + HOUR) == name
    assert network_name(OTHER, NOON) != name
    assert network_name(READER, NOON + timedelta(days=1)) != name
    assert len(name) == NAME_LENGTH
    assert READER not in name


@pytest.mark.django_db
def test_a_reader_is_told_again_under_every_secret_that_is_kept() -> None:
    names = [network_name(READER, NOON + timedelta(days=days)) for days in range(3)]

    assert all_names(READER) == names
    assert not set(all_names(OTHER)) & set(names)


@pytest.mark.django_db
def test_no_hash_leads_back_once_its_secret_is_dropped() -> None:
    name = network_name(READER, NOON)

    assert forget_secrets(NOON + SECRETS_KEPT) == 0
    assert forget_secrets(NOON + SECRETS_KEPT + timedelta(days=1)) == 1
    assert not DailySecret.objects.exists()
    assert network_name(READER, NOON) != name


def test_a_stamp_is_the_same_for_every_reader_and_another_for_every_page() -> None:
    assert stamp("comment", "7") == stamp("comment", "7")
    assert is_stamp(stamp("comment", "7"), "comment", "7")
    assert not is_stamp(stamp("comment", "7"), "comment", "8")
    assert not is_stamp(stamp("comment", "7"), "vote", "7")
    assert not is_stamp("", "comment", "7")
    assert not is_stamp("हिंदी", "comment", "7")


def test_a_stamp_outlives_the_process_that_founded_the_home(
    settings: Settings, tmp_path: Path
) -> None:
    settings.HARKARA = Config(home=tmp_path)
    settings.HARKARA.database_file.touch()
    made_while_founding = stamp("comment", "7")

    settings.SECRET_KEY = "another process's own"

    assert is_stamp(made_while_founding, "comment", "7")


@pytest.mark.django_db
def test_a_one_time_token_is_spent_once() -> None:
    token = one_time_token("comment", "7", NOON)
    ticket = read_token(token, "comment", "7", NOON + timedelta(seconds=5), HOUR)

    spend(ticket, HOUR)

    with pytest.raises(BadToken):
        spend(ticket, HOUR)
    assert ticket.made_at == NOON


@pytest.mark.parametrize(
    ("purpose", "page", "later"),
    [
        ("vote", "7", timedelta(0)),
        ("comment", "8", timedelta(0)),
        ("comment", "7", HOUR + timedelta(seconds=1)),
        ("comment", "7", timedelta(seconds=-1)),
    ],
)
def test_a_token_opens_nothing_but_its_own_form_and_in_its_time(
    purpose: str, page: str, later: timedelta
) -> None:
    token = one_time_token("comment", "7", NOON)

    with pytest.raises(BadToken):
        read_token(token, purpose, page, NOON + later, HOUR)


@pytest.mark.parametrize("token", ["", "7|1|x", "7|nan|x:abc", "\x00", "क" * 5000])
def test_a_forged_token_is_refused(token: str) -> None:
    with pytest.raises(BadToken):
        read_token(token, "comment", "7", NOON, HOUR)
    with pytest.raises(BadToken):
        read_lasting(token, "comment")


def test_who_holds_a_lasting_token_is_known_again() -> None:
    assert read_lasting(lasting_token("writer", "12"), "writer") == "12"
    with pytest.raises(BadToken):
        read_lasting(lasting_token("writer", "12"), "reader")


@pytest.mark.django_db
def test_spent_tokens_are_forgotten_when_they_are_too_old_to_be_tried() -> None:
    spend(read_token(one_time_token("comment", "7", NOON), "comment", "7", NOON, HOUR), HOUR)

    assert forget_spent(NOON + HOUR) == 0
    assert forget_spent(NOON + HOUR + timedelta(seconds=1)) == 1
    assert not SpentToken.objects.exists()
