"""Polls as readers' pages show them: a form while they are open, then the result."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext, ngettext

from harkara.audience.polls.addresses import INDEX, poll_path, sheet_path, token_path
from harkara.audience.polls.records import Option, Shown, Stage
from harkara.newsroom.records import Site
from harkara.text.numbers import grouped
from harkara.web.presenters.frame import Frame, Page, frame, trail
from harkara.web.presenters.times import Moment, moment

TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """An answer; `votes`, `share` and `width` (per cent of the bar) are empty in a form."""

    place: int
    words: str
    votes: str = ""
    share: str = ""
    width: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PollView:
    """All that the part of a poll asks for. Votes are shown where `counted` is not empty."""

    id: str
    path: str
    list: str
    token: str
    question: str
    is_open: bool
    is_planned: bool
    opens: Moment
    closes: Moment
    options: tuple[OptionView, ...]
    counted: str
    aside: str


@dataclass(frozen=True, slots=True)
class PollLine:
    """A poll in the list of all."""

    path: str
    question: str
    said: str
    closes: Moment


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A sheet of the list of polls."""

    words: str
    path: str


def poll(of: Shown, *, is_shown: bool = False) -> PollView:
    """Return a poll; its result is shown when it is closed, or `is_shown` to who has voted."""
    with_votes = is_shown or of.stage is Stage.CLOSED
    return PollView(
        id=f"matdan-{of.number}",
        path=poll_path(of.number),
        list=INDEX,
        token=token_path(of.number),
        question=of.question,
        is_open=of.stage is Stage.OPEN,
        is_planned=of.stage is Stage.PLANNED,
        opens=moment(of.opens_at),
        closes=moment(of.closes_at),
        options=tuple(
            _with_votes(one, of.counted)
            if with_votes
            else OptionView(place=one.place, words=one.words)
            for one in of.options
        ),
        counted=_counted(of.counted) if with_votes else "",
        aside=_aside(of) if with_votes else "",
    )


def at_most_one(of: Shown | None) -> tuple[PollView, ...]:
    """Return the polls of a page that may have one."""
    return () if of is None else (poll(of),)


def line(of: Shown) -> PollLine:
    """Return a poll for the list of all."""
    said = gettext("Vote") if of.stage is Stage.OPEN else _counted(of.counted)
    return PollLine(poll_path(of.number), of.question, said, moment(of.closes_at))


def sheet_links(sheets: int) -> tuple[SheetLink, ...]:
    """Return links to all sheets of the list, the newest first; none where one holds all."""
    if sheets < 2:
        return ()
    return tuple(SheetLink(str(one), sheet_path(one)) for one in range(sheets, 0, -1))


def poll_frame(site: Site, of: Shown) -> Frame:
    """Return the frame of a poll's own page."""
    path = poll_path(of.number)
    crumbs = trail((gettext("Polls"), INDEX), (of.question, path))
    return frame(site, Page(title=of.question, description="", path=path, crumbs=crumbs))


def result_frame(site: Site, of: Shown) -> Frame:
    """Return the frame of the page that shows how a poll stands; search engines leave it out."""
    path = poll_path(of.number)
    return frame(site, Page(title=of.question, description="", path=path, indexed=False))


def index_frame(site: Site, sheet: int = 0) -> Frame:
    """Return the frame of the list of polls, or of one of its sheets."""
    title = gettext("Polls")
    crumbs: tuple[tuple[str, str], ...] = ((title, INDEX),)
    if sheet:
        title = gettext("Polls, page %(page)s") % {"page": sheet}
        crumbs = (*crumbs, (title, sheet_path(sheet)))
    path = sheet_path(sheet) if sheet else INDEX
    return frame(site, Page(title=title, description="", path=path, crumbs=trail(*crumbs)))


def _with_votes(one: Option, all_: int) -> OptionView:
    share = _percent(one.votes, all_)
    return OptionView(
        place=one.place,
        words=one.words,
        votes=_counted(one.votes),
        share=f"{share}%",
        width=share,
    )


def _counted(votes: int) -> str:
    return ngettext("%(count)s vote", "%(count)s votes", votes) % {"count": grouped(votes)}


def _aside(of: Shown) -> str:
    """Say how many votes were set aside, and what part of all that is."""
    if not of.aside:
        return gettext("No vote was set aside.")
    said = ngettext(
        "%(count)s vote was set aside (%(share)s%% of all): it came from a network that did not "
        "behave as readers do.",
        "%(count)s votes were set aside (%(share)s%% of all): they came from networks that did not "
        "behave as readers do.",
        of.aside,
    )
    share = _percent(of.aside, of.aside + of.counted)
    return said % {"count": grouped(of.aside), "share": share}


def _percent(part: int, all_: int) -> str:
    """Return a share in per cent, to one place, without a nought at its end."""
    if not all_:
        return "0"
    share = (Decimal(100 * part) / all_).quantize(TENTH, ROUND_HALF_UP)
    return f"{share.normalize():f}"
