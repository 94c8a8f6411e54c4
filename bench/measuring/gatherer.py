"""The gatherer: finds the jobs of a bench, runs those asked for and prints their figures.

A bench is a folder of jobs, a file for each subject. Each has `measure(data) -> Iterator[Figure]`
and passes over a set that is not in the folder. What the folder's `LONG` names runs only if it is
asked for.
"""

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from bench.measuring.data import Data
from bench.measuring.figures import Figure, as_json, as_table

ROOT = Path(__file__).resolve().parents[2]


def gather(package: str, says: str) -> int:
    """Measure the jobs of a package such as `bench.text_jobs` and print; return the exit status."""
    jobs = jobs_of(package)
    usual = [job for job in jobs if job not in getattr(import_module(package), "LONG", ())]
    parser = argparse.ArgumentParser(description=says.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--only", default=",".join(usual), help="jobs, with commas between")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    chosen = args.only.split(",")
    if unknown := set(chosen) - set(jobs):
        parser.error(f"no such job: {', '.join(sorted(unknown))}; there are {', '.join(jobs)}")
    figures = list(_measured(package, chosen, Data(args.data, args.split)))
    print(as_json(figures) if args.json else as_table(figures))
    return 0


def jobs_of(package: str) -> list[str]:
    """Return the names of a package's jobs."""
    folder = ROOT.joinpath(*package.split("."))
    return sorted(path.stem for path in folder.glob("[a-z]*.py"))


def _measured(package: str, jobs: list[str], data: Data) -> Iterator[Figure]:
    """Give the figures of each job, saying on standard error which is at work.

    Each has a process of its own: Django is set up for one home in each, and memory is that of one.
    """
    new = get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=new, max_tasks_per_child=1) as processes:
        for job in jobs:
            sys.stderr.write(f"measuring {job}\n")
            yield from processes.submit(_figures, package, job, data).result()


def _figures(package: str, job: str, data: Data) -> list[Figure]:
    return list(import_module(f"{package}.{job}").measure(data))
