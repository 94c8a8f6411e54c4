"""Filing stories by the thousand: every row that a real publish would have written."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Locale, Page
from wagtail.search.models import IndexEntry

from bench.archiving.people import People
from bench.archiving.telling import Teller, Told, key_of_headline, words_of_address
from harkara.newsroom.actions.bulk.references import References
from harkara.newsroom.actions.bulk.tables import count_on, next_id
from harkara.newsroom.addresses import story_path
from harkara.newsroom.keys import ListingKind
from harkara.newsroom.models import (
    ArticlePage,
    Author,
    Byline,
    CorrectionNote,
    Entry,
    LiveStory,
    NumberSeries,
    Photo,
    SectionPage,
)
from harkara.press import priorities
from harkara.press.actions import want
from harkara.press.tables import Table, moment

KINDS = (
    "news",
    "news",
    "news",
    "news",
    "news",
    "news",
    "report",
    "opinion",
    "explainer",
    "interview",
)
# A story refers to one of so many before it.
LOOKS_BACK = 5000
SHARE_CORRECTED = 0.01
SHARE_EDITED = 0.05
SHARE_PICTURED = 0.8
MOST_TOPICS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story's place among the others, before its rows are written."""

    number: int
    pk: int
    told: Told
    slug: str
    section: SectionPage
    published_at: datetime
    updated_at: datetime
    picture: int | None
    author: int
    topics: tuple[int, ...]
    corrected: bool


