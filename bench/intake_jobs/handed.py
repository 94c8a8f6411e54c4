"""What is handed in: documents and pages that people paste, from end to end, by size.

And feeds and wires of real and odd kinds: how many are read, how many refused, none crash; speed.
"""

import base64
from collections import Counter
from collections.abc import Callable, Iterator

from bench.measuring.clock import seconds
from bench.measuring.data import Data, Row
from bench.measuring.figures import Figure
from bench.measuring.scratch import scratch_home
from bench.measuring.taken import taken_in

Reader = Callable[[bytes], int]


def measure(data: Data) -> Iterator[Figure]:
    """Give what pasting costs; of the sets what was read, refused and crashed, and the speed."""
    # Intake speaks through Django, which wants a home.
    scratch_home()
    yield from taken_in("handed", ["documents"])
    for name, read in (("feed-cases", _stories_of_feed), ("agency-formats", _stories_of_wire)):
        if data.has(name):
            yield from _measured(name, read, [_raw(row) for row in data.rows(name)])


def _measured(name: str, read: Reader, files: list[bytes]) -> Iterator[Figure]:
    from harkara.intake.refusals import Refused

    counts: Counter[str] = Counter()
    for raw in files:
        try:
            counts["stories"] += read(raw)
            counts["read"] += 1
        except Refused:
            counts["refused"] += 1
        except Exception:  # noqa: BLE001 (a crash is what is counted)
            counts["crashed"] += 1
    for what in ("read", "refused", "crashed", "stories"):
        yield Figure(f"handed/{name}/{what}", counts[what], "", 0 if what == "crashed" else None)
    spent = seconds(lambda: [_kept(read, raw) for raw in files], runs=1)
    yield Figure(f"handed/{name}/stories-a-second", counts["stories"] / spent, "stories/s")


def _kept(read: Reader, raw: bytes) -> int:
    from harkara.intake.refusals import Refused

    try:
        return read(raw)
    except Refused:
        return 0


def _stories_of_feed(raw: bytes) -> int:
    from harkara.intake.sources.feeds import read_feed

    return len(read_feed(raw, url="https://feeds.example/").drafts)


def _stories_of_wire(raw: bytes) -> int:
    from harkara.intake.sources.wires import read_wire

    return len(read_wire(raw))


def _raw(row: Row) -> bytes:
    text = row.get("text")
    return text.encode() if text is not None else base64.b64decode(row["base64"])
