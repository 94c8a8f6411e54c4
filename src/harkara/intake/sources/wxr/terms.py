"""Terms: under which categories, tags and authors an item stands, by their keys."""

from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import unquote

from harkara.intake.sources.wxr import plugins
from harkara.intake.sources.wxr.addresses import path_of
from harkara.intake.sources.wxr.items import Category, Item


@lru_cache(maxsize=10_000)
def term_key(text: str) -> str:
    """Return the key of a category, a tag or an author, however its name is encoded."""
    return unquote(text).strip().casefold()


def author_key(one: Category) -> str:
    """Return the key of who is named as an author of a post.

    Co-Authors Plus puts `cap-` before an address, and the login stands for the name.
    """
    return term_key(one.name if one.key.startswith("cap-") and one.name else one.key)


def authors_of(item: Item) -> tuple[str, ...]:
    """Return the keys of the authors of an item, in their order."""
    found = (author_key(one) for one in item.categories if one.domain == "author")
    return tuple(dict.fromkeys(filter(None, found)))


def terms_of(item: Item, domain: str) -> tuple[str, ...]:
    """Return the keys of an item's terms of one kind: `category`, `post_tag`."""
    found = (term_key(one.key) for one in item.categories if one.domain == domain)
    return tuple(dict.fromkeys(filter(None, found)))


def sections_of(item: Item, categories: Mapping[str, str]) -> tuple[str, ...]:
    """Return the categories of a post, first the one it belongs to.

    That is the one its author said, else the last that stands in its permalink: WordPress itself
    tells them by their names.
    """
    found = terms_of(item, "category")
    if len(found) < 2:
        return found
    first = categories.get(plugins.primary_category(item.meta), "")
    if first not in found:
        parts = map(term_key, reversed(path_of(item["link"]).split("/")))
        first = next((part for part in parts if part in found), found[0])
    return tuple(dict.fromkeys((first, *found)))
