"""The search page and its doors for programs."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.core.cache import caches
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client
from lxml import html as lxml_html
from tests.web import samples
from tests.web.conftest import Newsroom, Page, text_of

from harkara.newsroom import queries
from harkara.newsroom.records import FoundStory
from harkara.search import index as site_index
from harkara.search.backends.base import Unavailable
from harkara.search.backends.memory import MemoryIndex
from harkara.search.documents import Completion, Document, Query, Results, WordRead
from harkara.web.limits import CACHE
from harkara.web.views.search import STORIES, WORDS

SENTENCE = "खोज अभी काम नहीं कर रही है"


@pytest.fixture(autouse=True)
def nothing_counted() -> Iterator[None]:
    caches[CACHE].clear()
    yield
    caches[CACHE].clear()


@pytest.fixture
def headlines() -> list[str]:
    """Return the headlines of the stories on the site, by their numbers from 0."""
    return [f"सोहनी पुल पर {number} बसें दौड़ीं" for number in range(25)]


@pytest.fixture
def index(newsroom: Newsroom, headlines: list[str], monkeypatch: pytest.MonkeyPatch) -> MemoryIndex:
    def found_stories(
        numbers: Sequence[int], _at: datetime, *, pictured: bool
    ) -> tuple[FoundStory, ...]:
        return tuple(
            FoundStory(
                card=samples.card(number, headline=headlines[number]),
                body=(f"{headlines[number]}। घाट अब सूना है।",),
            )
            for number in numbers
        )

    made = MemoryIndex()
    with made.writer() as writer:
        for number, headline in enumerate(headlines):
            published = samples.NOON - timedelta(hours=number)
            section = samples.DESH.id if number < 20 else samples.KHEL.id
            writer.put(
                Document(
                    number=number, headline=headline, published_at=published, section_id=section
                )
            )
        writer.commit(1)
    monkeypatch.setattr(queries, "found_stories", found_stories)
    monkeypatch.setattr(site_index, "current", lambda: made)
    return made


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let the index answer every query with the same results."""
    return lambda results: monkeypatch.setattr(MemoryIndex, "search", lambda *_: results)


def ask(client: Client, query: str = "", door: str = "", **headers: str) -> HttpResponse:
    return client.get(f"/khoj/{door}?{query}", **headers)  # type: ignore[arg-type, return-value]


def read(client: Client, query: str = "") -> Page:
    answer = ask(client, query)
    assert answer.status_code == 200
    return lxml_html.document_fromstring(answer.content.decode())


def data(answer: HttpResponse) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(answer.content)
    return found


