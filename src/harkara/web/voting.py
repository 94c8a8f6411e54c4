"""Voting: takes votes before Django does, which would spend ten times as much on each.

A WSGI application before another one. It hands out tokens and takes votes that the page's script
made, where nothing is to be said against them. Everything else, every refusal and every vote
without a script, is for the views behind it (`web.views.polls`), which know all of it.
"""

import logging
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from django.conf import settings
from django.http.request import split_domain_port, validate_host
from django.utils import timezone

from harkara.audience.polls import actions
from harkara.audience.polls.journal import JournalLost
from harkara.audience.polls.records import Way
from harkara.audience.polls.refusals import NotTaken
from harkara.web.senders import Sender, sender_in
from harkara.web.views import away
from harkara.web.views.entrance import HEADERS
from harkara.web.views.polls.door import (
    DOOR,
    HANDED,
    MOST_BYTES,
    MOST_FIELDS,
    TAKEN,
    handed,
    voted,
    was_here,
)

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

logger = logging.getLogger(__name__)
Headers = list[tuple[str, str]]
_ALWAYS: Headers = [*HEADERS.items(), ("Content-Length", "0")]
POST, FORM = "POST", "application/x-www-form-urlencoded"


class Voting:
    """A WSGI application that takes votes and hands everything else on."""

    def __init__(self, application: "WSGIApplication") -> None:
        self._application = application

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        found = DOOR.fullmatch(environ.get("PATH_INFO", ""))
        if found:
            number, method = int(found["number"]), environ["REQUEST_METHOD"]
            try:
                if method == POST and not found["token"] and _is_taken(environ, number):
                    start_response("303 See Other", [*voted(number), *_ALWAYS])
                    return []
                if method == POST and found["token"] and (body := _token(environ, number)):
                    about = [("Content-Type", "application/json"), *HEADERS.items()]
                    start_response("200 OK", [*about, ("Content-Length", str(len(body)))])
                    return [body]
            except JournalLost:
                logger.exception("a vote cannot be written down")
                return away.application(environ, start_response)
            except Exception as error:
                if not away.is_away(error):
                    raise
                logger.error("cannot take a vote, the database is away: %s", error)
                return away.application(environ, start_response)
        return self._application(environ, start_response)


def _token(environ: "WSGIEnvironment", number: int) -> bytes:
    """Return what a vote is made with, nothing if that is for the view to refuse."""
    address = environ.get("REMOTE_ADDR", "")
    if _sender(environ) is Sender.FOREIGN or HANDED.wait_at(address):
        return b""
    try:
        return handed(number, address, timezone.now())
    except NotTaken:
        return b""


def _is_taken(environ: "WSGIEnvironment", number: int) -> bool:
    """Take a vote if nothing is to be said against it; say whether it was taken."""
    fields = _fields(environ)
    if not fields.get("proof") or was_here(environ, number):
        return False
    address = environ.get("REMOTE_ADDR", "")
    if _sender(environ) is not Sender.OURS or TAKEN.wait_at(address):
        return False
    agent, language = "HTTP_USER_AGENT", "HTTP_ACCEPT_LANGUAGE"
    cast = actions.Cast(
        poll=number,
        choices=fields.get("choice", []),
        token=fields.get("once", [""])[-1],
        proof=fields["proof"][-1],
        address=address,
        browser=f"{environ.get(agent, '')}\n{environ.get(language, '')}",
        way=Way.SCRIPT,
        at=timezone.now(),
    )
    try:
        actions.box().cast(cast)
    except NotTaken:
        return False
    return True


def _fields(environ: "WSGIEnvironment") -> dict[str, list[str]]:
    """Return what a small form says, nothing of any other body; it can be read again."""
    length = environ.get("CONTENT_LENGTH", "")
    if not length.isdecimal() or int(length) > MOST_BYTES or environ.get("CONTENT_TYPE") != FORM:
        return {}
    body = environ["wsgi.input"].read(int(length))
    environ["wsgi.input"] = BytesIO(body)
    try:
        return parse_qs(body.decode(), max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}


def _sender(environ: "WSGIEnvironment") -> Sender:
    """Return where a request comes from; one to a host that is not ours is foreign to us."""
    host = environ.get("HTTP_HOST", "")
    if not _is_ours(host):
        return Sender.FOREIGN
    return sender_in(environ, f"{environ['wsgi.url_scheme']}://{host}")


@lru_cache(maxsize=64)
def _is_ours(host: str) -> bool:
    return validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS)
