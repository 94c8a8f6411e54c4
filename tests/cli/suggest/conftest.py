"""A paper whose stories the assistant is asked about, and its command."""

import argparse
from collections.abc import Callable

import pytest
from tests.newsroom.conftest import desh, filed, khel, live, paper, river

from harkara.cli import suggest
from harkara.cli.suggest import asked

__all__ = ["desh", "filed", "khel", "live", "paper", "river"]


@pytest.fixture
def ask(paper: None, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run `harkara suggest`; the tests' database is not where a founded home has it."""
    monkeypatch.setattr(asked, "need_site", lambda _home=None: None)

    def run(*words: str) -> int:
        parser = argparse.ArgumentParser()
        parser.set_defaults(home=None)
        suggest.add(parser.add_subparsers())
        args = parser.parse_args(["suggest", *words])
        return int(args.run(args))

    return run
