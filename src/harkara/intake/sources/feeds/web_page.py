"""Web pages that stand where a feed was looked for: what to tell whoever gave their address."""

import re
from urllib.parse import urljoin

from django.utils.translation import gettext_noop as _
from lxml import etree, html

from harkara.intake.refusals import Refused

NO_FEED = _("this is no feed: neither RSS nor Atom nor JSON Feed")
A_PAGE = _("this is a page of the web, no feed; the site's feed is mostly linked on its front page")
NAMES_IT = _("this is a page of the web, no feed; the feed that it names lies at %(url)s")
MOST_BYTES = 200_000
MOST_URL = 200
_PAGE = re.compile(rb"<(?:!doctype\s{1,9}html|html|head|body)[\s>]", re.IGNORECASE)
_KINDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")


def refusal_of(text: bytes, url: str) -> Refused:
    """Return the refusal of what is no feed: a page of the web is told from other things."""
    if not _PAGE.search(text[:4000]):
        return Refused(NO_FEED)
    found = _named(text[:MOST_BYTES], url)
    return Refused(NAMES_IT, {"url": found}) if found else Refused(A_PAGE)


def _named(text: bytes, url: str) -> str:
    """Return the address of the feed that a page names, "" if it names none."""
    try:
        page = html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return ""
    for link in page.iterfind(".//link"):
        if (link.get("type") or "").strip().lower() in _KINDS:
            try:
                found = urljoin(url, (link.get("href") or "").strip())
            except ValueError:
                continue
            if found.startswith(("http://", "https://")) and len(found) <= MOST_URL:
                return found
    return ""
