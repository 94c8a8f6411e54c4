"""What the desk may do about a story that repeats another: credit it, point to it, or merge."""

import json
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from harkara.newsroom.models import ArticlePage, FrontPage, LiveStory, Withdrawal
from harkara.newsroom.queries.cards import path_of
from harkara.newsroom.queries.plain import paragraphs
from harkara.newsroom.queries.repeats import repeats_of
from harkara.newsroom.refusals import NotLive, SameStory, SourceUnknown

MOSTLY = 0.5
"""A paragraph that is shared to more than this is not added to the other story again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutRepeat:
    """The request to settle that a story repeats another; `article_id` names the copy."""

    article_id: int
    other_id: int
    by: AbstractBaseUser | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """How many paragraphs came into the other story's newest draft; where the copy leads now."""

    added: int
    withdrawn: bool


@transaction.atomic
def credit_source(request: AboutRepeat) -> None:
    """Name the other story's source as the copy's, in a new draft.

    Raises SourceUnknown if the other story names none, SameStory if they are one.
    """
    copy, other = _both(request)
    if not other.source_name:
        raise SourceUnknown
    copy.source_name, copy.source_credit = other.source_name, other.source_credit
    copy.source_url = copy.source_url or other.source_url
    copy.save_revision(user=request.by)


@transaction.atomic
def name_canonical(request: AboutRepeat) -> None:
    """Name where the story was first published as the copy's canonical address, in a new draft.

    That is the other story's own canonical address, or its address here if it is on the site.
    Raises NotLive if it has neither, SameStory if they are one.
    """
    copy, other = _both(request)
    copy.source_url = other.source_url or _public_address(other)
    # Readers are told of an address only beside a name.
    copy.source_name = copy.source_name or other.source_name or FrontPage.objects.get().title
    copy.save_revision(user=request.by)


@transaction.atomic
def merge(request: AboutRepeat) -> Merged:
    """Put what only the copy says into a new draft of the other story, and let the copy lead there.

    The other story must be on the site if the copy is: raises NotLive otherwise, and SameStory if
    they are one. A copy that readers can reach is withdrawn, and its address leads to the other
    from then on. One that never was on the site stays with the desk. Nothing is published.
    """
    copy, other = _both(request)
    if copy.live and not other.live:
        raise NotLive
    added = _add_what_is_new(copy, other, request.by)
    withdrawn = bool(copy.live)
    if withdrawn:
        ArticlePage.objects.get(pk=copy.pk).unpublish(user=request.by)
        Withdrawal.objects.filter(pk=copy.number).update(merged_into=other.number)
    return Merged(added=added, withdrawn=withdrawn)


def _both(request: AboutRepeat) -> tuple[ArticlePage, ArticlePage]:
    if request.article_id == request.other_id:
        raise SameStory
    copy, other = (
        ArticlePage.objects.get(pk=pk).get_latest_revision_as_object()
        for pk in (request.article_id, request.other_id)
    )
    return copy, other


def _public_address(article: ArticlePage) -> str:
    row = LiveStory.objects.filter(article=article.pk).first()
    if row is None:
        raise NotLive
    return settings.PUBLIC_URL + path_of(row)


def _add_what_is_new(copy: ArticlePage, other: ArticlePage, by: AbstractBaseUser | None) -> int:
    """Add the paragraphs and topics that the other story lacks to a new draft of it."""
    found = [one for one in repeats_of(copy.number) if one.number == other.number]
    shared = [passage.text for one in found for passage in one.passages]
    new = [
        block
        for block in copy.body.raw_data
        if block["type"] == "paragraph" and not _is_shared(block["value"], shared)
    ]
    topics = {*other.topics.all(), *copy.topics.all()}
    if not new and len(topics) == len(other.topics.all()):
        return 0
    blocks: list[Any] = [*other.body.raw_data, *map(_bare, new)]
    other.body = json.dumps(blocks, ensure_ascii=False)
    other.topics = sorted(topics, key=lambda topic: topic.pk)
    other.save_revision(user=by)
    return len(new)


def _is_shared(value: str, shared: list[str]) -> bool:
    """Say whether most of a paragraph lies in passages that the other story has too."""
    lines = paragraphs([{"type": "paragraph", "value": value}])
    known = sum(_overlap(line, passage) for line in lines for passage in shared)
    return known > MOSTLY * sum(map(len, lines))


def _overlap(line: str, passage: str) -> int:
    """Return how many characters of a paragraph lie in a passage, which may cover several."""
    parts = [part for part in passage.split("\n") if part]
    return max((len(part) for part in parts if part in line), default=0)


def _bare(block: Any) -> dict[str, Any]:  # noqa: ANN401 (raw)
    return {"type": block["type"], "value": block["value"]}
