"""Addresses: all the paths under which an item could be reached."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from harkara.intake.sources.wxr.items import Item
from harkara.newsroom.addresses import as_asked_for, old_id_path


def old_paths(item: Item, foreign_id: str) -> tuple[str, ...]:
    """Return the paths of an item: its permalink, its earlier one, and that by its id."""
    return tuple(dict.fromkeys(_paths(item, foreign_id)))


def _paths(item: Item, foreign_id: str) -> Iterator[str]:
    path = path_of(item["link"])
    if path not in ("", "/"):
        yield path
        earlier = as_asked_for(item.meta.get("_wp_old_slug", ""))
        slug = as_asked_for(item["post_name"]) if earlier else ""
        if slug and path.rstrip("/").endswith(f"/{slug}"):
            yield path.rstrip("/").removesuffix(slug) + earlier
    if foreign_id.isdecimal():
        yield old_id_path(foreign_id)


def path_of(address: str) -> str:
    """Return the path of a whole address, without its query, as a request for it has it."""
    try:
        return as_asked_for(urlsplit(address.strip()).path)
    except ValueError:
        return ""
