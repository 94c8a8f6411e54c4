"""Leading references of stories that moved in to the stories they name."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction
from django.db.models import TextField
from django.db.models.functions import Cast
from wagtail.models import Page

from harkara.newsroom import keys
from harkara.newsroom.actions.bulk.references import References
from harkara.newsroom.actions.bulk.tables import rewrite
from harkara.newsroom.models import ArticlePage
from harkara.press.actions import mark_stale


@transaction.atomic
def lead_references(found: Mapping[int, Mapping[str, int]]) -> int:
    """Let references lead to stories; return how many do so from now on.

    `found` has, by the id of a story's page, the pages of the stories by the ids of the references'
    blocks. A story that somebody has edited since, or a reference that is led already, stays.
    """
    articles = ArticlePage.objects.filter(pk__in=list(found), latest_revision__isnull=True)
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
    rewrite(ArticlePage, "body", bodies)
    references.table.write()
    mark_stale(changed)
    return led


def _led(blocks: list[dict[str, Any]], pages: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Lead the references of a body that have a page; give the ids of those blocks, and the pages.

    The blocks are changed.
    """
    for block in blocks:
        page = pages.get(str(block.get("id")))
        if page and block["type"] == "also_read" and not block["value"].get("story"):
            block["value"]["story"] = page
            yield block["id"], page
