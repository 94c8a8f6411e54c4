"""Keeping old addresses: where one leads that is not in use any more."""

from collections.abc import Mapping

from wagtail.contrib.redirects.models import Redirect

LONGEST = 255
"""Wagtail keeps no longer address."""
AT_ONCE = 500


def redirect(old_path: str, new_path: str) -> None:
    """Let an old address, and what led to it, lead to the new one.

    An address that is in use again leads nowhere.
    """
    old, new = map(Redirect.normalise_path, (old_path, new_path))
    Redirect.objects.filter(old_path=new).delete()
    Redirect.objects.filter(redirect_link=old_path).update(redirect_link=new_path)
    Redirect.objects.update_or_create(
        old_path=old, site=None, defaults={"redirect_link": new_path, "is_permanent": True}
    )


def keep_old_paths(pages: Mapping[str, int]) -> int:
    """Let addresses that stories had elsewhere lead to them; return how many do so from now on.

    `pages` has the id of a newsroom page for each decoded path, or path with a query. One that
    leads somewhere already goes on leading there, and so do those too long to be kept.
    """
    wanted = {Redirect.normalise_path(path): pk for path, pk in pages.items()}
    wanted = {path: pk for path, pk in wanted.items() if path and len(path) <= LONGEST}
    paths = sorted(wanted)
    for start in range(0, len(paths), AT_ONCE):
        some = paths[start : start + AT_ONCE]
        taken = set(
            Redirect.objects.filter(old_path__in=some).order_by().values_list("old_path", flat=True)
        )
        Redirect.objects.bulk_create(
            Redirect(old_path=path, redirect_page_id=wanted[path], automatically_created=True)
            for path in some
            if path not in taken
        )
    return len(paths)
