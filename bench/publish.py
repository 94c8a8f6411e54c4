"""How long a reader waits for an editor: from the commit of a publish to the new bytes.

    python bench/publish.py --home demo-home --runs 20

runs the site of a home (a copy of it, so nothing is changed), publishes a new headline of a live
story again and again, and asks for the story, its section's front, the front page and the feed
until each shows it. Prints the seconds from commit to bytes: minimum, median, 95th percentile,
maximum. Every answer is checked for the headline of that very run.
"""

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 20.0
POLL = 0.005


def main() -> int:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--home", type=Path, default=ROOT / "demo-home")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="harkara-bench-") as folder:
        home = Path(folder) / "home"
        shutil.copytree(args.home, home)
        port = free_port()
        os.environ |= {"HARKARA_HOME": str(home), "DJANGO_SETTINGS_MODULE": "harkara.settings"}
        sys.path.insert(0, str(ROOT / "src"))
        server = subprocess.Popen(
            [sys.executable, "-m", "harkara", "serve", "--port", str(port)],
            env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
            stdout=subprocess.DEVNULL,
        )
        try:
            seconds = measure(f"http://127.0.0.1:{port}", args.runs)
        finally:
            server.terminate()
            server.wait()
    show(seconds, as_json=args.json)
    return 0


def measure(base: str, runs: int) -> dict[str, list[float]]:
    """Publish `runs` headlines and return, for each page, the seconds until it showed each."""
    import django

    django.setup()
    from harkara.newsroom import queries
    from harkara.newsroom.models import ArticlePage, LiveStory

    row = LiveStory.objects.order_by("-published_at").first()
    assert row is not None, "the home has no live story"
    path = queries.story_path(row.number)
    assert path is not None
    pages = {"story": path, "section": f"/{row.section.slug}/", "front": "/", "feed": "/feed.xml"}
    for page in pages.values():
        wait_for(base + page, row.headline)
    seconds: dict[str, list[float]] = {name: [] for name in pages}
    for run in range(runs):
        article = ArticlePage.objects.get(pk=row.article_id).get_latest_revision_as_object()
        article.title = f"नापने की खबर क्रमांक {run:04}"
        article.save_revision().publish()
        committed = time.perf_counter()
        for name, page in pages.items():
            seconds[name].append(wait_for(base + page, article.title) - committed)
    return seconds


def wait_for(url: str, text: str) -> float:
    """Ask for a page until it shows the text and return the moment it did."""
    give_up = time.perf_counter() + PATIENCE
    while time.perf_counter() < give_up:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 (our own server)
                if text in answer.read().decode():
                    return time.perf_counter()
        except OSError:
            time.sleep(POLL * 20)
        time.sleep(POLL)
    message = f"{url} did not show {text!r} within {PATIENCE} s"
    raise TimeoutError(message)


def show(seconds: dict[str, list[float]], *, as_json: bool) -> None:
    """Print the figures, as a table or as one flat object."""
    figures = {
        f"publish/{page}/{name}": round(value, 4)
        for page, values in seconds.items()
        for name, value in (
            ("min", min(values)),
            ("p50", median(values)),
            ("p95", quantiles(values, n=20)[-1] if len(values) > 1 else values[0]),
            ("max", max(values)),
        )
    }
    if as_json:
        print(json.dumps(figures, indent=1))
        return
    print(f"{'page':10}{'min':>8}{'p50':>8}{'p95':>8}{'max':>8}  seconds from commit to bytes")
    for page in seconds:
        row = [figures[f"publish/{page}/{name}"] for name in ("min", "p50", "p95", "max")]
        print(f"{page:10}" + "".join(f"{value:8.3f}" for value in row))


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