@pytest.mark.usefixtures("index")
class TestPage:
    """The page, as it works without a script."""

    def test_before_anything_is_asked_it_has_a_form_and_the_latest_stories(
        self, client: Client
    ) -> None:
        page = read(client)

        assert [form.get("action") for form in page.cssselect("main form")] == ["/khoj/"]
        assert page.cssselect(".rows .card")
        assert not page.cssselect(".hit, .said__count")

    def test_what_is_found_stands_there_with_its_words_marked(self, client: Client) -> None:
        page = read(client, "q=पुल")

        assert text_of(page.cssselect(".said__count")[0]) == "25 खबरें मिलीं"
        assert len(page.cssselect(".hit")) == 10
        assert {text_of(mark) for mark in page.cssselect(".card__headline mark")} == {"पुल"}

    def test_the_form_keeps_what_was_asked(self, client: Client) -> None:
        page = read(client, "q=पुल&section=khel&since=2026-11-01&until=2026-11-30&order=newest")

        kept = {one.get("name"): one.get("value") for one in page.cssselect("main input")}
        chosen = [one.get("value") for one in page.cssselect("main option[selected]")]
        assert kept == {"q": "पुल", "since": "2026-11-01", "until": "2026-11-30"}
        assert chosen == ["khel", "newest"]
        assert page.cssselect("details[open]")

    def test_pages_lead_to_one_another_and_keep_the_search(self, client: Client) -> None:
        page = read(client, "q=पुल&order=newest&page=2")

        [before] = page.xpath("//a[@rel='prev']/@href")
        [after] = page.xpath("//a[@rel='next']/@href")
        assert (before.count("page="), after[-7:]) == (0, "&page=3")
        assert "order=newest" in before
        assert [text_of(one) for one in page.cssselect(".pages [aria-current='page']")] == ["2"]

    def test_a_topic_is_kept_and_can_be_let_go(self, client: Client) -> None:
        page = read(client, "q=पुल&topic=sohni-pul")

        assert page.xpath("//input[@name='topic']/@value") == ["sohni-pul"]
        assert "topic" not in page.cssselect(".find__narrowed a")[0].get("href", "topic")

    def test_when_nothing_is_found_it_says_what_to_try(self, client: Client) -> None:
        page = read(client, "q=अनानास&section=khel")

        assert text_of(page.cssselect(".said__count")[0]) == "इसके लिए कोई खबर नहीं मिली।"
        [wider] = page.cssselect(".said__advice a")
        assert "section" not in wider.get("href", "section")
        assert page.cssselect(".rows .card")

    def test_a_section_that_is_not_there_has_no_stories(self, client: Client) -> None:
        assert not read(client, "q=पुल&section=atlantis").cssselect(".hit")

    def test_a_suggestion_is_one_touch_away(self, client: Client, answers: Any) -> None:
        answers(Results(suggestion="सरकार"))

        [said] = read(client, "q=सरकर").cssselect(".said__suggestion")

        assert text_of(said) == "क्या आप सरकार खोज रहे थे?"
        assert said.xpath(".//a/@href") == [
            "/khoj/?q=%E0%A4%B8%E0%A4%B0%E0%A4%95%E0%A4%BE%E0%A4%B0"
        ]

    def test_it_says_how_roman_words_were_read_and_which_nobody_has(
        self, client: Client, answers: Any
    ) -> None:
        words = (
            WordRead(typed="rajnath", found=("राजनाथ",), by_sound=True),
            WordRead(typed="पुल", found=("पुल",)),
            WordRead(typed="xyzzy", found=()),
        )
        answers(Results(words=words))

        said = [text_of(one) for one in read(client, "q=x").cssselect(".said__words li")]

        assert said == ["“rajnath” को ऐसे पढ़ा गया: राजनाथ", "“xyzzy” किसी खबर में नहीं है।"]

    def test_it_says_when_words_were_let_go(self, client: Client, answers: Any) -> None:
        answers(Results(loosened=True, left_out=3))

        said = text_of(read(client, "q=x").cssselect(".said")[0])

        assert "ज्यादातर शब्द हैं" in said
        assert "आखिरी 3 शब्द" in said

    def test_what_was_typed_executes_nowhere(self, client: Client) -> None:
        page = read(client, "q=%3C/title%3E%3Cscript%3Ealert(1)%3C/script%3E%22onload=%22x")

        assert not [one for one in page.xpath("//script[not(@src)]") if one.get("type") is None]
        assert not page.xpath("//@onload")

    def test_search_engines_and_caches_leave_it_alone(self, client: Client) -> None:
        answer = ask(client, "q=पुल")

        assert answer["X-Robots-Tag"] == "noindex"
        assert 'content="noindex"' in answer.content.decode()
        assert answer["Cache-Control"] == "private, max-age=60"
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert not answer.cookies

    def test_the_address_without_its_last_stroke_leads_there(self, client: Client) -> None:
        answer = client.get("/khoj?q=pul")

        assert (answer.status_code, answer["Location"]) == (302, "/khoj/?q=pul")

    def test_nobody_can_write_to_it(self, client: Client) -> None:
        assert client.post("/khoj/").status_code == 405

    def test_headings_never_skip_a_level(self, client: Client) -> None:
        for query in ("", "q=पुल", "q=अनानास"):
            levels = [int(str(one.tag)[1]) for one in read(client, query).cssselect("h1, h2, h3")]

            assert levels[0] == 1
            assert all(after <= before + 1 for before, after in pairwise(levels))

    def test_nothing_on_it_is_in_english(self, client: Client) -> None:
        for query in ("", "q=पुल&order=newest", "q=अनानास"):
            page = read(client, query)
            words = [text_of(page.find("body")), *page.xpath("//@aria-label")]

            assert not re.search(
                "[A-Za-z]{2,}", re.sub(r"RSS|desk@example\.org", "", " ".join(words))
            )

    @pytest.mark.parametrize(
        "query",
        [
            "q=%00%01%1b",
            "q=%FF%FE",
            "q=" + "%22(" * 3000,
            "q=' OR 1=1 --",
            "q=*:* AND (",
            "q=" + "क" * 9000,
        ],
    )
    def test_no_query_is_an_error(self, client: Client, query: str) -> None:
        assert ask(client, query).status_code == 200


