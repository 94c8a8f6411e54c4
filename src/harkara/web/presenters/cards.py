"""Cards and pictures as templates show them."""

from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from harkara.newsroom.records import Card, Picture, SectionRef
from harkara.web.addresses import media
from harkara.web.presenters.times import Moment, moment

# The classes of `tokens.css`. A colour that has none there is shown as the plainest.
COLOURS = ("indigo", "teal", "olive", "ochre", "rust", "maroon", "plum", "slate")
PLAIN = "slate"
USUAL_WIDTH = 800
KINDS = {
    "opinion": gettext_noop("Opinion"),
    "report": gettext_noop("Report"),
    "gallery": gettext_noop("Pictures"),
    "video": gettext_noop("Video"),
    "explainer": gettext_noop("Explained"),
    "interview": gettext_noop("Interview"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """A picture with everything an `img` needs to keep its place before it arrives."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A section's name as a link in its colour."""

    name: str
    path: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A story as others show it. `label` is what kind of story it is, empty for plain news."""

    path: str
    headline: str
    standfirst: str
    label: str
    kind: str
    section: Label
    published: Moment
    picture: PictureView | None


def picture(of: Picture | None) -> PictureView | None:
    """Return the values of one `img`; its plain source is the size most phones need."""
    if of is None or not of.renditions:
        return None
    largest = of.renditions[-1]
    fitting = [one for one in of.renditions if one.width <= USUAL_WIDTH]
    usual = fitting[-1] if fitting else of.renditions[0]
    return PictureView(
        src=media(usual),
        srcset=", ".join(f"{media(one)} {one.width}w" for one in of.renditions),
        width=largest.width,
        height=largest.height,
        alt=of.alt,
        caption=of.caption,
        credit=of.credit,
    )


def label(section: SectionRef) -> Label:
    """Return a section as a label."""
    colour = section.colour if section.colour in COLOURS else PLAIN
    return Label(name=section.name, path=section.path, colour=colour)


def kind_label(kind: str) -> str:
    """Return what a reader should know about a story before opening it; nothing for news."""
    name = KINDS.get(kind)
    return gettext(name) if name else ""


def card(of: Card) -> CardView:
    """Return one card."""
    return CardView(
        path=of.path,
        headline=of.headline,
        standfirst=of.standfirst,
        label=kind_label(of.kind),
        kind=of.kind,
        section=label(of.section),
        published=moment(of.published_at),
        picture=picture(of.picture),
    )


def cards(of: tuple[Card, ...]) -> tuple[CardView, ...]:
    """Return several cards in their order."""
    return tuple(card(one) for one in of)
