"""What search is worth on a running site: its doors, hostile queries, from a publish to a hit.

    python bench/search_site.py --home archives/archive-100000
    python bench/search_site.py --home archives/archive-1000 --only found --runs 20 --json

serves a home that `bench/archive.py` has founded, with one worker, and asks it. The home needs an
index (`harkara index make`) and keeps the stories that the bench publishes. Printed is one table,
or with --json one flat object keyed `<job>/<stories>/<measure>`. Milliseconds are what a reader
waits who asks one thing after the other; `processor` is what the web process worked for an answer:
other work on the machine changes that little.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.measuring.figures import Figure

ROOT = Path(__file__).resolve().parents[1]
JOBS = sorted(path.stem for path in (ROOT / "bench" / "site_jobs").glob("[a-z]*.py"))


def main() -> int:
    """Serve the home, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--only", default=",".join(JOBS), help="jobs, with commas between")
    parser.add_argument("--runs", type=int, default=400, help="how often each thing is asked")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    chosen = args.only.split(",")
    if unknown := set(chosen) - set(JOBS):
        parser.error(f"no such job: {', '.join(sorted(unknown))}; there are {', '.join(JOBS)}")
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    os.environ |= {"HARKARA_HOME": str(args.home), "DJANGO_SETTINGS_MODULE": "harkara.settings"}
    import django

    django.setup()
    from bench.measuring.figures import as_json, as_table

    figures = list(measured(args.home, chosen, args.runs))
    print(as_json(figures) if args.json else as_table(figures))
    return 0


def measured(home: Path, jobs: list[str], runs: int) -> Iterator["Figure"]:
    """Give the figures of each job, saying on standard error which is at work."""
    from bench.press_jobs.running import running

    with running(home) as site:
        for job in jobs:
            sys.stderr.write(f"measuring {job}\n")
            yield from import_module(f"bench.site_jobs.{job}").measure(site, runs)
        yield from memory(site)


def memory(site: object) -> Iterator["Figure"]:
    """Give the most memory that each process of the site has used."""
    from bench.measuring.figures import Figure
    from bench.press_jobs.running import Site
    from harkara.search import index

    assert isinstance(site, Site)
    stories = index.current().count()
    for what in ("web", "worker"):
        yield Figure(f"memory/{stories}/{what}", site.peak_megabytes(what), "MB")


if __name__ == "__main__":
    sys.exit(main())
