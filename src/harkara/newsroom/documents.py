"""Stories as search takes them in: the one bridge from the newsroom's tables to the engine."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from harkara.newsroom import keys
from harkara.newsroom.models import Byline, Entry, LiveStory, Topic
from harkara.newsroom.queries.found import bodies, on_site
from harkara.search.documents import AuthorName, Document, TopicNames

# So many stories of a group are noted at a time: a newer change waits for no more than these.
PART = 500


class LiveArchive:
    """The stories that are on the site: what the engine follows (`search.following.Archive`)."""

    def count(self) -> int:
        """Return how many stories are on the site."""
        return LiveStory.objects.count()

    def numbers_after(self, number: int, most: int) -> list[int]:
        """Return the next numbers of stories on the site, in their order."""
        rows = on_site(timezone.now()).filter(pk__gt=number).order_by("pk")
        return list(rows.values_list("pk", flat=True)[:most])

    def documents(self, numbers: Sequence[int]) -> list[Document]:
        """Return those of these stories that are on the site, whole, in no order.

        Four queries, however many are asked for.
        """
        rows = list(on_site(timezone.now()).filter(pk__in=numbers).order_by())
        pages = [row.article_id for row in rows]
        texts, authors, topics = bodies(pages), _authors(pages), _topics(pages)
        return [
            Document(
                number=row.number,
                headline=row.headline,
                standfirst=row.standfirst,
                body=texts[row.article_id],
                section_id=row.section_id,
                topics=tuple(topics[row.article_id]),
                authors=tuple(authors[row.article_id]),
                published_at=row.published_at,
            )
            for row in rows
        ]


def next_of_group(group: str, bookmark: str) -> tuple[list[int], str]:
    """Return the next stories of a listing, the newest first, and the bookmark after them."""
    kind, ref = keys.listing_of(group)
    listed = Entry.objects.filter(kind=kind, ref=ref).order_by("-published_at", "-story_id")
    if bookmark:
        time, _, last = bookmark.partition(" ")
        at = datetime.fromisoformat(time)
        later = Q(published_at__lt=at) | Q(story_id__lt=int(last))
        listed = listed.filter(later, published_at__lte=at)
    rows = list(listed.values_list("published_at", "story_id")[:PART])
    if not rows:
        return [], bookmark
    at, number = rows[-1]
    return [number for _at, number in rows], f"{at.isoformat()} {number}"


def _authors(pages: list[int]) -> dict[int, list[AuthorName]]:
    made: dict[int, list[AuthorName]] = defaultdict(list)
    found = Byline.objects.filter(article__in=pages).order_by("article", "sort_order", "pk")
    for page, pk, name, guest in found.values_list("article", "author", "author__name", "guest"):
        made[page].append(AuthorName(id=pk, name=name or guest))
    return made


def _topics(pages: list[int]) -> dict[int, list[TopicNames]]:
    made: dict[int, list[TopicNames]] = defaultdict(list)
    found = Topic.objects.filter(articlepage__in=pages).order_by("articlepage", "pk")
    for page, pk, name, aliases in found.values_list("articlepage", "pk", "name", "aliases"):
        others = tuple(line.strip() for line in aliases.splitlines() if line.strip())
        made[page].append(TopicNames(id=pk, names=(name, *others)))
    return made
