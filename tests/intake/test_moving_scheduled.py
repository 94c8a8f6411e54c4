"""Stories that were to be published one day: what leads to them, and what they lead to."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone
from tests.intake.moving import item as live_item
from tests.intake.moving import moved_in, wxr

from harkara.intake.models import ForeignId, Move
from harkara.intake.moving import notes
from harkara.newsroom import queries
from harkara.newsroom.models import ArticlePage, LiveStory
from harkara.newsroom.models.article import State
from harkara.newsroom.tasks import publish_due
from harkara.press.actions import press
from harkara.press.queries import stale_paths
from harkara.press.render import render

pytestmark = pytest.mark.usefixtures("paper")
DUE = datetime(2030, 1, 1, 6, 30, tzinfo=UTC)
SEEN = "सोहनी नदी पर बना नया पुल खुला"


def coming(number: int, content: str = "<p>कल की बात।</p>", **fields: str) -> str:
    """Return an item that is scheduled; WordPress tells no permalink of it."""
    said = {"status": "future", "post_date_gmt": f"{DUE:%Y-%m-%d %H:%M:%S}"} | fields
    category = said.pop("category", '<category domain="category" nicename="khel">खेल</category>')
    inside = "".join(f"<wp:{name}>{value}</wp:{name}>" for name, value in said.items())
    return (
        f"<item><title>आने वाली {number}</title><wp:post_id>{number}</wp:post_id>"
        f"<link>https://khabar.example/?p={number}</link><wp:post_name>aane-wali</wp:post_name>"
        f"<wp:post_date>2030-01-01 12:00:00</wp:post_date><wp:post_type>post</wp:post_type>"
        f"{inside}{category}<content:encoded><![CDATA[{content}]]></content:encoded></item>"
    )


def reads_also(address: str) -> str:
    link = f'<a href="https://khabar.example/{address}">{SEEN}</a>'
    return f"<p>एक बात।</p><p>ये भी पढ़ें: {link}</p>"


def story(foreign_id: int) -> ArticlePage:
    found: ArticlePage = ForeignId.objects.get(foreign_id=str(foreign_id)).article
    return found


def path_of(foreign_id: int) -> str:
    path = queries.story_path(story(foreign_id).number)
    assert path
    return path


def said_of(move: Move) -> list[str]:
    return list(move.notes.values_list("message", flat=True))


def go_live() -> None:
    with time_machine.travel(DUE + timedelta(minutes=1)):
        assert publish_due(timezone.now()) == 1


@pytest.mark.parametrize(
    "address", ["?p=2", "aane-wali/", "2030/01/01/aane-wali/", "2030/01/aane-wali"]
)
def test_a_reference_to_it_stands_once_it_is_live(tmp_path: Path, address: str) -> None:
    move = moved_in(wxr(tmp_path, live_item(1, content=reads_also(address)), coming(2)))
    press(path_of(1))
    assert notes.NOWHERE not in said_of(move)
    assert "आने वाली 2" not in render(path_of(1)).body.decode()

    go_live()

    assert path_of(1) in stale_paths()
    assert f'href="{path_of(2)}"' in render(path_of(1)).body.decode()


def test_what_it_refers_to_stands_in_it_once_it_is_live(tmp_path: Path) -> None:
    moved_in(wxr(tmp_path, coming(2, reads_also("1-khabar/")), live_item(1, "पुल खुला")))

    go_live()

    assert story(2).body.raw_data[-1]["value"]["story"] == story(1).pk
    assert f'href="{path_of(1)}"' in render(path_of(2)).body.decode()


def test_a_version_of_the_desk_is_not_led(tmp_path: Path) -> None:
    moved_in(wxr(tmp_path, coming(2)))
    edited = story(2).get_latest_revision_as_object()
    edited.title = "डेस्क ने बदला"
    edited.save_revision().publish()

    go_live()

    assert LiveStory.objects.get().headline == "डेस्क ने बदला"


@pytest.mark.parametrize(
    "old", ["/?p=2", "/aane-wali", "/2030/01/01/aane-wali", "/2030/01/aane-wali"]
)
def test_its_old_addresses_lead_to_it_only_once_it_is_live(tmp_path: Path, old: str) -> None:
    moved_in(wxr(tmp_path, coming(2)))
    assert queries.redirect_for(old) is None

    go_live()

    assert queries.redirect_for(old) == path_of(2)


def test_the_report_says_why_one_does_not_wait_for_its_time(tmp_path: Path) -> None:
    none, past = {"category": ""}, {"post_date_gmt": "2019-01-01 06:30:00"}
    no_hour = coming(5, post_date_gmt="कल").replace("2030-01-01 12:00:00", "कल")
    move = moved_in(wxr(tmp_path, coming(2, **none), coming(3, **past), coming(4, ""), no_hour))

    expected = {notes.UNSCHEDULED, notes.OVERDUE, notes.NO_TEXT, notes.NO_HOUR}
    assert expected <= set(said_of(move))
    assert publish_due(DUE + timedelta(minutes=1)) == 0


LONG = "<p>जिला पंचायत की बैठक में पुराने तालाब की खुदाई, नहर की सफाई और नए पंप का काम तय हुआ।</p>" * 4


@pytest.mark.parametrize("first", ["live", "scheduled"])
def test_one_that_says_what_a_live_story_says_does_not_go_live_again(
    tmp_path: Path, first: str
) -> None:
    both = [live_item(1, "आने वाली 2", LONG), coming(2, LONG)]

    move = moved_in(wxr(tmp_path, *(both if first == "live" else reversed(both))))

    assert story(2) == story(1)
    assert said_of(move) == [notes.SAME_TEXT]
    assert publish_due(DUE + timedelta(minutes=1)) == 0
    assert LiveStory.objects.count() == 1


def test_one_that_says_what_an_earlier_move_brought_is_no_second_story(tmp_path: Path) -> None:
    moved_in(wxr(tmp_path, live_item(1, "आने वाली 2", LONG)))

    moved_in(wxr(tmp_path, live_item(1, "आने वाली 2", LONG), coming(2, LONG)))

    assert story(2) == story(1)


def test_many_of_one_text_wait_if_none_of_them_is_live(tmp_path: Path) -> None:
    moved_in(wxr(tmp_path, coming(2, LONG), coming(3, LONG)))

    assert story(2) != story(3)
    assert story(2).state() is story(3).state() is State.SCHEDULED


@pytest.mark.parametrize(
    ("fields", "state", "due"),
    [
        ({"post_date_gmt": "2031-01-01 06:30:00"}, State.SCHEDULED, DUE.replace(year=2031)),
        ({"status": "draft"}, State.DRAFT, None),
        ({"status": "publish"}, State.LIVE, None),
    ],
)
def test_a_newer_export_says_what_becomes_of_it(
    tmp_path: Path, fields: dict[str, str], state: State, due: datetime | None
) -> None:
    moved_in(wxr(tmp_path, coming(2)))

    move = moved_in(wxr(tmp_path, coming(2, "<p>नई बात।</p>", **fields)), at=timezone.now())

    now = story(2)
    assert move.counts["updated"] == 1
    assert now.state() is state
    assert (now.scheduled_revision.approved_go_live_at if due else None) == due
    if due:
        with time_machine.travel(due):
            assert publish_due(due) == 1
        assert "नई बात" in render(path_of(2)).body.decode()
