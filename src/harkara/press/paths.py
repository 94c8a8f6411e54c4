"""The paths a page may have: decoded, absolute, and safe as a file name on any disk."""

import re
from functools import lru_cache
from urllib.parse import unquote_to_bytes

ASSETS = "/assets/"
# Small pieces of pages that change by the minute: nobody keeps what lies below this for long.
FRAGMENTS = "/tukda/"
# The store keeps its own files beside the pages under this prefix.
OWN_PREFIX = ".press-"
LONGEST_PATH = 900
LONGEST_NAME = 200

_CONTROL = re.compile(r"[\x00-\x1f\x7f\\%\ud800-\udfff]")
_TAKEN_NAMES = frozenset({"", ".", "..", "index.html"})
_TAKEN_ENDINGS = (".gz", ".br")


class BadPath(Exception):
    """No page can stand at this path."""


@lru_cache(maxsize=4096)
def checked(path: str) -> str:
    """Return the decoded path as it is; raises BadPath if no page can stand there.

    Refused are what climbs out or means two things: `..`, doubled slashes, NUL, a backslash, what
    is still percent-encoded, names that are too long, and names the store needs for itself.
    """
    if not path.startswith("/") or _CONTROL.search(path):
        raise BadPath(path)
    names = path[1:].removesuffix("/").split("/") if path != "/" else []
    if len(path.encode()) > LONGEST_PATH or not all(map(_is_good_name, names)):
        raise BadPath(path)
    return path


def canonical(path: str) -> str:
    """Return the one spelling of a path: its percent-encoding decoded, once.

    Raises BadPath if no page can stand there.
    """
    if "%" in path:
        try:
            path = unquote_to_bytes(path).decode()
        except UnicodeDecodeError as error:
            raise BadPath(path) from error
    return checked(path)


def page_path(path: str) -> str:
    """Return the canonical path of a page; raises BadPath for an asset's place too."""
    path = canonical(path)
    if path.startswith(ASSETS):
        raise BadPath(path)
    return path


def _is_good_name(name: str) -> bool:
    return (
        name not in _TAKEN_NAMES
        and not name.startswith(OWN_PREFIX)
        and not name.endswith(_TAKEN_ENDINGS)
        and len(name.encode()) <= LONGEST_NAME
    )
