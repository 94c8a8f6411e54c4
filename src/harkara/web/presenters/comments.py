"""What readers say of a story, as its pages show it, and the forms for saying something."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from harkara.audience.comments.addresses import (
    NOTICE,
    form_path,
    reply_path,
    report_path,
    sheet_path,
)
from harkara.audience.comments.queries.readers import Answered, Own
from harkara.audience.comments.records import Conversation, Said
from harkara.audience.visitors.tokens import stamp
from harkara.newsroom.records import Card, Site
from harkara.web.presenters.frame import Frame, Page, frame, trail
from harkara.web.presenters.times import Moment, moment

PURPOSE = "comment"
COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidView:
    """One comment; `reply` is empty where no answer is taken."""

    anchor: str
    name: str
    text: str
    written: Moment
    edited: bool
    to: str
    is_gone: bool
    reply: str
    report: str
    replies: "tuple[SaidView, ...]"


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A sheet of the comments; the one that is shown has no address."""

    words: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SayForm:
    """A form for a comment. `once` is empty on a pressed page, where `stamp` stands for it."""

    action: str = ""
    stamp: str = ""
    once: str = ""
    parent: str = ""
    name: str = ""
    text: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkView:
    """All that the part below a story asks for. `form` is None where comments are closed."""

    heading: str
    said: tuple[SaidView, ...]
    sheets: tuple[SheetLink, ...]
    form: SayForm | None
    notice: str


def talk(of: Conversation, story_path: str) -> TalkView:
    """Return the comments on a page, with the form for another one."""
    return TalkView(
        heading=heading(of.count),
        said=tuple(_said(one, of) for one in of.said),
        sheets=_sheets(of, story_path),
        form=say_form(of.number) if of.is_open else None,
        notice=NOTICE,
    )


def heading(count: int) -> str:
    """Return how many comments there are, in words; an invitation where there is none."""
    if not count:
        return gettext("Comments")
    return ngettext("%(count)s comment", "%(count)s comments", count) % {"count": count}


def say_form(number: int) -> SayForm:
    """Return the form for a comment on a pressed page."""
    return SayForm(action=form_path(number), stamp=stamp(PURPOSE, str(number)))


def sheet_frame(site: Site, card: Card, of: Conversation) -> Frame:
    """Return the frame of one of the further sheets of comments."""
    title = gettext("Comments on “%(headline)s”, page %(page)s") % {
        "headline": card.headline,
        "page": of.sheet,
    }
    path = sheet_path(of.number, of.sheet)
    crumbs = trail((card.section.name, card.section.path), (card.headline, card.path))
    return frame(site, Page(title=title, description="", path=path, crumbs=crumbs))


def door_frame(site: Site, title: str, path: str) -> Frame:
    """Return the frame of a page made for one reader; search engines leave it out."""
    return frame(site, Page(title=title, description="", path=path, indexed=False))


def notice_frame(site: Site) -> Frame:
    """Return the frame of the page that says what is kept of a reader who writes."""
    title = gettext("Comments: rules and privacy")
    crumbs = trail((title, NOTICE))
    return frame(site, Page(title=title, description="", path=NOTICE, crumbs=crumbs))


def own_said(of: Own) -> str:
    """Return what becomes of a reader's comment, in a sentence."""
    return {
        "accepted": gettext("Your comment is on the page."),
        "waiting": gettext("Thank you. Your comment waits for the desk."),
        "spam": gettext("Thank you. Your comment waits for the desk."),
        "rejected": gettext("The desk has not taken this comment."),
    }[of.status]


def quoted(of: Answered) -> SaidView:
    """Return a comment that somebody answers or complains of, as a form shows it."""
    return SaidView(
        anchor="",
        name=of.name,
        text=of.text,
        written=moment(of.written_at),
        edited=False,
        to="",
        is_gone=False,
        reply="",
        report="",
        replies=(),
    )


def _said(one: Said, of: Conversation) -> SaidView:
    return SaidView(
        anchor=f"tippani-{one.id}",
        name=one.name,
        text=one.text,
        written=moment(one.written_at),
        edited=one.edited,
        to=one.to,
        is_gone=one.is_gone,
        reply=reply_path(of.number, one.id) if of.is_open and not one.is_gone else "",
        report="" if one.is_gone else report_path(one.id),
        replies=tuple(_said(answer, of) for answer in one.replies),
    )


def _sheets(of: Conversation, story_path: str) -> tuple[SheetLink, ...]:
    if of.sheets < 2:
        return ()
    return tuple(
        SheetLink(
            str(sheet),
            ""
            if sheet == of.sheet
            else f"{story_path}#tippani"
            if sheet == 1
            else f"{sheet_path(of.number, sheet)}#tippani",
        )
        for sheet in range(1, of.sheets + 1)
    )
