"""How fast stored pages go out: the built-in server, nginx in front of it, and nginx alone.

    python bench/serve.py --home demo-home --runs 5

serves a copy of a home and asks for one story with `wrk` at 1, 32 and 256 connections: from the
built-in server, from nginx configured by `harkara nginx`, and from an nginx that has the same bytes
as a plain file. The three take turns in each run; ratios are of the same run, medians of all runs.
Where the machine is busy with other work, the processor's time for each request says more.

    python bench/serve.py --spike 60

holds 256 connections on the story for a minute, corrects it three times, and says how long after
each commit a reader saw it, and the 99th percentile of all answers.
"""

import argparse
import os
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.measuring import load, site  # noqa: E402 (the benches lie beside this file)
from bench.measuring.figures import Figure, as_json, as_table  # noqa: E402
from bench.measuring.nginx import is_there, nginx  # noqa: E402
from bench.storm import stored_stories  # noqa: E402

CONNECTIONS = (1, 32, 256)
PLAIN, BEHIND, BUILT_IN = "plain file", "behind nginx", "built-in"
WANTED = {BEHIND: 0.95, BUILT_IN: 0.4}
CORRECTIONS = 3
PATIENCE = 20.0
POLL = 0.005


@dataclass(frozen=True, slots=True)
class Server:
    """One of those compared: what it is asked, and its processes."""

    name: str
    url: str
    pids: tuple[int, ...]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--home", type=Path, default=ROOT / "demo-home")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=4, help="how long each run of wrk lasts")
    parser.add_argument("--spike", type=int, metavar="SECONDS", help="hold a spike instead")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    for tool, there in (("wrk", load.is_there()), ("nginx", is_there())):
        if not there:
            sys.stderr.write(f"left out: {tool} is not installed (Debian: apt install {tool})\n")
            return 0
    sys.stderr.write(f"{load.machine()}\n")
    with site.copied(args.home) as home, running(home) as servers:
        check(servers)
        if args.spike:
            figures = spike(home, servers, args.spike)
        else:
            figures = compare(servers, args.runs, args.seconds)
    print(as_json(figures) if args.json else as_table(figures))
    return 0


@contextmanager
def running(home: Path) -> Iterator[list[Server]]:
    """Run the three servers over a home."""
    story = stored_stories(home)[-1]
    folder = home.parent
    plain = folder / "plain" / "index.html"
    plain.parent.mkdir()
    plain.write_bytes((home / "pages" / story[1:] / "index.html.br").read_bytes())
    with ExitStack() as open_ones:
        ours = open_ones.enter_context(site.serving(home))
        port, plain_port = site.free_port(), site.free_port()
        listen, application = f"127.0.0.1:{port}", f"127.0.0.1:{ours.port}"
        said = site.run(home, "nginx", "--listen", listen, "--application", application).stdout
        front = open_ones.enter_context(nginx(folder / "front", said, port))
        bare = (
            f"server {{ listen 127.0.0.1:{plain_port}; root {plain.parent}; sendfile on; "
            "tcp_nopush on; keepalive_requests 10000; default_type text/html; }"
        )
        alone = open_ones.enter_context(nginx(folder / "alone", bare, plain_port))
        yield [
            Server(PLAIN, f"http://127.0.0.1:{plain_port}/", tuple(load.tree(alone.pid))),
            Server(BEHIND, f"http://127.0.0.1:{port}{story}", tuple(load.tree(front.pid))),
            Server(BUILT_IN, f"http://127.0.0.1:{ours.port}{story}", (ours.child(site.WEB),)),
        ]


def check(servers: list[Server]) -> None:
    """See that all send the very same bytes."""
    bodies = {body_of(server.url) for server in servers}
    assert len(bodies) == 1, "the servers do not send the same bytes"


