"""The addresses that a Ghost site had, and where they lead once it moved in."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.intake.moving import NOON

from harkara.intake.models import ForeignId, Move, MoveNote
from harkara.intake.moving.mapping import Plan, propose
from harkara.intake.moving.running import move_in
from harkara.intake.sources.ghost import GhostArchive
from harkara.newsroom import queries
from harkara.newsroom.models import ArticlePage, Author, SectionPage, Topic
from harkara.newsroom.queries.proposing import site_sections

pytestmark = pytest.mark.usefixtures("paper")
SITE = "https://khabar.example"
ROUTES = """
collections:
  /:
    permalink: /{year}/{month}/{day}/{slug}/  # जैसा पहले था
  /podcast/:
    permalink: '/podcast/{primary_tag}/{slug}/'
taxonomies:
  tag: /vishesh/{slug}/
  author: /patrakar/{slug}/
"""


def post(slug: str, **said: Any) -> dict[str, Any]:
    return {
        "id": slug, "title": f"खबर {slug}", "slug": slug, "status": "published",
        "html": f"<p>{slug} की बात।</p>", "published_at": "2020-05-11T20:30:00.000Z", **said,
    }  # fmt: skip


def tag(slug: str, name: str, **said: Any) -> dict[str, Any]:
    return {"slug": slug, "name": name, **said}


KHEL, RAJ = tag("khel", "खेल"), tag("rajnath-singh", "राजनाथ सिंह")


def moved_in(folder: Path, *posts: dict[str, Any], address: str = SITE, **tables: Any) -> Move:
    path = folder / "site.json"
    path.write_text(json.dumps({"posts": posts, **tables}), encoding="utf-8")
    with closing(GhostArchive(path, address=address)) as archive:
        survey = archive.survey()
        plan = propose(survey, site_sections(), Plan())
        return move_in(archive, survey, plan, at=NOON)


def story(slug: str) -> ArticlePage:
    found: ArticlePage = ForeignId.objects.get(foreign_id=slug).article
    return found


def at(slug: str) -> str | None:
    return queries.story_path(story(slug).number)


def topics(slug: str) -> list[str]:
    return [topic.name for topic in story(slug).topics.all()]


def told(move: Move) -> list[str]:
    return [str(note.message % note.values) for note in MoveNote.objects.filter(move=move)]


def test_the_forms_of_permalinks_beside_the_export_lead_to_the_stories(tmp_path: Path) -> None:
    (tmp_path / "routes.yaml").write_text(ROUTES, encoding="utf-8")
    author = {"slug": "meera", "name": "मीरा"}

    moved_in(
        tmp_path,
        post("mela", tags=[KHEL], authors=[author]),
        settings=[{"key": "timezone", "value": "Asia/Kolkata"}],
    )

    here = at("mela")
    for old in ("/mela/", "/2020/05/12/mela/", "/2020/05/12/mela/amp/", "/podcast/khel/mela/"):
        assert queries.redirect_for(old) == here
    assert queries.redirect_for("/vishesh/khel/") == "/khel/"
    assert queries.redirect_for("/patrakar/meera/") == queries.redirect_for("/author/meera/")


def test_the_permalinks_of_an_old_export_are_its_own_setting(tmp_path: Path) -> None:
    moved_in(
        tmp_path,
        post("mela", tags=[KHEL]),
        post("bina-tarikh", tags=[KHEL], status="draft", published_at=None),
        settings=[{"key": "permalinks", "value": "/:year/:month/:day/:slug/"}],
    )

    assert queries.redirect_for("/2020/05/11/mela/") == at("mela")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "redirects.json",
            '[{"from": "/purana-mela", "to": "/mela/"}, {"from": "^\\\\/old-khel\\\\/?$", '
            '"to": "/tag/khel/"}, {"from": "^/blog/(.*)$", "to": "/$1"}, 4, {"from": 3}]',
        ),
        (
            "redirects.yaml",
            "301:\n  /purana-mela/: /mela/\n  '/old-khel': \"/tag/khel/\"\n"
            "  ^/blog/(.*)$: /$1\n302:\n",
        ),
    ],
)
def test_what_led_on_there_leads_to_the_same_here(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    move = moved_in(tmp_path, post("mela", tags=[KHEL]))

    assert queries.redirect_for("/purana-mela/") == at("mela")
    assert queries.redirect_for("/old-khel/") == "/khel/"
    assert told(move) == ["Redirects that are expressions were not followed: 1"]


def test_what_led_to_another_site_leads_to_no_story_of_its_words(tmp_path: Path) -> None:
    leads = [
        {"from": "/bahar", "to": "https://a.example/mela/"},
        {"from": "^\\/andar\\-ka\\/$", "to": f"{SITE}/mela/"},
    ]
    (tmp_path / "redirects.json").write_text(json.dumps(leads), encoding="utf-8")

    moved_in(tmp_path, post("mela", tags=[KHEL]))

    assert queries.redirect_for("/bahar/") is None
    assert queries.redirect_for("/andar-ka/") == at("mela")


def test_a_tag_with_a_percent_encoded_address_can_be_read_in_the_map(tmp_path: Path) -> None:
    path = tmp_path / "site.json"
    coded = tag("%e0%a4%89%e0%a4%a4%e0%a5", "उत्तर प्रदेश")
    path.write_text(json.dumps({"posts": [post("mela", tags=[coded])]}), encoding="utf-8")

    with closing(GhostArchive(path, address=SITE)) as archive:
        survey = archive.survey()

    assert list(survey.categories) == ["उत%e0%a5"]


@pytest.mark.parametrize("text", ["", "[", "[[]]", "{}", "\x00\xff", "301:\n  :\n"])
def test_a_file_of_redirects_that_is_none_leads_nowhere(tmp_path: Path, text: str) -> None:
    (tmp_path / "redirects.json").write_text(text, encoding="utf-8")

    moved_in(tmp_path, post("mela", tags=[KHEL]))

    assert queries.redirect_for("/mela/") == at("mela")


def test_the_feeds_of_the_site_and_of_its_lists_are_found(tmp_path: Path) -> None:
    moved_in(tmp_path, post("mela", tags=[KHEL, RAJ]))

    assert queries.redirect_for("/rss/") == "/feed.xml"
    assert queries.redirect_for("/tag/khel/rss/") == "/khel/feed.xml"
    assert queries.redirect_for("/tag/rajnath-singh/rss/") == "/vishay/rajnath-singh/feed.xml"


def test_a_tag_that_is_a_section_leads_there_and_is_no_empty_topic(tmp_path: Path) -> None:
    moved_in(tmp_path, post("mela", tags=[KHEL, RAJ]))

    assert queries.redirect_for("/tag/khel/") == "/khel/"
    assert topics("mela") == ["राजनाथ सिंह"]
    assert not Topic.objects.filter(name="खेल").exists()


def test_a_first_tag_that_is_no_section_is_a_topic_and_the_next_one_counts(tmp_path: Path) -> None:
    many = [post(f"khel-{at}", tags=[KHEL]) for at in range(3)]
    tags = [tag(f"vyakti-{at}", f"व्यक्ति {at}") for at in range(13)]
    few = [post(f"kuchh-{at}", tags=[one, KHEL]) for at, one in enumerate(tags)]

    moved_in(tmp_path, *many, *few, post("taaza-khabar", tags=[tag("breaking", "ब्रेकिंग"), KHEL]))

    first = story("kuchh-0")
    assert first.section is not None
    assert first.section.slug == "khel"
    assert topics("kuchh-0") == ["व्यक्ति 0"]
    assert topics("taaza-khabar") == []


def test_a_tag_that_no_post_has_is_not_in_the_map(tmp_path: Path) -> None:
    path = tmp_path / "site.json"
    tables = {"posts": [post("mela", tags=[KHEL, RAJ])], "tags": [tag("x", "अकेला")]}
    path.write_text(json.dumps(tables), encoding="utf-8")

    with closing(GhostArchive(path, address=SITE)) as archive:
        survey = archive.survey()

    assert list(survey.categories) == ["khel"]
    assert set(survey.tags) == {"khel", "rajnath-singh"}


def test_what_tags_and_authors_say_of_themselves_is_kept(tmp_path: Path) -> None:
    local = tag("gaon", "गांव की बात", description="गांवों की खबरें")
    river = tag("nadi", "सोहनी नदी", description="<p>एक नदी</p>")
    author = {"slug": "meera", "name": "मीरा चौहान", "bio": "नौघाट से लिखती हैं"}

    moved_in(tmp_path, post("mela", tags=[local, river], authors=[author]))

    assert SectionPage.objects.get(title="गांव की बात").description == "गांवों की खबरें"
    assert Topic.objects.get(name="सोहनी नदी").description == "एक नदी"
    assert Author.objects.get(name="मीरा चौहान").bio == "नौघाट से लिखती हैं"


def test_a_tag_that_is_hidden_there_is_none_here(tmp_path: Path) -> None:
    hidden = [tag("hash-video", "#video"), tag("andar", "अंदर", visibility="internal")]

    moved_in(tmp_path, post("mela", tags=[*hidden, KHEL]))

    assert topics("mela") == []
    assert queries.redirect_for("/mela/") == f"/khel/mela-{story('mela').number}/"


def test_a_reference_to_the_amp_page_of_a_story_is_one_to_the_story(tmp_path: Path) -> None:
    body = f'<p>ये भी पढ़ें: <a href="{SITE}/mela/amp/">मेले की पूरी बात</a></p>'

    moved_in(tmp_path, post("mela", tags=[KHEL]), post("pul", tags=[KHEL], html=body))

    (block,) = story("pul").body.raw_data
    assert block["value"]["story"] == story("mela").pk


def test_who_does_not_say_where_the_site_stood_is_told_what_that_costs(tmp_path: Path) -> None:
    move = moved_in(tmp_path, post("mela", tags=[KHEL]), address="")

    assert [line for line in told(move) if "--address" in line]
