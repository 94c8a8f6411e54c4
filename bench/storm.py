"""Kill the web server and the worker at random moments, while editors edit and readers read.

    python bench/storm.py --home demo-home --kills 300

serves a copy of a home, kills -9 one of its processes again and again, and has an editor publish
all the while. Readers check every body by what it carries itself: its digest, the checksum inside
gzip, the end of the document. Where nginx is installed others read through it. In the end the
press must settle and `press verify` find nothing. The status is 1 if a body was torn, a page
differs, or a request through nginx got no answer.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.measuring import site as sites  # noqa: E402 (the benches lie beside this file)
from bench.measuring.figures import Figure, as_json, as_table  # noqa: E402
from bench.measuring.nginx import is_there, nginx  # noqa: E402
from bench.measuring.readers import Readers, Seen  # noqa: E402

STORIES = 6
# Between two kills, in seconds: at times before the one killed last has come back.
GAP = (0.1, 2.0)
BETWEEN_EDITS = 0.03
SETTLES_WITHIN = 120.0


def main() -> int:
    """Run one storm and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--home", type=Path, default=ROOT / "demo-home")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--edit", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.edit:
        return edit(random.Random(args.seed))
    with sites.copied(args.home) as home:
        figures, good = storm(home, args.kills, random.Random(args.seed))
    print(as_json(figures) if args.json else as_table(figures))
    return 0 if good else 1


def storm(home: Path, kills: int, chance: random.Random) -> tuple[list[Figure], bool]:
    """Let it rage over a home; return the figures, and whether all is well in the end."""
    paths = ["/", *stored_stories(home)]
    began = time.monotonic()
    with ExitStack() as open_ones:
        site = open_ones.enter_context(sites.serving(home))
        direct = open_ones.enter_context(Readers(site.port, paths)).seen
        behind = Seen()
        if is_there():
            port = open_ones.enter_context(fronted(site, home.parent / "nginx"))
            behind = open_ones.enter_context(Readers(port, paths, count=1)).seen
        with editing(home, chance.randrange(1000)) as edits:
            killed = [kill(site, chance) for _ in range(kills)]
    return report(home, killed, edits, (direct, behind), time.monotonic() - began)


def report(
    home: Path, killed: list[str], edits: list[int], seen: tuple[Seen, Seen], seconds: float
) -> tuple[list[Figure], bool]:
    """Let the press settle, prove it, and return the figures and whether all is well."""
    began = time.monotonic()
    settled = sites.run(home, "press", "run")
    settling = time.monotonic() - began
    proof = sites.run(home, "press", "verify")
    direct, behind = seen
    for said in (settled, proof):
        sys.stderr.write(said.stderr if said.returncode else "")
    for what in (*direct.torn, *behind.torn, *behind.broken)[:20]:
        sys.stderr.write(f"{what}\n")
    sys.stderr.write(proof.stdout if proof.returncode else "")
    figures = {
        "kills of the web server": killed.count(sites.WEB),
        "kills of the worker": killed.count(sites.WORKER),
        "edits": edits[0],
        "whole bodies, built-in server": direct.whole,
        "torn bodies, built-in server": len(direct.torn),
        "requests broken off, built-in server": len(direct.broken),
        "whole bodies, nginx": behind.whole,
        "torn bodies, nginx": len(behind.torn),
        "requests broken off, nginx": len(behind.broken),
        "answers 5xx, nginx": sum(n for status, n in behind.statuses.items() if status >= 500),
        "differences after it": 0 if proof.returncode == 0 else 1,
        "seconds to settle": settling,
        "seconds": seconds,
    }
    good = not (proof.returncode or direct.torn or behind.torn or behind.broken)
    return [Figure(f"storm/demo/{name}", value) for name, value in figures.items()], good


def stored_stories(home: Path) -> list[str]:
    """Return the paths of a few stored stories."""
    pages = home / "pages"
    found = (file.parent for file in sorted(pages.glob("*/*-[0-9]*/index.html")))
    return [f"/{folder.relative_to(pages)}/" for folder in found][-STORIES:]


@contextmanager
def fronted(site: sites.Site, folder: Path) -> Iterator[int]:
    """Put nginx in front of a site, as `harkara nginx` says; give its port."""
    port = sites.free_port()
    listen, application = f"127.0.0.1:{port}", f"127.0.0.1:{site.port}"
    said = sites.run(site.home, "nginx", "--listen", listen, "--application", application)
    with nginx(folder, said.stdout, port):
        yield port


def kill(site: sites.Site, chance: random.Random) -> str:
    """Wait for a random moment and kill one of the site's processes; return which."""
    time.sleep(chance.uniform(*GAP))
    part = chance.choice((sites.WEB, sites.WORKER))
    while not (found := site.child(part)):
        time.sleep(0.02)
    os.kill(found, signal.SIGKILL)
    return part


@contextmanager
def editing(home: Path, seed: int) -> Iterator[list[int]]:
    """Have an editor at work in a process of its own; the list holds how often it published."""
    process = subprocess.Popen(
        [sys.executable, __file__, "--edit", "--seed", str(seed)],
        env=sites.surroundings(home),
        stdout=subprocess.PIPE,
        text=True,
    )
    edits = [0]

    def count() -> None:
        assert process.stdout
        for _line in process.stdout:
            edits[0] += 1

    counting = threading.Thread(target=count)
    counting.start()
    try:
        yield edits
    finally:
        process.terminate()
        process.wait()
        counting.join()


def edit(chance: random.Random) -> int:
    """Publish until told to stop; a line on standard output for each edit that was committed."""
    import django

    django.setup()
    from harkara.newsroom.models import ArticlePage

    numbers = list(ArticlePage.objects.live().order_by("-pk").values_list("pk", flat=True)[:20])
    turn = 0
    while True:
        turn += 1
        article = ArticlePage.objects.get(pk=chance.choice(numbers))
        draft = article.get_latest_revision_as_object()
        draft.title = f"आंधी में छपी खबर क्रमांक {turn:05}"
        draft.save_revision().publish()
        if turn % 7 == 0:
            ArticlePage.objects.get(pk=article.pk).unpublish()
        print(turn, flush=True)
        time.sleep(BETWEEN_EDITS)


if __name__ == "__main__":
    sys.exit(main())
