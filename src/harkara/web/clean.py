"""The last gate for HTML that comes from the newsroom: what is not plain prose does not pass."""

from functools import lru_cache

import nh3
from lxml import html as lxml_html
from markupsafe import Markup

from harkara.web.addresses import absolute

INLINE = {"a", "strong", "em", "b", "i", "br"}
RUNNING = INLINE | {"h2", "h3", "p", "ul", "ol", "li"}
SCHEMES = {"http", "https", "mailto", "tel"}


def inline(html: str) -> Markup:
    """Return a paragraph's inside as safe HTML."""
    return _inline(html)


def running(html: str) -> Markup:
    """Return a page's text as safe HTML."""
    return _clean(html, RUNNING)


def travelling(html: str) -> str:
    """Return HTML whose links and pictures also work on another site: all absolute, all ASCII."""
    if not html.strip():
        return ""
    whole = lxml_html.fragment_fromstring(html, create_parent="div")
    whole.rewrite_links(_whole)
    inside = lxml_html.tostring(whole, encoding="unicode")
    return str(inside).removeprefix("<div>").removesuffix("</div>").strip()


def _whole(link: str) -> str | None:
    """Return the link's whole address; None, which takes the link away, if it can have none."""
    try:
        return absolute(link)
    except ValueError:
        return None


# The newest stories stand in several feeds and are cleaned for each.
@lru_cache(maxsize=1024)
def _inline(html: str) -> Markup:
    return _clean(html, INLINE)


def _clean(html: str, tags: set[str]) -> Markup:
    safe = nh3.clean(
        html, tags=tags, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel="noopener"
    )
    return Markup(safe)  # noqa: S704 (this is the gate)
