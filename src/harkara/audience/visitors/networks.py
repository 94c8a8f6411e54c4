"""Networks: a reader's connection under a name that leads nowhere once its day's secret is gone."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from django.utils import timezone

from harkara.audience.visitors.models import DailySecret
from harkara.audience.visitors.places import place

SECRETS_KEPT = timedelta(days=30)
"""So long a name can be told again from its address; the rooms forget the names far sooner."""
NAME_LENGTH = 8 + 1 + 32
"""How long a name is: the day, a dot, and half of a SHA-256."""
_SECRET_BYTES = 32


def network_name(address: str, at: datetime) -> str:
    """Return the name an address has on the day of `at`; the first one of a day makes its secret.

    One query, two more on the first call of a day.
    """
    return namer(at)(address)


def namer(at: datetime) -> Callable[[str], str]:
    """Return what names addresses on the day of `at`, for who has many to name on that day.

    One query, two more on the first call of a day; none for each name.
    """
    day = timezone.localdate(at)
    kept, _made = DailySecret.objects.get_or_create(
        day=day, defaults={"secret": secrets.token_bytes(_SECRET_BYTES)}
    )
    return partial(_name, day, bytes(kept.secret))


def all_names(address: str) -> list[str]:
    """Return the names an address has under every secret that is still kept. One query."""
    kept = DailySecret.objects.order_by("day").values_list("day", "secret")
    return [_name(day, bytes(secret), address) for day, secret in kept]


def forget_secrets(at: datetime) -> int:
    """Drop the secrets whose time is over, and return how many those were."""
    oldest = timezone.localdate(at - SECRETS_KEPT)
    return DailySecret.objects.filter(day__lt=oldest).delete()[0]


def _name(day: date, secret: bytes, address: str) -> str:
    digest = hmac.new(secret, place(address).encode(), hashlib.sha256).hexdigest()
    return f"{day:%Y%m%d}.{digest[:32]}"
