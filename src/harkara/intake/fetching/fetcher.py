"""The fetcher: one address → what lies there, through redirects, within its limits."""

import http.client
import ssl
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from urllib.parse import quote, urljoin, urlsplit

from django.utils.translation import gettext_noop as _

from harkara.intake.fetching.addresses import Resolver, Rule, is_public, resolve
from harkara.intake.fetching.connecting import Deadline, Target, TooMuch, ask, connect
from harkara.intake.fetching.limits import Known, Limits
from harkara.intake.fetching.refusals import NotFetched
from harkara.intake.fetching.unpacking import read_body, too_large

_MOVED = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_ASKS_TO_WAIT = (429, 503)
_SHUT = _("the server lets nobody read this without leave (%(status)d)")
_SAYS = {
    401: _SHUT,
    403: _SHUT,
    404: _("nothing lies at this address (%(status)d)"),
    410: _("what lay at this address is gone for good (%(status)d)"),
    429: _("the server asks to be left alone for a while (%(status)d)"),
    **dict.fromkeys((500, 502, 503, 504), _("the server is in trouble (%(status)d)")),
}
LIMITS = Limits()
NOTHING = Known()
MOST_URL = 2000
MOST_HEAD = 512 * 1024
"""So many bytes may an answer have around its body: its head, and what parts its chunks."""
MOST_WAIT = 7 * 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What lay at an address. `moved_to` is its new address, if it moved there for good."""

    url: str
    body: bytes = b""
    kind: str = ""
    charset: str = ""
    known: Known = field(default_factory=Known)
    unchanged: bool = False
    moved_to: str = ""


class Fetcher:
    """Fetches under one name, by one rule of what may be reached."""

    def __init__(self, agent: str, *, rule: Rule = is_public, resolver: Resolver = resolve) -> None:
        self._agent = agent
        self._rule = rule
        self._resolve = resolver

    def fetch(self, url: str, limits: Limits = LIMITS, known: Known = NOTHING) -> Fetched:
        """Return what lies at an address; `unchanged` if it is what is known already.

        Raises NotFetched, with one line, if it may not be reached, is not there, or costs too much.
        """
        deadline = Deadline(limits.seconds)
        at, moved_to, for_good = url, "", True
        for _turn in range(limits.redirects + 1):
            answer = self._one(at, limits, known, deadline)
            if isinstance(answer, Fetched):
                return replace(answer, moved_to=moved_to)
            status, to = answer
            for_good = for_good and status in _FOR_GOOD
            at = _joined(at, to)
            moved_to = at if for_good else moved_to
        raise NotFetched(_("the address leads on and on"))

    def _one(
        self, url: str, limits: Limits, known: Known, deadline: Deadline
    ) -> Fetched | tuple[int, str]:
        """Return what one server answers: what lies there, or where it leads and how."""
        target = self._target(url, deadline)
        try:
            with closing(connect(target, deadline, _tls)) as sock:
                most = limits.bytes + MOST_HEAD
                answer = ask(sock, target, self._headers(known), deadline, most)
                to = answer.headers.get("Location", "")
                if answer.status in _MOVED and to:
                    return answer.status, to
                return _read(url, answer, limits, known)
        except TooMuch as error:
            raise too_large(limits.bytes) from error
        except TimeoutError as error:
            raise NotFetched(_("the server took too long")) from error
        except ssl.SSLError as error:
            raise NotFetched(_("the server's certificate is not good")) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise NotFetched(_("the server cannot be reached or answers nonsense")) from error

    def _target(self, url: str, deadline: Deadline) -> Target:
        parts = _checked(url)
        secure, host = parts.scheme == "https", parts.hostname or ""
        port = parts.port or (443 if secure else 80)
        try:
            addresses = self._resolve(host, port, deadline.left())
        except TimeoutError as error:
            raise NotFetched(_("the server took too long")) from error
        # One that may not be asked among them is no accident: the whole name is refused.
        if not all(self._rule(address, port) for address in addresses):
            raise NotFetched(_("%(host)s is not a public address"), {"host": host})
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = quote(parts.query, safe="/?%:@!$&'()*+,;=~-._")
        return Target(
            secure=secure,
            host=host,
            port=port,
            path=f"{path}?{query}" if query else path,
            address=addresses[0],
        )

    def _headers(self, known: Known) -> Mapping[str, str]:
        said = {
            "User-Agent": self._agent,
            "Accept": "*/*",
            "Accept-Encoding": "gzip",
            "Connection": "close",
            "If-None-Match": known.etag,
            "If-Modified-Since": known.last_modified,
        }
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class _Parts:
    scheme: str
    hostname: str
    port: int | None
    path: str
    query: str


def _checked(url: str) -> _Parts:
    """Return the parts of an address of the web. Raises NotFetched if it is none."""
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise NotFetched(_("this is not an address of the web")) from error
    plain = parts.scheme in ("http", "https") and "@" not in parts.netloc and url.isprintable()
    if not named or not plain or len(url) > MOST_URL:
        raise NotFetched(_("this is not an address of the web"))
    try:
        host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
    except UnicodeError as error:
        raise NotFetched(_("this is not an address of the web")) from error
    return _Parts(parts.scheme, host, parts.port, parts.path, parts.query)


@cache
def _tls() -> ssl.SSLContext:
    """Return the system's trust; reading it takes a quarter of a second."""
    return ssl.create_default_context()


def _joined(url: str, to: str) -> str:
    try:
        return urljoin(url, to)
    except ValueError as error:
        raise NotFetched(_("this is not an address of the web")) from error


def _read(url: str, answer: http.client.HTTPResponse, limits: Limits, known: Known) -> Fetched:
    if answer.status == 304:
        return Fetched(url=url, known=known, unchanged=True)
    if answer.status != 200:
        wait = _wait(answer) if answer.status in _ASKS_TO_WAIT else None
        raise NotFetched(
            _SAYS.get(answer.status, _("the server answers %(status)d")),
            {"status": answer.status},
            wait=wait,
            gone=answer.status == 410,
        )
    kind = answer.headers.get_content_type() if answer.headers.get("Content-Type") else ""
    if not limits.admits(kind):
        raise NotFetched(_("the server sends %(kind)s, which is not wanted"), {"kind": kind})
    return Fetched(
        url=url,
        body=read_body(answer, limits.bytes),
        kind=kind,
        charset=answer.headers.get_content_charset("") or "",
        known=Known(
            etag=_short(answer.headers.get("ETag")),
            last_modified=_short(answer.headers.get("Last-Modified")),
        ),
    )


def _short(value: str | None) -> str:
    """Return a header that is sent back later, or nothing if it could not be."""
    return value if value and len(value) <= 250 and value.isascii() and value.isprintable() else ""


def _wait(answer: http.client.HTTPResponse) -> int | None:
    """Return how many seconds a server asks to be left alone: a number, or until a date."""
    said = answer.headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdecimal():
        return min(int(said[:9]), MOST_WAIT)
    try:
        at = parsedate_to_datetime(said)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return min(max(int((at - datetime.now(UTC)).total_seconds()), 0), MOST_WAIT)
