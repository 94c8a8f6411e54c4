"""Whether the desk has edited a story since a certain revision of it."""

import json
import re
from collections.abc import Mapping
from typing import Any

from wagtail.models import Revision

from harkara.newsroom.models import ArticlePage

# What a newer version from elsewhere would say anew: the desk's other choices it leaves alone.
_SAID = (
    "title", "standfirst", "dateline", "embargo_until", "source_name", "source_credit",
    "source_url", "picture",
)  # fmt: skip
_KEY = re.compile(r'\s*data-block-key="[^"]*"')


def is_edited(article_id: int, since: int | None) -> bool:
    """Say whether a story's newest revision says something else than the one of this id.

    Opening, moving, tagging or publishing a story is no edit of it. Of a revision that is not there
    any more nothing can be said, so the story counts as edited.
    """
    newest = ArticlePage.objects.values_list("latest_revision_id", flat=True).get(pk=article_id)
    if newest == since:
        return False
    found = Revision.objects.filter(pk__in=[newest, since]).in_bulk()
    if since not in found or newest not in found:
        return True
    return _essence(found[newest].content) != _essence(found[since].content)


def _essence(content: Mapping[str, Any]) -> tuple[object, ...]:
    bylines = [(one.get("author"), one.get("guest")) for one in content.get("bylines", ())]
    corrections = [one.get("text") for one in content.get("corrections", ())]
    return (
        *map(content.get, _SAID),
        bylines,
        corrections,
        _bare(json.loads(content.get("body") or "[]")),
    )


def _bare(value: object) -> object:
    """Return a raw body without what the editor's screen adds when it saves."""
    if isinstance(value, dict):
        if value.get("type") == "item" and "value" in value:
            return _bare(value["value"])
        return {name: _bare(one) for name, one in value.items() if name != "id"}
    if isinstance(value, list):
        return [_bare(one) for one in value]
    return _KEY.sub("", value).strip() if isinstance(value, str) else value
