"""What the press is worth: publish to visible, a breaking line, an archive pressed anew, memory.

    python bench/press.py --stories 1000,10000,100000 --homes /srv/archives
    python bench/press.py --stories 1000 --homes /srv/archives --only publish --json

An archive that is not in the folder yet is founded there (`bench/archive.py`) and pressed whole;
the archives are kept for the next time, with the stories the bench publishes in them. Printed is
one table, or with --json one flat object keyed `<job>/<stories>/<change>/<page>/<measure>`:
seconds from the commit at the desk to the new bytes through the built-in server (with --nginx:
through nginx), on every page that shows the change, and the processor time the worker had used by
then; how many pages each change touched; pages a second, in all and for each second of a core; the
most memory of web and worker. Every answer is checked for that very change.
"""

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.measuring.figures import Figure

ROOT = Path(__file__).resolve().parents[1]
JOBS = ("publish", "breaking", "bulk")


def main() -> int:
    """Measure each size in a process of its own, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--stories", default="1000", help="sizes, with commas between")
    parser.add_argument("--homes", type=Path, required=True, help="where the archives are kept")
    parser.add_argument("--only", default=",".join(JOBS), help="jobs, with commas between")
    parser.add_argument("--runs", type=int, default=20, help="how often each change is made")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--nginx", action="store_true", help="read through an nginx in front")
    parser.add_argument("--seconds", type=float, default=60, help="how long a bulk run is watched")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if unknown := set(args.only.split(",")) - set(JOBS):
        parser.error(f"no such job: {', '.join(sorted(unknown))}; there are {', '.join(JOBS)}")
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    from bench.measuring.figures import as_json, as_table

    figures = [figure for size in args.stories.split(",") for figure in measured(int(size), args)]
    print(as_json(figures) if args.json else f"{machine()}\n{as_table(figures)}")
    return 0


def measured(size: int, args: argparse.Namespace) -> list["Figure"]:
    """Return the figures of one size; Django knows one home only, so each has its own process."""
    from multiprocessing import get_context

    home = ready(args.homes / f"archive-{size}", size)
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, (size, home, args))


def ready(home: Path, size: int) -> Path:
    """Return the home of an archive of this size, founded and pressed."""
    environment = os.environ | {"HARKARA_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    founding = [str(ROOT / "bench" / "archive.py"), "--stories", str(size), "--home", str(home)]
    commands = [
        ["-m", "harkara", "upgrade"] if home.exists() else founding,
        ["-m", "harkara", "press", "run"],
    ]
    for command in commands:
        sys.stderr.write(f"{' '.join(command)}\n")
        subprocess.run([sys.executable, *command], env=environment, check=True, stdout=sys.stderr)
    return home


def measure(size: int, home: Path, args: argparse.Namespace) -> list["Figure"]:
    """Return what the jobs asked for measured on one home."""
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    os.environ |= {"HARKARA_HOME": str(home), "DJANGO_SETTINGS_MODULE": "harkara.settings"}
    import django

    django.setup()
    from bench.press_jobs.running import running

    with running(home, args.workers, through_nginx=args.nginx) as site:
        return list(_jobs(site, size, args))


def _jobs(site: object, size: int, args: argparse.Namespace) -> Iterator["Figure"]:
    from bench.measuring.figures import Figure
    from bench.press_jobs import breaking, bulk, publishing
    from bench.press_jobs.running import Site

    assert isinstance(site, Site)
    chosen = args.only.split(",")
    if "publish" in chosen:
        sys.stderr.write(f"{size}: publish to visible\n")
        yield from publishing.measure(site, f"publish/{size}", args.runs)
    if "breaking" in chosen:
        sys.stderr.write(f"{size}: a breaking line\n")
        yield from breaking.measure(site, f"breaking/{size}", args.runs)
    if "bulk" in chosen:
        sys.stderr.write(f"{size}: in bulk\n")
        yield from bulk.measure(site, f"bulk/{size}", args.seconds, args.runs)
    for what in ("web", "worker"):
        yield Figure(f"memory/{size}/{what}", site.peak_megabytes(what), "MB")


def machine() -> str:
    """Return where and with what was measured."""
    from sqlite3 import sqlite_version

    cores = os.cpu_count()
    return f"{cores} cores, {platform.system()} {platform.release()}, Python " + (
        f"{platform.python_version()}, SQLite {sqlite_version}, load {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    sys.exit(main())
