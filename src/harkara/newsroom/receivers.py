"""Consequences: what follows when the desk changes something, by whichever door.

Everything here runs inside the transaction of the change itself, so the pages that must follow are
marked stale if and only if the change stands.
"""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_save, pre_delete, pre_save
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.signals import page_published, page_unpublished, post_page_move

from harkara.newsroom import keys
from harkara.newsroom.actions.live import put_on_site, take_off_site
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
from harkara.newsroom.refusals import NoSection, SectionHasStories
from harkara.press import priorities
from harkara.press.actions import mark_stale, want

# What stands at an address of its own: how the address is made, and the key of its words.
ADDRESSED: dict[type[Model], tuple[Callable[[str], str], Callable[[int], str], int]] = {
    SectionPage: (section_path, keys.section, priorities.SECTION),
    InfoPage: (info_path, keys.info, priorities.REST),
    Author: (author_path, keys.author, priorities.REST),
    Topic: (topic_path, keys.topic, priorities.TOPIC),
}

# One of the four, or Wagtail's bare page of one of them.
Addressed = Any


def connect() -> None:
    """Listen to Wagtail and to the models the desk edits."""
    page_published.connect(article_published, sender=ArticlePage)
    page_unpublished.connect(article_unpublished, sender=ArticlePage)
    post_page_move.connect(article_moved, sender=ArticlePage)
    page_unpublished.connect(section_unpublished, sender=SectionPage)
    post_save.connect(front_saved, sender=FrontPage)
    for model in ADDRESSED:
        pre_save.connect(address_changing, sender=model)
        post_save.connect(words_changed, sender=model)
        pre_delete.connect(words_changed, sender=model)
    for model in (SectionPage, InfoPage):
        page_published.connect(words_changed, sender=model)
        page_unpublished.connect(words_changed, sender=model)
        post_page_move.connect(words_changed, sender=model)
    pre_delete.connect(topic_going, sender=Topic)
    for signal in (post_save, pre_delete):
        signal.connect(photo_changed, sender=Photo)


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


def section_unpublished(instance: SectionPage, **_: object) -> None:
    """Refuse to hide or delete a section that readers can still reach stories in."""
    if LiveStory.objects.filter(section=instance.pk).exists():
        raise SectionHasStories


@transaction.atomic
def front_saved(**_: object) -> None:
    """Mark the front page, and with the paper's own words every page, stale."""
    mark_stale({keys.FRONT, keys.SITE})


@transaction.atomic
def address_changing(instance: Addressed, **_: object) -> None:
    """Keep the old address of a section, page, author or topic as a redirect."""
    model = type(instance)
    old = model.objects.filter(pk=instance.pk).values_list("slug", flat=True).first()
    if old and old != instance.slug:
        path_of, _key, _priority = ADDRESSED[model]
        new_path = path_of(instance.slug)
        Redirect.objects.filter(old_path=Redirect.normalise_path(new_path)).delete()
        Redirect.objects.update_or_create(
            old_path=Redirect.normalise_path(path_of(old)),
            site=None,
            defaults={"redirect_link": new_path, "is_permanent": True},
        )


@transaction.atomic
def words_changed(instance: Addressed, **_: object) -> None:
    """Mark stale whatever named a section, page, author or topic; press its own page again."""
    # A page that was moved comes as Wagtail's bare Page.
    model = type(instance) if type(instance) in ADDRESSED else instance.specific_class
    path_of, key, priority = ADDRESSED[model]
    changed = {key(instance.pk)}
    if model in (SectionPage, InfoPage):
        changed.add(keys.MENU)
    mark_stale(changed)
    want({path_of(instance.slug): priority})


@transaction.atomic
def topic_going(instance: Topic, **_: object) -> None:
    """Take a topic's listing away with the topic."""
    Entry.objects.filter(kind=ListingKind.TOPIC, ref=instance.pk).delete()


@transaction.atomic
def photo_changed(instance: Photo, **_: object) -> None:
    """Mark stale every page that shows the photo or its words."""
    mark_stale({keys.photo(instance.pk)})
