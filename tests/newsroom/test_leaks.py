"""What is not on the site is nowhere on it: no page, list, feed, address, picture or door tells."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.images import ImageFile
from django.test import Client
from django.utils import timezone
from PIL import Image
from tests.newsroom.stranger import Answer, Stranger
from wagtail.contrib.redirects.models import Redirect

from harkara.newsroom import tasks
from harkara.newsroom.actions import Publish, StoryDraft, Withdraw, file_story, publish, withdraw
from harkara.newsroom.models import (
    ArticlePage,
    Author,
    FrontPage,
    LiveStory,
    Photo,
    Placement,
    SectionPage,
    Topic,
)
from harkara.press import stores
from harkara.press.tasks import run_until_idle

MORNING = datetime(2026, 3, 30, 0, 30, tzinfo=UTC)
LATER = timedelta(hours=2)
# Words that stand nowhere but in the story that must not be seen.
HEADLINE, STANDFIRST, BODY, ALT = "टटपूंजिया घोटाला", "झकझोरू", "चकमकाहट", "फुसफुसाहट"


@dataclass
class Secret:
    """The story that must not be seen, and everything it would be known by."""

    article: ArticlePage
    photo: Photo
    slug_words: str

    @property
    def words(self) -> list[str]:
        return [HEADLINE, STANDFIRST, BODY, ALT, self.slug_words]

    @property
    def doors(self) -> list[str]:
        """Every address somebody could guess that knows the newsroom's software."""
        pk, number, image = self.article.pk, self.article.number, self.photo.pk
        return [
            "/", "/sitemap.xml", "/news-sitemap.xml", "/robots.txt", "/feed.xml", "/atom.xml",
            "/feed.json", f"/desh/{self.article.slug}/", f"/khel/{self.article.slug}/",
            f"/desh/x-{number}/", f"/x-{number}", f"/s/{number}", f"/s/{number}/", "/purani/",
            "/desh/", "/desh/2026/03/", "/vishay/sohni-nadi/", "/vishay/sohni-nadi/2026/03/",
            "/vishay/sohni-nadi/feed.json", "/lekhak/meera-chauhan/feed.xml",
            "/lekhak/meera-chauhan/2026/03/", "/sitemaps/2026-03.xml", "/bhool-sudhar/",
            f"/newsroom/pages/{pk}/", f"/newsroom/pages/{pk}/edit/",
            f"/newsroom/pages/{pk}/view_draft/", f"/newsroom/pages/{pk}/edit/preview/",
            f"/newsroom/pages/{pk}/history/", f"/newsroom/api/main/pages/{pk}/",
            f"/newsroom/pages/{pk}/revisions/{self.article.latest_revision_id}/view/",
            "/newsroom/api/main/pages/?fields=*", "/newsroom/api/main/images/",
            f"/newsroom/api/main/images/{image}/", f"/newsroom/images/{image}/",
            f"/newsroom/images/{image}/preview/width-400/", "/newsroom/choose-page/search/?q=a",
            "/newsroom/images/chooser/", f"/images/{image}/width-400/", "/documents/1/x.pdf",
            "/search/?q=a", "/api/v2/pages/", f"/media/{self.photo.file.name}",
            *self.guessed_pictures,
        ]  # fmt: skip

    @property
    def guessed_pictures(self) -> list[str]:
        """The addresses of the photo's files, as if all their names were known."""
        made = list(self.photo.renditions.all())
        names = {Path(one.file.name).name for one in made}
        shown = {one.shown_as(self.photo) for one in made}
        return [
            *(f"/media/renditions/{name}" for name in names),
            *(f"/media/images/{name}" for name in names | shown),
            *(f"/media/images/{self.photo.pk}/{name}" for name in names | shown),
            *(f"/media/images/{self.photo.pk}/../../renditions/{name}" for name in names),
        ]

    @property
    def bytes(self) -> set[bytes]:
        """The photo in every form the newsroom has it."""
        return {Path(self.photo.file.path).read_bytes()} | {
            Path(made.file.path).read_bytes() for made in self.photo.renditions.all()
        }

    def leaks_in(self, answers: list[Answer]) -> list[tuple[str, str]]:
        """Return where which word, or the photo itself, was seen."""
        pictures = self.bytes
        asked = {answer.path for answer in answers if answer.status in (301, 302, 404, 410)}
        told = [
            (answer.path, word)
            for answer in answers
            for word in self.words
            # An address somebody typed comes back in the link to the way in.
            if answer.tells(word) and not (word in answer.path and answer.path in asked)
        ]
        return told + [(a.path, "photo") for a in answers if a.body and a.body in pictures]


