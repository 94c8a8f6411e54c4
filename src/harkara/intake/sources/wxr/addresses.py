"""Addresses: all the paths under which an item could be reached."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from harkara.intake.sources.wxr.items import Item
from harkara.newsroom.addresses import as_asked_for, old_id_path

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)


def old_paths(item: Item, foreign_id: str) -> tuple[str, ...]:
    """Return the paths of an item: its permalink, its earlier one, and that by its id.

    Of a scheduled post WordPress tells no permalink: it has those that it may have one day.
    """
    return tuple(dict.fromkeys(_paths(item, foreign_id)))


def _paths(item: Item, foreign_id: str) -> Iterator[str]:
    path = path_of(item["link"])
    if path not in ("", "/"):
        yield path
        earlier = as_asked_for(item.meta.get("_wp_old_slug", ""))
        slug = as_asked_for(item["post_name"]) if earlier else ""
        if slug and path.rstrip("/").endswith(f"/{slug}"):
            yield path.rstrip("/").removesuffix(slug) + earlier
    elif item["status"] == "future":
        yield from _to_come(as_asked_for(item["post_name"]), item["post_date"])
    if foreign_id.isdecimal():
        yield old_id_path(foreign_id)


def _to_come(slug: str, local_date: str) -> Iterator[str]:
    """Give the addresses of a post in WordPress's usual forms: by words, month and day."""
    if not slug:
        return
    yield f"/{slug}"
    dated = _DAY.match(local_date)
    if dated:
        year, month, day = dated.groups()
        yield from (f"/{year}/{month}/{slug}", f"/{year}/{month}/{day}/{slug}")


def path_of(address: str) -> str:
    """Return the path of a whole address, without its query, as a request for it has it."""
    try:
        return as_asked_for(urlsplit(address.strip()).path)
    except ValueError:
        return ""
