"""Schema: what the engine keeps of a story."""

from datetime import datetime

import tantivy

from harkara.search.analysis import terms
from harkara.search.backends.scoring import FIELDS, texts_of
from harkara.search.documents import Document

KEY, NUMBER, PUBLISHED = "key", "number", "published"
SECTION, TOPIC, AUTHOR = "section", "topic", "author"
_MOST_KNOWN = 2**18
_SECOND = 1_000_000


def schema() -> tantivy.Schema:
    """Return the engine's schema.

    Stories are deleted by `key`: deleting by a number deletes nothing, and says nothing.
    """
    builder = tantivy.SchemaBuilder()
    for name in (KEY, SECTION, TOPIC, AUTHOR):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field(NUMBER, fast=True)
    builder.add_integer_field(PUBLISHED, fast=True, indexed=True)
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    return builder.build()


def instant(at: datetime) -> int:
    """Return a time as the engine keeps it: in millionths of a second."""
    return round(at.timestamp() * _SECOND)


class Spelled(dict[str, str]):
    """The terms of each row of characters between spaces, found out when first asked.

    No word goes over a space, so a text is taken apart at its spaces, and what stands between
    them, which is nearly always known, is taken apart once.
    """

    def __missing__(self, row: str) -> str:
        """Find out."""
        if len(self) >= _MOST_KNOWN:
            self.clear()
        self[row] = " ".join(terms(row))
        return self[row]


def kept_of(document: Document, spelled: Spelled) -> tuple[tantivy.Document, dict[str, list[str]]]:
    """Return what the engine keeps of a story, and what stands between the spaces of each field."""
    kept = tantivy.Document()
    kept.add_text(KEY, str(document.number))
    kept.add_unsigned(NUMBER, document.number)
    kept.add_integer(PUBLISHED, instant(document.published_at))
    if document.section_id is not None:
        kept.add_text(SECTION, str(document.section_id))
    for topic in document.topics:
        kept.add_text(TOPIC, str(topic.id))
    for author in document.authors:
        if author.id is not None:
            kept.add_text(AUTHOR, str(author.id))
    rows: dict[str, list[str]] = {}
    for field, texts in texts_of(document).items():
        rows[field] = []
        for text in texts:
            some = text.split()
            rows[field] += some
            kept.add_text(field, " ".join([spelled[row] for row in some]))
    return kept, rows
