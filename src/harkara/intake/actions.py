"""Receiving: a draft becomes a story with the desk, with its provenance, in one transaction."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import Draft, DraftImageRef
from harkara.intake.models import Pasted, Provenance
from harkara.intake.stream import MOST_NAME, body_of, filed_places, paragraph
from harkara.intake.suggestions import Suggestions, suggest
from harkara.newsroom import queries
from harkara.newsroom.actions import Filed, Publish, StoryDraft, file_story, publish
from harkara.newsroom.models import ArticlePage, Author, Topic
from harkara.newsroom.refusals import Refused as DeskRefused
from harkara.search.topics import TopicProposal
from harkara.text.fold import fold
from harkara.text.graphemes import cut, ellipsis

MOST_HEADLINE = 250
WORKING_HEADLINE = 70
MOST_CREDIT = 200
_NO_HEADLINE = _("The story has no headline, so it was not published. Write one, then publish.")
_NO_TEXT = _("The story has no text, so it was not published.")
_DAMAGED = _("Some characters were lost before the text came here, so it was not published.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What somebody chose for a draft instead of what was proposed."""

    section_id: int | None
    topic_ids: tuple[int, ...]
    new_topics: tuple[TopicProposal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A draft that is a story of the desk now.

    `held_back` says, in one line, why a story that was to be published is only kept; it is empty
    if the story is on the site, or was never meant to be yet.
    """

    article_id: int
    number: int
    slug: str
    published: bool
    held_back: str


def receive(
    draft: Draft,
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    publish: bool,
    choice: Choice | None = None,
) -> Received:
    """Keep a draft as a story of the desk, with its provenance, and publish it if asked.

    Without a choice the proposed section and the known topics are taken; a story for which no
    section is proposed waits in the desk's tray. Nothing that may not go live is ever lost: the
    draft is kept and `held_back` says why.
    """
    suggested = suggest(draft)
    choice = choice or Choice(
        section_id=suggested.section.section.id if suggested.section else None,
        topic_ids=suggested.known_topic_ids,
    )
    with transaction.atomic():
        filed = file_story(_story(draft, choice, by))
        _keep_provenance(draft, suggested, filed, by, at)
    held_back = _publish(draft, filed, by) if publish else ""
    return Received(
        article_id=filed.article_id,
        number=filed.number,
        slug=filed.slug,
        published=publish and not held_back,
        held_back=held_back,
    )


@transaction.atomic
def keep_pasted(raw: bytes, *, file_name: str, by: AbstractBaseUser, at: datetime) -> Pasted:
    """Keep what somebody pasted until a draft is made of it; their older pages are thrown away."""
    Pasted.objects.filter(by_id=by.pk).delete()
    return Pasted.objects.create(raw=raw, file_name=file_name[:255], by_id=by.pk, pasted_at=at)


@transaction.atomic
def put_lines_back(
    provenance: Provenance, chosen: Collection[int], *, by: AbstractBaseUser | None
) -> int:
    """Put chosen lines that were taken out into the newest revision of their story.

    Each comes to the place where it stood, or to the end if the story has become shorter. Returns
    how many were put back; a line that is back already is not put in twice.
    """
    article: ArticlePage = provenance.article.get_latest_revision_as_object()
    blocks = list(article.body.raw_data)
    removed = provenance.removed
    back = [i for i in sorted(chosen) if i < len(removed) and not removed[i].get("back")]
    for added, i in enumerate(back):
        place = min(removed[i]["before_block"] + added, len(blocks))
        blocks.insert(place, dict(paragraph(removed[i]["text"])))
        removed[i]["back"] = True
    if back:
        article.body = json.dumps(blocks, ensure_ascii=False)
        article.save_revision(user=by)
        provenance.save(update_fields=["removed"])
    return len(back)


def _story(draft: Draft, choice: Choice, by: AbstractBaseUser | None) -> StoryDraft:
    author_ids, guests = _byline(draft.byline)
    return StoryDraft(
        headline=_headline(draft),
        standfirst=draft.standfirst,
        body=body_of(draft.body, headline=draft.headline, find_story=_story_page),
        dateline=draft.dateline,
        section_id=choice.section_id,
        author_ids=author_ids,
        guests=guests,
        topic_ids=(*choice.topic_ids, *(_make_topic(topic) for topic in choice.new_topics)),
        source_name=draft.source.name[:MOST_NAME],
        source_credit=draft.source.credit[:MOST_CREDIT],
        source_url=draft.source.url,
        by=by,
    )


def _headline(draft: Draft) -> str:
    """Return the headline, or a working one for the tray: the first words of the story."""
    first = draft.text_blocks[0].text if draft.text_blocks else ""
    working = ellipsis(first, WORKING_HEADLINE) or gettext("Pasted story without a headline")
    return cut(draft.headline or working, MOST_HEADLINE)[:MOST_HEADLINE]


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
    staff = {fold(author.name): author.pk for author in Author.objects.order_by("-pk")}
    ids = tuple(staff[fold(name)] for name in names if fold(name) in staff)
    return ids, tuple(name[:MOST_NAME] for name in names if fold(name) not in staff)


def _make_topic(proposal: TopicProposal) -> int:
    known = Topic.objects.filter(name=proposal.name).first()
    if known is not None:
        return known.pk
    topic = Topic(name=proposal.name, kind=proposal.kind, aliases="\n".join(proposal.aliases))
    topic.clean()
    if Topic.objects.filter(slug=topic.slug).exists():
        topic.slug = f"{topic.slug[:60]}-{Topic.objects.count() + 1}"
    topic.full_clean()
    topic.save()
    return topic.pk


def _keep_provenance(
    draft: Draft, suggested: Suggestions, filed: Filed, by: AbstractBaseUser | None, at: datetime
) -> None:
    # A picture is no block of the story, so places are counted in the blocks that were filed.
    places = filed_places(draft.body)
    Provenance.objects.create(
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
        pictures=[asdict(block) for block in draft.body if isinstance(block, DraftImageRef)],
        topics=[asdict(topic) for topic in suggested.topics],
        received_at=at,
        received_by_id=by.pk if by is not None else None,
    )


def _publish(draft: Draft, filed: Filed, by: AbstractBaseUser | None) -> str:
    """Publish a filed story; return why it was only kept, or nothing."""
    for lacking, reason in (
        (not draft.headline, _NO_HEADLINE),
        (not draft.text_blocks, _NO_TEXT),
        (draft.damaged, _DAMAGED),
    ):
        if lacking:
            return gettext(reason)
    try:
        publish(Publish(article_id=filed.article_id, by=by))
    except DeskRefused as refusal:
        return str(refusal)
    return ""
