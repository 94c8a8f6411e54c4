"""What is pasted into a story's body in the editor arrives as blocks, and nothing is kept of it."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from tests.intake.test_clipboards import CLIPBOARDS, HEADLINE, LAST

from harkara.intake.models import Pasted
from harkara.newsroom.models import ArticlePage

TYPED = "xkao ds yksx gj lky ckoM+h dh lQkbZ djrs gSaA"
READ = "गांव के लोग हर साल बावड़ी की सफाई करते हैं।"
BLOCKS = "/newsroom/intake/paste/blocks/"


@pytest.fixture
def desk(paper: None, client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def pasted(desk: Client, **more: Any) -> dict[str, Any]:
    html = (CLIPBOARDS / "word.html").read_text(encoding="utf-8")
    answer = desk.post(BLOCKS, {"html": html, "text": "x", "title": ""} | more)
    assert answer.status_code == 200
    read: dict[str, Any] = answer.json()
    return read


def words_of(block: dict[str, Any]) -> str:
    return " ".join(one["text"] for one in json.loads(block["value"])["blocks"])


def test_what_was_pasted_comes_as_the_editors_own_blocks(desk: Client) -> None:
    read = pasted(desk)

    kinds = [block["type"] for block in read["blocks"]]
    assert kinds == ["paragraph", "paragraph", "list", "table", "paragraph", "paragraph"]
    first = json.loads(read["blocks"][0]["value"])["blocks"][0]
    assert [one["style"] for one in first["inlineStyleRanges"]] == ["BOLD"]
    assert words_of(read["blocks"][4]) == LAST
    assert read["headline"] == HEADLINE
    assert not Pasted.objects.exists()
    assert not ArticlePage.objects.exists()


def test_a_story_that_has_a_headline_gets_the_pasted_one_as_a_cross_head(desk: Client) -> None:
    first = pasted(desk, title="पहले से लिखा हुआ")["blocks"][0]

    assert (first["type"], first["value"]) == ("heading", HEADLINE)


def test_a_text_in_an_old_font_is_read_and_told_and_can_be_left_as_it_was_typed(
    desk: Client,
) -> None:
    read = pasted(desk)
    typed = pasted(desk, as_typed=["0"])

    assert words_of(read["blocks"][1]) == READ
    assert TYPED in read["note"]
    assert READ in read["note"]
    assert 'data-as-typed="0"' in read["note"]
    assert words_of(typed["blocks"][1]) == TYPED
    assert "data-as-typed" not in typed["note"]
    differing = [
        a["said"] != b["said"] for a, b in zip(read["blocks"], typed["blocks"], strict=True)
    ]
    assert differing == [False, True, False, False, False, False]


def test_nothing_of_a_page_can_run_in_the_editor(desk: Client) -> None:
    html = f"<h1>{HEADLINE}</h1><p>{LAST} <img src=x onerror=alert(1)></p><script>1</script>"
    html += "<p>&lt;script&gt;alert(2)&lt;/script&gt; ऐसा लिखा था।</p>"

    read = pasted(desk, html=html)

    assert "onerror" not in json.dumps(read)
    assert "<script" not in read["note"]


@pytest.mark.parametrize(("text", "why"), [("", "खाली"), ("क\n" * 20_001, "पंक्ति")])
def test_what_cannot_be_read_is_refused_in_one_line(desk: Client, text: str, why: str) -> None:
    answer = desk.post(BLOCKS, {"text": text})

    assert answer.status_code == 422
    assert why in answer.json()["refused"]


def test_only_those_who_file_may_ask(desk: Client, client: Client) -> None:
    client.logout()

    assert client.post(BLOCKS, {"text": LAST}).status_code == 302
    assert desk.get(BLOCKS).status_code in (302, 405)


def test_an_embargo_in_what_was_pasted_is_told_of(desk: Client) -> None:
    line = "25 नवंबर 2026 को सुबह 6 बजे के बाद ही प्रकाशित करें"
    first = "सोहनी नदी पर बना नया पुल सोमवार को खोल दिया गया, जिससे तीस गांवों का रास्ता छोटा हो गया।"

    answer = desk.post(BLOCKS, {"text": f"{line}\n\n{first}\n\n{LAST}"}).json()

    assert "25/11/2026 06:00" in answer["note"]
    assert line not in str(answer["blocks"])