def body_of(url: str, encoding: str = "br") -> bytes:
    """Return what a reader who takes this encoding gets, as it comes over the wire."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": encoding})  # noqa: S310
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 (loopback)
        return bytes(answer.read())


def compare(servers: list[Server], runs: int, seconds: int) -> list[Figure]:
    """Have the servers take turns, and return the medians."""
    for server in servers:
        load.load(server.url, 32, 1, server.pids)
    figures = []
    for connections in CONNECTIONS:
        taken: dict[str, list[load.Load]] = {server.name: [] for server in servers}
        for _ in range(runs):
            for server in servers:
                taken[server.name].append(load.load(server.url, connections, seconds, server.pids))
        figures += [figure for name in taken for figure in _figures(f"c{connections}", name, taken)]
    return figures


def _figures(at: str, name: str, taken: dict[str, list[load.Load]]) -> Iterator[Figure]:
    key, loads, plain = f"serve/{at}/{name}", taken[name], taken[PLAIN]
    yield Figure(f"{key}: rate", median(one.rate for one in loads), "1/s")
    yield Figure(f"{key}: p99", 1000 * median(one.p99 for one in loads), "ms")
    yield Figure(f"{key}: processor", 1e6 * median(one.cpu for one in loads), "µs")
    if name != PLAIN:
        ratios = [one.rate / other.rate for one, other in zip(loads, plain, strict=True)]
        costs = [other.cpu / one.cpu for one, other in zip(loads, plain, strict=True)]
        yield Figure(f"{key}: ratio", median(ratios), target=WANTED[name])
        yield Figure(f"{key}: ratio, least", min(ratios))
        yield Figure(f"{key}: ratio, most", max(ratios))
        yield Figure(f"{key}: ratio by processor", median(costs), target=WANTED[name])
    yield Figure(f"{key}: faults", sum(one.faults for one in loads))


def spike(home: Path, servers: list[Server], seconds: int) -> list[Figure]:
    """Hold a spike on the story at each server while it is corrected; return the figures."""
    correct = corrections(home)
    figures = []
    for server in servers:
        if server.name == PLAIN:
            continue
        results: list[load.Load] = []

        def hold(server: Server = server, results: list[load.Load] = results) -> None:
            results.append(load.load(server.url, max(CONNECTIONS), seconds, server.pids))

        holding = threading.Thread(target=hold)
        holding.start()
        waits = []
        for _ in range(CORRECTIONS):
            time.sleep(seconds / (CORRECTIONS + 1))
            headline, committed = correct()
            waits.append(seen(server.url, headline) - committed)
        holding.join()
        key = f"spike/c{max(CONNECTIONS)}/{server.name}"
        figures += [
            Figure(f"{key}: requests", results[0].requests),
            Figure(f"{key}: rate", results[0].rate, "1/s"),
            Figure(f"{key}: faults", results[0].faults, target=0),
            Figure(f"{key}: p99", 1000 * results[0].p99, "ms"),
            *(
                Figure(f"{key}: correction {turn} seen after", wait, "s", target=0.5)
                for turn, wait in enumerate(waits, start=1)
            ),
        ]
    return figures


def corrections(home: Path) -> Callable[[], tuple[str, float]]:
    """Return what corrects the story and gives its new headline and the moment of the commit."""
    os.environ |= site.surroundings(home)
    import django

    django.setup()
    from harkara.newsroom.models import LiveStory

    number = int(stored_stories(home)[-1].strip("/").rpartition("-")[2])
    turns = iter(range(1, 1000))

    def correct() -> tuple[str, float]:
        article = LiveStory.objects.get(number=number).article.get_latest_revision_as_object()
        article.title = f"सुधारी गई खबर क्रमांक {next(turns):04}"
        article.save_revision().publish()
        return article.title, time.perf_counter()

    return correct


def seen(url: str, headline: str) -> float:
    """Ask until the story shows the headline; return the moment it did."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        if headline in body_of(url, "identity").decode():
            return time.perf_counter()
        time.sleep(POLL)
    message = f"{url} did not show {headline!r} within {PATIENCE} s"
    raise TimeoutError(message)


if __name__ == "__main__":
    sys.exit(main())
