"""The site's own style, script and pictures: joined, named by their content, laid for serving.

Style and script are written as one file for each part. They are joined here in a listed order into
one file each, whose name holds a hash of its bytes: it may be cached for ever.
"""

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Protocol

from django.conf import settings

from harkara.web import ads

ROOM = Path(__file__).parent
STATIC = ROOM / "static" / "web"

# The order is the cascade: what comes later may speak over what came before.
STYLES = (
    "tokens", "base", "masthead", "breaking", "offline", "card", "front", "listing", "story",
    "blocks", "timeline", "corrections", "talk", "poll", "most_read", "search", "ad",
    "foot", "print",
)  # fmt: skip
SCRIPTS = ("ago", "video", "complete", "share", "fragment", "read", "breaking", "offline", "kept")
# Asked for by the pages alone that have something for them to do.
OF_SOME_PAGES = ("poll",)
PICTURES = ("icon.svg", "icon.png")
FOLDER = "/assets/"
COMMENT = re.compile(r"^[ \t]*//[^\n]*\n|[ \t]*/\*.*?\*/(?:[ \t]*\n)?", re.MULTILINE | re.DOTALL)
SPACE_AT_A_BRACE = re.compile(r"\s*([{};])\s*")


class Shelf(Protocol):
    """Where assets are laid: any of the press's stores."""

    def put_asset(self, path: str, body: bytes, /) -> None:
        """Keep a file that will never change."""


def style() -> bytes:
    """Return the site's whole style sheet, without what only we read in it."""
    return SPACE_AT_A_BRACE.sub(r"\1", plain(_joined("css", STYLES).decode())).encode()


def script() -> bytes:
    """Return the site's whole script: one module, each part in a block of its own."""
    whole = "".join(f"{{\n{_part('js', name).decode()}}}\n" for name in SCRIPTS)
    return plain(whole).encode()


def plain(source: str) -> str:
    """Return style or script without its comments, which only we read.

    A comment of a script stands on lines of its own, or is a type between `/**` and `*/`.
    """
    return COMMENT.sub("", source)


@cache
def files() -> dict[str, bytes]:
    """Return every asset by its address."""
    named = {"site.css": style(), "site.js": script()}
    named |= {f"{name}.js": plain(_part("js", name).decode()).encode() for name in OF_SOME_PAGES}
    named |= {name: (STATIC / "img" / name).read_bytes() for name in PICTURES}
    return {_hashed(name, body): body for name, body in named.items()}


def address(name: str) -> str:
    """Return the address of the asset called `name`, its hash in it.

    Raises KeyError if there is no such asset.
    """
    return _addresses()[name]


def lay(shelf: Shelf) -> None:
    """Put every asset on the shelf it is served from."""
    for path, body in files().items():
        shelf.put_asset(path, body)


def digest() -> str:
    """Return one hash over all that shapes a page besides its story.

    When it differs from the one the pages were pressed with, the key `design` is stale.
    """
    whole = hashlib.sha256()
    for folder, pattern in (
        (ROOM, "**/*.py"),
        (ROOM, "**/*.ttf"),
        (ROOM / "templates", "**/*.*"),
        (STATIC, "**/*.*"),
        (ROOM / "locale", "**/*.mo"),
    ):
        for path in sorted(folder.glob(pattern)):
            whole.update(path.relative_to(ROOM).as_posix().encode() + b"\0" + path.read_bytes())
    whole.update(f"offline={settings.WEB_OFFLINE}\0".encode())
    for name, html in ads.slots().items():
        whole.update(f"{name}\0{html}".encode())
    return whole.hexdigest()


@cache
def _addresses() -> dict[str, str]:
    return {_plain(path): path for path in files()}


def _joined(kind: str, names: tuple[str, ...]) -> bytes:
    return b"\n".join(_part(kind, name) for name in names)


def _part(kind: str, name: str) -> bytes:
    return (STATIC / kind / f"{name}.{kind}").read_bytes()


def _hashed(name: str, body: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{FOLDER}{stem}-{hashlib.sha256(body).hexdigest()[:12]}.{ending}"


def _plain(path: str) -> str:
    stem, _, ending = path.removeprefix(FOLDER).rpartition(".")
    return f"{stem.rpartition('-')[0]}.{ending}"
