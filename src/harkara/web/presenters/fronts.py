"""The front page: what the desk placed on top, then a block for each section."""

from dataclasses import dataclass

from harkara.newsroom.records import Breaking, Card, Front, Site
from harkara.web import jsonld
from harkara.web.presenters.breaking import breaking
from harkara.web.presenters.cards import CardView, Label, card, cards, label
from harkara.web.presenters.frame import Frame, Page, feed_links, frame
from harkara.web.presenters.times import edition


@dataclass(frozen=True, slots=True)
class BlockView:
    """A section's block; never without a card."""

    section: Label
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """All that the front's template asks for."""

    lead: CardView | None
    seconds: tuple[CardView, ...]
    latest: tuple[CardView, ...]
    blocks: tuple[BlockView, ...]


def front(of: Front) -> FrontView:
    """Return the matter of the front page; a section without stories has no block."""
    return FrontView(
        lead=card(of.lead) if of.lead else None,
        seconds=cards(of.seconds),
        latest=cards(of.latest),
        blocks=tuple(
            BlockView(label(block.section), cards(block.cards))
            for block in of.blocks
            if block.cards
        ),
    )


def front_frame(site: Site, of: Front, line: Breaking | None = None) -> Frame:
    """Return the frame of the front page; the edition is dated by its newest story."""
    shown = _all(of)
    newest = max((one.published_at for one in shown), default=None)
    return frame(
        site,
        Page(
            title=f"{site.name}: {site.tagline}" if site.tagline else site.name,
            description=site.tagline,
            path="/",
            feeds=feed_links("/", site.name),
            data=(jsonld.script(jsonld.paper(site)), jsonld.script(jsonld.website(site))),
            edition=edition(newest) if newest else None,
            breaking=breaking(line),
        ),
    )


def _all(of: Front) -> tuple[Card, ...]:
    lead = (of.lead,) if of.lead else ()
    blocks = tuple(card for block in of.blocks for card in block.cards)
    return (*lead, *of.seconds, *of.latest, *blocks)
