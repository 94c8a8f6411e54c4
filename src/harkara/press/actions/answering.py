"""Answering a reader who asks for a page that is not in the store."""

import logging
from dataclasses import dataclass

from django.db import DatabaseError

from harkara.press import clock, patience, stores
from harkara.press.actions.pressing import OK, store
from harkara.press.paths import ASSETS, BadPath, checked
from harkara.press.render import Rendered, render

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader gets. A refusal (404 and the like) has no body: the asker draws its own."""

    status: int
    body: bytes
    content_type: str
    location: str = ""


def answer(path: str) -> Answer:
    """Return what stands at a decoded path; a page is kept in the store for the next reader.

    What is not a page (moved, missing, gone) is answered and not kept. Raises BrokenPage if the
    page cannot be rendered. Must not be called inside a transaction.
    """
    may_keep = _may_stand(path)
    stored = stores.current().read(path) if may_keep else None
    if stored:
        return Answer(OK, stored.body, stored.content_type)
    seen = clock.now()
    rendered = render(path)
    if rendered.status == OK and may_keep:
        _keep(path, rendered, seen)
    return Answer(rendered.status, rendered.body, rendered.content_type, rendered.location)


def _may_stand(path: str) -> bool:
    try:
        return not checked(path).startswith(ASSETS)
    except BadPath:
        return False


def _keep(path: str, rendered: Rendered, seen: int) -> None:
    try:
        with patience.hurried():
            store(path, rendered, seen)
    except (OSError, DatabaseError):
        # The reader gets the page all the same; the next one asks again.
        logger.exception("answered %s without storing it", path)
