"""Rendering: a path to bytes, through the site's own addresses, as a plain reader would see it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import get_resolver, get_urlconf, set_urlconf
from django.utils import timezone, translation

from harkara.press.priorities import REST
from harkara.press.recorder import recording, together

SERVER_ERROR = 500


class BrokenPage(Exception):
    """The view of this path raised, or answered that the server failed.

    `keys` is what it had read until then.
    """

    def __init__(self, path: str, why: str, keys: Iterable[str]) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why
        self.keys = frozenset(keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What a path answers, and the keys that were read for it."""

    status: int
    body: bytes = b""
    content_type: str = ""
    location: str = ""
    keys: frozenset[str] = frozenset()
    priority: int = REST


def render(path: str) -> Rendered:
    """Return what the pressed site answers at a decoded path.

    The view gets a plain GET request without query, cookie or middleware. A missing page is a
    Rendered of status 404 without a body. Raises BrokenPage if the view raises.
    """
    with together(), recording() as keys:
        try:
            with _as_reader():
                response = _call_view(path)
                body = _body_of(response)
        except Exception as error:
            why = f"{type(error).__name__}: {error}"
            raise BrokenPage(path, why, keys) from error
    if response.status_code >= SERVER_ERROR:
        raise BrokenPage(path, f"status {response.status_code}", keys)
    return Rendered(
        status=response.status_code,
        body=body,
        content_type=response.headers.get("Content-Type", ""),
        location=response.headers.get("Location", ""),
        keys=frozenset(keys),
        priority=getattr(response, "press_priority", REST),
    )


@contextmanager
def _as_reader() -> Iterator[None]:
    before = get_urlconf()
    set_urlconf(settings.PRESS_URLCONF)
    try:
        with translation.override(settings.LANGUAGE_CODE), timezone.override(None):
            yield
    finally:
        set_urlconf(before)


def _call_view(path: str) -> HttpResponseBase:
    request = _request_for(path)
    try:
        match = get_resolver(settings.PRESS_URLCONF).resolve(path)
        request.resolver_match = match
        response: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
        # A template response is drawn late; what it reads belongs to this page too.
        draw = getattr(response, "render", None)
        return draw() if callable(draw) else response
    except Http404:
        return HttpResponse(status=404)
    except PermissionDenied:
        return HttpResponse(status=403)
    except SuspiciousOperation:
        return HttpResponse(status=400)


def _body_of(response: HttpResponseBase) -> bytes:
    if isinstance(response, HttpResponse):
        return response.content
    return b"".join(response)


def _request_for(path: str) -> WSGIRequest:
    home = urlsplit(settings.PUBLIC_URL)
    host = home.hostname or "localhost"
    port = home.port or (443 if home.scheme == "https" else 80)
    return WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path.encode().decode("latin-1"),
            "SCRIPT_NAME": "",
            "QUERY_STRING": "",
            "SERVER_NAME": host,
            "SERVER_PORT": str(port),
            "HTTP_HOST": home.netloc,
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.input": BytesIO(),
            "wsgi.url_scheme": home.scheme,
        }
    )
