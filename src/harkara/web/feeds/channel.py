"""A feed before it takes a form: plain values that RSS, Atom and JSON Feed are written from."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from harkara.newsroom.records import Site, Story
from harkara.press.recorder import once
from harkara.web.addresses import absolute, media, permanent
from harkara.web.clean import travelling
from harkara.web.jinja import render
from harkara.web.presenters.blocks import Part, part
from harkara.web.presenters.cards import picture
from harkara.web.presenters.times import local

# What XML 1.0 has no way to say.
UNSAYABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A story's picture as an enclosure."""

    address: str
    type: str
    width: int
    height: int
    text: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One story, whole; `id` outlives every change of its headline and section."""

    id: str
    address: str
    title: str
    summary: str
    html: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    published_at: datetime
    updated_at: datetime
    image: Image | None
    source: tuple[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A feed: whose it is, where its page stands, and its stories, newest first."""

    title: str
    description: str
    language: str
    home: str
    address: str
    publisher: str
    icon: str
    items: tuple[Item, ...]

    @property
    def updated_at(self) -> datetime | None:
        """When the newest change in the feed was made; None for a feed without stories."""
        return max((item.updated_at for item in self.items), default=None)


def channel(
    site: Site, *, name: str, description: str, path: str, file: str, icon: str,
    stories: tuple[Story, ...],
) -> Channel:  # fmt: skip
    """Return the feed called `file` of the page at `path`; `name` is empty for the whole site."""
    return Channel(
        title=sayable(f"{name} – {site.name}" if name else site.name),
        description=sayable(description or site.tagline or site.name),
        language=site.language,
        home=absolute(path),
        address=absolute(f"{path}{file}"),
        publisher=sayable(site.publisher or site.name),
        icon=absolute(icon),
        items=tuple(item(story) for story in stories),
    )


def item(story: Story) -> Item:
    """Return one story as a feed carries it."""
    return Item(
        id=permanent(story.number),
        address=absolute(story.path),
        title=sayable(story.headline),
        summary=sayable(story.standfirst),
        # The three forms of a feed, and feeds that share a story, carry the same text of it.
        html=once(("feed text", story.number), lambda: sayable(body_html(story))),
        authors=tuple(sayable(byline.name) for byline in story.bylines),
        categories=tuple(
            sayable(name) for name in (story.section.name, *(one.name for one in story.topics))
        ),
        published_at=local(story.published_at),
        updated_at=local(max(story.updated_at, story.published_at)),
        image=_image(story),
        source=(sayable(story.source.name), absolute(story.source.url))
        if story.source and story.source.url
        else None,
    )


def body_html(story: Story) -> str:
    """Return the whole story as HTML that also works far from this site's style."""
    parts = [_caption(story), *(part(block) for block in story.body)]
    context = {
        "parts": [one for one in parts if one],
        "corrections": story.corrections,
        "corrections_heading": gettext("Corrections"),
        "source": story.source,
    }
    return travelling(render("feeds/body.html", context))


def sayable(text: str) -> str:
    """Return the text without the characters that XML cannot hold."""
    return UNSAYABLE.sub("", text)


def _caption(story: Story) -> Part | None:
    lead = picture(story.picture)
    return Part("picture", lead) if lead else None


def _image(story: Story) -> Image | None:
    shown = story.share_picture
    if shown is None and story.picture and story.picture.renditions:
        shown = story.picture.renditions[-1]
    if shown is None:
        return None
    words = story.picture
    return Image(
        address=absolute(media(shown)),
        type=TYPES.get(shown.url.rpartition(".")[2].lower(), "image/jpeg"),
        width=shown.width,
        height=shown.height,
        text=sayable(words.alt) if words else "",
        credit=sayable(words.credit) if words else "",
    )


TYPES = {"webp": "image/webp", "avif": "image/avif", "png": "image/png", "gif": "image/gif"}
