"""Tokens: the keys to the doors of wires, made, shown once, and revoked."""

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from harkara.intake.models import WireService, WireToken

MOST_LABEL = 80
NOTED = timedelta(minutes=1)
"""So often it is noted that a token is used."""


def make_token(
    service: WireService, *, at: datetime, by: AbstractBaseUser | None = None, label: str = ""
) -> str:
    """Return a new token for a wire's pushes, beside those it has.

    It is shown once: only its hash is kept. A token is random and long, so a plain hash does.
    """
    token = token_urlsafe(32)
    WireToken.objects.create(
        service=service,
        label=label.strip()[:MOST_LABEL],
        token_hash=_hash(token),
        made_at=at,
        made_by_id=by.pk if by is not None else None,
    )
    return token


@transaction.atomic
def new_token(service: WireService, *, at: datetime) -> str:
    """Return a new token for a wire's pushes; all it had are good for nothing from now on."""
    WireToken.objects.filter(service=service, ended_at__isnull=True).update(ended_at=at)
    return make_token(service, at=at)


def revoke(token_id: int, *, at: datetime) -> bool:
    """End a token; say whether it was still good."""
    return bool(WireToken.objects.filter(pk=token_id, ended_at__isnull=True).update(ended_at=at))


def service_for(slug: str, token: str, *, at: datetime) -> WireService | None:
    """Return the wire whose door a token opens, and note its use; None if it opens none.

    Tokens are looked for by their hash, which tells nobody how near a guess was.
    """
    known = (
        WireToken.objects.filter(
            token_hash=_hash(token),
            ended_at__isnull=True,
            service__slug=slug,
            service__active=True,
        )
        .select_related("service")
        .first()
    )
    if known is None:
        return None
    if known.used_at is None or known.used_at < at - NOTED:
        WireToken.objects.filter(pk=known.pk).update(used_at=at)
    return known.service


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()
