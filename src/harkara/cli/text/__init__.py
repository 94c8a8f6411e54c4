"""`harkara text`: the text room's functions for pipes, one line in and one line out.

A job is told in the file of its subject: copy one, and name its `JOBS` below.
"""

from typing import TYPE_CHECKING

from harkara.cli.text import figures, keys, legacy, letters, parts, repair, roman, typing
from harkara.cli.text.job import add_job

if TYPE_CHECKING:
    import argparse

JOBS = (
    *repair.JOBS,
    *letters.JOBS,
    *parts.JOBS,
    *figures.JOBS,
    *keys.JOBS,
    *roman.JOBS,
    *typing.JOBS,
    *legacy.JOBS,
)


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the `text` command and its jobs to the parser of the whole command."""
    text = subparsers.add_parser(
        "text",
        help="repair, match and spell Hindi text",
        description="Repair, match and spell Hindi text, one line in and one line out.",
    )
    jobs = text.add_subparsers(title="jobs", metavar="JOB", required=True)
    for job in JOBS:
        add_job(job, jobs)
