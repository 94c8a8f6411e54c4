"""What pages tell machines about themselves, in the words of schema.org."""

import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from harkara.audience.comments.records import Conversation
from harkara.newsroom.addresses import CORRECTIONS
from harkara.newsroom.records import Author, Byline, Correction, Picture, Site, Story, Topic
from harkara.web import assets
from harkara.web.addresses import absolute, media
from harkara.web.presenters.frame import Crumb
from harkara.web.presenters.times import local

Data = dict[str, Any]

COMMENTS_TOLD = 10

TOPIC_TYPES = {
    "person": "Person",
    "place": "Place",
    "organisation": "Organization",
    "event": "Event",
}

# Inside a script element only these can end the data or start something else.
UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def script(data: Data) -> Markup:
    """Return the data as text that is safe inside a script element; empty values are left out."""
    filled = {key: value for key, value in data.items() if value not in ("", None, [], ())}
    text = json.dumps(filled, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(UNSAFE))  # noqa: S704 (nothing in it can end the element)


def paper(site: Site) -> Data:
    """Return the paper as a news organisation."""
    return {
        "@context": "https://schema.org",
        "@type": "NewsMediaOrganization",
        "@id": absolute("/#paper"),
        "name": site.name,
        "legalName": site.publisher or site.name,
        "slogan": site.tagline,
        "url": absolute("/"),
        "logo": _logo(),
        "email": site.email,
        "address": site.address,
        "correctionsPolicy": absolute(f"/{CORRECTIONS}/"),
    }


def website(site: Site) -> Data:
    """Return the site that the paper publishes."""
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": absolute("/#site"),
        "name": site.name,
        "url": absolute("/"),
        "inLanguage": site.language,
        "publisher": {"@id": absolute("/#paper")},
    }


def article(site: Site, story: Story) -> Data:
    """Return a story as a news article."""
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": absolute(story.path) + "#story",
        "headline": story.headline,
        "description": story.standfirst,
        "url": absolute(story.path),
        "mainEntityOfPage": {"@type": "WebPage", "@id": absolute(story.path)},
        "datePublished": local(story.published_at).isoformat(),
        "dateModified": local(max(story.updated_at, story.published_at)).isoformat(),
        "author": [_person(byline) for byline in story.bylines] or [_publisher(site)],
        "publisher": _publisher(site),
        "image": _images(story),
        "articleSection": story.section.name,
        "inLanguage": site.language,
        "isAccessibleForFree": True,
        "wordCount": story.word_count,
        "keywords": [topic.name for topic in story.topics],
        "dateline": story.dateline,
        "correction": [_correction(one) for one in story.corrections],
        "isBasedOn": story.source.url if story.source else "",
    }


def comments(story: Story, talk: Conversation | None) -> Data:
    """Return what readers say of a story: how much, and the first of it."""
    if talk is None or not talk.count:
        return {}
    said = [one for one in talk.said if not one.is_gone]
    return {
        "commentCount": talk.count,
        "comment": [
            {
                "@type": "Comment",
                "url": f"{absolute(story.path)}#tippani-{one.id}",
                "author": {"@type": "Person", "name": one.name},
                "dateCreated": local(one.written_at).isoformat(),
                "text": one.text,
            }
            for one in said[:COMMENTS_TOLD]
        ],
    }


def breadcrumbs(crumbs: Sequence[Crumb]) -> Data:
    """Return the way from the front to a page."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.name,
                "item": absolute(crumb.path),
            }
            for position, crumb in enumerate(crumbs, start=1)
        ],
    }


def profile(site: Site, author: Author) -> Data:
    """Return an author's page."""
    person: Data = {
        "@type": "Person",
        "name": author.name,
        "url": absolute(author.path),
        "worksFor": {"@type": "NewsMediaOrganization", "name": site.name, "url": absolute("/")},
    }
    if author.role:
        person["jobTitle"] = author.role
    if author.bio:
        person["description"] = author.bio
    if author.picture and author.picture.renditions:
        person["image"] = _largest(author.picture)
    return {"@context": "https://schema.org", "@type": "ProfilePage", "mainEntity": person}


def subject(site: Site, topic: Topic) -> Data:
    """Return a topic's page, and what in the world it is about."""
    about: Data = {"@type": TOPIC_TYPES.get(topic.kind, "Thing"), "name": topic.name}
    if topic.aliases:
        about["alternateName"] = list(topic.aliases)
    if topic.description:
        about["description"] = topic.description
    return {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": topic.name,
        "url": absolute(topic.path),
        "inLanguage": site.language,
        "about": about,
    }


def _person(byline: Byline) -> Data:
    person: Data = {"@type": "Person", "name": byline.name}
    if byline.path:
        person["url"] = absolute(byline.path)
    return person


def _publisher(site: Site) -> Data:
    return {
        "@type": "NewsMediaOrganization",
        "@id": absolute("/#paper"),
        "name": site.name,
        "url": absolute("/"),
        "logo": _logo(),
    }


def _logo() -> Data:
    return {
        "@type": "ImageObject",
        "url": absolute(assets.address("icon.png")),
        "width": 512,
        "height": 512,
    }


def _images(story: Story) -> list[str]:
    share = [absolute(media(story.share_picture))] if story.share_picture else []
    lead = [_largest(story.picture)] if story.picture and story.picture.renditions else []
    return share + lead


def _largest(picture: Picture) -> str:
    return absolute(media(picture.renditions[-1]))


def _correction(correction: Correction) -> Data:
    return {
        "@type": "CorrectionComment",
        "text": correction.text,
        "datePublished": local(correction.corrected_at).isoformat(),
    }
