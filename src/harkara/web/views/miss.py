"""The door behind the press: an address that is not stored yet, or that nothing stands at."""

import logging

from django.conf import settings
from django.db import transaction
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponsePermanentRedirect,
)

from harkara.newsroom import queries
from harkara.newsroom.addresses import asked_by_old_id
from harkara.press import actions
from harkara.web.headers import READER_HEADERS
from harkara.web.plainest import HTML, plainest
from harkara.web.views import away

logger = logging.getLogger(__name__)


# The press opens its own short transactions: one round the whole answer would hold its clock.
@transaction.non_atomic_requests
def miss(request: HttpRequest) -> HttpResponse:
    """Answer a reader whose page the press has not printed yet, or who has come to a wrong door."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    try:
        return _by_old_id(request) or _answer(request.path)
    except Exception as error:
        if not away.is_away(error):
            raise
        logger.error("cannot answer %s, the database is away: %s", request.path, error)
        return away.answer()


def _by_old_id(request: HttpRequest) -> HttpResponse | None:
    """Send somebody who asks the front page for a story by its old id (`/?p=41`) to the story."""
    kept = asked_by_old_id(request.META["QUERY_STRING"]) if request.path == "/" else ""
    target = queries.redirect_for(kept) if kept else None
    return HttpResponsePermanentRedirect(target) if target else None


def _answer(path: str) -> HttpResponse:
    answer = actions.answer(path)
    if answer.status == 200:
        fresh = _reply(answer.body, answer.content_type, 200)
        fresh.headers["Cache-Control"] = settings.HARKARA.cache.header(path)
        return fresh
    if answer.status in (301, 302) and answer.location:
        return HttpResponsePermanentRedirect(answer.location)
    if answer.status == 404 and _wants_slash(path):
        whole = actions.answer(f"{path}/")
        if whole.status in (200, 301, 302):
            return HttpResponsePermanentRedirect(whole.location or f"{path}/")
    return refused(answer.status if answer.status in (404, 410) else 500)


def bad(_request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django names it)
    """Answer what no browser of a reader's sends: a foreign host name, a forged field."""
    return _reply(plainest(400), HTML, 400)


def forbidden(_request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django names it)
    """Answer somebody who may not do this."""
    return _reply(plainest(403), HTML, 403)


def unvouched(_request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 (Django names it)
    """Answer a form that did not come from a page of ours, or from one left open too long.

    The reason is in the log already, and no reader's business.
    """
    return _reply(plainest(403), HTML, 403)


def missing(_request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django names it)
    """Answer a wrong address behind another door than the readers'."""
    return refused(404)


def broken(_request: HttpRequest) -> HttpResponse:
    """Answer after a fault of ours; the fault itself is already in the log."""
    if away.is_being_handled():
        return away.answer()
    return refused(500)


def refused(status: int) -> HttpResponse:
    """Return the page for 404, 410 or 500: as the press prints it, or a plain one if it cannot."""
    try:
        answer = actions.answer(f"/{status}.html")
    except Exception:  # whatever broke the page may have broken this one too
        logger.exception("the page for %s cannot be had from the press", status)
    else:
        if answer.status == 200:
            return _reply(answer.body, HTML, status)
    return _reply(plainest(status), HTML, status)


def _reply(body: bytes, content_type: str, status: int) -> HttpResponse:
    return HttpResponse(body, status=status, content_type=content_type, headers=READER_HEADERS)


def _wants_slash(path: str) -> bool:
    return not path.endswith("/") and "." not in path.rpartition("/")[2]
