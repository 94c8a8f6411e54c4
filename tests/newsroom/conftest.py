"""A small paper with two sections, and the ways its desk files and publishes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.test import Client
from tests.founded import found
from tests.newsroom.histories import small_picture

from harkara.newsroom.actions import Filed, Publish, StoryDraft, file_story, publish
from harkara.newsroom.actions.founding import (
    EDITORS,
    REPORTERS,
    NewPaper,
    NewSection,
)
from harkara.newsroom.models import ArticlePage, Author, Photo, SectionPage, Topic


@pytest.fixture
def paper(db: None) -> None:
    found(
        NewPaper(
            name="परख",
            tagline="",
            host="testserver",
            port=80,
            sections=(
                NewSection(name="देश", slug="desh", colour="indigo"),
                NewSection(name="खेल", slug="khel", colour="plum"),
            ),
        )
    )


@pytest.fixture
def desh(paper: None) -> SectionPage:
    section: SectionPage = SectionPage.objects.get(slug="desh")
    return section


@pytest.fixture
def khel(paper: None) -> SectionPage:
    section: SectionPage = SectionPage.objects.get(slug="khel")
    return section


@pytest.fixture
def meera(paper: None) -> Author:
    return Author.objects.create(name="मीरा चौहान", slug="meera-chauhan")


@pytest.fixture
def river(paper: None) -> Topic:
    return Topic.objects.create(name="सोहनी नदी", slug="sohni-nadi", kind=Topic.Kind.PLACE)


@pytest.fixture
def photo(db: None, settings: Any, tmp_path: Path) -> Photo:
    """Keep a photo in a media folder of the test's own."""
    settings.MEDIA_ROOT = str(tmp_path)
    cache.clear()
    made: Photo = Photo.objects.create(title="पुल", alt="पुल", credit="परख", file=small_picture())
    return made


@pytest.fixture
def filed(desh: SectionPage) -> Callable[..., Filed]:
    """File a story in देश unless told otherwise."""

    def file(headline: str = "सोहनी नदी पर नया पुल खुला", **fields: Any) -> Filed:
        return file_story(StoryDraft(headline=headline, **{"section_id": desh.pk} | fields))

    return file


@pytest.fixture
def live(filed: Callable[..., Filed]) -> Callable[..., ArticlePage]:
    """File a story and publish it."""

    def put(headline: str = "सोहनी नदी पर नया पुल खुला", **fields: Any) -> ArticlePage:
        story = filed(headline, **fields)
        publish(Publish(article_id=story.article_id))
        article: ArticlePage = ArticlePage.objects.get(pk=story.article_id)
        return article

    return put


@pytest.fixture
def editor(paper: None) -> User:
    user = User.objects.create_user("sampadak", password="naya-din-7")
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


@pytest.fixture
def reporter(paper: None) -> User:
    user = User.objects.create_user("samvaddata", password="naya-din-7")
    user.groups.add(Group.objects.get(name=REPORTERS))
    return user


@pytest.fixture
def at_the_desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client
