"""The breaking line, as fronts carry it and as other pages take it in."""

from dataclasses import dataclass

from harkara.newsroom.addresses import LATEST
from harkara.newsroom.records import Breaking
from harkara.web.presenters.times import Moment, moment


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakingView:
    """A line, where it leads, and the moment at which a browser hides it by itself."""

    id: int
    text: str
    path: str
    since: Moment
    until: str


def breaking(of: Breaking | None) -> BreakingView | None:
    """Return the line; one without a story leads to the newest news."""
    if of is None:
        return None
    return BreakingView(
        id=of.id,
        text=of.text,
        path=of.path or f"/{LATEST}/",
        since=moment(of.set_at),
        until=moment(of.expires_at).iso,
    )
