"""Filing: a draft as the desk's own story, with what came in kept beside it."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from harkara.intake.actions.one_row import keep_rows
from harkara.intake.drafts import Draft
from harkara.intake.fitting import fitted
from harkara.intake.headlines import headline_of
from harkara.intake.models import Provenance
from harkara.intake.stream import MOST_NAME, FindPhoto, body_of, filed_places, labels
from harkara.intake.suggestions import Suggestions
from harkara.newsroom import queries
from harkara.newsroom.actions import Filed, StoryDraft
from harkara.newsroom.actions.topics import make_topic
from harkara.newsroom.models import ArticlePage, Author
from harkara.search.topics import TopicProposal
from harkara.text.fold import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What somebody chose for a draft instead of what was proposed."""

    section_id: int | None
    topic_ids: tuple[int, ...]
    new_topics: tuple[TopicProposal, ...] = ()
    picture_id: int | None = None


def story_of(
    draft: Draft,
    choice: Choice,
    by: AbstractBaseUser | None,
    find_photo: FindPhoto | None = None,
) -> StoryDraft:
    """Return a draft as the desk takes it; topics that were chosen and are new are made."""
    author_ids, guests = _byline(draft.byline)
    named = labels()
    return StoryDraft(
        headline=headline_of(draft, named.nameless),
        body=body_of(
            draft.body,
            headline=draft.headline,
            labels=named,
            find_story=_story_page,
            find_photo=find_photo,
        ),
        section_id=choice.section_id,
        author_ids=author_ids,
        guests=guests,
        topic_ids=(*choice.topic_ids, *map(_topic_id, choice.new_topics)),
        picture_id=choice.picture_id,
        by=by,
        **fitted(draft),
    )


def _story_page(reference: str) -> int | None:
    number = queries.find_by_headline(reference)
    if number is None:
        return None
    page: int | None = (
        ArticlePage.objects.filter(number=number).values_list("pk", flat=True).first()
    )
    return page


def _byline(names: Collection[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return the staff among the names, by id, and the others as guests."""
    if not names:
        return (), ()
    staff = {fold(author.name): author.pk for author in Author.objects.order_by("-pk")}
    ids = tuple(staff[fold(name)] for name in names if fold(name) in staff)
    return ids, tuple(name[:MOST_NAME] for name in names if fold(name) not in staff)


def _topic_id(of: TopicProposal) -> int:
    return make_topic(name=of.name, kind=of.kind, aliases=of.aliases).pk


def keep_provenance(
    draft: Draft, suggested: Suggestions, filed: Filed, by: AbstractBaseUser | None, at: datetime
) -> None:
    """Keep what came in for a story, in the place of what came before."""
    # A picture is no block of the story, so places are counted in the blocks that were filed.
    places = filed_places(draft.body)
    came = Provenance(
        article_id=filed.article_id,
        source_kind=draft.origin.kind,
        file_name=draft.origin.name[:255],
        raw=draft.origin.raw,
        published_at=draft.published_at,
        removed=[
            {"text": line.text, "why": line.why, "before_block": places[line.before_block]}
            for line in draft.removed
        ],
        repairs=[asdict(repair) for repair in draft.repairs],
        notices=[
            {"message": notice.message, "values": dict(notice.values)} for notice in draft.notices
        ],
        pictures=[asdict(one) for one in draft.pictures],
        topics=[asdict(topic) for topic in suggested.topics],
        received_at=at,
        received_by_id=by.pk if by is not None else None,
    )
    keep_rows([came], one_for=["article"])
