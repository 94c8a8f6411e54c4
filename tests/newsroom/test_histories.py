"""Random editorial histories: whatever the desk does, the press ends with the right pages."""

import os
import shutil
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from tests.newsroom.histories import (
    Killed,
    all_paths,
    chosen,
    latest,
    meanwhile,
    pick,
    pick_live,
    press_everything,
    small_picture,
    write_info_page,
)

from harkara.newsroom import tasks
from harkara.newsroom.actions import (
    Correct,
    Publish,
    StoryDraft,
    correct,
    file_story,
    live,
    publish,
)
from harkara.newsroom.actions.founding import NewPaper, NewSection, found_paper
from harkara.newsroom.actions.photos import take_back
from harkara.newsroom.models import (
    ArticlePage,
    Author,
    Byline,
    Entry,
    FrontPage,
    LiveStory,
    Photo,
    Placement,
    SectionPage,
    Topic,
)
from harkara.newsroom.refusals import Refused
from harkara.press import actions as press
from harkara.press import tasks as press_tasks
from harkara.press.actions.claiming import LEASE, claim
from harkara.press.models import Key, Target
from harkara.press.verify import verify

START = datetime(2026, 3, 30, 6, 0, tzinfo=UTC)
WORDS = ["नदी", "बांध", "पुल", "मेला", "फसल", "स्कूल", "बारिश", "चुनाव"]
picks = st.integers(0, 10_000)
headlines = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
SEEDED = timedelta(days=8)
# More on demand: HARKARA_HISTORIES=1000 pytest tests/newsroom/test_histories.py
# With the press's own histories, and on both databases, a run of all checks sees a thousand.
USUALLY = "50" if settings.HARKARA.database else "100"
HISTORIES = int(os.environ.get("HARKARA_HISTORIES", USUALLY))
PARTS = 2
STEPS = 10
workers = st.integers(0, 1)
delays = st.sampled_from([timedelta(seconds=1), timedelta(hours=5), timedelta(days=9)])


