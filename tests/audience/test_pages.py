"""What readers see of comments, what that costs, and what makes it stale."""

from collections.abc import Callable

import pytest
from lxml import html as lxml_html
from pytest_django import DjangoAssertNumQueries
from tests.audience.conftest import DAY, MINUTE, NOON, Say
from tests.newsroom.conftest import live  # noqa: F401 (a fixture)

from harkara.audience.comments import actions, queries
from harkara.audience.comments.actions import ruling, standing
from harkara.audience.comments.actions.ruling import close_old_threads
from harkara.audience.comments.records import Conversation, Mode
from harkara.audience.models import Comment
from harkara.newsroom.models import ArticlePage, LiveStory, SectionPage
from harkara.press.recorder import recording, together
from harkara.press.render import render

pytestmark = pytest.mark.django_db
Accept = Callable[..., actions.Decided]
Status = Comment.Status
Touched = Callable[[], set[str]]


def talk(story: ArticlePage) -> Conversation:
    row = LiveStory.objects.get(pk=story.number)
    return queries.conversation(row.number, row.section_id, row.published_at)


def path_of(story: ArticlePage) -> str:
    return f"/desh/{story.slug}/"


def test_an_accepted_comment_stands_below_the_story(
    say: Say, accept: Accept, story: ArticlePage
) -> None:
    accept(say("बहुत अच्छा <script>alert(1)</script>"))

    page = lxml_html.document_fromstring(render(path_of(story)).body.decode())

    [text] = page.cssselect(".comment__text")
    assert text.text_content() == "बहुत अच्छा <script>alert(1)</script>"
    assert page.cssselect("#talk-title")[0].text_content() == "1 टिप्पणी"
    assert '"commentCount":1' in page.xpath("string(//script[contains(., 'NewsArticle')])")


@pytest.mark.parametrize("status", [Status.WAITING, Status.REJECTED, Status.SPAM])
def test_nothing_else_does(
    say: Say, accept: Accept, story: ArticlePage, status: Comment.Status
) -> None:
    comment = say("यह नहीं दिखेगी")
    accept(comment)
    accept(comment, status=status)

    body = render(path_of(story)).body.decode()

    assert "यह नहीं दिखेगी" not in body
    assert talk(story).count == 0


def test_accepting_makes_the_storys_page_stale_and_no_other(
    say: Say, accept: Accept, story: ArticlePage, touched: Touched
) -> None:
    comment = say()
    touched()

    accept(comment)

    found = touched()
    assert found == {f"comments:{story.number}", f"comments:{story.number}/1"}
    assert found <= set(render(path_of(story)).keys)
    for path in ("/", "/desh/", "/feed.xml", "/tippani/niyam/"):
        assert not found & set(render(path).keys)


def test_a_comment_that_waits_presses_nothing(say: Say, touched: Touched) -> None:
    touched()

    say()

    assert touched() == set()


def test_answers_stand_below_what_they_answer(say: Say, accept: Accept, story: ArticlePage) -> None:
    head, other = say("पहली"), say("दूसरी")
    accept(head, other)
    accept(say("जवाब", parent_id=head.pk))

    said = talk(story).said

    assert [len(one.replies) for one in said] == [1, 0]
    assert said[0].replies[0].text.startswith("जवाब")


def test_answers_outlive_what_they_answer(say: Say, accept: Accept, story: ArticlePage) -> None:
    head = say()
    accept(head)
    accept(say("जवाब", parent_id=head.pk))

    actions.remove_own(head.pk, at=NOON)

    [left] = talk(story).said
    assert (left.is_gone, left.name, left.text, len(left.replies)) == (True, "", "", 1)


@pytest.fixture
def small_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "MOST_ON_SHEET", 3)


def test_many_comments_go_on_to_further_sheets(
    say: Say, accept: Accept, story: ArticlePage, small_sheets: None
) -> None:
    accept(*(say() for _ in range(7)))

    assert (talk(story).count, talk(story).sheets, len(talk(story).said)) == (7, 3, 3)
    last = lxml_html.document_fromstring(render(f"/tippani/{story.number}/3/").body.decode())
    assert len(last.cssselect(".comment")) == 1
    assert [one.get("href") for one in last.cssselect(".talk .pages a")] == [
        f"{path_of(story)}#tippani",
        f"/tippani/{story.number}/2/#tippani",
    ]


@pytest.mark.parametrize("sheet", [0, 1, 4, 999999])
def test_there_is_no_other_sheet(
    say: Say, accept: Accept, story: ArticlePage, small_sheets: None, sheet: int
) -> None:
    accept(*(say() for _ in range(7)))

    assert render(f"/tippani/{story.number}/{sheet}/").status == 404


