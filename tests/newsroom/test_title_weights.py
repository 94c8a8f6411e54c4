"""Saving a story weighs its title for the newsroom's page search without walking all titles."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from harkara.newsroom import page_search
from harkara.newsroom.models import ArticlePage


def weight_of(article: ArticlePage) -> float:
    """Return the weight of a story's title."""
    found = IndexEntry.objects.filter(object_id=str(article.pk)).order_by("-pk")
    return float(found.values_list("title_norm", flat=True)[0])


# PostgreSQL keeps titles as lexemes, and their number is the length.
@pytest.mark.sqlite
def test_a_new_title_is_weighed_by_the_mean_of_the_newest(
    live: Callable[..., ArticlePage], monkeypatch: pytest.MonkeyPatch
) -> None:
    article = live()
    IndexEntry.objects.exclude(object_id=str(article.pk)).delete()
    IndexEntry.objects.update(title="क" * 10, title_norm=1.0)
    entry = IndexEntry.objects.get()
    for length in (20, 40):
        IndexEntry.objects.create(
            content_type_id=entry.content_type_id, object_id=f"{length}", title="क" * length
        )
    monkeypatch.setattr(page_search, "NEWEST", 2)

    get_search_backend().get_index_for_model(ArticlePage)._refresh_title_norms()

    weights = dict(IndexEntry.objects.values_list("object_id", "title_norm"))
    assert weights == {str(article.pk): 1.0, "20": 1.5, "40": 0.75}


def test_all_titles_are_weighed_by_the_mean_of_all_when_the_index_is_made_anew(
    live: Callable[..., ArticlePage],
) -> None:
    article = live()
    IndexEntry.objects.update(title_norm=7.0)

    get_search_backend().get_index_for_model(ArticlePage)._refresh_title_norms(full=True)

    assert 0 < weight_of(article) < 7


@pytest.mark.sqlite
def test_a_save_reads_the_newest_titles_off_the_key(
    live: Callable[..., ArticlePage],
) -> None:
    article = live()
    with CaptureQueriesContext(connection) as asked:
        article.save()

    means = [query["sql"] for query in asked if "AVG" in query["sql"].upper()]
    assert len(means) == 1
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {means[0].replace('%', '%%')}")
        plan = " ".join(str(row) for row in cursor.fetchall())
    assert "SEARCH" in plan
    assert "SCAN" not in plan
