"""The door at which browsers say that a story was shown: before Django, and without a database.

`POST /padha/<number>` with nothing in it. The answer has no body and sets nothing, and is the same
for those who are left out, so that no program learns what counts.
"""

import re
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from harkara.newsroom.addresses import VIEWS
from harkara.web.counting import TALLY, WRITER
from harkara.web.left_out import is_left_out
from harkara.web.senders import Sender, sender_in

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

TAKEN = "204 No Content"
BUSY = "503 Service Unavailable"
_PATH = re.compile(rf"/{VIEWS}/([1-9][0-9]{{0,17}})", re.ASCII)


def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Answer one request."""
    start_response(_answer(environ), [])
    return []


def _answer(environ: "WSGIEnvironment") -> str:
    refusal = _refusal(environ)
    if refusal:
        return refusal
    found = _PATH.fullmatch(environ.get("PATH_INFO", ""))
    if found is None:
        return "404 Not Found"
    if is_left_out(environ):
        return TAKEN
    WRITER.begin()
    place = TALLY.view(int(found[1]), environ.get("REMOTE_ADDR", ""), time.time())
    return TAKEN if place else BUSY


def _refusal(environ: "WSGIEnvironment") -> str:
    """Return with which status a request is refused whatever it is about, "" if it is not."""
    if environ["REQUEST_METHOD"] != "POST":
        return "405 Method Not Allowed"
    if environ.get("CONTENT_LENGTH") not in (None, "", "0") or "HTTP_TRANSFER_ENCODING" in environ:
        return "413 Content Too Large"
    home = f"{environ['wsgi.url_scheme']}://{environ.get('HTTP_HOST', '')}"
    return "" if sender_in(environ, home) is Sender.OURS else "403 Forbidden"