class Desk(RuleBasedStateMachine):
    """A desk that does anything it is allowed to, and readers who open any page meanwhile."""

    @initialize()
    def open_the_paper(self) -> None:
        """Begin with the paper as `seeded` left it, on disk and in the database."""
        self.clock = time_machine.travel(START + SEEDED, tick=False)
        self.traveller = self.clock.start()
        self.history = transaction.atomic()
        # As Django's own test case marks its transaction: what claims to be durable may run in it.
        self.history._from_testcase = True  # type: ignore[attr-defined]  # set by TestCase too
        self.history.__enter__()
        shutil.rmtree(settings.PRESS_STORE, ignore_errors=True)
        shutil.copytree(f"{settings.PRESS_STORE}-seeded", settings.PRESS_STORE)
        shutil.rmtree(settings.MEDIA_ROOT)
        shutil.copytree(f"{settings.MEDIA_ROOT}-seeded", settings.MEDIA_ROOT)
        self.renamed = 0
        self.hands: list[list[str]] = [[], []]

    def teardown(self) -> None:
        """Settle once more, then forget the whole history."""
        if not hasattr(self, "history"):
            return
        try:
            self.settle()
        finally:
            transaction.set_rollback(True)
            self.history.__exit__(None, None, None)
            self.clock.stop()

    @rule(headline=headlines, place=picks, topics=picks, author=picks, other=picks)
    def file(self, headline: str, place: int, topics: int, author: int, other: int) -> None:
        """File a story: in a section or the tray, with a reference to another story."""
        sections = [None, *SectionPage.objects.order_by("path")]
        section = sections[place % len(sections)]
        story = pick(ArticlePage, other)
        body: list[dict[str, Any]] = [{"type": "paragraph", "value": f"<p>{headline}।</p>"}]
        if story:
            link = f'<p>पहले: <a linktype="page" id="{story.pk}">यह खबर</a></p>'
            body.append({"type": "also_read", "value": {"story": story.pk, "text": ""}})
            body.append({"type": "paragraph", "value": link})
        file_story(
            StoryDraft(
                headline=headline,
                body=tuple(body),
                section_id=section.pk if section else None,
                topic_ids=tuple(chosen(Topic, topics)),
                author_ids=tuple(chosen(Author, author)),
                picture_id=Photo.objects.values_list("pk", flat=True).first()
                if place % 2
                else None,
            )
        )

    @rule(which=picks)
    def publish(self, which: int) -> None:
        """Publish a story through its revision, as Wagtail's button does."""
        if story := latest(which):
            with suppress(Refused):
                story.go_live_at = None
                story.save_revision().publish()

    @rule(which=picks, after=delays)
    def schedule(self, which: int, after: timedelta) -> None:
        """Publish a story later."""
        if story := latest(which):
            with suppress(Refused):
                story.go_live_at = timezone.now() + after
                story.save_revision().publish()

    @rule(which=picks, after=delays)
    def embargo(self, which: int, after: timedelta) -> None:
        """Put a draft under embargo."""
        story = latest(which)
        if story and not story.live:
            story.embargo_until = timezone.now() + after
            story.save_revision()

    @rule(which=picks, after=delays)
    def let_expire(self, which: int, after: timedelta) -> None:
        """Publish a story for some time only."""
        if story := latest(which):
            with suppress(Refused):
                story.go_live_at = None
                story.expire_at = timezone.now() + after
                story.save_revision().publish()

    @rule(which=picks, headline=headlines, words=st.sampled_from(["", "naya-pata"]))
    def edit(self, which: int, headline: str, words: str) -> None:
        """Change a story's headline and perhaps its address, and publish it."""
        if story := latest(which, live=True):
            story.title = headline
            story.address_words = words
            with suppress(Refused):
                story.save_revision().publish()

    @rule(which=picks, topics=picks, author=picks)
    def retag(self, which: int, topics: int, author: int) -> None:
        """Change a story's topics and byline."""
        if story := latest(which, live=True):
            story.topics = chosen(Topic, topics)
            story.bylines = [Byline(author_id=pk) for pk in chosen(Author, author)]
            with suppress(Refused):
                story.save_revision().publish()

    @rule(which=picks, place=picks)
    def move(self, which: int, place: int) -> None:
        """Move a story to another section."""
        story, section = pick_live(which), pick(SectionPage, place)
        if story and section and story.get_parent().pk != section.pk:
            with suppress(Refused):
                story.move(SectionPage.objects.get(pk=section.pk), pos="last-child")

    @rule(which=picks)
    def correct(self, which: int) -> None:
        """Correct a live story."""
        story = pick_live(which)
        if story:
            with suppress(Refused):
                correct(Correct(article_id=story.pk, text="सुधार।", at=timezone.now()))

    @rule(which=picks)
    def unpublish(self, which: int) -> None:
        """Take a story off the site."""
        if story := pick_live(which):
            story.unpublish()

    @rule(which=picks)
    def delete(self, which: int) -> None:
        """Delete a story."""
        if story := pick(ArticlePage, which):
            story.delete()

    @rule(model=st.sampled_from([Author, Topic]), which=picks, slug=st.booleans())
    def rename(self, model: Any, which: int, slug: bool) -> None:
        """Rename an author or a topic, and perhaps its address."""
        self.renamed += 1
        thing = pick(model, which)
        thing.name = f"नाम {self.renamed}"
        if slug:
            thing.slug = f"naam-{self.renamed}"
        thing.save()

    # One rule for all that touches every page, or it would hide what single marks forget.
    @rule(which=picks, how=st.sampled_from(["rename", "slug", "hide", "info"]))
    def change_the_menu(self, which: int, how: str) -> None:
        """Rename, readdress, hide or bring back a section, or write about the paper."""
        self.renamed += 1
        section = pick(SectionPage, which)
        with suppress(Refused):
            if how == "info":
                write_info_page(f"परिचय {self.renamed}")
            elif how == "hide" and section.live:
                section.unpublish()
            else:
                section.title = f"नाम {self.renamed}"
                section.slug = f"naam-{self.renamed}" if how == "slug" else section.slug
                section.save_revision().publish()

    @rule(which=picks)
    def delete_topic(self, which: int) -> None:
        """Delete a topic, unless it is the last one."""
        if Topic.objects.count() > 1:
            pick(Topic, which).delete()

    @rule(first=picks, second=picks)
    def reorder_front(self, first: int, second: int) -> None:
        """Place one or two stories on top of the front."""
        front = FrontPage.objects.get().get_latest_revision_as_object()
        ids = {s.pk: None for s in (pick(ArticlePage, first), pick(ArticlePage, second)) if s}
        front.placements = [Placement(article_id=pk) for pk in ids]
        front.save_revision().publish()

    @rule(alt=headlines)
    def describe_photo(self, alt: str) -> None:
        """Change what a photo says it shows."""
        photo = Photo.objects.get()
        photo.alt = alt
        photo.save()

    @rule(after=delays)
    def wait(self, after: timedelta) -> None:
        """Let time pass; the worker's clock does what is due."""
        self.traveller.shift(after)
        tasks.keep_the_clock()

    @rule(pages=st.integers(1, 4))
    def press_a_little(self, pages: int) -> None:
        """Let the press make a few pages and no more."""
        press_tasks.run_once(pages)

    @rule(worker=workers)
    def worker_claims(self, worker: int) -> None:
        """Let one of several workers take pages in hand."""
        self.hands[worker] += claim(3, timezone.now())

    @rule(worker=workers, dies=st.booleans())
    def worker_goes_on(self, worker: int, dies: bool) -> None:
        """Let a worker press a page it has in hand, or die with all of them."""
        hand = self.hands[worker]
        if dies:
            hand.clear()
        elif hand:
            press.press(hand.pop(0))

    @rule(worker=workers, which=picks, headline=headlines)
    def desk_edits_while_a_page_is_made(self, worker: int, which: int, headline: str) -> None:
        """Let an edit commit after a page was rendered and before it is stored."""
        hand = self.hands[worker]
        with meanwhile(lambda: self.edit(which, headline, "")):
            press.press(hand.pop(0) if hand else "/")

    @rule(which=picks, at=st.sampled_from([Entry, Target]))
    def process_is_killed(self, which: int, at: Any) -> None:
        """Kill the desk in the middle of an edit, or a worker in the middle of a page."""
        story = latest(which, live=True)
        if at is Target:
            with patch.object(Target, "save", side_effect=Killed), suppress(Killed):
                press_tasks.run_once(1)
        elif story:
            story.title = f"{story.title} फिर"
            with (
                patch.object(live, "want", side_effect=Killed),
                suppress(Killed, Refused),
                transaction.atomic(),
            ):
                story.save_revision().publish()

    @rule(pages=st.integers(0, 10_000))
    def read_some(self, pages: int) -> None:
        """Open some of the pages there may be, as readers do, also those nobody has pressed."""
        for path in all_paths()[pages % 7 :: 7]:
            press.answer(path)

    @invariant()
    def readers_see_what_is_live(self) -> None:
        """The readers' copy holds the live stories, no other, none under embargo."""
        live = set(ArticlePage.objects.live().values_list("number", flat=True))
        assert set(LiveStory.objects.values_list("number", flat=True)) == live
        assert not ArticlePage.objects.live().filter(embargo_until__gt=timezone.now()).exists()

    def settle(self) -> None:
        """Let the press finish: every page is as if it were made now, every live story is there."""
        # By then the leases of all workers that died have ended.
        self.traveller.shift(LEASE)
        press_everything()
        assert list(verify()) == []
        for row in LiveStory.objects.select_related("section"):
            answer = press.answer(f"/{row.section.slug}/{row.slug}/")
            assert answer.status == 200
            assert row.headline in answer.body.decode()
        assert tasks.sweep() == 0
        take_back()
        shown = {path.name for path in (Path(settings.MEDIA_ROOT) / "images").glob("*")}
        read = Key.objects.filter(name__startswith="photo:", reading__isnull=False)
        assert shown == {
            name.removeprefix("photo:") for name in read.values_list("name", flat=True)
        }


