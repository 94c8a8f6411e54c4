"""The door for wires: an agency pushes an item, and is told what became of it.

Programs come here, not browsers: no session, no cookie, and so nothing that a forged form could
use. Who has the token of a wire may send its items and nothing else.
"""

import logging
from dataclasses import asdict
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from harkara.intake.actions.tokens import service_for
from harkara.intake.actions.wiring import Outcome
from harkara.intake.deliveries import take_pushed
from harkara.intake.fetching import Fetcher
from harkara.intake.refusals import Refused
from harkara.intake.sources.wires import MOST_BYTES
from harkara.intake.tasks import agent
from harkara.web.limits import Limit
from harkara.web.views import away

logger = logging.getLogger(__name__)

# A minute, from one place: how often somebody may guess a token. What an agency sends is counted by
# its token, and the site says how much that may be.
GUESSES = Limit("wire-guesses", 20)
BEARER = "Bearer "
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


@csrf_exempt
def push(request: HttpRequest, slug: str) -> HttpResponse:
    """Take in one item, or a message of several; answer in JSON with a code that says how it went.

    201 a new story, 200 anything else that was taken, 401 a wrong token, 405 another method, 411 no
    length, 413 too large, 422 refused with the reason, 429 too often, 503 the database is away.
    """
    with translation.override(settings.LANGUAGE_CODE):
        try:
            return _push(request, slug)
        except Exception as error:
            if not away.is_away(error):
                raise
            logger.error("cannot take in, the database is away: %s", error)
            again = {"Retry-After": str(away.RETRY_AFTER)}
            return _said(away.STATUS, _("The paper's database is away for the moment."), **again)


def _push(request: HttpRequest, slug: str) -> HttpResponse:
    if request.method != "POST":
        return _said(405, _("Items are sent by POST."), Allow="POST")
    length = request.META.get("CONTENT_LENGTH") or ""
    if not length.isdecimal():
        return _said(411, _("The request does not say how long it is."))
    if int(length) > MOST_BYTES:
        return _said(413, _("This is too large for an item of a wire."))
    token = _token(request)
    service = service_for(slug, token, at=timezone.now())
    if service is None:
        if wait := GUESSES.wait(request):
            return _said(429, _("Too many wrong tokens. Please wait."), Retry_After=str(wait))
        return _said(401, _("This token opens no wire here."), WWW_Authenticate="Bearer")
    items = Limit("wire-items", settings.HARKARA.wire_items)
    if wait := items.wait_of(sha256(token.encode()).hexdigest()):
        return _said(429, _("Too many items at once. Please wait a minute."), Retry_After=str(wait))
    try:
        taken = take_pushed(request.body, service, Fetcher(agent()), timezone.now())
    except Refused as refusal:
        return _said(422, str(refusal))
    status = 201 if any(one.outcome is Outcome.NEW for one in taken) else 200
    said = [{**asdict(one), "outcome": str(one.outcome)} for one in taken]
    return JsonResponse({"items": said}, status=status, headers=HEADERS)


def _token(request: HttpRequest) -> str:
    said = request.headers.get("Authorization", "")
    return said[len(BEARER) :].strip() if said.startswith(BEARER) else ""


def _said(status: int, error: str, **headers: str) -> JsonResponse:
    given = {**HEADERS, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return JsonResponse(
        {"error": error},
        status=status,
        headers=given,
        json_dumps_params={"ensure_ascii": False},
    )
