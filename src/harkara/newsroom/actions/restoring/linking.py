"""Linking: references and links that name stories by where they stood, led to the stories here.

A body that was filed with them holds `<a href="story:41">` and references with no story yet.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import transaction
from wagtail.models import Page

from harkara.newsroom import keys
from harkara.newsroom.actions.bulk.references import References
from harkara.newsroom.models import ArticlePage
from harkara.newsroom.queries.body import pages_in
from harkara.press.actions import mark_stale

_OWN_LINK = re.compile(r'<a href="((?:story|page):[^"]*)">')


@dataclass(frozen=True, slots=True)
class Link:
    """What a block of a story leads to: its name there, such as `story:41`, in that block."""

    block: str
    name: str


@transaction.atomic
def link_stories(found: Mapping[int, Mapping[Link, int]]) -> int:
    """Lead links and references of stories to pages; return how many stories that changed.

    `found` has, by the id of a story's page, the pages its links lead to; links that are not in it
    lose their address. A story that somebody has edited since stays as it is.
    """
    references, changed = References(ArticlePage), set()
    articles = ArticlePage.objects.filter(pk__in=found, latest_revision__isnull=True)
    for pk, number, raw in articles.order_by("pk").values_list("pk", "number", "body"):
        blocks = [dict(block) for block in raw.raw_data]
        before = json.dumps(blocks, ensure_ascii=False)
        for block in blocks:
            _lead(block, found[pk], partial(references.add, pk))
        body = json.dumps(blocks, ensure_ascii=False)
        if body != before:
            ArticlePage.objects.filter(pk=pk).update(body=body)
            changed.add(keys.article(number))
    references.table.write()
    mark_stale(changed)
    return len(changed)


def linked(html: str, pages: Mapping[str, int]) -> str:
    """Return rich text with its links to named pages as the newsroom stores them."""

    def led(found: re.Match[str]) -> str:
        page = pages.get(found[1])
        return f'<a linktype="page" id="{page}">' if page else "<a>"

    return _OWN_LINK.sub(led, html)


def _lead(block: dict[str, Any], found: Mapping[Link, int], refer: Any) -> None:  # noqa: ANN401 (partial)
    mine = {link.name: page for link, page in found.items() if link.block == block["id"]}
    path = f"body.{block['id']}"
    if block["type"] == "paragraph":
        block["value"] = linked(block["value"], mine)
        for page in dict.fromkeys(pages_in(block["value"])):
            refer(path, (Page, page), model_path="body.paragraph")
    elif block["type"] == "also_read" and not block["value"].get("story"):
        for page in mine.values():
            block["value"] = {**block["value"], "story": page}
            refer(f"{path}.story", (Page, page), model_path="body.also_read.story")
