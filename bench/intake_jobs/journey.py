"""A newsroom's first day: its export moves in, is pressed, and answers the addresses of years.

The site is served as `harkara serve` serves it. Each form of address that a link, a search engine
or an application may still have is asked for a sample of stories; what is counted as right ends on
the page of the very story. `HARKARA_BENCH_JOURNEY=1000` takes another size than 10,000.
"""

import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.homes import new_home
from bench.measuring.scratch import scratch_home
from bench.measuring.site import serving
from bench.measuring.spent import Watched, spent

SIZE = int(os.environ.get("HARKARA_BENCH_JOURNEY", "10000"))
SAMPLE = 200
FARTHEST = 3
"""So many redirects are followed."""


def measure(_data: Data) -> Iterator[Figure]:
    """Give how fast the site moves in and is pressed, and how many addresses are answered right."""
    scratch_home()
    from bench.measuring.exports import write_wxr

    with tempfile.TemporaryDirectory(prefix="harkara-bench-") as folder:
        export, home = Path(folder) / "khabar.xml", new_home(Path(folder) / "home")
        write_wxr(export, SIZE)
        moved = spent(home, "intake", "wxr", str(export))
        pressed = spent(home, "press", "run")
        name = f"journey/{SIZE}"
        yield Figure(f"{name}/moved", SIZE / moved.seconds, "stories/s")
        yield Figure(f"{name}/moved_a_core", SIZE / moved.processor, "stories/core s")
        yield Figure(f"{name}/moved_memory", moved.together / 2**20, "MB")
        yield Figure(f"{name}/pressed", SIZE / pressed.seconds, "stories/s")
        yield Figure(f"{name}/pressed_a_core", SIZE / pressed.processor, "stories/core s")
        yield Figure(f"{name}/pressed_memory", pressed.together / 2**20, "MB")
        with serving(home) as site, Watched(site.process.pid) as watched:
            yield from _asked(name, site.port)
        yield Figure(f"{name}/served_memory", watched.most / 2**20, "MB")


def _asked(name: str, port: int) -> Iterator[Figure]:
    from bench.measuring.exports import headline_of, old_addresses

    random, right, asked = Random(SIZE), Counter[str](), Counter[str]()
    waited: list[float] = []
    for number in random.sample(range(1, SIZE + 1), min(SAMPLE, SIZE)):
        for form, path in old_addresses(number).items():
            began = time.perf_counter()
            body = _followed(port, path)
            waited.append(time.perf_counter() - began)
            asked[form] += 1
            right[form] += headline_of(number) in body
    for form in asked:
        yield Figure(f"{name}/right/{form.replace(' ', '_')}", right[form] / asked[form], "", 1)
    waited.sort()
    yield Figure(f"{name}/old_p50", waited[len(waited) // 2] * 1000, "ms")
    yield Figure(f"{name}/old_p99", waited[len(waited) * 99 // 100] * 1000, "ms")


def _followed(port: int, path: str) -> str:
    """Return the page at the end of an address, "" if there is none."""
    for _step in range(FARTHEST):
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        if answer.status == 200:
            return body
        parts = urlsplit(answer.getheader("Location") or "")
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        if not path:
            return ""
    return ""
