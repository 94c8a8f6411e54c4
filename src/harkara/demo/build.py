"""Filling the demo paper: its people, topics, pictures and stories, filed as a desk files them.

Each step leaves alone what an earlier run has done, so a run that was cut short is finished by the
next one.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from harkara.demo import studio
from harkara.demo.bodies import body
from harkara.demo.paper import about
from harkara.demo.photos import Draw, file_photos
from harkara.demo.stories import Picture, Stock, Story, read
from harkara.newsroom.actions import Publish, StoryDraft, file_story, publish, put_on_site
from harkara.newsroom.addresses import story_path
from harkara.newsroom.models import (
    ArticlePage,
    Author,
    FrontPage,
    InfoPage,
    LiveStory,
    Photo,
    Placement,
    SectionPage,
    Topic,
)

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What the demo paper holds, and the address of a story worth looking at."""

    stories: int
    live: int
    photos: int
    story: str


def build(
    at: datetime,
    editor: User,
    progress: Progress,
    *,
    stock: Stock | None = None,
    draw: Draw = studio.draw,
) -> Built:
    """Fill a founded paper with the demo's stories, as if `at` were now.

    What is there already is neither changed nor filed twice. Raises BadStory if a file of the demo
    cannot be used.
    """
    stock = stock or read()
    _file_names(stock)
    _file_about()
    photos = file_photos(stock.pictures, draw, editor, progress)
    articles = _file_stories(stock.stories, photos, at, editor, progress)
    _publish_stories(stock.stories, photos, articles, at, editor, progress)
    _place_leads(stock.stories, articles)
    return Built(
        stories=ArticlePage.objects.count(),
        live=LiveStory.objects.count(),
        photos=Photo.objects.count(),
        story=_address(stock.stories, articles),
    )


@transaction.atomic
def _file_names(stock: Stock) -> None:
    for author in stock.authors:
        Author.objects.get_or_create(
            slug=author.key, defaults={"name": author.name, "role": author.role, "bio": author.bio}
        )
    for topic in stock.topics:
        words = {
            "name": topic.name,
            "kind": topic.kind,
            "aliases": "\n".join(topic.aliases),
            "description": topic.description,
        }
        Topic.objects.get_or_create(slug=topic.key, defaults=words)


@transaction.atomic
def _file_about() -> None:
    front = FrontPage.objects.get()
    for page in about():
        if not InfoPage.objects.filter(slug=page.slug).exists():
            front.add_child(instance=InfoPage(title=page.title, slug=page.slug, body=page.body))


def _file_stories(
    stories: Iterable[Story],
    photos: Mapping[Picture, int],
    at: datetime,
    editor: User,
    progress: Progress,
) -> dict[str, int]:
    """File each story that is not there yet and return the ids of all articles by key."""
    ids = _Ids()
    articles = {}
    for number, story in enumerate(stories, start=1):
        found = ArticlePage.objects.filter(title=story.headline).order_by("pk").first()
        if found is None:
            draft = _draft(story, photos, ids, at, editor)
            articles[story.key] = file_story(draft).article_id
        else:
            articles[story.key] = found.pk
        progress(f"stories filed {number}")
    return articles


class _Ids:
    """What the newsroom calls the stories' sections, authors and topics."""

    def __init__(self) -> None:
        self.sections = dict(SectionPage.objects.values_list("slug", "pk"))
        self.authors = dict(Author.objects.values_list("slug", "pk"))
        self.topics = dict(Topic.objects.values_list("slug", "pk"))


def _draft(
    story: Story, photos: Mapping[Picture, int], ids: _Ids, at: datetime, editor: User
) -> StoryDraft:
    source, embargoed = story.source, story.state == "embargoed"
    return StoryDraft(
        headline=story.headline,
        standfirst=story.standfirst,
        kind=story.kind,
        dateline=story.dateline,
        body=body(story, photos, {}),
        section_id=ids.sections[story.section],
        author_ids=tuple(ids.authors[key] for key in story.authors),
        guests=story.guests,
        topic_ids=tuple(ids.topics[key] for key in story.topics),
        picture_id=photos[story.picture] if story.picture else None,
        source_name=source.name if source else "",
        source_credit=source.credit if source else "",
        source_url=source.url if source else "",
        embargo_until=at + timedelta(hours=story.hours_after) if embargoed else None,
        corrections=tuple(
            (at - timedelta(hours=made.hours_before), made.text) for made in story.correction
        ),
        by=editor,
    )


def _publish_stories(
    stories: Iterable[Story],
    photos: Mapping[Picture, int],
    articles: Mapping[str, int],
    at: datetime,
    editor: User,
    progress: Progress,
) -> None:
    """Tie each unpublished story to those it refers to and publish it, the oldest first."""
    for number, story in enumerate(stories, start=1):
        article = ArticlePage.objects.get(pk=articles[story.key])
        if not article.first_published_at and not article.approved_schedule:
            with transaction.atomic():
                _tie(article, story, photos, articles, editor)
                _publish(story, article.pk, at, editor)
        progress(f"stories published {number}")


def _tie(
    article: ArticlePage,
    story: Story,
    photos: Mapping[Picture, int],
    articles: Mapping[str, int],
    editor: User,
) -> None:
    # Stories refer to each other in circles: only now does each of them have an article.
    if story.also_read:
        latest = article.get_latest_revision_as_object()
        latest.body = json.dumps(body(story, photos, articles), ensure_ascii=False)
        latest.save_revision(user=editor)


def _publish(story: Story, article_id: int, at: datetime, editor: User) -> None:
    if story.state == "scheduled":
        when = at + timedelta(hours=story.hours_after)
        publish(Publish(article_id=article_id, by=editor, at=when))
    elif story.state == "live":
        when = at - timedelta(hours=story.hours_before)
        publish(Publish(article_id=article_id, by=editor, published_at=when))
        if story.correction:
            # Readers see the story as changed when it was last corrected.
            last = at - timedelta(hours=min(made.hours_before for made in story.correction))
            ArticlePage.objects.filter(pk=article_id).update(last_published_at=last)
            put_on_site(ArticlePage.objects.get(pk=article_id))


@transaction.atomic
def _place_leads(stories: Iterable[Story], articles: Mapping[str, int]) -> None:
    """Put the leads on the front, the freshest first, unless the desk has placed some."""
    front = FrontPage.objects.get()
    if front.placements.exists():
        return
    leads = sorted((story for story in stories if story.lead), key=lambda s: s.hours_before)
    front.placements = [Placement(article_id=articles[story.key]) for story in leads]
    front.save_revision().publish()


def _address(stories: Iterable[Story], articles: Mapping[str, int]) -> str:
    """Return the address of the lead that has most to show, "/" if it is not on the site."""
    live = [story for story in stories if story.state == "live"]
    richest = max(live, key=lambda story: (story.lead, len({b.kind for b in story.body})))
    row = LiveStory.objects.select_related("section").filter(article=articles[richest.key]).first()
    return story_path(row.section.slug, row.slug) if row else "/"
