"""The paper itself: its name, sections, authors, topics, information pages, corrections."""

from django.conf import settings

from harkara.newsroom import keys
from harkara.newsroom.addresses import author_path, info_path, section_path, topic_path
from harkara.newsroom.models import (
    Author,
    CorrectionNote,
    FrontPage,
    InfoPage,
    Topic,
)
from harkara.newsroom.queries.body import page_html, pages_in
from harkara.newsroom.queries.cards import (
    card_from,
    card_of_article,
    rows_of,
    section_ref,
)
from harkara.newsroom.queries.few import live_pages, live_sections
from harkara.newsroom.queries.pictures import CARD, photos, picture
from harkara.newsroom.records import Author as AuthorRecord
from harkara.newsroom.records import (
    CorrectedStory,
    Correction,
    MenuLink,
    Section,
    SectionRef,
    Site,
)
from harkara.newsroom.records import InfoPage as InfoRecord
from harkara.newsroom.records import Topic as TopicRecord
from harkara.press.recorder import once, read


class NoFrontPage(Exception):
    """The site has no front page yet: `harkara init` makes one."""


def front_page() -> FrontPage:
    """Return the live front page; raises NoFrontPage before the site is made."""
    return once("front page", _front_page)


def _front_page() -> FrontPage:
    read(keys.SITE)
    found = live_pages(FrontPage)
    if not found:
        message = "the site has no front page: run `harkara init`"
        raise NoFrontPage(message)
    return found[0]


def site() -> Site:
    """Return what every page's head and foot show."""
    return once("site", _site)


def _site() -> Site:
    front = front_page()
    read(keys.MENU)
    pages = live_pages(InfoPage)
    return Site(
        name=front.title,
        tagline=front.tagline,
        language=settings.LANGUAGE_CODE,
        publisher=front.publisher or front.title,
        email=front.email,
        address=front.address,
        sections=sections(),
        info_pages=tuple(MenuLink(title=p.title, path=info_path(p.slug)) for p in pages),
        ads_txt=front.ads_txt,
    )


def sections() -> tuple[SectionRef, ...]:
    """Return the live sections in the desk's order."""
    read(keys.MENU)
    return tuple(map(section_ref, live_sections()))


def section(slug: str) -> Section | None:
    """Return a live section, or None."""
    read(keys.MENU)
    row = next((one for one in live_sections() if one.slug == slug), None)
    if row is None:
        return None
    read(keys.section(row.pk))
    return Section(
        id=row.pk,
        name=row.title,
        path=section_path(row.slug),
        colour=row.colour,
        description=row.description,
    )


def author(slug: str) -> AuthorRecord | None:
    """Return an author, or None."""
    row = Author.objects.filter(slug=slug).first()
    if row is None:
        return None
    read(keys.author(row.pk))
    return AuthorRecord(
        id=row.pk,
        name=row.name,
        role=row.role,
        bio=row.bio,
        path=author_path(row.slug),
        picture=picture(
            photos([row.photo_id] if row.photo_id else []).get(row.photo_id or 0), CARD
        ),
    )


def topic(slug: str) -> TopicRecord | None:
    """Return a topic, or None."""
    row = Topic.objects.filter(slug=slug).first()
    if row is None:
        return None
    read(keys.topic(row.pk))
    return TopicRecord(
        id=row.pk,
        name=row.name,
        kind=row.kind,
        path=topic_path(row.slug),
        description=row.description,
        aliases=row.alias_list,
    )


def info_page(slug: str) -> InfoRecord | None:
    """Return a live page about the paper, or None."""
    row = next((one for one in live_pages(InfoPage) if one.slug == slug), None)
    if row is None:
        return None
    read(keys.info(row.pk))
    return InfoRecord(
        title=row.title,
        path=info_path(row.slug),
        html=page_html(row.body, card_of_article(pages_in(row.body))),
        updated_at=row.last_published_at or row.latest_revision_created_at,
    )


def corrections(size: int) -> tuple[CorrectedStory, ...]:
    """Return the newest `size` corrections of live stories, newest first, without pictures."""
    read(keys.CORRECTIONS)
    notes = CorrectionNote.objects.filter(article__live_story__isnull=False).order_by(
        "-corrected_at", "-pk"
    )[:size]
    found = [(note.article_id, note) for note in notes]
    rows = rows_of(articles=list(dict(found)))
    shown = {row.article_id: card_from(row, {}, pictured=False) for row in rows}
    return tuple(
        CorrectedStory(
            correction=Correction(text=note.text, corrected_at=note.corrected_at), card=shown[pk]
        )
        for pk, note in found
        if pk in shown
    )
