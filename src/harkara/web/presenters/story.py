"""A story, whole, as its own page shows it."""

from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext, ngettext

from harkara.audience.comments.records import Conversation
from harkara.newsroom.addresses import share_card_path
from harkara.newsroom.records import Byline, Correction, Site, Source, Story, TopicRef
from harkara.text.reading_time import reading_minutes
from harkara.web import jsonld, share_card
from harkara.web.addresses import absolute, permanent, share_links
from harkara.web.presenters.blocks import Part, part
from harkara.web.presenters.cards import CardView, Label, PictureView, card, kind_label, label
from harkara.web.presenters.cards import picture as picture_view
from harkara.web.presenters.frame import Frame, Page, ShareImage, frame, trail
from harkara.web.presenters.times import Moment, local, moment

# Where in a long story the advertisement slot stands: after so many paragraphs.
AD_AFTER = 4


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction with its date in words."""

    text: str
    corrected: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """All that the story template asks for. `updated` is None until something changed."""

    number: int
    headline: str
    standfirst: str
    label: str
    kind: str
    section: Label
    bylines: tuple[Byline, ...]
    dateline: str
    published: Moment
    updated: Moment | None
    reading_time: str
    picture: PictureView | None
    parts: tuple[Part, ...]
    ad_after: int
    topics: tuple[TopicRef, ...]
    corrections: tuple[CorrectionView, ...]
    source: Source | None
    previous: CardView | None
    next: CardView | None
    short: str
    share: dict[str, str]


def story(of: Story) -> StoryView:
    """Return the matter of a story's page."""
    changed = of.updated_at.replace(second=0, microsecond=0) > of.published_at
    return StoryView(
        number=of.number,
        headline=of.headline,
        standfirst=of.standfirst,
        label=kind_label(of.kind),
        kind=of.kind,
        section=label(of.section),
        bylines=of.bylines,
        dateline=of.dateline,
        published=moment(of.published_at),
        updated=moment(of.updated_at) if changed else None,
        reading_time=reading_time(of.word_count),
        picture=picture_view(of.picture),
        parts=tuple(part(block) for block in of.body),
        ad_after=_ad_place(of),
        topics=of.topics,
        corrections=tuple(correction(one) for one in of.corrections),
        source=of.source,
        previous=card(of.previous) if of.previous else None,
        next=card(of.next) if of.next else None,
        short=permanent(of.number),
        share=share_links(of.headline, permanent(of.number)),
    )


def story_frame(site: Site, of: Story, talk: Conversation | None = None) -> Frame:
    """Return the frame of a story's page; what readers say of it is told to machines too."""
    crumbs = trail((of.section.name, of.section.path))
    return frame(
        site,
        Page(
            title=of.headline,
            description=of.standfirst,
            path=of.path,
            canonical=of.source.url if of.source else "",
            type="article",
            image=_share_image(site, of),
            crumbs=crumbs,
            data=(
                jsonld.script(jsonld.article(site, of) | jsonld.comments(of, talk)),
                jsonld.script(jsonld.breadcrumbs(crumbs)),
            ),
            properties=_properties(of),
            section=of.section.path,
        ),
    )


def correction(of: Correction) -> CorrectionView:
    """Return one correction with its date."""
    return CorrectionView(of.text, moment(of.corrected_at))


def reading_time(words: int) -> str:
    """Return how long the story takes to read, in words; nothing for a story without words."""
    if not words:
        return ""
    minutes = reading_minutes(words)
    said = ngettext("%(minutes)s minute to read", "%(minutes)s minutes to read", minutes)
    return said % {"minutes": minutes}


def kinds() -> dict[str, str]:
    """Return what each kind of topic is called."""
    return {
        "person": gettext("Person"),
        "place": gettext("Place"),
        "organisation": gettext("Organisation"),
        "event": gettext("Event"),
        "thing": gettext("Subject"),
    }


def _share_image(site: Site, of: Story) -> ShareImage:
    """Return the story's share card; its address changes with what stands on it.

    Other sites fetch a picture once and keep it, so a new headline needs a new address.
    """
    picture = of.share_picture.url if of.share_picture else ""
    said = (of.headline, of.section.name, of.section.colour, site.name, picture)
    stamp = sha256("\0".join(said).encode()).hexdigest()[:10]
    address = absolute(f"{share_card_path(of.number)}?v={stamp}")
    return ShareImage(address, share_card.WIDTH, share_card.HEIGHT, of.headline)


def _ad_place(of: Story) -> int:
    paragraphs = [place for place, block in enumerate(of.body, 1) if block.kind == "paragraph"]
    # A short story carries no advertisement in its middle: 0 is after no block at all.
    return paragraphs[AD_AFTER - 1] if len(paragraphs) > AD_AFTER else 0


def _properties(of: Story) -> tuple[tuple[str, str], ...]:
    return (
        ("article:published_time", local(of.published_at).isoformat()),
        ("article:modified_time", local(max(of.updated_at, of.published_at)).isoformat()),
        ("article:section", of.section.name),
        *(("article:author", absolute(one.path)) for one in of.bylines if one.path),
        *(("article:tag", topic.name) for topic in of.topics),
    )
