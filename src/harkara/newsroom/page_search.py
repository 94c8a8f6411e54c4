"""The newsroom's page search: Wagtail's, with a save as cheap in a large archive as in a small one.

Wagtail weighs a title by its length beside the mean of all titles, and computes that mean over
every page with each save: half a second at 100,000 stories. The mean of the newest thousand does
as well.
`update_index`, which weighs all titles anew, still takes the mean of all.
"""

from collections.abc import Sequence
from statistics import fmean
from typing import Any

from django.db import connection
from django.db.models import Avg, F
from django.db.models.functions import Length
from modelsearch.backends.base import BaseSearchBackend

NEWEST = 1000


class _WeighedByTheNewest:
    """An index of Wagtail's that looks at its newest entries when a page is saved."""

    entries: Any

    def _refresh_title_norms(self, full: bool = False) -> None:  # noqa: FBT001, FBT002 (Wagtail's)
        if full:
            super()._refresh_title_norms(full=True)  # type: ignore[misc]  # the index it is mixed into
            return
        newest = self.entries.order_by("-pk").values_list("pk", flat=True)
        first = newest[NEWEST : NEWEST + 1].first() or 0
        titled = self.entries.filter(pk__gt=first).annotate(title_length=Length("title"))
        titled = titled.filter(title_length__gt=0)
        mean = titled.aggregate(mean=Avg("title_length"))["mean"]
        # 1 is what a new entry has. One whose title changed keeps its weight, as with Wagtail.
        titled.filter(title_norm=1.0).update(title_norm=mean / F("title_length"))


def title_weights(entries: Any, titles: Sequence[str]) -> list[float]:  # noqa: ANN401 (Wagtail's)
    """Return what titles weigh that come behind the entries of an index, each in its order.

    Written with the entry, it spares the index a second look at each.
    """
    lengths = [len(title) for title in titles if title][-NEWEST:]
    if len(lengths) < NEWEST:
        before = entries.order_by("-pk").annotate(title_length=Length("title"))
        newest = before.values_list("title_length", flat=True)[: NEWEST - len(lengths)]
        lengths += filter(None, newest)
    return [fmean(lengths) / len(title) if title else 1.0 for title in titles]


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:  # noqa: N802 (Wagtail asks for it)
    """Return the page search for the site's database."""
    if connection.vendor == "postgresql":
        from modelsearch.backends.database.postgres import postgres

        backend, index = postgres.PostgresSearchBackend, postgres.PostgresIndex
    else:
        from modelsearch.backends.database.sqlite import sqlite

        backend, index = sqlite.SQLiteSearchBackend, sqlite.SQLiteIndex
    light = type("Index", (_WeighedByTheNewest, index), {})
    page_search: BaseSearchBackend = type("PageSearch", (backend,), {"index_class": light})(params)
    return page_search
