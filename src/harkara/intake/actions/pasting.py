"""Keeping what somebody pasted, and putting lines back that were taken out of it."""

import json
from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from harkara.intake.models import Pasted, Provenance
from harkara.intake.stream import paragraph

if TYPE_CHECKING:
    from harkara.newsroom.models import ArticlePage


@transaction.atomic
def keep_pasted(raw: bytes, *, file_name: str, by: AbstractBaseUser, at: datetime) -> Pasted:
    """Keep what somebody pasted until a draft is made of it; their older pages are thrown away."""
    Pasted.objects.filter(by_id=by.pk).delete()
    return Pasted.objects.create(raw=raw, file_name=file_name[:255], by_id=by.pk, pasted_at=at)


@transaction.atomic
def put_lines_back(
    provenance: Provenance, chosen: Collection[int], *, by: AbstractBaseUser | None
) -> int:
    """Put chosen lines that were taken out into the newest revision of their story.

    Each comes to the place where it stood, or to the end if the story has become shorter. Returns
    how many were put back; a line that is back already is not put in twice.
    """
    article: ArticlePage = provenance.article.get_latest_revision_as_object()
    blocks = list(article.body.raw_data)
    removed = provenance.removed
    back = [i for i in sorted(chosen) if i < len(removed) and not removed[i].get("back")]
    for added, i in enumerate(back):
        place = min(removed[i]["before_block"] + added, len(blocks))
        blocks.insert(place, dict(paragraph(removed[i]["text"])))
        removed[i]["back"] = True
    if back:
        article.body = json.dumps(blocks, ensure_ascii=False)
        article.save_revision(user=by)
        provenance.save(update_fields=["removed"])
    return len(back)
