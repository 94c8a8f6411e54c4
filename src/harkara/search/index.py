"""The site's own index, one for each process."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from harkara.search.backends.base import Backend


def current() -> Backend:
    """Return the index that the site's settings name; it may not be made yet."""
    return _index(settings.SEARCH_INDEX)


@lru_cache(maxsize=1)
def _index(folder: str) -> Backend:
    # Most of what the process does needs no engine.
    from harkara.search.backends.tantivy import TantivyIndex

    return TantivyIndex(Path(folder))
