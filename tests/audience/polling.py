"""A poll, and readers who vote in it: by the door before Django and by the views behind it."""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.test import Client

from harkara.audience.models import Choice, Poll
from harkara.audience.polls import actions
from harkara.audience.polls.actions.casting import DIGEST, _box
from harkara.audience.polls.proof import solved
from harkara.web.voting import FORM, Voting

QUESTION = "क्या पुल समय पर बनेगा?"
ANSWERS = ("हां", "नहीं", "पता नहीं")
HOST = "testserver"
FROM_OURS = {"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": f"http://{HOST}"}


def asked(at: datetime, **fields: Any) -> Poll:
    """Make a poll that is open for two days unless told otherwise."""
    given: dict[str, Any] = {
        "question": QUESTION,
        "answers": ANSWERS,
        "opens_at": at,
        "closes_at": at + timedelta(days=2),
        "by": "sampadak",
        "at": at,
    }
    return actions.make(actions.NewPoll(**given | fields))


@dataclass
class Answer:
    """What a door answered: `passed` says that it left the request to Django."""

    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    passed: bool = False


@dataclass
class Readers:
    """Readers at the door before Django, each from an address."""

    folder: Path
    passed: bool = False

    def send(
        self, path: str, fields: Sequence[tuple[str, str]] = (), address: str = "192.0.2.1",
        **environ: Any,
    ) -> Answer:  # fmt: skip
        """Post a form."""
        body = urlencode(fields).encode()
        answer = Answer()

        def start(status: str, headers: list[tuple[str, str]], *_: object) -> Any:
            answer.status, answer.headers = int(status[:3]), dict(headers)

        def behind(environ: Any, start: Any) -> list[bytes]:
            answer.passed = True
            assert environ["wsgi.input"].read() == body
            return []

        request = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": path,
            "REMOTE_ADDR": address,
            "HTTP_HOST": HOST,
            "CONTENT_TYPE": FORM,
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
            "wsgi.url_scheme": "http",
            **FROM_OURS,
            **environ,
        }
        answer.body = b"".join(Voting(behind)(request, start))
        return answer

    def made(self, poll: Poll, address: str = "192.0.2.1") -> dict[str, str]:
        """Return what the page's script adds to the form."""
        answer = self.send(f"/matdan/{poll.pk}/token/", address=address)
        said = json.loads(answer.body)
        digest = sha256(said["token"].encode()).hexdigest()[:DIGEST]
        return {"once": said["token"], "proof": solved(digest, said["bits"])}

    def vote(
        self, poll: Poll, choice: int = 1, address: str = "192.0.2.1", **environ: Any
    ) -> Answer:
        """Vote as the page does."""
        fields = {"choice": str(choice), **self.made(poll, address)}
        return self.send(f"/matdan/{poll.pk}/", list(fields.items()), address, **environ)


def tally(poll: Poll) -> tuple[list[int], list[int]]:
    """Count what was cast; return what counts for each answer, and what is set aside."""
    actions.drain()
    rows = list(Choice.objects.filter(poll=poll).order_by("place"))
    return [one.counted for one in rows], [one.aside for one in rows]


def let_go() -> None:
    """Close this process's box, and let the next vote begin another."""
    actions.box().close()
    _box.cache_clear()


def unguard() -> None:
    """Let the ledger be changed, as somebody can who is master of the database itself."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
            return
        cursor.execute("SELECT name FROM sqlite_master WHERE name LIKE 'audience_votes_for_good%'")
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}")


def places(count: int) -> Iterator[str]:
    """Give so many addresses, each other."""
    for number in range(count):
        yield f"198.{18 + (number >> 16)}.{number >> 8 & 255}.{number & 255}"


def form_of(page: bytes) -> dict[str, str]:
    """Return what the form of a poll on a page says."""
    from lxml import html

    [form] = html.document_fromstring(page.decode()).cssselect("form.poll__form")
    return {name: str(value) for name, value in form.form_values() if name}  # type: ignore[attr-defined]


def browser() -> Client:
    """Return a browser that says where its requests come from."""
    return Client(headers={"sec-fetch-site": "same-origin", "origin": f"http://{HOST}"})
