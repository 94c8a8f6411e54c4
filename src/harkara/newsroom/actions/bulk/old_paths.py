"""The addresses that stories, sections and topics had elsewhere, kept by the thousand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import transaction
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
    paths, table = list(wanted), Table(Redirect)
    taken: set[str] = set()
    for some in _some(paths):
        found = Redirect.objects.filter(old_path__in=some).order_by()
        taken.update(found.values_list("old_path", flat=True))
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


@transaction.atomic
def redirect_all(paths: Mapping[str, str]) -> None:
    """Do for many addresses what `redirect` does for one; `paths` has the new one of each.

    Those too long to be kept, and those that are in use as they are, are left out.
    """
    wanted = {as_kept(old): new for old, new in paths.items() if as_kept(old) != as_kept(new)}
    wanted = {old: new for old, new in wanted.items() if old and _fits(old, new)}
    for some in _some(sorted({as_kept(new) for new in wanted.values()})):
        Redirect.objects.filter(old_path__in=some).delete()
    new = Table(Redirect)
    for some in _some(sorted(wanted)):
        known = {one.old_path: one for one in Redirect.objects.filter(old_path__in=some, site=None)}
        for one in known.values():
            one.redirect_page, one.redirect_link = None, wanted[one.old_path]
        Redirect.objects.bulk_update(known.values(), ["redirect_page", "redirect_link"])
        for old in some:
            if old not in known:
                new.add(old_path=old, redirect_link=wanted[old])
    new.write()
    _lead_on(wanted)


def _lead_on(wanted: Mapping[str, str]) -> None:
    """Let what led to an address that is old now lead to the new one."""
    links = {form: new for old, new in wanted.items() for form in (old, f"{old}/")}
    for some in _some(sorted(links)):
        behind = list(Redirect.objects.filter(redirect_link__in=some).order_by("pk"))
        for one in behind:
            one.redirect_link = links[one.redirect_link]
        Redirect.objects.bulk_update(behind, ["redirect_link"])


def _some(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    return (paths[start : start + AT_ONCE] for start in range(0, len(paths), AT_ONCE))


def as_kept(path: str) -> str:
    """Return a path as Wagtail keeps it; most need nothing that it does."""
    return path.removesuffix("/") if _PLAIN.match(path) else str(Redirect.normalise_path(path))
