"""What both ways in have in common: the one before Django and the one behind it."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from http.cookies import SimpleCookie
from typing import Any

from django.conf import settings

from harkara.audience.polls import actions
from harkara.audience.polls.addresses import poll_path, result_path
from harkara.audience.polls.proof import PUZZLES
from harkara.audience.polls.records import Way
from harkara.newsroom.addresses import POLLS
from harkara.web.limits import Limit

DOOR = re.compile(rf"/{POLLS}/(?P<number>[0-9]{{1,18}})/(?P<token>token/)?")
MOST_BYTES = 4096
MOST_FIELDS = 20
# A minute, from one place: a whole town may stand behind it, and a flood be a hundred times more.
TAKEN = Limit("votes", 600)
HANDED = Limit("poll-tokens", 600)
COOKIE_AGE = 30 * 24 * 3600
THANKED, BEFORE = "#diya", "#pahle"
"""Which note the page of the result shows: the vote is taken; this browser has voted before."""


def handed(number: int, address: str, at: datetime) -> bytes:
    """Return what the page's script makes a vote with, as JSON. Raises a NotTaken."""
    box = actions.box()
    box.facts(number, at)
    token = box.token(number, address, Way.SCRIPT, at)
    bits = settings.AUDIENCE_PUZZLE_BITS
    return json.dumps({"token": token, "puzzles": PUZZLES, "bits": bits}).encode()


def was_here(environ: Mapping[str, Any], number: int) -> bool:
    """Say whether a browser says itself that it has voted."""
    return f"{cookie_name(number)}=" in environ.get("HTTP_COOKIE", "")


def voted(number: int) -> list[tuple[str, str]]:
    """Return the headers that lead a reader who has voted to the result, and mark the browser.

    The mark is a courtesy, for those who do not remember; other signs tell who takes it off.
    """
    return [("Location", result_of(number) + THANKED), ("Set-Cookie", _cookie(number))]


def cookie_name(number: int) -> str:
    """Return the name of the cookie that says a browser has voted in a poll."""
    return f"matdan-{number}"


@lru_cache(maxsize=1024)
def result_of(number: int) -> str:
    """Return where a reader who has voted sees the result; the home's key is read once for each."""
    return result_path(number)


@lru_cache(maxsize=1024)
def _cookie(number: int) -> str:
    cookie: SimpleCookie = SimpleCookie({cookie_name(number): "1"})
    morsel = cookie[cookie_name(number)]
    morsel["max-age"], morsel["path"], morsel["samesite"] = COOKIE_AGE, poll_path(number), "Strict"
    morsel["httponly"], morsel["secure"] = True, settings.SESSION_COOKIE_SECURE
    return morsel.OutputString()
