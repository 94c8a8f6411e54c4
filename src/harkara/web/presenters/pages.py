"""Frames of the pages that list stories, of those about the paper, and of refusals."""

from django.utils.translation import gettext

from harkara.newsroom.addresses import CORRECTIONS, LATEST, month_path
from harkara.newsroom.records import (
    Author,
    Breaking,
    InfoPage,
    MonthListing,
    Section,
    Site,
    Topic,
)
from harkara.web import jsonld
from harkara.web.presenters.breaking import breaking
from harkara.web.presenters.frame import Frame, Page, feed_links, frame, trail
from harkara.web.presenters.listings import month_heading

Head = Section | Topic | Author


def head_frame(site: Site, head: Head, line: Breaking | None = None) -> Frame:
    """Return the frame of a section's, topic's or author's page."""
    crumbs = trail((head.name, head.path))
    data = [jsonld.script(jsonld.breadcrumbs(crumbs))]
    if isinstance(head, Author):
        data.append(jsonld.script(jsonld.profile(site, head)))
    if isinstance(head, Topic):
        data.append(jsonld.script(jsonld.subject(site, head)))
    return frame(
        site,
        Page(
            title=head.name,
            description=_about(site, head),
            path=head.path,
            type="profile" if isinstance(head, Author) else "website",
            crumbs=crumbs,
            feeds=feed_links(head.path, f"{head.name} – {site.name}"),
            data=tuple(data),
            section=head.path if isinstance(head, Section) else "",
            breaking=breaking(line),
        ),
    )


def month_frame(site: Site, head: Head, of: MonthListing) -> Frame:
    """Return the frame of one month of a section, topic or author."""
    title = month_heading(head.name, of)
    path = month_path(head.path, of.month)
    crumbs = trail((head.name, head.path), (title, path))
    return frame(
        site,
        Page(
            title=title,
            description=_about(site, head),
            path=path,
            crumbs=crumbs,
            data=(jsonld.script(jsonld.breadcrumbs(crumbs)),),
            section=head.path if isinstance(head, Section) else "",
        ),
    )


def corrections_frame(site: Site) -> Frame:
    """Return the frame of the corrections log."""
    return _plain(
        site,
        gettext("Corrections"),
        f"/{CORRECTIONS}/",
        gettext("What we got wrong, and when we put it right."),
    )


def latest_frame(site: Site, line: Breaking | None) -> Frame:
    """Return the frame of the newest news of the whole paper."""
    title, path = gettext("Latest news"), f"/{LATEST}/"
    crumbs = trail((title, path))
    return frame(
        site,
        Page(
            title=title,
            description=gettext("Breaking news, and the newest stories of the whole paper."),
            path=path,
            crumbs=crumbs,
            data=(jsonld.script(jsonld.breadcrumbs(crumbs)),),
            breaking=breaking(line),
        ),
    )


def info_frame(site: Site, of: InfoPage) -> Frame:
    """Return the frame of a page about the paper."""
    return _plain(site, of.title, of.path, "")


def kept_frame(site: Site, path: str) -> Frame:
    """Return the frame of the page that lists what a browser keeps."""
    return _plain(
        site,
        gettext("Kept stories"),
        path,
        gettext("The front page and the last 20 stories you opened, without a network."),
    )


def refusal_frame(site: Site, title: str, path: str) -> Frame:
    """Return the frame of a page that says no; search engines leave it out."""
    return frame(site, Page(title=title, description="", path=path, indexed=False))


def _plain(site: Site, title: str, path: str, description: str) -> Frame:
    crumbs = trail((title, path))
    return frame(
        site,
        Page(
            title=title,
            description=description,
            path=path,
            crumbs=crumbs,
            data=(jsonld.script(jsonld.breadcrumbs(crumbs)),),
        ),
    )


def _about(site: Site, head: Head) -> str:
    own = head.bio if isinstance(head, Author) else head.description
    return own or gettext("%(name)s: all stories of %(site)s.") % {
        "name": head.name,
        "site": site.name,
    }
