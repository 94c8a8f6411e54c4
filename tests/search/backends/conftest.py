"""The backends that the tests of this folder run on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harkara.search.backends.base import Backend
from harkara.search.backends.memory import MemoryIndex
from harkara.search.backends.tantivy import TantivyIndex

BACKENDS: dict[str, Callable[[Path], Backend]] = {
    "memory": lambda _: MemoryIndex(),
    "tantivy": lambda folder: TantivyIndex(folder, wait=0.05),
}


@pytest.fixture(params=BACKENDS)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Backend:
    return BACKENDS[request.param](tmp_path / "index")
