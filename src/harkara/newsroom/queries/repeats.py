"""Which stories of the desk a text repeats, on the site or not, and in which passages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from harkara.newsroom.addresses import story_path
from harkara.newsroom.models import ArticlePage
from harkara.newsroom.queries.wording import desk_wording, plain_text
from harkara.search.twins import Twin, find_twins

SOURCE = ("source_name", "source_credit", "source_url")


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPassage:
    """What a text and a story both say: in the text's words and in the story's, with the places.

    Places count characters of the text, and of the story as `plain_text` gives it.
    """

    text: str
    story_text: str
    start: int
    end: int
    story_start: int
    story_end: int
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A story of the desk that a text repeats; shares are between 0 and 1.

    `section` is empty in the desk's tray; `published_at` is None and `path` empty for a story that
    is not on the site.
    """

    number: int
    article_id: int
    headline: str
    section: str
    path: str
    source_name: str
    source_credit: str
    source_url: str
    published_at: datetime | None
    share: float
    share_of_story: float
    passages: tuple[SharedPassage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A story as the desk has it now."""

    article_id: int
    headline: str
    section: str
    path: str
    source_name: str
    source_credit: str
    source_url: str
    published_at: datetime | None
    text: str


class DeskArchive(dict[int, _Kept]):
    """The stories of the desk by their numbers, as far as somebody asked for them."""

    def __call__(self, stories: Sequence[int]) -> Mapping[int, str]:
        """Return the texts of these stories in their newest wording. One query."""
        rows = ArticlePage.objects.filter(number__in=stories).order_by().values(
            "number", "pk", "title", "standfirst", "body", "latest_revision__content", *SOURCE,
            "live_story__section__title", "live_story__section__slug", "live_story__slug",
            "live_story__published_at",
        )  # fmt: skip
        for row in rows:
            words, slug = row["latest_revision__content"] or row, row["live_story__slug"]
            self[row["number"]] = _Kept(
                article_id=row["pk"],
                headline=words["title"],
                section=row["live_story__section__title"] or "",
                path=story_path(row["live_story__section__slug"], slug) if slug else "",
                published_at=row["live_story__published_at"],
                text=plain_text(words["title"], words["standfirst"], words["body"]),
                **{name: words.get(name, row[name]) for name in SOURCE},
            )
        return {story: self[story].text for story in stories if story in self}


class DeskTexts:
    """What all stories of the desk say (`search.remembering.Archive`)."""

    def count(self) -> int:
        """Return how many stories the desk has, drafts among them."""
        return int(ArticlePage.objects.count())

    def numbers_after(self, number: int, most: int) -> list[int]:
        """Return the next numbers of the desk's stories, in their order."""
        rows = ArticlePage.objects.filter(number__gt=number).order_by("number")
        return list(rows.values_list("number", flat=True)[:most])

    def __call__(self, stories: Sequence[int]) -> Mapping[int, str]:
        """Return the texts of these stories in their newest wording. One query."""
        return DeskArchive()(stories)


def repeats(text: str, *, but_not: int | None = None) -> tuple[Repeat, ...]:
    """Return the stories that a text repeats, those that share most first.

    `but_not` is the number of the story that the text is itself. Two queries.
    """
    archive = DeskArchive()
    twins = find_twins(text, archive, but_not=but_not)
    return tuple(_repeat(text, twin, archive[twin.story]) for twin in twins)


def repeats_of(number: int) -> tuple[Repeat, ...]:
    """Return the stories that a story of the desk repeats in its newest wording."""
    found = desk_wording(number)
    return repeats(found.text, but_not=number) if found else ()


def _repeat(text: str, twin: Twin, kept: _Kept) -> Repeat:
    return Repeat(
        number=twin.story,
        article_id=kept.article_id,
        headline=kept.headline,
        section=kept.section,
        path=kept.path,
        source_name=kept.source_name,
        source_credit=kept.source_credit,
        source_url=kept.source_url,
        published_at=kept.published_at,
        share=twin.share,
        share_of_story=twin.share_of_story,
        passages=tuple(
            SharedPassage(
                text=text[one.start : one.end],
                story_text=kept.text[one.other_start : one.other_end],
                start=one.start,
                end=one.end,
                story_start=one.other_start,
                story_end=one.other_end,
                words=one.words,
            )
            for one in twin.passages
        ),
    )
