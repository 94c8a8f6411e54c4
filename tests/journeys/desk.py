"""What happens at a running paper's desk while a reader reads: code in a process of its own."""

import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection

from tests.running import HOST, MOST_SECONDS, Paper, surroundings

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


def ask(paper: Paper, path: str, body: str = "", **headers: str) -> tuple[int, bytes]:
    """Ask as a program does, not as a browser; with a body it is sent."""
    with closing(HTTPConnection(HOST, paper.port, timeout=MOST_SECONDS)) as connection:
        connection.request("POST" if body else "GET", path, body.encode() or None, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()


def wait_until_gone(paper: Paper, path: str) -> None:
    """Wait until the press has taken a story off the site."""
    for _ in range(300):
        if ask(paper, path)[0] == 410:
            return
        time.sleep(0.1)
    raise AssertionError(path)


def page_of(path: str) -> str:
    """Return the code that finds a story's page by its address."""
    number = int(path.rstrip("/").rpartition("-")[2])
    return f"ArticlePage.objects.get(number={number}).pk"