class TestStories:
    """The stories as JSON."""

    @pytest.mark.usefixtures("index")
    def test_it_gives_what_the_page_shows(self, client: Client) -> None:
        answer = ask(client, "q=पुल&order=newest&page=2", "stories.json")

        found = data(answer)
        assert answer["Content-Type"] == "application/json"
        assert answer["X-Robots-Tag"] == "noindex"
        assert (found["total"], found["page"], found["pages"]) == (25, 2, 3)
        assert [story["number"] for story in found["stories"]] == list(range(10, 20))
        first = found["stories"][0]
        assert first["address"] == "https://parakh.example/desh/pul-par-bas-10/"
        assert first["published_at"] == "2026-11-23T02:00:00+05:30"
        assert {"text": "पुल", "matched": True} in first["excerpt"]

    @pytest.mark.usefixtures("index")
    def test_who_asks_too_often_waits(self, client: Client) -> None:
        for _ in range(STORIES.most):
            assert ask(client, "q=पुल", "stories.json").status_code == 200

        answer = ask(client, "q=पुल", "stories.json")

        assert answer.status_code == 429
        assert 0 < int(answer["Retry-After"]) <= 60
        assert data(answer)["error"] == "बहुत ज्यादा खोजें हुईं। कृपया एक मिनट रुकें।"
        assert ask(client, "q=पुल").status_code == 200


class TestWords:
    """The words that go on from what is being typed."""

    @pytest.mark.usefixtures("index")
    def test_it_gives_the_words(self, client: Client) -> None:
        assert data(ask(client, "q=सोह", "words.json"))["words"] == ["सोहनी"]

    def test_of_one_letter_nothing_is_made(
        self, client: Client, index: MemoryIndex, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        every = (Completion(text="सोहनी", stories=1),)
        monkeypatch.setattr(index, "complete", lambda _typed: every)

        assert data(ask(client, "q=स", "words.json"))["words"] == []

    @pytest.mark.usefixtures("index")
    def test_who_asks_too_often_waits(self, client: Client) -> None:
        statuses = [ask(client, "q=x", "words.json").status_code for _ in range(WORDS.most + 1)]

        assert (statuses[-2], statuses[-1]) == (200, 429)


@pytest.fixture
def broken(index: MemoryIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        message = "its files are gone"
        raise Unavailable(message)

    monkeypatch.setattr(index, "search", fail)
    monkeypatch.setattr(index, "complete", fail)


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("door", ["", "stories.json", "words.json"])
def test_without_an_index_one_sentence_says_so(client: Client, door: str) -> None:
    answer = ask(client, "q=पुल", door)

    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert SENTENCE in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.usefixtures("broken")
def test_without_an_index_the_form_is_still_there(client: Client) -> None:
    page = lxml_html.document_fromstring(ask(client, "q=पुल").content.decode())

    assert page.xpath("//input[@name='q']/@value") == ["पुल"]


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("door", ["", "stories.json"])
def test_while_the_database_is_away_one_sentence_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch, door: str
) -> None:
    def away(*_: object, **_how: object) -> None:
        raise OperationalError

    monkeypatch.setattr(queries, "found_stories", away)

    answer = ask(client, "q=पुल", door)

    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert "यह अभी नहीं दिखाया जा सकता" in answer.content.decode()


def test_a_query_reaches_the_index_as_it_was_asked(
    client: Client, index: MemoryIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Query] = []

    def remember(query: Query) -> Results:
        asked.append(query)
        return Results()

    monkeypatch.setattr(index, "search", remember)

    ask(client, "q=पुल&section=desh&topic=sohni-pul&author=meera-chauhan&page=2")

    [query] = asked
    assert (query.text, query.page) == ("पुल", 2)
    assert query.section_id == samples.SECTION.id
    assert query.topic_id == samples.TOPIC.id
    assert query.author_id == samples.AUTHOR.id
    assert query.at is not None
