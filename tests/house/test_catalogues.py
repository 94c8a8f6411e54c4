"""Hindi is complete: every word on screen has its translation, and the compiled one is the same."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from tests.house import messages, tree

CATALOGUES = sorted(tree.SOURCE.glob("*/locale*/*/LC_MESSAGES/*.po"))
ROOMS = sorted(path for path in tree.SOURCE.iterdir() if any(path.rglob("*.py")))
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def hindi_of(entry: polib.POEntry) -> Iterator[str]:
    yield from entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]


def catalogue_of(room: Path) -> set[messages.Message]:
    files = room.glob("locale*/hi/LC_MESSAGES/*.po")
    return {(entry.msgctxt, entry.msgid) for file in files for entry in polib.pofile(str(file))}


@pytest.mark.parametrize("path", CATALOGUES, ids=tree.named)
def test_no_message_is_empty_unsure_or_given_up(path: Path) -> None:
    wrong = [
        entry.msgid
        for entry in polib.pofile(str(path))
        if entry.fuzzy or entry.obsolete or not all(map(str.strip, hindi_of(entry)))
    ]

    assert wrong == []


@pytest.mark.parametrize("path", CATALOGUES, ids=tree.named)
def test_a_translation_fills_the_same_placeholders(path: Path) -> None:
    wrong = [
        hindi
        for entry in polib.pofile(str(path))
        for hindi in hindi_of(entry)
        if Counter(PLACEHOLDER.findall(hindi))
        not in (Counter(PLACEHOLDER.findall(one)) for one in (entry.msgid, entry.msgid_plural))
    ]

    assert wrong == []


@pytest.mark.parametrize("path", CATALOGUES, ids=tree.named)
def test_the_compiled_catalogue_is_the_written_one(path: Path) -> None:
    written = {(e.msgctxt, e.msgid): list(hindi_of(e)) for e in polib.pofile(str(path))}
    compiled = polib.mofile(str(path.with_suffix(".mo")))

    assert {(e.msgctxt, e.msgid): list(hindi_of(e)) for e in compiled} == written


@pytest.mark.parametrize("room", ROOMS, ids=tree.named)
def test_every_message_a_room_uses_is_in_its_own_catalogue(room: Path) -> None:
    assert messages.used_in(room) - catalogue_of(room) == set()


def test_messages_are_found_in_every_kind_of_file() -> None:
    python = 'a = _("One"); b = pgettext_lazy("noun", "Two"); c = ngettext("%d day", "%d days", n)'
    django = '{% translate "One" %}{% blocktranslate %}Two {{ x }} (so){% endblocktranslate %}'
    jinja = '{{ _("One") }}{% trans %}Two{% endtrans %}'

    assert set(messages.in_python(python)) == {(None, "One"), ("noun", "Two"), (None, "%d day")}
    assert set(messages.in_template(django)) == {(None, "One"), (None, "Two %(x)s (so)")}
    assert set(messages.in_jinja(jinja)) == {(None, "One"), (None, "Two")}
