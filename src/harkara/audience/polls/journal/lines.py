"""Lines: a vote as it stands in a journal."""

import zlib
from datetime import UTC, datetime

from harkara.audience.polls.records import Ballot, Way

VERSION = "1"
FIELDS = 9
_MILLISECONDS = 1000


def line_of(ballot: Ballot) -> bytes:
    """Return a vote's line, with its sum and its end."""
    said = (
        f"{VERSION} {ballot.poll} {ballot.choice} {ballot.digest} {ballot.network} "
        f"{ballot.browser} {ballot.way.value} {int(ballot.at.timestamp() * _MILLISECONDS)}"
    ).encode()
    return b"%b %08x\n" % (said, zlib.crc32(said))


def read_line(line: bytes) -> Ballot | None:
    """Return the vote of a line, None if the line is damaged or of another form."""
    said, _, sum_ = line.rstrip(b"\n").rpartition(b" ")
    fields = said.split(b" ")
    if len(fields) != FIELDS - 1 or b"%08x" % zlib.crc32(said) != sum_:
        return None
    version, poll, choice, digest, network, browser, way, at = (one.decode() for one in fields)
    if version != VERSION:
        return None
    return Ballot(
        poll=int(poll),
        choice=int(choice),
        digest=digest,
        network=network,
        browser=int(browser),
        way=Way(way),
        at=datetime.fromtimestamp(int(at) / _MILLISECONDS, UTC),
    )
