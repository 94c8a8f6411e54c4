"""Undoing: texts that were read from an old font, as they were typed again, in a filed story."""

import json
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from harkara.intake.emphasis import rewritten, text_of
from harkara.intake.models import Provenance
from harkara.text.legacy import FONTS
from harkara.text.normalise import normalise

if TYPE_CHECKING:
    from harkara.newsroom.models import ArticlePage

_HTML = "paragraph"


@transaction.atomic
def type_again(
    provenance: Provenance, chosen: Collection[int], *, by: AbstractBaseUser | None
) -> int:
    """Put chosen texts as they were typed into the newest revision of their story.

    `chosen` are their places among the repairs. Returns how many were found there; one that
    somebody has edited since is no more what was read, and stays.
    """
    article: ArticlePage = provenance.article.get_latest_revision_as_object()
    blocks = [dict(block) for block in article.body.raw_data]
    done = 0
    for i in sorted(chosen):
        repair = provenance.repairs[i] if i < len(provenance.repairs) else {}
        if repair.get("name") not in FONTS or repair.get("undone"):
            continue
        if _undone(article, blocks, repair["before"], repair["after"]):
            repair["undone"] = True
            done += 1
    if done:
        article.body = json.dumps(blocks, ensure_ascii=False)
        article.save_revision(user=by)
        provenance.save(update_fields=["repairs"])
    return done


def _undone(article: "ArticlePage", blocks: list[dict[str, Any]], typed: str, read: str) -> bool:
    """Put what was typed in the place of what was read, where it stands first; say if it stood."""
    for said in dict.fromkeys((read, normalise(read))):
        for name in ("title", "standfirst"):
            text = getattr(article, name)
            if said in text:
                setattr(article, name, text.replace(said, typed, 1))
                return True
        for block in blocks:
            changed = _changed(block, said, typed)
            if changed != block["value"]:
                block["value"] = changed
                return True
    return False


def _changed(block: Mapping[str, Any], said: str, typed: str) -> Any:  # noqa: ANN401 (a block's)
    """Return a block's value with a text in the place of another, where it stands first."""
    if block["type"] != _HTML:
        return _replaced(block["value"], said, typed)
    now = text_of(block["value"])
    return rewritten(block["value"], now.replace(said, typed, 1)) if said in now else block["value"]


def _replaced(value: Any, said: str, typed: str) -> Any:  # noqa: ANN401 (a block's value, as JSON)
    if isinstance(value, str):
        return value.replace(said, typed, 1)
    if isinstance(value, list):
        return [_replaced(one, said, typed) for one in value]
    if isinstance(value, dict):
        return {name: _replaced(one, said, typed) for name, one in value.items()}
    return value
