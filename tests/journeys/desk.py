"""What happens at a running paper's desk while a reader reads: code in a process of its own."""

import subprocess
import sys

from tests.running import MOST_SECONDS, Paper, surroundings

SET_UP = """
import django
django.setup()
from harkara.newsroom.actions import Publish, Withdraw, publish, withdraw
from harkara.newsroom.models import ArticlePage
"""


def at_the_desk(paper: Paper, code: str) -> None:
    """Run code against a paper's own home; the newsroom's actions have their names there."""
    subprocess.run(
        [sys.executable, "-c", SET_UP + code],
        env=surroundings() | {"HARKARA_HOME": str(paper.home)},
        timeout=MOST_SECONDS,
        check=True,
    )


def page_of(path: str) -> str:
    """Return the code that finds a story's page by its address."""
    number = int(path.rstrip("/").rpartition("-")[2])
    return f"ArticlePage.objects.get(number={number}).pk"
