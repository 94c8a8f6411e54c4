"""Areas: what the names of an HTML element's tag, classes and id say it is."""

import re
from itertools import pairwise

from lxml import etree

from harkara.intake.line_words.area import Area

_TAGS = {
    "nav": Area.MENU,
    "amp-sidebar": Area.MENU,
    "aside": Area.WIDGET,
    "footer": Area.FOOTER,
    "form": Area.FORM,
    "button": Area.FORM,
    "select": Area.FORM,
    "dialog": Area.FORM,
    "textarea": Area.FORM,
    "label": Area.FORM,
    "amp-ad": Area.ADVERT,
    "ins": Area.NONE,
    "time": Area.STAMP,
}
_ROLES = {
    "navigation": Area.MENU,
    "menu": Area.MENU,
    "search": Area.FORM,
    "contentinfo": Area.FOOTER,
    "complementary": Area.WIDGET,
    "dialog": Area.FORM,
}
# Checked in this order: the surer and the more telling names first.
_NAMES: tuple[tuple[Area, frozenset[str]], ...] = tuple(
    (area, frozenset(names.split()))
    for area, names in (
        (Area.BREADCRUMB, "breadcrumb breadcrumbs crumb crumbs bread rankmath-breadcrumb"),
        (Area.ALSO_READ, "alsoread readalso inlinerelated"),
        (
            Area.COMMENTS,
            "comments comment commentlist respond disqus fbcomments",
        ),
        (
            Area.SHARE,
            "share sharing sharer sharedaddy social socials addtoany sharethis shares follow",
        ),
        (Area.POLL, "poll polls wppolls quiz"),
        (
            Area.PROMPT,
            "newsletter subscribe subscription subscribebox whatsapp telegram appdownload download "
            "notification push joinus channel",
        ),
        (
            Area.ADVERT,
            "ad ads adv advert adverts advertisement advertisements adsbygoogle adsense adslot "
            "adbox dfp gpt sponsor sponsored promo promotion taboola outbrain mgid banner",
        ),
        (Area.TAGS, "tags tag taglist tagcloud taglinks keywords"),
        (Area.AUTHOR, "authorbox aboutauthor bio biography"),
        (
            Area.RELATED,
            "related recommended recommendation recommendations recommend suggested morenews "
            "nextprev prevnext pagination pager jp-relatedposts yarpp",
        ),
        (
            Area.WIDGET,
            "trending popular mostread mostpopular latest widget widgets sidebar aside rail "
            "carousel slider ticker toc",
        ),
        (Area.STAMP, "byline dateline meta entrymeta postmeta posted timestamp datetime"),
        (Area.STANDFIRST, "standfirst subtitle subheadline excerpt synopsis summary dek strapline"),
        (Area.MENU, "nav navbar navigation menu submenu topbar menubar megamenu hamburger sitenav"),
        (Area.FOOTER, "footer copyright colophon foot"),
        (Area.FORM, "search login signin modal popup cookie cookies gdpr consent overlay lightbox"),
    )
)
# Two neighbouring words of a name that mean more together than apart.
_PAIRS = {
    "also-read": Area.ALSO_READ,
    "read-also": Area.ALSO_READ,
    "inline-related": Area.ALSO_READ,
    "ad-slot": Area.ADVERT,
    "comment-respond": Area.COMMENTS,
    "wp-polls": Area.POLL,
    "app-download": Area.PROMPT,
    "join-us": Area.PROMPT,
    "tag-links": Area.TAGS,
    "tag-list": Area.TAGS,
    "post-tags": Area.TAGS,
    "author-box": Area.AUTHOR,
    "author-bio": Area.AUTHOR,
    "about-author": Area.AUTHOR,
    "read-more": Area.RELATED,
    "more-news": Area.RELATED,
    "next-prev": Area.RELATED,
    "prev-next": Area.RELATED,
    "post-navigation": Area.RELATED,
    "most-read": Area.WIDGET,
    "most-popular": Area.WIDGET,
    "table-of": Area.WIDGET,
    "author-name": Area.STAMP,
    "post-author": Area.STAMP,
    "entry-meta": Area.STAMP,
    "post-meta": Area.STAMP,
    "entry-date": Area.STAMP,
    "sub-title": Area.STANDFIRST,
    "sub-headline": Area.STANDFIRST,
    "entry-summary": Area.STANDFIRST,
    "site-nav": Area.MENU,
    "sr-only": Area.HIDDEN,
    "screen-reader": Area.HIDDEN,
}
_SPLIT = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
STORY_NAMES = re.compile(
    r"\b(?:entry-content|post-content|article-?body|story-?body|articlebody|article-content|story-content"
    r"|post-body|td-post-content|news-content|single-content|wp-block-post-content)\b",
    re.IGNORECASE,
)


def area_of(element: etree._Element) -> Area:
    """Return what an element says it is, Area.NONE if it says nothing."""
    if element.get("hidden") is not None or _UNSEEN_STYLE.search(element.get("style") or ""):
        return Area.HIDDEN
    by_role = _ROLES.get((element.get("role") or "").lower())
    if by_role:
        return by_role
    named = _by_name(f"{element.get('class') or ''} {element.get('id') or ''}")
    if named is not Area.NONE:
        return named
    return _TAGS.get(str(element.tag), Area.NONE)


def _by_name(names: str) -> Area:
    for name in names.split()[:40]:
        area = _one_name(name[:80])
        if area is not Area.NONE:
            return area
    return Area.NONE


def _one_name(name: str) -> Area:
    parts = [part.lower() for part in _SPLIT.split(name) if part]
    for pair in map("-".join, pairwise(parts)):
        if pair in _PAIRS:
            return _PAIRS[pair]
    for area, known in _NAMES:
        if known.intersection(parts):
            return area
    return Area.NONE
