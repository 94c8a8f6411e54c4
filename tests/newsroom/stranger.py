"""Somebody who is not signed in, follows every link, and tries every address there might be."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from wsgiref.types import WSGIApplication
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_started
from django.db import close_old_connections

from harkara.press import stores
from harkara.press.front import Front
from harkara.press.media import Media

HOST = "testserver"
# Whatever looks like an address: in attributes, in XML, in JSON, in a srcset.
ADDRESSES = re.compile(
    r"""(?:href|src|content|cite)="([^"]+)"|>(https?://[^<]+)<|"(https?://[^"\\]+)|(/media/[^\s",\\]+)"""
)
# What these name is the software's own: the same for every paper, and no news.
NOT_NEWS = ("/static/", "/assets/", "/newsroom/")
MOST = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back from one address."""

    path: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def tells(self, secret: str) -> bool:
        """Say whether a secret stands in the answer, however it is spelled there."""
        head = "\n".join(value for _name, value in self.headers)
        text = f"{unquote(head)}\n{self.body.decode(errors='replace')}"
        return secret in text or secret in unquote(text)


@dataclass
class Stranger:
    """A reader who asks the site as it is served: pressed pages first, Django for the rest."""

    answers: dict[str, Answer] = field(default_factory=dict)

    @cached_property
    def site(self) -> WSGIApplication:
        """The site as `harkara.wsgi` puts it together."""
        media = Media(Path(settings.MEDIA_ROOT), ["images"])
        return Front(stores.current(), WSGIHandler(), {}, media)

    def ask(self, path: str) -> Answer:
        """Ask for one address."""
        environ: dict[str, object] = {}
        setup_testing_defaults(environ)
        bare, _, query = path.partition("?")
        environ |= {
            "PATH_INFO": unquote(bare).encode().decode("latin-1"),
            "QUERY_STRING": query,
            "HTTP_HOST": HOST,
            "SERVER_NAME": HOST,
        }
        said: list[tuple[str, list[tuple[str, str]]]] = []
        # As Django's own test client does: the test's transaction outlives the request.
        request_started.disconnect(close_old_connections)
        try:
            body = b"".join(self.site(environ, lambda *start: said.append(start)))  # type: ignore[arg-type]
        finally:
            request_started.connect(close_old_connections)
        status, headers = said[0][:2]
        return Answer(path, int(status.split()[0]), tuple(headers), body)

    def crawl(self, *paths: str) -> list[Answer]:
        """Ask for these addresses and for everything that what comes back leads to."""
        waiting = [*paths, *stores.current().paths()]
        while waiting:
            path = waiting.pop()
            if path in self.answers:
                continue
            assert len(self.answers) < MOST
            self.answers[path] = answer = self.ask(path)
            waiting += links_of(answer)
        return list(self.answers.values())


def links_of(answer: Answer) -> list[str]:
    """Return the paths on this site that an answer names."""
    location = [value for name, value in answer.headers if name == "Location"]
    if answer.path.startswith((*NOT_NEWS, "/media/")):
        return []  # a picture leads nowhere
    text = answer.body.decode(errors="ignore")
    found = [next(filter(None, groups)) for groups in ADDRESSES.findall(text)] + location
    whole = (urlsplit(urljoin(f"http://{HOST}{answer.path}", one)) for one in found)
    own = (one for one in whole if one.hostname == HOST and not one.path.startswith(NOT_NEWS))
    return [one.path + (f"?{one.query}" if one.query else "") for one in own]
