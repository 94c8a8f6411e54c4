"""What search is worth: quality on real data, speed and size, beside what one would pick instead.

    python bench/search.py --data ../shared/data --split dev
    python bench/search.py --data ../shared/data --split dev --stories 100000 --only crowd --json

prints one table, or with --json one flat object keyed `<job>/<set>/<measure>`. Every file of
`bench/search_jobs` is a job. `--stories` says how many other stories the job `crowd` makes up, from
sentences and headlines of the folder's other sets. Times are of the processor, in one process.
"""

import argparse
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.measuring.data import Data
    from bench.measuring.figures import Figure

ROOT = Path(__file__).resolve().parents[1]
JOBS = sorted(path.stem for path in (ROOT / "bench" / "search_jobs").glob("[a-z]*.py"))


def main() -> int:
    """Measure and print."""
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    from bench.measuring.data import Data
    from bench.measuring.figures import as_json, as_table

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--stories", type=int, default=10_000, help="how many other stories")
    parser.add_argument("--only", default=",".join(JOBS), help="jobs, with commas between")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    chosen = args.only.split(",")
    if unknown := set(chosen) - set(JOBS):
        parser.error(f"no such job: {', '.join(sorted(unknown))}; there are {', '.join(JOBS)}")
    figures = list(measured(chosen, Data(args.data, args.split), args.stories))
    print(as_json(figures) if args.json else as_table(figures))
    return 0


def measured(jobs: list[str], data: "Data", stories: int) -> Iterator["Figure"]:
    """Give the figures of each job, saying on standard error which is at work."""
    for job in jobs:
        sys.stderr.write(f"measuring {job}\n")
        yield from import_module(f"bench.search_jobs.{job}").measure(data, stories)


if __name__ == "__main__":
    sys.exit(main())
