"""Nothing is counted before a test and after it: limits are kept in the process's memory."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches

from harkara.web.limits import CACHE


@pytest.fixture(autouse=True)
def nothing_counted() -> Iterator[None]:
    """Forget what limits counted: for all tests of a module or a conftest that names it."""
    caches[CACHE].clear()
    yield
    caches[CACHE].clear()
