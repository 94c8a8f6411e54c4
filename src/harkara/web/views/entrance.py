"""The way in for what readers send: small enough, not too often, from a page of ours."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt

from harkara.newsroom import queries as newsroom
from harkara.press.recorder import recording, together
from harkara.web.headers import READER_HEADERS
from harkara.web.jinja import render
from harkara.web.limits import Limit
from harkara.web.plainest import HTML, plainest
from harkara.web.presenters.pages import refusal_frame
from harkara.web.senders import Sender, sender_of
from harkara.web.views import away

logger = logging.getLogger(__name__)

HEADERS = {
    **READER_HEADERS,
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "same-origin",
}
View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """What may come in at some doors: so much at once, and so often."""

    limit: Limit
    most_bytes: int
    path: str
    """Where the doors are, for the pages that say no."""

    def __call__(self, view: View) -> View:
        """Let in to a view what may come in."""

        @csrf_exempt
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            with translation.override(settings.LANGUAGE_CODE):
                try:
                    # Nobody keeps what is shown here, so what it read is no matter: the menu, say,
                    # is asked for once, however many look at it.
                    with recording(), together():
                        return self._kept_out(request) or view(request, *args, **kwargs)
                except Exception as error:
                    if not away.is_away(error):
                        raise
                    logger.error("cannot take what was sent, the database is away: %s", error)
                    return away.answer()

        return answer

    def _kept_out(self, request: HttpRequest) -> HttpResponse | None:
        if request.method in ("GET", "HEAD"):
            return None
        if request.method != "POST":
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD, POST", **HEADERS})
        length = request.META.get("CONTENT_LENGTH") or ""
        if not length.isdecimal() or int(length) > self.most_bytes:
            title = gettext("This is too large")
            return self._refusal(title, gettext("Please shorten it and send it again."), 413)
        if wait := self.limit.wait(request):
            answer = self._refusal(
                gettext("Too many at once"),
                gettext(
                    "Too much came from here in one minute. Please wait a minute and send again."
                ),
                429,
            )
            answer.headers["Retry-After"] = str(wait)
            return answer
        if sender_of(request) is Sender.FOREIGN:
            return HttpResponse(plainest(403), status=403, content_type=HTML, headers=HEADERS)
        if not _is_readable(request):
            title = gettext("This cannot be read")
            return self._refusal(title, gettext("Please send the form once more."), 400)
        return None

    def _refusal(self, title: str, text: str, status: int) -> HttpResponse:
        context = {
            "frame": refusal_frame(newsroom.site(), title, self.path),
            "refusal": {"title": title, "text": text},
        }
        return shown("pages/refusal.html", context, status)


def _is_readable(request: HttpRequest) -> bool:
    """Say whether what was sent can be read as a form: not too many fields, nothing broken."""
    try:
        request.POST  # noqa: B018 (reading it is what fails)
    except (SuspiciousOperation, BadRequest, MultiPartParserError, UnreadablePostError):
        return False
    return True


def shown(template: str, context: Mapping[str, object], status: int = 200) -> HttpResponse:
    """Return a page for one reader, which nobody keeps."""
    body = render(template, context)
    return HttpResponse(body, status=status, content_type=HTML, headers=HEADERS)


def sent_to(path: str) -> HttpResponse:
    """Lead to a page after something was taken, so that loading it anew sends nothing again."""
    answer = HttpResponseRedirect(path)
    answer.status_code = 303
    for name, value in HEADERS.items():
        answer.headers[name] = value
    return answer
