"""`harkara suggest`: what the desk's assistant proposes for a story.

What it proposes is told in a file of its own for each: copy one, and name it in `SUBJECTS`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

SUBJECTS = ("section", "topics", "names", "related", "duplicates")


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the `suggest` command and its subjects to the parser of the whole command."""
    suggest = subparsers.add_parser(
        "suggest",
        help="what the desk's assistant proposes for a story: its section, its topics and more",
        description="Print what the desk's assistant proposes for a story.",
    )
    subjects = suggest.add_subparsers(title="subjects", metavar="SUBJECT", required=True)
    for subject in SUBJECTS:
        import_module(f"harkara.cli.suggest.{subject}").add(subjects)
