"""What all rooms' tests share."""

import shutil
from collections.abc import Iterator

import pytest
from tests import running, settings
from tests.turns import DEMO, OneDemo
from xdist.remote import Producer


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneDemo:
    """Say how tests are shared out among workers."""
    return OneDemo(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a run in which the demo paper would be made more than once."""
    for item in items:
        if "demo" in getattr(item, "fixturenames", ()) and not item.nodeid.startswith(DEMO):
            message = f"{item.nodeid} meets the demo paper: name its file in tests/turns.py"
            raise pytest.UsageError(message)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Throw away the home of this run."""
    shutil.rmtree(settings.HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[running.Paper]:
    """Make the demo paper, serve it, and stop it when the tests are done."""
    paper = running.Paper(tmp_path_factory.mktemp("demo"), running.free_port())
    running.run("demo", "--home", str(paper.home), "--port", str(paper.port), "--no-serve")
    with running.serving(paper):
        yield paper