class Filing:
    """Writes stories in order of time; each call of `file` is one transaction."""

    def __init__(
        self, teller: Teller, random: Random, people: People, photos: tuple[int, ...]
    ) -> None:
        self._teller, self._random = teller, random
        self._people, self._photos = people, photos
        self._sections: list[SectionPage] = list(SectionPage.objects.live().order_by("path"))
        self._steps = Counter({section.pk: section.numchild for section in self._sections})
        self._next_page, self._next_byline = next_id(Page), next_id(Byline)
        self._number = 0
        self._common = {
            "locale_id": Locale.get_default().pk,
            "content_type_id": ContentType.objects.get_for_model(ArticlePage).pk,
        }
        self._pages, self._articles = Table(Page, numbered=True), Table(ArticlePage)
        self._topics = Table(ArticlePage.topics.through)
        self._bylines, self._notes = Table(Byline, numbered=True), Table(CorrectionNote)
        self._live, self._entries = Table(LiveStory), Table(Entry)
        self._references, self._found = References(ArticlePage), Table(IndexEntry)

    @transaction.atomic
    def file(self, moments: list[datetime]) -> None:
        """File one story for each moment, published then."""
        paths = []
        for at in moments:
            story = self._next(at)
            self._write_page(story)
            self._write_links(story)
            self._write_copy(story)
            paths.append(story_path(story.section.slug, story.slug))
        for table in (
            self._pages, self._articles, self._topics, self._bylines, self._notes, self._live,
            self._entries, self._references.table, self._found,
        ):  # fmt: skip
            table.write()
        want(dict.fromkeys(paths, priorities.STORY))

    @transaction.atomic
    def finish(self) -> None:
        """Make what counts stories agree with those that were written."""
        for section in self._sections:
            SectionPage.objects.filter(pk=section.pk).update(numchild=self._steps[section.pk])
        NumberSeries.objects.update_or_create(pk=1, defaults={"last": self._number})
        count_on(Page, Byline)

    def _next(self, at: datetime) -> Story:
        chance, self._number = self._random.random, self._number + 1
        told = self._teller.tell()
        corrected = chance() < SHARE_CORRECTED
        edited = corrected or chance() < SHARE_EDITED
        pk, self._next_page = self._next_page, self._next_page + 1
        return Story(
            number=self._number,
            pk=pk,
            told=told,
            slug=f"{words_of_address(told.headline)}-{self._number}",
            section=self._random.choice(self._sections),
            published_at=at,
            updated_at=at + timedelta(minutes=self._random.randint(5, 600)) if edited else at,
            picture=self._random.choice(self._photos) if chance() < SHARE_PICTURED else None,
            author=self._random.choice(self._people.authors),
            topics=tuple({self._topic() for _ in range(self._random.randint(1, MOST_TOPICS))}),
            corrected=corrected,
        )

    def _topic(self) -> int:
        # A few topics have many stories, and many have few.
        return self._people.topics[int(self._random.random() ** 3 * len(self._people.topics))]

    def _write_page(self, story: Story) -> None:
        self._steps[story.section.pk] += 1
        step, first = self._steps[story.section.pk], moment(story.published_at)
        key = f"{self._random.getrandbits(128):032x}"
        self._pages.add(
            **self._common,
            id=story.pk,
            path=Page._get_path(story.section.path, story.section.depth + 1, step),
            depth=story.section.depth + 1,
            title=story.told.headline,
            draft_title=story.told.headline,
            slug=story.slug,
            url_path=f"{story.section.url_path}{story.slug}/",
            translation_key=key,
            first_published_at=first,
            last_published_at=moment(story.updated_at),
        )
        leads_to = self._leads_to(story)
        body = self._teller.body(**leads_to)
        self._articles.add(
            page_ptr_id=story.pk,
            number=story.number,
            kind=KINDS[story.number % len(KINDS)],
            standfirst=story.told.standfirst,
            dateline=story.told.dateline,
            picture_id=story.picture,
            body=body.raw,
        )
        targets = {
            "also_read.story": (Page, leads_to["also_read"]),
            "picture.photo": (Photo, leads_to["photo"]),
        }
        for model_path, block in body.leading.items():
            path = f"body.{block}.{model_path.partition('.')[2]}"
            self._references.add(
                story.pk, path, targets[model_path], model_path=f"body.{model_path}"
            )

    def _leads_to(self, story: Story) -> dict[str, int | None]:
        """Choose an older story and a photo for the body."""
        refers = self._teller.refers() and story.number > 1
        back = self._random.randint(1, min(LOOKS_BACK, story.number - 1)) if refers else 0
        shows = self._teller.shows()
        return {
            "also_read": story.pk - back if back else None,
            "photo": self._random.choice(self._photos) if shows else None,
        }

    def _write_links(self, story: Story) -> None:
        byline, self._next_byline = self._next_byline, self._next_byline + 1
        self._bylines.add(id=byline, sort_order=0, article_id=story.pk, author_id=story.author)
        self._references.add(
            story.pk,
            f"bylines.{byline}.author",
            (Author, story.author),
            model_path="bylines.item.author",
        )
        if story.picture:
            self._references.add(story.pk, "picture", (Photo, story.picture))
        for topic in story.topics:
            self._topics.add(articlepage_id=story.pk, topic_id=topic)
        if story.corrected:
            self._notes.add(
                article_id=story.pk,
                sort_order=0,
                text=self._teller.correction(),
                corrected_at=moment(story.updated_at),
            )

    def _write_copy(self, story: Story) -> None:
        at, told = moment(story.published_at), story.told
        self._found.add(
            object_id=str(story.pk),
            content_type_id=self._common["content_type_id"],
            title=told.headline,
            autocomplete=told.headline,
            body=told.standfirst,
        )
        self._live.add(
            number=story.number,
            article_id=story.pk,
            section_id=story.section.pk,
            kind=KINDS[story.number % len(KINDS)],
            slug=story.slug,
            headline=told.headline,
            headline_key=key_of_headline(told.headline),
            standfirst=told.standfirst,
            picture_id=story.picture,
            corrected=story.corrected,
            published_at=at,
            updated_at=moment(story.updated_at),
        )
        for kind, ref in _places(story):
            self._entries.add(kind=str(kind), ref=ref, story_id=story.number, published_at=at)


def _places(story: Story) -> Iterator[tuple[ListingKind, int]]:
    yield ListingKind.SITE, 0
    yield ListingKind.SECTION, story.section.pk
    yield ListingKind.AUTHOR, story.author
    for topic in story.topics:
        yield ListingKind.TOPIC, topic
