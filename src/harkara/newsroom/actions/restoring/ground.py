"""What the stories of another Harkara stand on: its paper, sections, photos, authors and topics.

What is here already stays as it is. Only a home without a single story takes over the paper's own
words, the order and the looks of its sections.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.core.files import File
from django.db import transaction
from wagtail.search.backends import get_search_backend

from harkara.newsroom.actions.founding import USUAL_SECTIONS, NewSection
from harkara.newsroom.addresses import RESERVED
from harkara.newsroom.models import Author, FrontPage, Photo, SectionPage, Topic
from harkara.newsroom.queries.topics import TOPIC_NAMES
from harkara.search.actions.learned import renew
from harkara.text.slug import slug

AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPaper:
    """What a paper says of itself."""

    name: str
    tagline: str
    publisher: str
    email: str
    address: str
    ads_txt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSection:
    """A section as it was."""

    slug: str
    name: str
    colour: str
    description: str
    chooses_also_read: bool
    live: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAuthor:
    """An author as they were."""

    slug: str
    name: str
    role: str
    about: str
    photo_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTopic:
    """A topic as it was; `aliases` are its other names, a line each."""

    slug: str
    name: str
    kind: str
    aliases: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPhoto:
    """A photo as it was; `focal_point` is its middle and its size in pixels."""

    title: str
    alt: str
    caption: str
    credit: str
    focal_point: tuple[int, int, int, int] | None


@transaction.atomic
def keep_paper(paper: KeptPaper) -> None:
    """Let a home without stories say of itself what the paper said."""
    front = FrontPage.objects.get()
    front.title = front.draft_title = paper.name[:255] or front.title
    front.tagline, front.publisher = paper.tagline[:160], paper.publisher[:160]
    front.email, front.address, front.ads_txt = paper.email[:160], paper.address, paper.ads_txt
    front.save_revision().publish()


@transaction.atomic
def keep_sections(sections: Sequence[KeptSection], *, whole: bool) -> dict[str, int]:
    """Open the sections that are not here and return all by their addresses.

    In a home without stories (`whole`) those that are here become what they were and all stand in
    their order; of the usual sections with which a home is founded, those the paper had not go.
    """
    here = {one.slug: one for one in SectionPage.objects.order_by("path")}
    if whole:
        _take_away_usual({one.slug for one in sections}, here)
    for kept in sections:
        if kept.slug not in here and slug(kept.slug) == kept.slug and kept.slug not in RESERVED:
            here[kept.slug] = _opened(kept)
        elif whole and kept.slug in here:
            _become(here[kept.slug], kept)
    if whole:
        _set_in_order([here[one.slug] for one in sections if one.slug in here])
    return {words: int(one.pk) for words, one in here.items()}


def _take_away_usual(wanted: set[str], here: dict[str, SectionPage]) -> None:
    for usual in USUAL_SECTIONS:
        one = here.get(usual.slug)
        if one is None or usual.slug in wanted or one.numchild or one.latest_revision_id:
            continue
        found = NewSection(
            name=one.title, slug=one.slug, colour=one.colour, description=one.description
        )
        if found == usual:
            here.pop(usual.slug).delete()


def _opened(kept: KeptSection) -> SectionPage:
    front = FrontPage.objects.get()
    made: SectionPage = front.add_child(instance=SectionPage(slug=kept.slug, **_looks(kept)))
    return made


def _looks(kept: KeptSection) -> dict[str, object]:
    colours = SectionPage.Colour.values
    return {
        "title": kept.name[:255] or kept.slug,
        "draft_title": kept.name[:255] or kept.slug,
        "colour": kept.colour if kept.colour in colours else SectionPage.Colour.SLATE,
        "description": kept.description[:300],
        "chooses_also_read": kept.chooses_also_read,
        "live": kept.live,
    }


def _become(section: SectionPage, kept: KeptSection) -> None:
    for name, value in _looks(kept).items():
        setattr(section, name, value)
    section.save()


def _set_in_order(sections: Sequence[SectionPage]) -> None:
    wanted = [one.pk for one in sections]
    now = SectionPage.objects.filter(pk__in=wanted).order_by("path").values_list("pk", flat=True)
    if list(now) == wanted:
        return
    for one in sections:
        front = FrontPage.objects.get()
        SectionPage.objects.get(pk=one.pk).move(front, pos="last-child")


@transaction.atomic
def keep_authors(authors: Sequence[KeptAuthor]) -> dict[str, int]:
    """Keep the authors that are not here and return theirs by their addresses."""
    wanted = [one.slug for one in authors]
    here = dict(Author.objects.filter(slug__in=wanted).order_by("pk").values_list("slug", "pk"))
    for kept in authors:
        if kept.slug not in here and kept.name:
            author = Author(
                slug=kept.slug[:80],
                name=kept.name[:120],
                role=kept.role[:120],
                bio=kept.about,
                photo_id=kept.photo_id,
            )
            author.save()
            here[kept.slug] = author.pk
    return here


@transaction.atomic
def keep_topics(topics: Sequence[KeptTopic]) -> dict[str, int]:
    """Keep the topics that are not here, by address or by name; return theirs by their addresses.

    At most 500 at a time.
    """
    slugs, names = [one.slug for one in topics], [one.name for one in topics]
    here = dict(Topic.objects.filter(slug__in=slugs).order_by("pk").values_list("slug", "pk"))
    named = dict(Topic.objects.filter(name__in=names).order_by("pk").values_list("name", "pk"))
    new = [
        Topic(
            slug=one.slug[:80],
            name=one.name[:120],
            kind=one.kind if one.kind in Topic.Kind.values else Topic.Kind.THING,
            aliases=one.aliases,
            description=one.description,
        )
        for one in topics
        if one.name and one.slug not in here and one.name not in named
    ]
    if new:
        Topic.objects.bulk_create(new, batch_size=AT_ONCE)
        get_search_backend().get_index_for_model(Topic).add_items(Topic, new)
        renew(TOPIC_NAMES)
    here |= {one.slug: one.pk for one in new}
    return {one.slug: named[one.name] for one in topics if one.name in named} | here


def keep_photo(kept: KeptPhoto, path: Path) -> int:
    """Keep a photo with its file, and return its id."""
    x, y, width, height = kept.focal_point or (None, None, None, None)
    with transaction.atomic(), path.open("rb") as file:
        photo = Photo(
            title=kept.title[:255] or path.stem,
            alt=kept.alt[:250],
            caption=kept.caption[:300],
            credit=kept.credit[:120],
            focal_point_x=x,
            focal_point_y=y,
            focal_point_width=width,
            focal_point_height=height,
            file=File(file, name=path.name),
        )
        photo.save()
    return int(photo.pk)
