"""Tokens: what shows that a form is ours, that it is sent once, and who may change what was sent.

A pressed page is the same for every reader, so it carries no token of one reader. It carries a
stamp: a signature of what the form is for and of its page, the same until the home's key changes.
A page that is made for one reader carries a one-time token, which also says when it was made.
"""

import hashlib
import math
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import IntegrityError, transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from harkara.audience.visitors.models import SpentToken

_STAMP_LENGTH = 32
_NONCE_BYTES = 9


class BadToken(Exception):
    """The token is not ours, is for something else, too old, or was used before."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A one-time token that was read: when it was made, and what it is known by once spent."""

    made_at: datetime
    digest: str


def stamp(purpose: str, page: str) -> str:
    """Return the stamp of a form on a pressed page: the same for every reader, without a clock."""
    signed = salted_hmac(
        f"harkara.stamp.{purpose}", page, secret=_lasting_key(), algorithm="sha256"
    )
    return signed.hexdigest()[:_STAMP_LENGTH]


def is_stamp(value: str, purpose: str, page: str) -> bool:
    """Say whether a value is the stamp of this form on this page."""
    return constant_time_compare(value, stamp(purpose, page))


def one_time_token(purpose: str, page: str, at: datetime) -> str:
    """Return a token for one reader's form, which can be spent once."""
    # Cut, not rounded: it must not come from the next moment.
    made_at = math.floor(at.timestamp() * 1000) / 1000
    said = f"{page}|{made_at:.3f}|{secrets.token_urlsafe(_NONCE_BYTES)}"
    return _signer(purpose).sign(said)


def read_token(token: str, purpose: str, page: str, at: datetime, longest: timedelta) -> Ticket:
    """Return what a one-time token says.

    Raises BadToken if it is forged, for another form or page, from the future or older than
    `longest`. Whether it was spent is told by `spend`.
    """
    try:
        of, made, _nonce = _signer(purpose).unsign(token).split("|")
        made_at = datetime.fromtimestamp(float(made), UTC)
    except (BadSignature, ValueError) as error:
        raise BadToken from error
    if of != page or not timedelta(0) <= at - made_at <= longest:
        raise BadToken
    return Ticket(made_at, hashlib.sha256(token.encode()).hexdigest())


def spend(ticket: Ticket, longest: timedelta) -> None:
    """Use a one-time token up. Raises BadToken if it was used before."""
    try:
        with transaction.atomic():
            SpentToken.objects.create(digest=ticket.digest, until=ticket.made_at + longest)
    except IntegrityError as error:
        raise BadToken from error


def forget_spent(at: datetime) -> int:
    """Drop spent tokens that are too old to be tried again, and return how many those were."""
    return SpentToken.objects.filter(until__lt=at).delete()[0]


def lasting_token(purpose: str, said: str) -> str:
    """Return a token by which whoever holds it is known again: for a link, or a cookie."""
    return _signer(purpose).sign(said)


def read_lasting(token: str, purpose: str) -> str:
    """Return what a lasting token says. Raises BadToken if it is forged or for something else."""
    try:
        return _signer(purpose).unsign(token)
    except BadSignature as error:
        raise BadToken from error


def _lasting_key() -> str:
    """Return the key of the home, also in the process that founded it.

    That one began without a home, so its own key was made up; pages that it presses outlive it.
    """
    home = settings.HARKARA
    return str(home.keep_key() if home.is_founded else settings.SECRET_KEY)


def _signer(purpose: str) -> Signer:
    return Signer(salt=f"harkara.token.{purpose}", algorithm="sha256")
