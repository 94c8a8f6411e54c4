"""One request at the desk is one transaction, and a refusal is a sentence."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from harkara.newsroom.refusals import Crossed, Refused

View = Callable[..., HttpResponse]
SAFE = frozenset(["GET", "HEAD", "OPTIONS", "TRACE"])


def only_reads(view: View) -> View:
    """Say of a view that it writes nothing, although what it is asked comes by POST."""
    view.only_reads = True  # type: ignore[attr-defined]  # a mark on a function
    return view


class OneTransaction:
    """Run every request that may write in one transaction; undo it whole when it is refused.

    Django's ATOMIC_REQUESTS would do the same for every page that is only looked at, and each of
    those would wait for SQLite's one writer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hand the request on; the work is done in `process_view`."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: View,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        """Answer the desk's writing request from inside a transaction."""
        # Nobody may hold SQLite's one writer while a password is being checked.
        if request.method in SAFE or not request.user.is_authenticated:
            return None
        if getattr(view, "only_reads", False):
            return None
        try:
            with transaction.atomic():
                return view(request, *args, **kwargs)
        except Refused as refusal:
            return _say(request, str(refusal))
        except OperationalError as error:
            # Two people changed the same things in different orders: one of them is asked again.
            if not _is_deadlock(error):
                raise
            return _say(request, str(Crossed()))


def _is_deadlock(error: OperationalError) -> bool:
    # 40P01: PostgreSQL undid one of two transactions that waited for each other.
    return getattr(error.__cause__, "sqlstate", "") == "40P01"


def _say(request: HttpRequest, sentence: str) -> HttpResponse:
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"success": False, "error_message": sentence}, status=409)
    messages.error(request, sentence)
    back = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = reverse("wagtailadmin_home")
    return HttpResponseRedirect(back)
