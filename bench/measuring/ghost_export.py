"""Exports of a Ghost site to measure on: made up like `bench.measuring.exports`, of any size.

They have what Ghost's own JSON has: posts as HTML with addresses of the site left out, their tags
and authors in tables of their own behind them, internal tags, references to other posts.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from bench.archiving import vocabulary_table as given
from bench.archiving.telling import PLACES, Teller
from bench.measuring.exports import (
    ACCOUNTS,
    CATEGORIES,
    SEED,
    headline_of,
    paragraphs,
    published,
)

TAGS = [name for name in CATEGORIES.values() if name != "Uncategorized"] + [*PLACES, *given.THINGS]
INTERNAL = "#hafta"
_SECTIONS = len(CATEGORIES) - 1

Row = dict[str, object]


def write_ghost(path: Path, stories: int) -> None:
    """Write an export of so many posts."""
    from harkara.demo.stories import read

    random = Random(SEED)
    teller = Teller(read(), random)
    numbers = range(1, stories + 1)
    tables: dict[str, Callable[[], Iterator[Row]]] = {
        "settings": lambda: iter([{"key": "title", "value": "खबर"}]),
        "users": lambda: (
            {"id": f"u{at}", "name": name, "slug": slug}
            for at, (slug, name) in enumerate(ACCOUNTS.items())
        ),
        "tags": lambda: (
            {"id": f"t{at}", "name": name, "slug": f"tag-{at}"}
            for at, name in enumerate([*TAGS, INTERNAL])
        ),
        "posts": lambda: (_post(number, stories, teller, random) for number in numbers),
        "posts_tags": lambda: (row for number in numbers for row in _tagged(number, random)),
        "posts_authors": lambda: (
            {"post_id": f"p{number}", "author_id": f"u{number % len(ACCOUNTS)}", "sort_order": 0}
            for number in numbers
        ),
    }
    with path.open("w", encoding="utf-8") as file:
        file.write('{"db": [{"meta": {"version": "5.82.0"}, "data": {')
        for at, (name, rows) in enumerate(tables.items()):
            file.write(f'{", " if at else ""}"{name}": [')
            for place, row in enumerate(rows()):
                file.write(("," if place else "") + json.dumps(row, ensure_ascii=False))
            file.write("]")
        file.write("}}]}")


def _post(number: int, stories: int, teller: Teller, random: Random) -> Row:
    at = published(number).isoformat().replace("+00:00", ".000Z")
    parts = paragraphs(stories, teller, random, _reference)
    return {
        "id": f"p{number}",
        "title": headline_of(number),
        "slug": f"khabar-{number}",
        "status": "published",
        "visibility": "public",
        "type": "post",
        "custom_excerpt": teller.tell().standfirst,
        "html": "".join(f"<p>{part}</p>" for part in parts),
        "published_at": at,
        "updated_at": at,
    }


def _reference(other: int) -> str:
    return f'ये भी पढ़ें: <a href="__GHOST_URL__/khabar-{other}/">{headline_of(other)}</a>'


def _tagged(number: int, random: Random) -> Iterator[Row]:
    tags = [random.randrange(_SECTIONS), random.randrange(_SECTIONS, len(TAGS)), len(TAGS)]
    for order, tag in enumerate(tags):
        yield {"post_id": f"p{number}", "tag_id": f"t{tag}", "sort_order": order}
