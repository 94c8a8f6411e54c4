"""Leading references of stories that moved in to the stories they name."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from wagtail.models import Page, Revision

from harkara.newsroom import keys
from harkara.newsroom.actions.bulk.references import References
from harkara.newsroom.actions.bulk.tables import rewrite
from harkara.newsroom.models import ArticlePage
from harkara.press.actions import mark_stale


@transaction.atomic
def lead_references(found: Mapping[int, Mapping[str, int]]) -> int:
    """Let references lead to stories; return how many do so from now on.

    `found` has, by the id of a story's page, the pages of the stories by the ids of the references'
    blocks. A story that somebody has edited since, or a reference that is led already, stays; of
    one that was scheduled and left alone the version that will go live is led as well.
    """
    scheduled = _scheduled(found)
    left_alone = Q(latest_revision__isnull=True) | Q(pk__in=list(scheduled))
    articles = ArticlePage.objects.filter(left_alone, pk__in=list(found))
    # As it is stored: a body of blocks is dear to make.
    stored = articles.annotate(stored=Cast("body", TextField())).order_by("pk")
    references, led = References(ArticlePage), 0
    changed: set[str] = set()
    bodies: list[tuple[str, int]] = []
    for pk, number, text in stored.values_list("pk", "number", "stored"):
        blocks = json.loads(text)
        here = [*_led(blocks, found[pk])]
        for name, page in here:
            path = f"body.{name}.story"
            references.add(pk, path, (Page, page), model_path="body.also_read.story")
        if here:
            bodies.append((json.dumps(blocks, ensure_ascii=False), pk))
            changed.add(keys.article(number))
            led += len(here)
            if pk in scheduled:
                _lead_version(scheduled[pk], found[pk])
    rewrite(ArticlePage, "body", bodies)
    references.table.write()
    mark_stale(changed)
    return led


def _scheduled(articles: Iterable[int]) -> dict[int, Revision]:
    """Return the one version of each of these stories that is scheduled and has no other."""
    versions = Revision.page_revisions.order_by("pk")
    due = versions.filter(
        object_id__in=[str(pk) for pk in articles], approved_go_live_at__isnull=False
    )
    found = {one.object_id: one for one in due}
    if not found:
        return {}
    many = Counter(versions.filter(object_id__in=list(found)).values_list("object_id", flat=True))
    return {int(pk): one for pk, one in found.items() if many[pk] == 1}


def _lead_version(version: Revision, pages: Mapping[str, int]) -> None:
    """Lead the references of a version of a story."""
    blocks = json.loads(version.content["body"])
    for _led_here in _led(blocks, pages):
        pass
    version.content["body"] = json.dumps(blocks, ensure_ascii=False)
    version.save(update_fields=["content"])


def _led(blocks: list[dict[str, Any]], pages: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Lead the references of a body that have a page; give the ids of those blocks, and the pages.

    The blocks are changed.
    """
    for block in blocks:
        page = pages.get(str(block.get("id")))
        if page and block["type"] == "also_read" and not block["value"].get("story"):
            block["value"]["story"] = page
            yield block["id"], page