def drawing(colour: str) -> ImageFile:
    buffer = io.BytesIO()
    Image.new("RGB", (1300, 900), colour).save(buffer, "PNG")
    return ImageFile(io.BytesIO(buffer.getvalue()), name="gupt.png")


@pytest.fixture
def clock() -> Iterator[Any]:
    with time_machine.travel(MORNING, tick=False) as moving:
        yield moving


@pytest.fixture
def secret(
    clock: Any, desh: SectionPage, meera: Author, river: Topic, settings: Any, tmp_path: Path
) -> Secret:
    """A paper that leads to the story wherever a paper can, and the story, with the desk."""
    settings.PRESS_STORE = str(tmp_path / "pages")
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.PUBLIC_URL = "http://testserver"
    settings.ALLOWED_HOSTS = ["testserver"]
    # Wagtail remembers renditions by their photo's number, also those of an earlier test.
    cache.clear()
    photo = Photo.objects.create(title=ALT, alt=ALT, credit="परख", file=drawing("maroon"))
    about: dict[str, Any] = {
        "section_id": desh.pk, "topic_ids": (river.pk,), "author_ids": (meera.pk,),
    }  # fmt: skip
    filed = file_story(
        StoryDraft(
            headline=HEADLINE,
            standfirst=STANDFIRST,
            body=({"type": "paragraph", "value": f"<p>{BODY}।</p>"},),
            picture_id=photo.pk,
            **about,
        )
    )
    article = ArticlePage.objects.get(pk=filed.article_id)
    link = f'<p>और: <a linktype="page" id="{article.pk}">यहां</a></p>'
    also = {"type": "also_read", "value": {"story": article.pk, "text": ""}}
    for headline in ("पहले की खबर", "बाद की खबर"):
        body = ({"type": "paragraph", "value": link}, also)
        beside = file_story(StoryDraft(headline=headline, body=body, **about))
        publish(Publish(article_id=beside.article_id))
        clock.shift(60)
    front = FrontPage.objects.get()
    front.placements = [Placement(article_id=article.pk)]
    front.save_revision().publish()
    Redirect.objects.create(old_path="/purani", redirect_page=article)
    # The desk has looked at the photo: its renditions are made.
    photo.get_renditions("width-400|format-webp|webpquality-72", "max-165x165")
    return Secret(article, photo, filed.slug.rpartition("-")[0])


def held(secret: Secret, clock: Any, state: str) -> None:
    """Bring the story into a state in which readers may not see it."""
    latest = secret.article.get_latest_revision_as_object()
    if state == "scheduled":
        publish(Publish(article_id=secret.article.pk, at=timezone.now() + LATER))
    elif state == "embargoed":
        latest.embargo_until = latest.go_live_at = timezone.now() + LATER
        latest.save_revision().publish()
    elif state == "expired":
        latest.expire_at = timezone.now() + LATER
        latest.save_revision().publish()
        settled()
        clock.shift(LATER)
    elif state == "withdrawn":
        publish(Publish(article_id=secret.article.pk))
        settled()
        withdraw(Withdraw(article_id=secret.article.pk))


def settled() -> None:
    """Let the clock do what is due and the press finish."""
    tasks.keep_the_clock()
    run_until_idle()
    tasks.keep_the_clock()


@pytest.mark.parametrize("state", ["draft", "scheduled", "embargoed", "expired", "withdrawn"])
def test_what_is_not_on_the_site_is_nowhere_on_it(secret: Secret, clock: Any, state: str) -> None:
    held(secret, clock, state)
    settled()

    answers = Stranger().crawl(*secret.doors)

    assert len(answers) > len(secret.doors)
    assert secret.leaks_in(answers) == []
    # What the first look made the press print is no leak either.
    assert secret.leaks_in(Stranger().crawl()) == []


def test_the_stranger_finds_what_is_on_the_site(secret: Secret) -> None:
    publish(Publish(article_id=secret.article.pk))
    settled()

    seen = secret.leaks_in(Stranger().crawl("/", "/news-sitemap.xml"))

    assert {word for _path, word in seen} == {*secret.words, "photo"}
    assert {"/", "/feed.json", "/news-sitemap.xml"} <= {path for path, _word in seen}


