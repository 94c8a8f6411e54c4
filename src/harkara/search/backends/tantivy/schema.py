"""Schema: what the engine keeps of a story."""

from datetime import datetime

import tantivy

from harkara.search.analysis import terms
from harkara.search.backends.scoring import FIELDS, TITLES, texts_of
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
    them, which is nearly always known, is taken apart once. `new` has the rows that were.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.new: list[str] = []

    def __missing__(self, row: str) -> str:
        """Find out."""
        if len(self) >= _MOST_KNOWN:
            self.clear()
        self[row] = found = " ".join(terms(row))
        self.new.append(row)
        return found

    def take_new(self) -> list[str]:
        """Return the rows that were met for the first time since this was last asked."""
        new, self.new = self.new, []
        return new


def kept_of(document: Document, spelled: Spelled) -> tuple[tantivy.Document, list[str]]:
    """Return what the engine keeps of a story, and what stands between the spaces of its titles."""
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
    titles: list[str] = []
    for field, texts in texts_of(document).items():
        for text in texts:
            rows = text.split()
            kept.add_text(field, " ".join(map(spelled.__getitem__, rows)))
            if field in TITLES:
                titles += rows
    return kept, titles
