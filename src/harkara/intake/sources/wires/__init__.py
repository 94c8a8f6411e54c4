"""Wires: what agencies send, ninjs 1.x to 3.1 and NewsML-G2, item by item."""

from harkara.intake.refusals import Refused
from harkara.intake.sources.wires import newsml, ninjs
from harkara.intake.sources.wires.items import (
    OTHER_FORM,
    TOO_LARGE,
    Status,
    WirePhoto,
    WireStory,
)

MOST_BYTES = 5 * 1024 * 1024

__all__ = ["MOST_BYTES", "Status", "WirePhoto", "WireStory", "read_wire"]


def read_wire(raw: bytes, name: str = "") -> tuple[WireStory, ...]:
    """Return the items of a file that an agency sent; `name` is the file's.

    Raises Refused, with one line, if it is too large, of another form, or holds nothing that a
    paper could print: a concept, a plan, a sound.
    """
    if len(raw) > MOST_BYTES:
        raise Refused(TOO_LARGE, {"size": MOST_BYTES // (1024 * 1024)})
    start = raw[:512].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start.startswith((b"{", b"[")):
        return ninjs.read(raw, name)
    if start.startswith(b"<"):
        return newsml.read(raw, name)
    raise Refused(OTHER_FORM)
