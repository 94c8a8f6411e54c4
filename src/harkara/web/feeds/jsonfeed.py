"""JSON Feed 1.1, with the whole text."""

import json
from html import escape
from typing import Any

from harkara.web.feeds.channel import Channel, Item


def json_feed(channel: Channel) -> bytes:
    """Return the feed as JSON Feed."""
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.description,
        "language": channel.language,
        "home_page_url": channel.home,
        "feed_url": channel.address,
        "icon": channel.icon,
        "authors": [{"name": channel.publisher}],
        "items": [_item(item) for item in channel.items],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _item(item: Item) -> dict[str, Any]:
    made = {
        "id": item.id,
        "url": item.address,
        "external_url": item.source[1] if item.source else "",
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html or f"<p>{escape(item.title)}</p>",
        "image": item.image.address if item.image else "",
        "date_published": item.published_at.isoformat(),
        "date_modified": item.updated_at.isoformat(),
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.categories),
    }
    return {key: value for key, value in made.items() if value}
