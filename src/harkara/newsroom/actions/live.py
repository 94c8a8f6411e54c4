"""Keeping the readers' copy of each story in step with the desk's, and the pages with the copy."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from harkara.newsroom import keys
from harkara.newsroom.actions.also_read import ask_for_also_read
from harkara.newsroom.actions.breaking import end_breaking_of
from harkara.newsroom.actions.photos import doubt, photos_in
from harkara.newsroom.addresses import (
    author_path,
    section_path,
    share_card_path,
    story_path,
    topic_path,
)
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.models import ArticlePage, Entry, LiveStory, SectionPage, Withdrawal
from harkara.newsroom.queries.gathering import neighbours
from harkara.newsroom.queries.listings import entries, month_bounds, month_of
from harkara.newsroom.queries.lookups import headline_key
from harkara.newsroom.refusals import EmbargoInForce, NoSection
from harkara.press import priorities
from harkara.press.actions import mark_stale, want
from harkara.press.queries import readings
from harkara.search.actions import note

Place = tuple[ListingKind, int]
# What a card shows: when one of these changes, whoever shows the card is stale.
CARD_FIELDS = (
    "section_id", "kind", "slug", "headline", "standfirst", "picture_id", "published_at",
    "updated_at",
)  # fmt: skip


@transaction.atomic
def put_on_site(article: ArticlePage) -> None:
    """Bring the readers' copy of a live story up to date, mark what showed it stale, note it.

    Raises NoSection if the story stands in no section, EmbargoInForce before its embargo ends.
    """
    section = may_go_live(article)
    before = LiveStory.objects.filter(pk=article.number).first()
    old_entries = _entries_of(before)
    doubt(_photos_of(before) - photos_in(article))
    row = _live_row(article, section)
    row.save()
    came_back, _each = Withdrawal.objects.filter(pk=row.number).delete()
    changed = _put_into_listings(row, _places(article, section), old_entries)
    ask_for_also_read(row, wanted=section.chooses_also_read)
    changed |= {keys.WITHDRAWN} if came_back else set()
    mark_stale({*_always(row), *changed, *_card_keys(before, row), *_correction_keys(before, row)})
    want(dict(_paths(article, section)))
    note([row.number])


@transaction.atomic
def take_off_site(number: int, at: datetime) -> None:
    """Remove the readers' copy of a story; a story that is not on the site is left as it is.

    Every page that showed the story read its card, so the card's key finds them all.
    """
    row = LiveStory.objects.filter(pk=number).first()
    if row is None:
        return
    doubt(_photos_of(row))
    end_breaking_of(row.article_id)
    old = _entries_of(row)
    changed = {*_always(row), keys.card(number), keys.WITHDRAWN}
    row.delete()
    changed.update(_months_keys(old.items()))
    Withdrawal.objects.update_or_create(pk=number, defaults={"withdrawn_at": at})
    mark_stale(changed)
    note([number])


def may_go_live(article: ArticlePage) -> SectionPage:
    """Return the section of a story that may go live; raises NoSection or EmbargoInForce."""
    section = article.section
    if section is None or not section.live:
        raise NoSection
    if article.embargo_until and article.embargo_until > timezone.now():
        raise EmbargoInForce
    return section


def _live_row(article: ArticlePage, section: SectionPage) -> LiveStory:
    published_at = article.first_published_at or timezone.now()
    return LiveStory(
        number=article.number,
        article=article,
        section=section,
        revision_id=article.live_revision_id,
        kind=article.kind,
        slug=article.slug,
        headline=article.title,
        headline_key=headline_key(article.title),
        standfirst=article.standfirst,
        picture_id=article.picture_id,
        corrected=article.corrections.exists(),
        published_at=published_at,
        updated_at=article.last_published_at or published_at,
        expires_at=article.expire_at,
    )


def _places(article: ArticlePage, section: SectionPage) -> set[Place]:
    return {
        (ListingKind.SITE, 0),
        (ListingKind.SECTION, section.pk),
        *((ListingKind.TOPIC, topic.pk) for topic in article.topics.all()),
        *(
            (ListingKind.AUTHOR, byline.author_id)
            for byline in article.bylines.all()
            if byline.author_id
        ),
    }


def _entries_of(row: LiveStory | None) -> dict[Place, datetime]:
    if row is None:
        return {}
    found = Entry.objects.filter(story=row.number).values_list("kind", "ref", "published_at")
    return {(ListingKind(kind), ref): at for kind, ref, at in found}


def _put_into_listings(row: LiveStory, places: set[Place], old: dict[Place, datetime]) -> set[str]:
    """Write the story's entries and return the keys of the listings that are not as they were."""
    at = row.published_at
    kept = {place for place in places if old.get(place) == at}
    gone = [(place, when) for place, when in old.items() if place not in kept]
    new = places - kept
    if not gone and not new:
        return set()
    for (kind, ref), _ in gone:
        Entry.objects.filter(story=row.number, kind=kind, ref=ref).delete()
    Entry.objects.bulk_create(
        Entry(kind=kind, ref=ref, story=row, published_at=at) for kind, ref in sorted(new)
    )
    changed = {keys.card(row.number), *_months_keys([*gone, *((place, at) for place in new)])}
    for kind, ref in new:
        changed |= {keys.latest(kind, ref), keys.month(kind, ref, month_of(at))}
    if any(kind == ListingKind.SECTION for kind, _ in new):
        beside = [number for number in neighbours(row) if number]
        changed |= {keys.neighbours(number) for number in (row.number, *beside)}
    return changed


def _months_keys(touched: Iterable[tuple[Place, datetime]]) -> Iterator[str]:
    """Name the listings whose run of months may have gained or lost one."""
    for (kind, ref), at in touched:
        start, end = month_bounds(month_of(at))
        in_month = entries(kind, ref).filter(published_at__gte=start, published_at__lt=end)
        if len(in_month[:2]) < 2:
            yield keys.months(kind, ref)


def _photos_of(row: LiveStory | None) -> set[int]:
    """Return the photos a story's own page shows that no other live story leads with."""
    if row is None:
        return set()
    shown = keys.photos_among(readings(story_path(row.section.slug, row.slug)))
    shown |= {row.picture_id} if row.picture_id else set()
    others = LiveStory.objects.exclude(pk=row.number).filter(picture__in=shown)
    return shown - set(others.values_list("picture", flat=True))


def _always(row: LiveStory) -> set[str]:
    return {keys.article(row.number), keys.page(row.article_id)}


def _card_keys(before: LiveStory | None, row: LiveStory) -> set[str]:
    same = before and all(getattr(before, name) == getattr(row, name) for name in CARD_FIELDS)
    return set() if same else {keys.card(row.number)}


def _correction_keys(before: LiveStory | None, row: LiveStory) -> set[str]:
    return {keys.CORRECTIONS} if row.corrected or (before and before.corrected) else set()


def _paths(article: ArticlePage, section: SectionPage) -> Iterator[tuple[str, int]]:
    """Give the pages a live story must stand on, with what comes first at the press."""
    yield story_path(section.slug, article.slug), priorities.STORY
    yield share_card_path(article.number), priorities.PICTURE
    yield "/", priorities.FRONT
    yield section_path(section.slug), priorities.SECTION
    for topic in article.topics.all():
        yield topic_path(topic.slug), priorities.TOPIC
    for byline in article.bylines.select_related("author"):
        if byline.author:
            yield author_path(byline.author.slug), priorities.REST
