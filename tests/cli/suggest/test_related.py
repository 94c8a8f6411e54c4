"""`harkara suggest related`: a story or a text, and the live stories that go with it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.search.archive import settle

from harkara.cli.refusal import Refusal
from harkara.newsroom.documents import LiveArchive
from harkara.newsroom.models import ArticlePage
from harkara.search import index
from harkara.search.backends.base import Unavailable
from harkara.search.backends.memory import MemoryIndex

Ask = Callable[..., int]
FLOOD = ({"type": "paragraph", "value": "<p>बाढ़ में बहे पुल का अभियंता ने नाव से मुआयना किया</p>"},)
BRIDGE = "अभियंता ने नया पुल खोला"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> MemoryIndex:
    memory = MemoryIndex()
    monkeypatch.setattr(index, "current", lambda: memory)
    return memory


def test_related_stories_are_told_with_their_reason(
    ask: Ask,
    live: Callable[..., ArticlePage],
    made: MemoryIndex,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    article = live("बाढ़", body=FLOOD)
    settle(made, LiveArchive())
    file = tmp_path / "story.txt"
    file.write_text(BRIDGE, encoding="utf-8")

    assert ask("related", str(file), "--json") == 0
    [found] = json.loads(capsys.readouterr().out)["related"]
    assert found["number"] == article.number
    assert set(found["words"]) == {"अभियंता", "पुल"}
    assert ask("related", str(article.number)) == 0
    assert capsys.readouterr().out == "no live story goes with it\n"


def test_without_an_index_that_is_said_in_one_line(
    ask: Ask,
    live: Callable[..., ArticlePage],
    made: MemoryIndex,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def lost() -> int:
        raise Unavailable

    monkeypatch.setattr(made, "count", lost)
    article = live("बाढ़", body=FLOOD)

    with pytest.raises(Refusal, match="harkara index make"):
        ask("related", str(article.number))
