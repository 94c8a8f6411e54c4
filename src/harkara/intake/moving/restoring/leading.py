"""Leading: what stories of another Harkara lead to, found among the pages that are here."""

from collections.abc import Collection, Iterator, Sequence

from django.db import transaction

from harkara.intake.models import ForeignId, LooseReference, Move
from harkara.newsroom.actions.restoring import Link, link_stories
from harkara.newsroom.models import FrontPage

AT_ONCE = 500
STORY, PAGE = "story:", "page:"


def lead(move: Move) -> None:
    """Lead all references of the stories that came, those that come first in the archive first."""
    while _lead_some(move):
        pass


def pages_called(move: Move, names: Collection[str]) -> dict[str, int]:
    """Return the pages of this newsroom by what an export calls them: `story:41`, `page:/desh/`."""
    numbers = [one.removeprefix(STORY) for one in names if one.startswith(STORY)]
    found = {f"{STORY}{number}": page for number, page in articles_called(move, numbers).items()}
    paths = {one for one in names if one.startswith(PAGE)}
    if paths:
        front = FrontPage.objects.get()
        below = dict(front.get_children().live().order_by("pk").values_list("slug", "pk"))
        for name in paths:
            words = name.removeprefix(PAGE).strip("/")
            page = below.get(words) if words else front.pk
            if page:
                found[name] = page
    return found


def articles_called(move: Move, numbers: Sequence[str]) -> dict[str, int]:
    """Return the pages of stories of ours by the numbers that an export calls them."""
    rows = ForeignId.objects.filter(source_kind=move.source_kind, source_key=move.source_key)
    found: dict[str, int] = {}
    for start in range(0, len(numbers), AT_ONCE):
        some = rows.filter(foreign_id__in=numbers[start : start + AT_ONCE])
        found.update(some.values_list("foreign_id", "article_id"))
    return found


@transaction.atomic
def _lead_some(move: Move) -> int:
    """Lead the next references; return how many were looked at."""
    loose = list(LooseReference.objects.filter(move=move).order_by("pk")[:AT_ONCE])
    pages = pages_called(move, {one.url for one in loose})
    found: dict[int, dict[Link, int]] = {}
    for one in loose:
        led = found.setdefault(one.article_id, {})
        if one.url in pages:
            led[Link(one.block, one.url)] = pages[one.url]
    link_stories(found)
    LooseReference.objects.filter(pk__in=[one.pk for one in loose]).delete()
    return len(loose)


def loose(move: Move, article: int, links: Collection[Link]) -> Iterator[LooseReference]:
    """Give the rows of references that are led once all stories are here."""
    for link in links:
        yield LooseReference(move=move, article_id=article, block=link.block, url=link.name)
