"""Papers drawn by lot: stories with blocks of every kind, and what the desk did with each."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any

from django.utils import timezone
from hypothesis import strategies as st
from tests.intake.rich_site import JUNE, draft, live, photo_named

from harkara.intake.models import KeptComment
from harkara.newsroom.actions import Publish, Withdraw, publish, withdraw
from harkara.newsroom.models import ArticlePage, Author, CorrectionNote, SectionPage, Topic

# Letters of the paper, and all that marks something in JSON, XML and HTML.
PIECES = (
    "पुल", "नदी", "मेला", "ज़मीन", "खर्च 12", "&", "<b>", "</p>", "]]>", "<!--", '"', "'",
    "\\", "=1+1", "[gallery]", "𝄞", "🙏",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(" ".join)
"""Words as the desk may type them, alone what marks something too."""
SAID = WORDS.map(lambda words: f"सोहनी पर {words} की बात")
"""Words that nobody takes for debris, or for words in an old font."""
LINES = st.lists(SAID, min_size=1, max_size=3)
PHOTO = st.sampled_from([0, 1])
PARAGRAPH = st.lists(SAID, min_size=1, max_size=2).map(
    lambda texts: "".join(f"<p>{escape(text)}</p>" for text in texts)
)
ONE_PICTURE = st.fixed_dictionaries({"photo": PHOTO, "caption": SAID | st.just("")})
GALLERY = st.lists(ONE_PICTURE, min_size=2, max_size=3).map(
    lambda shown: [
        {"type": "item", "id": f"00000000-0000-4000-8000-{at:012d}", "value": one}
        for at, one in enumerate(shown)
    ]
)
TABLE = st.lists(st.tuples(SAID, SAID).map(" | ".join), min_size=2, max_size=3).map("\n".join)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "paragraph": PARAGRAPH,
    "heading": SAID,
    "picture": ONE_PICTURE,
    "also_read": st.fixed_dictionaries({"story": st.integers(0, 3), "text": st.just("")}),
    "list": st.fixed_dictionaries({"ordered": st.booleans(), "items": LINES}),
    "pull_quote": st.fixed_dictionaries({"text": SAID, "who": SAID | st.just("")}),
    "fact_box": st.fixed_dictionaries({"title": SAID, "lines": LINES}),
    "table": st.fixed_dictionaries({"caption": SAID, "lines": TABLE}),
    "gallery": st.fixed_dictionaries({"pictures": GALLERY}),
    "video": st.fixed_dictionaries(
        {
            "url": st.just("https://www.youtube.com/watch?v=abcdefghijk"),
            "title": SAID,
            "poster": PHOTO | st.none(),
        }
    ),
    "social_post": st.fixed_dictionaries(
        {
            "author": SAID,
            "network": st.just("X"),
            "text": SAID,
            "url": st.just("https://twitter.com/ram/status/1"),
        }
    ),
}
BLOCK = st.one_of(*(st.tuples(st.just(kind), value) for kind, value in VALUES.items()))


@dataclass(frozen=True)
class Story:
    """What the desk does with one story, in this order."""

    headline: str
    standfirst: str
    dateline: str
    blocks: list[tuple[str, Any]]
    people: list[int]
    topics: list[int]
    guest: str
    lead: int | None
    fate: str
    edited: str
    corrected: str
    comments: list[tuple[str, int]]


FATES = ("draft", "live", "withdrawn", "due", "embargo", "waiting")
STORY = st.builds(
    Story,
    headline=SAID,
    standfirst=SAID | st.just(""),
    dateline=WORDS | st.just(""),
    blocks=st.lists(BLOCK, max_size=5),
    people=st.lists(PHOTO, max_size=2, unique=True),
    topics=st.lists(PHOTO, max_size=2, unique=True),
    guest=WORDS | st.just(""),
    lead=PHOTO | st.none(),
    fate=st.sampled_from(FATES),
    edited=SAID | st.just(""),
    corrected=SAID | st.just(""),
    comments=st.lists(st.tuples(WORDS, st.integers(0, 2)), max_size=3),
)


@dataclass
class Paper:
    """Whom and what the stories of a paper name; `stories` are the pages filed so far."""

    section: SectionPage
    photos: list[int] = field(default_factory=list)
    authors: list[int] = field(default_factory=list)
    topics: list[int] = field(default_factory=list)
    stories: list[int] = field(default_factory=list)


def make_paper(stories: list[Story]) -> None:
    """Make a paper of these stories."""
    paper = Paper(SectionPage.objects.get(slug="desh"))
    for at, colour in enumerate(("teal", "plum")):
        paper.photos.append(photo_named(f"<पुल> & {at}", colour).pk)
        paper.authors.append(Author.objects.create(name=f"मीरा & {at}", slug=f"m{at}").pk)
        topic = Topic(name=f"नदी <{at}> & घाट", slug=f"t{at}", kind=Topic.Kind.PLACE)
        topic.save()
        paper.topics.append(topic.pk)
    for at, story in enumerate(stories):
        article = _happened(story, paper, at)
        paper.stories.append(article.pk)
        for number, (text, parent) in enumerate(story.comments):
            KeptComment.objects.create(
                source_kind="wxr", source_key="khabar.example", foreign_id=f"{at}{number}",
                parent_id=f"{at}{parent}" if parent < number else "", article=article,
                author=f"पाठक {text}", status="approved" if number else "pending",
                text=escape(text, quote=False), written_at=JUNE + timedelta(hours=number),
            )  # fmt: skip


def _happened(story: Story, paper: Paper, number: int) -> ArticlePage:
    """Let a story be filed, published, edited, corrected and withdrawn."""
    # Two stories of one headline are not told apart below.
    headline, section = f"{number} {story.headline}", paper.section
    body = ("paragraph", f"<p>खबर {number} की पहली बात।</p>")
    said: dict[str, Any] = {
        "standfirst": story.standfirst,
        "dateline": story.dateline,
        "body": tuple(_block(*one, paper) for one in (body, *story.blocks)),
        "author_ids": tuple(paper.authors[at] for at in story.people),
        "topic_ids": tuple(paper.topics[at] for at in story.topics),
        "guests": tuple(filter(None, [story.guest])),
        "picture_id": None if story.lead is None else paper.photos[story.lead],
    }
    match story.fate:
        case "draft":
            return draft(headline, None, **said)
        case "embargo":
            return draft(headline, section, embargo_until=datetime(2099, 1, 1, tzinfo=UTC), **said)
        case "due":
            article = draft(headline, section, **said)
            at = timezone.now().replace(microsecond=0) + timedelta(days=3)
            publish(Publish(article_id=article.pk, at=at))
        case "withdrawn":
            article = live(headline, section, **said)
            withdraw(Withdraw(article_id=article.pk))
        case _:
            article = live(headline, section, **said)
            _change(article, story)
    return article


def _block(kind: str, value: Any, paper: Paper) -> dict[str, Any]:
    if not isinstance(value, dict):
        return {"type": kind, "value": value}
    made = dict(value)
    for name in ("photo", "poster"):
        if made.get(name) is not None:
            made[name] = paper.photos[made[name]]
    if "story" in made:
        made["story"] = dict(enumerate(paper.stories)).get(made["story"])
    if "pictures" in made:
        made["pictures"] = [
            {**one, "value": {**one["value"], "photo": paper.photos[one["value"]["photo"]]}}
            for one in made["pictures"]
        ]
    return {"type": kind, "value": made}


def _change(article: ArticlePage, story: Story) -> None:
    newest = article.get_latest_revision_as_object()
    if story.edited:
        newest.standfirst = story.edited
    if story.corrected:
        newest.corrections = [CorrectionNote(text=story.corrected, corrected_at=JUNE)]
    revision = newest.save_revision()
    if story.fate == "live":
        revision.publish()
