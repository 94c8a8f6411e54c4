"""What answers that nobody stores share of the paper."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from harkara.newsroom import queries
from harkara.newsroom.models import FrontPage, SectionPage
from harkara.newsroom.queries import furniture
from harkara.press import lasting
from harkara.press.lasting import Lasting

pytestmark = pytest.mark.usefixtures("paper")


@pytest.fixture(autouse=True)
def outside_transactions(monkeypatch: pytest.MonkeyPatch) -> None:
    # Every test is one transaction, which is undone.
    monkeypatch.setattr(lasting, "may_be_undone", lambda: False)
    monkeypatch.setattr(furniture, "FURNITURE", Lasting("front page", "site", "sections"))


def shown() -> tuple[str, list[str]]:
    with queries.furnished():
        found = queries.site()
        return found.name, [section.name for section in found.sections]


def test_the_second_answer_asks_only_whether_anything_has_changed() -> None:
    shown()

    with CaptureQueriesContext(connection) as asked:
        shown()

    assert len(asked) == 1


def test_a_new_name_and_a_new_section_are_seen_at_once() -> None:
    assert shown() == ("परख", ["देश", "खेल"])

    front = FrontPage.objects.get()
    front.title = "नई परख"
    front.save_revision().publish()
    section = SectionPage(title="विज्ञान", slug="vigyan", colour="teal")
    FrontPage.objects.get().add_child(instance=section)
    section.save_revision().publish()

    assert shown() == ("नई परख", ["देश", "खेल", "विज्ञान"])


def test_a_section_that_is_hidden_is_gone_at_once() -> None:
    shown()

    SectionPage.objects.get(slug="khel").unpublish()

    assert shown() == ("परख", ["देश"])
