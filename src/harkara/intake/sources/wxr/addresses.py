"""Addresses: all the paths under which an item could be reached."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import urlsplit

from harkara.intake.sources.wxr.items import OLD_DATE, OLD_SLUG, Item
from harkara.newsroom.addresses import as_asked_for, old_id_path

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_NOT_IN_WORDS = re.compile(r"[^a-z0-9_-]")
_DATED = re.compile(r"/\d{4}/\d\d/(?P<day>\d\d/)?", re.ASCII)


def old_paths(item: Item, foreign_id: str) -> tuple[str, ...]:
    """Return the paths of an item: its permalink, its earlier ones, and that by its id.

    WordPress keeps each slug and each day that a post had, and leads from these; of a scheduled
    post it tells no permalink: it has those that it may have one day.
    """
    return tuple(dict.fromkeys(_paths(item, foreign_id)))


def _paths(item: Item, foreign_id: str) -> Iterator[str]:
    path = path_of(item["link"])
    if path not in ("", "/"):
        yield path
        yield from _earlier(item, path)
    elif item["status"] == "future":
        yield from _to_come(as_asked_for(item["post_name"]), item["post_date"])
    if foreign_id.isdecimal():
        yield old_id_path(foreign_id)


def _earlier(item: Item, path: str) -> Iterator[str]:
    """Give the permalinks that a post had with each of its earlier slugs and days."""
    if not item.earlier:
        return
    slug = as_asked_for(item["post_name"])
    bare = path.rstrip("/")
    is_by_slug = bool(slug) and bare.endswith(f"/{slug}")
    slugs = [as_asked_for(said) for key, said in item.earlier if key == OLD_SLUG and is_by_slug]
    forms = [bare, *(bare.removesuffix(slug) + one for one in slugs if one)]
    yield from forms[1:]
    days = (_DAY.match(said) for key, said in item.earlier if key == OLD_DATE)
    for day in filter(None, days):
        on_day = partial(_on, day.groups())
        yield from (_DATED.sub(on_day, form, count=1) for form in forms)


def _on(day: Sequence[str], dated: re.Match[str]) -> str:
    year, month, number = day
    return f"/{year}/{month}/{number}/" if dated["day"] else f"/{year}/{month}/"


def _to_come(slug: str, local_date: str) -> Iterator[str]:
    """Give the addresses of a post in WordPress's usual forms: by words, month and day."""
    if not slug:
        return
    yield f"/{slug}"
    dated = _DAY.match(local_date)
    if dated:
        year, month, day = dated.groups()
        yield from (f"/{year}/{month}/{slug}", f"/{year}/{month}/{day}/{slug}")


def author_path_of(login: str) -> str:
    """Return where WordPress lists the stories of an account, "" if it cannot be said.

    Its address is the login as WordPress writes titles in addresses.

    >>> author_path_of("Mohan Lal"), author_path_of("m.lal@khabar.example"), author_path_of("मोहन")
    ('/author/mohan-lal', '/author/m-lalkhabar-example', '')
    """
    if not login.isascii():
        return ""
    words = _NOT_IN_WORDS.sub("", login.lower().replace(".", "-").replace(" ", "-"))
    words = re.sub("-+", "-", words).strip("-")
    return f"/author/{words}" if words else ""


def path_of(address: str) -> str:
    """Return the path of a whole address, without its query, as a request for it has it."""
    try:
        return as_asked_for(urlsplit(address.strip()).path)
    except ValueError:
        return ""
