"""`harkara intake wire` and `intake token`."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.intake.conftest import run
from tests.intake.wire_samples import agency, item, jpeg

from harkara.cli.intake import wires as command
from harkara.cli.refusal import Refusal
from harkara.intake.actions.tokens import service_for
from harkara.newsroom.models import ArticlePage, Photo

NOON = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("paper")


@pytest.fixture(autouse=True)
def founded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' database is not where a founded home has it."""
    monkeypatch.setattr(command, "need_site", lambda _home=None: None)


def test_a_file_is_taken_in_with_the_photo_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    agency()
    (tmp_path / "pul.jpg").write_bytes(jpeg())
    photo = {"type": "picture", "uri": "p", "renditions": [{"href": "pul.jpg"}]}
    (tmp_path / "pul.json").write_bytes(item(1, associations=[photo]))

    assert run("wire", "agency", str(tmp_path / "pul.json"), "--json") == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["outcome"], told["number"]) == ("new", ArticlePage.objects.get().number)
    assert Photo.objects.get().credit == "खबर एजेंसी"


@pytest.mark.parametrize("name", ["broken.json", "none.json"])
def test_a_file_that_is_no_item_is_named_in_one_line(tmp_path: Path, name: str) -> None:
    agency()
    (tmp_path / "broken.json").write_bytes(b"{}")

    with pytest.raises(Refusal, match=name) as refusal:
        run("wire", "agency", str(tmp_path / name))

    assert "\n" not in str(refusal.value)


def test_a_wire_that_nobody_added_is_refused(tmp_path: Path) -> None:
    agency()

    with pytest.raises(Refusal, match="agency"):
        run("wire", "pti", str(tmp_path))


def test_a_token_is_all_there_is_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    service = agency()

    assert run("token", "agency") == 0

    assert service_for("agency", capsys.readouterr().out.strip(), at=NOON) == service
