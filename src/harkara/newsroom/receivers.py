"""Consequences: what follows when the desk changes something, by whichever door.

Everything here runs inside the transaction of the change itself (`models.whole` opens one), so the
pages that must follow are marked stale if and only if the change stands.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished, post_page_move

from harkara.newsroom import keys
from harkara.newsroom.actions.live import put_on_site, take_off_site
from harkara.newsroom.actions.photos import doubt
from harkara.newsroom.actions.redirects import redirect
from harkara.newsroom.addresses import author_path, info_path, section_path, topic_path
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.models import (
    ArticlePage,
    Author,
    Entry,
    FrontPage,
    InfoPage,
    LiveStory,
    Photo,
    SectionPage,
    Topic,
)
from harkara.newsroom.queries.topics import TOPIC_NAMES
from harkara.newsroom.queries.wording import plain_text
from harkara.newsroom.refusals import NoSection, SectionHasStories
from harkara.press import priorities
from harkara.press.actions import mark_stale, want
from harkara.search.actions import note, note_group
from harkara.search.actions.learned import renew
from harkara.search.actions.sketches import forget, remember


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a thing that has a page of its own is known to other pages."""

    path_of: Callable[[str], str]
    priority: int
    # The key its own page reads, and the key of the pages that show its label.
    key: Callable[[int], str]
    label_key: Callable[[int], str]
    label: tuple[str, ...]
    # What search finds its stories by, and the listing they are in.
    found_by: tuple[str, ...] = ()
    listing: ListingKind | None = None


STANDING: dict[type[Model], Standing] = {
    SectionPage: Standing(
        path_of=section_path,
        priority=priorities.SECTION,
        key=keys.section,
        label_key=lambda _: keys.MENU,
        label=("slug", "title", "colour", "live"),
    ),
    InfoPage: Standing(
        path_of=info_path,
        priority=priorities.REST,
        key=keys.info,
        label_key=lambda _: keys.MENU,
        label=("slug", "title", "live"),
    ),
    Author: Standing(
        path_of=author_path,
        priority=priorities.REST,
        key=keys.author,
        label_key=keys.author_label,
        label=("slug", "name", "role"),
        found_by=("name",),
        listing=ListingKind.AUTHOR,
    ),
    Topic: Standing(
        path_of=topic_path,
        priority=priorities.TOPIC,
        key=keys.topic,
        label_key=keys.topic_label,
        label=("slug", "name", "kind"),
        found_by=("name", "aliases"),
        listing=ListingKind.TOPIC,
    ),
}
# What every page says of the paper.
PAPER = ("title", "tagline", "publisher", "email", "address", "ads_txt", "live")


def connect() -> None:
    """Listen to Wagtail and to the models the desk edits."""
    page_published.connect(article_published, sender=ArticlePage)
    page_unpublished.connect(article_unpublished, sender=ArticlePage)
    post_page_move.connect(article_moved, sender=ArticlePage)
    post_save.connect(story_kept, sender=ArticlePage)
    post_delete.connect(story_deleted, sender=ArticlePage)
    page_unpublished.connect(section_unpublished, sender=SectionPage)
    pre_save.connect(front_changing, sender=FrontPage)
    for model in STANDING:
        pre_save.connect(words_changing, sender=model)
        pre_delete.connect(words_going, sender=model)
    for model in (SectionPage, InfoPage):
        post_page_move.connect(menu_reordered, sender=model)
    pre_delete.connect(topic_going, sender=Topic)
    for signal in (pre_save, pre_delete):
        signal.connect(topic_names_changing, sender=Topic)
    for signal in (pre_save, pre_delete):
        signal.connect(photo_changing, sender=Photo)


def article_published(instance: ArticlePage, **_: object) -> None:
    """Put the story on the site, or hold a scheduled one back."""
    if instance.live:
        put_on_site(instance)
    elif instance.section is None:
        raise NoSection
    else:
        take_off_site(instance.number, timezone.now())


