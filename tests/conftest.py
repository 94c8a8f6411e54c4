"""What all rooms' tests share."""

import gc
import shutil
from collections.abc import Iterator

import pytest
from tests import running, settings
from tests.turns import DEMO, OneDemo
from xdist.remote import Producer

# A quarter of the run went to looking for garbage among what lives as long as the run does.
gc.set_threshold(100_000, 20, 20)


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


def pytest_collection_finish() -> None:
    """Let the search for garbage pass over what was imported."""
    gc.freeze()


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
