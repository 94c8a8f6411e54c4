"""What all rooms' tests share."""

import shutil

import pytest
from tests import settings


def pytest_unconfigure(config: pytest.Config) -> None:
    """Throw away the home of this run."""
    shutil.rmtree(settings.HOME, ignore_errors=True)
