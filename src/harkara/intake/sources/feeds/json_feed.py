"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any

from django.utils.translation import gettext_noop as _

from harkara.intake.content import html_of, plain
from harkara.intake.json_text import read_json
from harkara.intake.mending import Pen
from harkara.intake.moments import iso_moment
from harkara.intake.refusals import Refused
from harkara.intake.sources.feeds.items import Feed, Item, draft_of
from harkara.intake.sources.feeds.times import moment

_NO_JSON_FEED = _("this is JSON, but no feed")


def read(raw: bytes, url: str, zone: tzinfo, most: int) -> Feed:
    """Return what a JSON Feed holds. Raises Refused if it is none."""
    try:
        said = read_json(raw)
    except (ValueError, RecursionError) as error:
        raise Refused(_("this is no feed: its JSON is broken")) from error
    items = said.get("items") if isinstance(said, dict) else None
    if not isinstance(items, list) or "jsonfeed.org/version/1" not in str(said.get("version")):
        raise Refused(_NO_JSON_FEED)
    title = plain(html_of(_text(said, "title")), Pen())
    above = _authors(said)
    entries = [_item(one, above, zone) for one in items[:most] if isinstance(one, dict)]
    site = _text(said, "home_page_url") or url
    return Feed(title=title, url=site, drafts=tuple(draft_of(one, title) for one in entries))


def _item(said: Mapping[str, Any], above: tuple[str, ...], zone: tzinfo) -> Item:
    number = said.get("id")
    return Item(
        id=str(number) if isinstance(number, str | int | float) else "",
        url=_text(said, "url") or _text(said, "external_url"),
        title=html_of(_text(said, "title")),
        summary=html_of(_text(said, "summary")),
        content=_text(said, "content_html") or html_of(_text(said, "content_text")),
        authors=_authors(said) or above,
        picture=_text(said, "image") or _text(said, "banner_image"),
        published_at=_time(_text(said, "date_published"), zone),
    )


def _authors(said: Mapping[str, Any]) -> tuple[str, ...]:
    found = said.get("authors")
    people = found if isinstance(found, list) else [said.get("author")]
    return tuple(_text(one, "name") for one in people if isinstance(one, dict))


def _text(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name)
    return value.strip() if isinstance(value, str) else ""


def _time(said: str, zone: tzinfo) -> datetime | None:
    return iso_moment(said, zone) or moment(said, None, zone)
