"""Words on screen: every one of them has its Hindi."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from jinja2 import nodes

from harkara.web.assets import ROOM

CATALOGUE = ROOM / "locale" / "hi" / "LC_MESSAGES" / "django.po"
NAMES = {"_", "gettext", "gettext_noop", "ngettext"}
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def template_words() -> Iterator[str]:
    engine = engines["web"]
    assert isinstance(engine, Jinja2)
    environment = engine.env
    for path in (ROOM / "templates").rglob("*.html"):
        tree = environment.parse(path.read_text(encoding="utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in NAMES:
                yield from (one.value for one in call.args[:1] if isinstance(one, nodes.Const))


def code_words() -> Iterator[str]:
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in NAMES
            ):
                yield from (
                    str(one.value) for one in node.args[:2] if isinstance(one, ast.Constant)
                )


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


def test_the_catalogue_holds_exactly_the_words_that_are_used(catalogue: polib.POFile) -> None:
    held = {entry.msgid for entry in catalogue} | {
        entry.msgid_plural for entry in catalogue if entry.msgid_plural
    }

    assert held == set(template_words()) | set(code_words())


def test_every_word_has_its_hindi_with_the_same_placeholders(catalogue: polib.POFile) -> None:
    for entry in catalogue:
        for said in entry.msgstr_plural.values() or [entry.msgstr]:
            assert re.search("[ऀ-ॿ]", said), entry.msgid
            assert sorted(PLACEHOLDER.findall(said)) == sorted(PLACEHOLDER.findall(entry.msgid))


def test_the_compiled_catalogue_is_the_written_one(catalogue: polib.POFile) -> None:
    compiled = polib.mofile(str(Path(CATALOGUE).with_suffix(".mo")))

    assert {entry.msgid: (entry.msgstr, entry.msgstr_plural) for entry in compiled} == {
        entry.msgid: (entry.msgstr, entry.msgstr_plural) for entry in catalogue
    }