def article_unpublished(instance: ArticlePage, **_: object) -> None:
    """Take the story off the site."""
    take_off_site(instance.number, timezone.now())


def article_moved(instance: Model, **_: object) -> None:
    """Give a live story its new address; a live story cannot go back to the tray."""
    article = ArticlePage.objects.get(pk=instance.pk)
    if article.live:
        put_on_site(article)


def story_kept(instance: ArticlePage, **_: object) -> None:
    """Remember what a story says now, draft or live, so that a copy of it is noticed."""
    text = plain_text(instance.title, instance.standfirst, instance.body)
    remember({instance.number: text})


def story_deleted(instance: ArticlePage, **_: object) -> None:
    """Forget what a story said."""
    forget([instance.number])


def section_unpublished(instance: SectionPage, **_: object) -> None:
    """Refuse to hide or delete a section that readers can still reach stories in."""
    if LiveStory.objects.filter(section=instance.pk).exists():
        raise SectionHasStories


def front_changing(instance: FrontPage, **_: object) -> None:
    """Mark the front page stale, and with the paper's own words every page."""
    mark_stale({keys.FRONT, keys.SITE} if _differs(instance, PAPER) else {keys.FRONT})


def words_changing(instance: Any, **_: object) -> None:  # noqa: ANN401 (one of four models)
    """Mark stale what shows a section, page, author or topic; press its own page again.

    An old address is kept as a redirect. Search learns the new name of an author or a topic for
    all its stories, however many: they are one group in its log.
    """
    standing = STANDING[type(instance)]
    # A new one has no id yet, and nobody can have read its words; the menu may gain it.
    pk = instance.pk or 0
    changed = {standing.key(pk)}
    if _differs(instance, standing.label):
        changed.add(standing.label_key(pk))
    mark_stale(changed)
    want({standing.path_of(instance.slug): standing.priority})
    if pk and standing.listing and _differs(instance, standing.found_by):
        note_group(keys.group(standing.listing, pk))
    if isinstance(instance, Author) and (stored := _stored(instance, ("photo",))):
        doubt([stored["photo"]])
    old = _stored(instance, ("slug",))
    if old and old["slug"] != instance.slug:
        redirect(standing.path_of(old["slug"]), standing.path_of(instance.slug))


def words_going(instance: Any, **_: object) -> None:  # noqa: ANN401 (one of four models)
    """Mark stale what showed a section, page, author or topic that is deleted."""
    standing = STANDING[type(instance)]
    mark_stale({standing.key(instance.pk), standing.label_key(instance.pk)})
    if isinstance(instance, Author):
        doubt([instance.photo_id])


@transaction.atomic
def menu_reordered(**_: object) -> None:
    """Mark every page stale: sections and pages about the paper stand in each one's menus."""
    mark_stale({keys.MENU})


def topic_going(instance: Topic, **_: object) -> None:
    """Take a topic's listing away with the topic; search reads its stories anew."""
    listed = Entry.objects.filter(kind=ListingKind.TOPIC, ref=instance.pk)
    note(listed.values_list("story_id", flat=True))
    listed.delete()


def topic_names_changing(**_: object) -> None:
    """Let every process read the names of topics anew."""
    renew(TOPIC_NAMES)


def photo_changing(instance: Photo, **_: object) -> None:
    """Mark stale every page that shows the photo or its words."""
    if instance.pk:
        mark_stale({keys.photo(instance.pk)})
        doubt([instance.pk])


def _stored(instance: Any, fields: tuple[str, ...]) -> dict[str, Any] | None:  # noqa: ANN401 (any model)
    """Return what the database holds of a thing that is being saved; None if it is new."""
    if instance.pk is None:
        return None
    row: dict[str, Any] | None = (
        type(instance).objects.filter(pk=instance.pk).values(*fields).first()
    )
    return row


def _differs(instance: Any, fields: tuple[str, ...]) -> bool:  # noqa: ANN401 (any model)
    return _stored(instance, fields) != {name: getattr(instance, name) for name in fields}
