"""How long a story is."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from harkara.newsroom.records import (
    Block,
    FactBox,
    Heading,
    ListBlock,
    Paragraph,
    PullQuote,
    SocialPost,
    Table,
)
from harkara.text.tokens import words

TAG = regex.compile(r"<[^>]*>")


def count_words(headline: str, standfirst: str, body: tuple[Block, ...]) -> int:
    """Return the number of words a reader of the whole story reads."""
    texts = [headline, standfirst, *(text for block in body for text in _texts(block))]
    return sum(map(_count, texts))


# The newest stories stand in several feeds and are counted for each.
@lru_cache(maxsize=1024)
def _count(text: str) -> int:
    return len(words(TAG.sub(" ", text)))


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(html=text) | Heading(text=text) | PullQuote(text=text):
            yield text
        case SocialPost(text=text):
            yield text
        case FactBox(title=title, lines=lines):
            yield from (title, *lines)
        case ListBlock(items=items):
            yield from items
        case Table(head=head, rows=rows):
            yield from head
            for row in rows:
                yield from row
        case _:
            return
