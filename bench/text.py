"""What the text room is worth: quality on real data, and speed, beside what one would pick instead.

    python bench/text.py --data ../shared/data --split dev
    python bench/text.py --data ../shared/data --split dev --only romanise,stem --json

prints one table, or with --json one flat object keyed `<job>/<set>/<measure>`. Every file of
`bench/text_jobs` is a job. Times are of one run: read them as ratios.
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
JOBS = sorted(path.stem for path in (ROOT / "bench" / "text_jobs").glob("[a-z]*.py"))


def main() -> int:
    """Measure and print."""
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    from bench.measuring.data import Data
    from bench.measuring.figures import as_json, as_table

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--only", default=",".join(JOBS), help="jobs, with commas between")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    chosen = args.only.split(",")
    if unknown := set(chosen) - set(JOBS):
        parser.error(f"no such job: {', '.join(sorted(unknown))}; there are {', '.join(JOBS)}")
    figures = list(measured(chosen, Data(args.data, args.split)))
    print(as_json(figures) if args.json else as_table(figures))
    return 0


def measured(jobs: list[str], data: "Data") -> Iterator["Figure"]:
    """Give the figures of each job, saying on standard error which is at work."""
    for job in jobs:
        sys.stderr.write(f"measuring {job}\n")
        yield from import_module(f"bench.text_jobs.{job}").measure(data)


if __name__ == "__main__":
    sys.exit(main())
