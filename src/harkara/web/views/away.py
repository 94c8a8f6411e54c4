"""What a reader is told while the newsroom, or its database, cannot be reached."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse

from harkara.web.headers import READER_HEADERS
from harkara.web.plainest import HTML, plainest

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

STATUS = 503
# Seconds after which it is worth asking again.
RETRY_AFTER = 30
HEADERS = {**READER_HEADERS, "Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"}
# A database that is gone, locked, full or of another version says one of these.
AWAY = (OperationalError, InterfaceError)


def is_away(error: BaseException | None) -> bool:
    """Say whether an error comes of a database that cannot be used now."""
    while error is not None and not isinstance(error, AWAY):
        error = error.__cause__ or error.__context__
    return error is not None


def is_being_handled() -> bool:
    """Say whether the error under way is one of those."""
    return is_away(sys.exc_info()[1])


def answer() -> HttpResponse:
    """Return the sentence, with word when to ask again."""
    return HttpResponse(plainest(STATUS), status=STATUS, content_type=HTML, headers=HEADERS)


def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Answer one request without asking anything of anybody."""
    body = plainest(STATUS)
    about = [("Content-Type", HTML), ("Content-Length", str(len(body)))]
    start_response("503 Service Unavailable", [*HEADERS.items(), *about])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