def test_long_comments_fill_a_sheet_sooner(say: Say, accept: Accept, story: ArticlePage) -> None:
    comments = [say("शब्द " * 390, address=f"192.0.2.{at}") for at in range(8)]

    accept(*comments)

    assert talk(story).sheets == 2


def test_a_late_answer_whose_sheet_is_full_says_whom_it_answers(
    say: Say, accept: Accept, story: ArticlePage, small_sheets: None
) -> None:
    head = say(name="राम लाल")
    accept(head, *(say() for _ in range(4)))
    accept(*(say("जवाब", parent_id=head.pk) for _ in range(4)))

    last = render(f"/tippani/{story.number}/2/").body.decode()

    assert "राम लाल के जवाब में" in last


def test_a_page_of_a_story_nobody_speaks_of_costs_two_queries(
    story: ArticlePage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2 + 1):  # and one of this test's own
        talk(story)


@pytest.mark.parametrize("many", [1, 40])
def test_a_page_costs_the_same_however_many_speak(
    say: Say,
    accept: Accept,
    story: ArticlePage,
    django_assert_num_queries: DjangoAssertNumQueries,
    many: int,
) -> None:
    accept(*(say() for _ in range(many)))

    with django_assert_num_queries(3 + 1):
        talk(story)


def test_pages_made_together_share_their_queries(
    live: Callable[..., ArticlePage],  # noqa: F811 (a fixture)
    say: Say,
    accept: Accept,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    accept(say())
    for at in range(5):
        live(f"खबर {at}")
    rows = list(LiveStory.objects.all())

    with django_assert_num_queries(3), together(), recording():
        queries.gather_conversations([row.number for row in rows])
        for row in rows:
            queries.conversation(row.number, row.section_id, row.published_at)


def test_a_closed_section_shows_one_line_and_no_form(story: ArticlePage, desh: SectionPage) -> None:
    actions.set_rule(desh.pk, Mode.CLOSED, None, at=NOON)

    body = render(path_of(story)).body.decode()

    assert "इस खबर पर टिप्पणियां बंद हैं।" in body
    assert 'name="stamp"' not in body


def test_the_clock_closes_a_story_whose_days_are_over(
    story: ArticlePage, desh: SectionPage, touched: Touched
) -> None:
    actions.set_rule(desh.pk, Mode.BEFORE, 3, at=NOON)
    touched()
    assert 'name="stamp"' in render(path_of(story)).body.decode()

    assert close_old_threads(NOON + 3 * DAY - MINUTE) == 0
    assert close_old_threads(NOON + 3 * DAY + MINUTE) == 1

    assert touched() == {f"comments:{story.number}"}
    assert 'name="stamp"' not in render(path_of(story)).body.decode()
    assert close_old_threads(NOON + 3 * DAY + MINUTE) == 0


def test_stories_of_one_moment_are_closed_together(
    live: Callable[..., ArticlePage],  # noqa: F811 (a fixture)
    desh: SectionPage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ruling, "CLOSED_AT_ONCE", 2)
    for at in range(5):
        live(f"खबर {at}")
    actions.set_rule(desh.pk, Mode.BEFORE, 3, at=NOON)

    assert close_old_threads(NOON + 4 * DAY) == 5


def test_another_rule_makes_the_sections_stories_stale(
    story: ArticlePage, desh: SectionPage, touched: Touched
) -> None:
    touched()

    actions.set_rule(desh.pk, Mode.CLOSED, None, at=NOON)

    found = touched()
    assert found == {f"comments-rule:{desh.pk}"}
    assert found <= set(render(path_of(story)).keys)


def test_links_in_a_comment_are_no_links(say: Say, accept: Accept, story: ArticlePage) -> None:
    accept(say("देखिए https://example.org/ और javascript:alert(1)"))

    page = lxml_html.document_fromstring(render(path_of(story)).body.decode())

    assert not page.cssselect(".comment__text a")


def test_no_feed_carries_a_readers_words(say: Say, accept: Accept, story: ArticlePage) -> None:
    accept(say("<img src=x onerror=alert(1)>", name="<b>राम</b>"))

    for path in ("/feed.xml", "/atom.xml", "/feed.json", "/desh/feed.xml", "/sitemap.xml"):
        assert b"onerror" not in render(path).body
    data = lxml_html.document_fromstring(render(path_of(story)).body.decode())
    assert not data.cssselect("img[onerror]")
    for script in data.xpath("//script[@type='application/ld+json']/text()"):
        assert "<" not in script
