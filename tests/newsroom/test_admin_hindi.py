"""The newsroom's Hindi: our words for what Wagtail and Django say to the desk."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
import pytest
import wagtail
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.translation import gettext, ngettext, override
from django.views.i18n import JSONCatalog

from harkara.text.chars import CANDRABINDU, NUKTA

OURS = Path(settings.LOCALE_PATHS[0]) / "hi" / "LC_MESSAGES"
THEIRS = Path(wagtail.__file__).parent
DOMAINS = ["django", "djangojs"]
# The rooms of Wagtail in which the desk works; the others hold no page of ours.
ROOMS = [
    "", "admin", "images", "documents", "users", "snippets", "embeds", "sites", "locales",
    "search", "contrib/redirects", "contrib/settings", "contrib/table_block",
]  # fmt: skip
# What must come out of a translation as it went in: placeholders, HTML tags and entities.
FIXED = re.compile(r"%\(\w+\)[\d.]*[a-z]|%[sdr]|\{\w*\}|</?[a-z][^<>]*>|&\w+;")
STRAY_NUKTA = re.compile(f"[^डढ]{NUKTA}")


def messages(domain: str) -> list[Any]:
    return list(polib.pofile(str(OURS / f"{domain}.po")))


def pairs(message: Any) -> Iterator[tuple[str, str]]:
    """Yield each form of a message beside the English it stands for."""
    if not message.msgid_plural:
        yield message.msgid, message.msgstr
        return
    yield message.msgid, message.msgstr_plural[0]
    yield message.msgid_plural, message.msgstr_plural[1]


def fixed_parts(text: str) -> Counter[str]:
    return Counter(FIXED.findall(text))


def edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_translation_keeps_its_placeholders_and_tags(domain: str) -> None:
    wrong = [
        hindi
        for message in messages(domain)
        for english, hindi in pairs(message)
        if fixed_parts(english) != fixed_parts(hindi)
    ]

    assert wrong == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_translation_keeps_the_spaces_at_its_ends(domain: str) -> None:
    wrong = [
        hindi
        for message in messages(domain)
        for english, hindi in pairs(message)
        if edges(english) != edges(hindi)
    ]

    assert wrong == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_message_is_unsure_empty_or_given_up(domain: str) -> None:
    wrong = [
        message.msgid
        for message in messages(domain)
        if message.fuzzy
        or message.obsolete
        or not all(hindi.strip() for _, hindi in pairs(message))
    ]

    assert wrong == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_catalogue_is_the_one_written(domain: str) -> None:
    compiled = polib.pofile(str(OURS / f"{domain}.po")).to_binary()

    assert (OURS / f"{domain}.mo").read_bytes() == compiled


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_words_are_spelled_as_the_desk_spells_them(domain: str) -> None:
    wrong = [
        hindi
        for message in messages(domain)
        for _, hindi in pairs(message)
        if CANDRABINDU in hindi or STRAY_NUKTA.search(hindi)
    ]

    assert wrong == []


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("room", ROOMS)
def test_wagtail_has_nothing_to_say_that_we_do_not_say_in_hindi(room: str, domain: str) -> None:
    english = THEIRS / room / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
    said = polib.pofile(str(english)) if english.exists() else []
    ours = {(message.msgctxt, message.msgid) for message in messages(domain)}

    assert [m.msgid for m in said if (m.msgctxt, m.msgid) not in ours] == []


@pytest.mark.parametrize(
    ("english", "hindi"),
    [
        ("Submit for moderation", "जांच के लिए भेजें"),
        ("Page locked", "पेज पर ताला है"),
        ("password", "पासवर्ड"),
        ("September", "सितंबर"),
        ("AM", "पूर्वाह्न"),
        ("PM", "अपराह्न"),
    ],
)
def test_our_word_stands_over_the_one_the_library_ships(english: str, hindi: str) -> None:
    with override("hi"):
        assert gettext(english) == hindi


@pytest.mark.parametrize(("count", "hindi"), [(1, "1 पेज हटाएं"), (3, "%(counter)s पेज हटाएं")])
def test_a_count_takes_its_own_form(count: int, hindi: str) -> None:
    with override("hi"):
        assert ngettext("Delete 1 page", "Delete %(counter)s pages", count) == hindi


def test_the_editor_in_the_browser_speaks_hindi() -> None:
    with override("hi"):
        response = JSONCatalog.as_view(packages=["wagtail.admin"])(RequestFactory().get("/"))

    assert isinstance(response, HttpResponse)
    assert json.loads(response.content)["catalog"]["Page explorer"] == "पेज सूची"
