"""Leading references of stories that moved in to the stories they name."""

import json
from collections.abc import Mapping

from django.db import transaction
from wagtail.models import Page

from harkara.newsroom import keys
from harkara.newsroom.actions.bulk.references import References
from harkara.newsroom.models import ArticlePage
from harkara.press.actions import mark_stale


@transaction.atomic
def lead_references(found: Mapping[int, Mapping[str, int]]) -> int:
    """Let references lead to stories; return how many do so from now on.

    `found` has, by the id of a story's page, the pages of the stories by the ids of the references'
    blocks. A story that somebody has edited since, or a reference that is led already, stays.
    """
    articles = ArticlePage.objects.filter(pk__in=found, latest_revision__isnull=True)
    references, led, changed = References(ArticlePage), 0, set()
    for pk, number, raw in articles.order_by("pk").values_list("pk", "number", "body"):
        blocks = list(raw.raw_data)
        here = 0
        for block in blocks:
            page = found[pk].get(str(block.get("id")))
            if page and block["type"] == "also_read" and not block["value"].get("story"):
                block["value"]["story"] = page
                path = f"body.{block['id']}.story"
                references.add(pk, path, (Page, page), model_path="body.also_read.story")
                here += 1
        if here:
            body = json.dumps([dict(block) for block in blocks], ensure_ascii=False)
            ArticlePage.objects.filter(pk=pk).update(body=body)
            changed.add(keys.article(number))
            led += here
    references.table.write()
    mark_stale(changed)
    return led
