"""Wagtail's page search on SQLite takes Hindi words whole.

The tokenizer that its table is made with parts words at every vowel sign: मादा finds "मोदी". The
table is made anew with vowel signs, viramas and joiners as parts of words; Wagtail's triggers, which
stand on another table, go on keeping it. PostgreSQL has no such table and needs no mending.
"""

from django.db import migrations

ENTRIES = "wagtailsearch_indexentry"
TABLE = f"{ENTRIES}_fts"
COLUMNS = "autocomplete, body, title"
JOINERS = "\u200c\u200d"
WHOLE_WORDS = (
    f"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc' tokenchars '{JOINERS}'"
)
AS_WAGTAIL = "unicode61"


def words_whole(_apps, schema_editor):
    """Make the table anew, words whole."""
    _make(schema_editor, WHOLE_WORDS)


def words_parted(_apps, schema_editor):
    """Make the table anew as Wagtail makes it."""
    _make(schema_editor, AS_WAGTAIL)


def _make(schema_editor, tokenizer):
    if schema_editor.connection.vendor != "sqlite":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {TABLE}")
        cursor.execute(f'CREATE VIRTUAL TABLE {TABLE} USING fts5({COLUMNS}, tokenize="{tokenizer}")')
        cursor.execute(
            f"INSERT INTO {TABLE}(rowid, {COLUMNS}) SELECT id, {COLUMNS} FROM {ENTRIES}"
        )


class Migration(migrations.Migration):

    dependencies = [
        ("newsroom", "0003_by_time"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(words_whole, words_parted)]