def test_an_edit_that_waits_is_nowhere_on_the_site(secret: Secret) -> None:
    live = ArticlePage.objects.get(title="पहले की खबर").get_latest_revision_as_object()
    live.title, live.standfirst, live.picture = HEADLINE, STANDFIRST, secret.photo
    live.save_revision()
    settled()

    assert secret.leaks_in(Stranger().crawl(*secret.doors)) == []


def test_a_photo_goes_with_the_last_page_that_shows_it(secret: Secret) -> None:
    other = ArticlePage.objects.get(title="पहले की खबर").get_latest_revision_as_object()
    other.picture = secret.photo
    other.save_revision().publish()
    publish(Publish(article_id=secret.article.pk))
    settled()
    pictures = [one for one in stranger_sees(secret) if one.startswith("/media/")]
    withdraw(Withdraw(article_id=secret.article.pk))
    settled()
    assert pictures
    assert {Stranger().ask(path).status for path in pictures} == {200}

    withdraw(Withdraw(article_id=other.pk))
    settled()

    assert {Stranger().ask(path).status for path in pictures} == {404}


def test_a_photo_that_was_drawn_over_is_gone_from_its_old_address(secret: Secret) -> None:
    publish(Publish(article_id=secret.article.pk))
    settled()
    before = {path for path in stranger_sees(secret) if path.startswith("/media/")}
    photo = Photo.objects.get(pk=secret.photo.pk)
    photo.renditions.all().delete()
    photo.file, photo.file_hash = drawing("navy"), ""
    photo.save()
    settled()

    after = {answer.path for answer in Stranger().crawl("/") if answer.path.startswith("/media/")}

    assert before
    assert {Stranger().ask(path).status for path in before} == {404}
    assert [path for path in after if Stranger().ask(path).status != 200] == []


def test_the_desk_sees_what_readers_may_not(secret: Secret, at_the_desk: Client) -> None:
    draft = at_the_desk.get(f"/newsroom/pages/{secret.article.pk}/view_draft/").content.decode()

    shown = [one for one in secret.guessed_pictures if one in draft]

    assert HEADLINE in draft
    assert shown
    assert {status_for(at_the_desk, path) for path in shown} == {200}
    assert {status_for(Client(), path) for path in shown} == {404}


def status_for(client: Client, path: str) -> int:
    response = client.get(path)
    # A file is closed when it has been read.
    response.getvalue()
    return int(response.status_code)


def test_a_story_due_at_six_is_on_the_front_before_the_second_is_over(
    secret: Secret, clock: Any
) -> None:
    six = timezone.now() + LATER
    publish(Publish(article_id=secret.article.pk, at=six))
    clock.move_to(six - timedelta(milliseconds=1))
    settled()
    assert not Stranger().ask("/").tells(HEADLINE)

    # What the worker does on the stroke of the second; the clock stands still meanwhile.
    clock.move_to(six)
    settled()

    assert timezone.now() == six
    for path in ("/", "/desh/", "/feed.xml", "/vishay/sohni-nadi/", "/news-sitemap.xml"):
        assert Stranger().ask(path).tells(HEADLINE), path


def test_an_embargo_that_outlasts_its_schedule_is_kept_and_then_over_at_once(
    secret: Secret, clock: Any
) -> None:
    six = timezone.now() + LATER
    publish(Publish(article_id=secret.article.pk, at=six - timedelta(seconds=30)))
    ArticlePage.objects.filter(pk=secret.article.pk).update(embargo_until=six)
    revision = secret.article.revisions.latest("pk")
    revision.content["embargo_until"] = six.isoformat()
    revision.save()
    clock.move_to(six - timedelta(milliseconds=1))
    settled()
    assert not LiveStory.objects.filter(pk=secret.article.number).exists()

    clock.move_to(six)
    settled()

    assert Stranger().ask("/").tells(HEADLINE)


def stranger_sees(secret: Secret) -> set[str]:
    """Return the addresses at which a stranger finds the story or its photo."""
    return {path for path, _word in secret.leaks_in(Stranger().crawl("/"))}


def test_no_page_of_the_story_is_left_in_the_store(secret: Secret, clock: Any) -> None:
    held(secret, clock, "expired")
    settled()

    pages = stores.current()
    found = (pages.read(path) for path in pages.paths())
    assert not [page for page in found if page and HEADLINE.encode() in page.body]