@pytest.fixture
def seeded(db: None, settings: Any, tmp_path: Path) -> None:
    """A pressed paper: two sections, authors and topics, a photo, four stories of two months."""
    settings.PRESS_STORE = str(tmp_path / "pages")
    settings.MEDIA_ROOT = str(tmp_path / "media")
    # Wagtail remembers renditions by their photo's number, also those of an earlier test.
    cache.clear()
    sections = (
        NewSection(name="देश", slug="desh", colour="teal"),
        NewSection(name="खेल", slug="khel", colour="plum"),
    )
    found_paper(NewPaper(name="परख", tagline="", host="localhost", port=80, sections=sections))
    for place, name in enumerate(("मीरा", "रफीक")):
        Author.objects.create(name=name, slug=f"lekhak-{place}")
        Topic.objects.create(name=name, slug=f"vishay-{place}", kind=Topic.Kind.PERSON)
    photo = Photo.objects.create(title="पुल", alt="पुल", credit="परख", file=small_picture())
    with time_machine.travel(START, tick=False) as clock:
        for place, section in enumerate(SectionPage.objects.order_by("path")):
            for _ in range(2):
                filed = file_story(
                    StoryDraft(
                        headline=WORDS[place],
                        section_id=section.pk,
                        topic_ids=tuple(chosen(Topic, place + 1)),
                        author_ids=tuple(chosen(Author, place + 1)),
                        picture_id=photo.pk,
                    )
                )
                publish(Publish(article_id=filed.article_id))
                clock.shift(SEEDED / 4)
        press_everything()
    for folder in (settings.PRESS_STORE, settings.MEDIA_ROOT):
        shutil.copytree(folder, f"{folder}-seeded")


@pytest.mark.parametrize("_part", range(PARTS))
@pytest.mark.usefixtures("seeded")
def test_every_history_ends_with_the_right_pages(
    monkeypatch: pytest.MonkeyPatch, _part: int
) -> None:
    # Processes die in these histories and the power does not fail: no need to wait for the disk.
    monkeypatch.setattr(os, "fsync", lambda _file: None)
    run_state_machine_as_test(
        Desk,
        settings=hypothesis_settings(
            max_examples=HISTORIES // PARTS,
            stateful_step_count=STEPS,
            deadline=None,
            phases=[Phase.explicit, Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        ),
    )
