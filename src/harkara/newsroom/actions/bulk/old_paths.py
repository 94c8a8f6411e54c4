"""The addresses that stories had elsewhere, kept by the thousand."""

import re
from collections.abc import Mapping
from typing import Any

from wagtail.contrib.redirects.models import Redirect

from harkara.press.tables import Table

LONGEST = 255
"""Wagtail keeps no longer address."""
AT_ONCE = 500
_PLAIN = re.compile(r"/(?:[^/\s?#;%\\][^\s?#;%\\]*|\?p=\d+)\Z")


def keep_old_paths(leads: Mapping[str, int | str]) -> int:
    """Let addresses from before lead on; return how many may be kept.

    `leads` has, for each decoded path or path with a query, the id of a newsroom page, or another
    path of this site. One that leads somewhere already goes on leading there, and so do those too
    long to be kept. Of two that are one address the first leads.
    """
    wanted: dict[str, int | str] = {}
    for path, to in leads.items():
        wanted.setdefault(as_kept(path), to)
    wanted = {path: to for path, to in wanted.items() if path and _fits(path, to)}
    paths, table = sorted(wanted), Table(Redirect)
    taken: set[str] = set()
    for start in range(0, len(paths), AT_ONCE):
        some = Redirect.objects.filter(old_path__in=paths[start : start + AT_ONCE])
        taken.update(some.order_by().values_list("old_path", flat=True))
    for path in paths:
        if path not in taken:
            table.add(old_path=path, **_row(wanted[path]))
    table.write()
    return len(paths)


def _fits(path: str, to: int | str) -> bool:
    return len(path) <= LONGEST and (isinstance(to, int) or len(to) <= LONGEST)


def _row(to: int | str) -> dict[str, Any]:
    if isinstance(to, int):
        return {"redirect_page_id": to, "automatically_created": True}
    return {"redirect_link": to}


def as_kept(path: str) -> str:
    """Return a path as Wagtail keeps it; most need nothing that it does."""
    return path.removesuffix("/") if _PLAIN.match(path) else str(Redirect.normalise_path(path))
