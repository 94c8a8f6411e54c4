"""The addresses that stories had elsewhere, kept by the thousand."""

import re
from collections.abc import Mapping

from wagtail.contrib.redirects.models import Redirect

from harkara.press.tables import Table

LONGEST = 255
"""Wagtail keeps no longer address."""
AT_ONCE = 500
_PLAIN = re.compile(r"/(?:[^/\s?#;%\\][^\s?#;%\\]*|\?p=\d+)\Z")


def keep_old_paths(pages: Mapping[str, int]) -> int:
    """Let addresses that stories had elsewhere lead to them; return how many may be kept.

    `pages` has the id of a newsroom page for each decoded path, or path with a query. One that
    leads somewhere already goes on leading there, and so do those too long to be kept.
    """
    wanted = {as_kept(path): pk for path, pk in pages.items()}
    wanted = {path: pk for path, pk in wanted.items() if path and len(path) <= LONGEST}
    paths, table = sorted(wanted), Table(Redirect)
    taken: set[str] = set()
    for start in range(0, len(paths), AT_ONCE):
        some = Redirect.objects.filter(old_path__in=paths[start : start + AT_ONCE])
        taken.update(some.order_by().values_list("old_path", flat=True))
    for path in paths:
        if path not in taken:
            table.add(old_path=path, redirect_page_id=wanted[path], automatically_created=True)
    table.write()
    return len(paths)


def as_kept(path: str) -> str:
    """Return a path as Wagtail keeps it; most need nothing that it does."""
    return path.removesuffix("/") if _PLAIN.match(path) else str(Redirect.normalise_path(path))
