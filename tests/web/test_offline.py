"""Reading without a network: the worker, the manifest, the page of kept stories."""

import gzip
import json
from typing import Any

import pytest
from tests.web import samples
from tests.web.conftest import Newsroom, Open, Read, text_of, value

from harkara.web import assets, offline
from harkara.web.headers import READER_HEADERS

# What the worker may weigh, gzipped, in bytes.
WORKER = 4_000


def test_the_worker_stands_at_the_root_and_keeps_to_its_budget(
    newsroom: Newsroom, open_page: Open
) -> None:
    opened = open_page("/sw.js")

    assert opened.content_type == "text/javascript; charset=utf-8"
    assert len(gzip.compress(opened.body, 6, mtime=0)) < WORKER
    assert "design" in opened.keys


def test_a_worker_is_another_one_when_the_style_is(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = offline.worker()
    address = assets.address

    assert offline.worker() == before
    monkeypatch.setattr(assets, "address", lambda name: f"{address(name)}x")

    def version(code: str) -> str:
        return code.partition('const VERSION = "')[2][:12]

    assert version(offline.worker()) != version(before)


def test_what_the_worker_lays_by_is_there(newsroom: Newsroom, open_page: Open) -> None:
    said = json.loads(offline.worker().partition("const PAPER = ")[2].partition(";\n")[0])

    assert set(said["shell"]) <= set(assets.files())
    assert open_page(said["kept"]).status == 200
    assert open_page(said["withdrawn"]).body.decode().split() == ["13"]
    assert "%(when)s" in said["old"]


def test_no_worker_names_another_host_or_keeps_a_comment(newsroom: Newsroom) -> None:
    code = offline.worker().replace("http://www.w3.org/2000/svg", "")

    assert "http" not in code
    assert "//" not in code


def test_a_paper_that_wants_none_gets_a_worker_that_clears_everything(
    newsroom: Newsroom, settings: Any, open_page: Open, read_page: Read
) -> None:
    with_one = assets.digest()
    settings.WEB_OFFLINE = False

    code = open_page("/sw.js").body.decode()

    assert "caches.delete" in code
    assert "unregister" in code
    assert '"fetch"' not in code
    assert not read_page("/").cssselect("hk-light")
    assert open_page("/bina-network/").status == 404
    assert assets.digest() != with_one


def test_the_paper_can_be_put_among_a_phone_s_apps(newsroom: Newsroom, open_page: Open) -> None:
    opened = open_page("/manifest.webmanifest")

    said = json.loads(opened.body)
    assert opened.content_type == "application/manifest+json"
    assert (said["name"], said["lang"], said["start_url"], said["scope"]) == (
        samples.SITE.name, "hi", "/", "/",
    )  # fmt: skip
    assert {icon["src"] for icon in said["icons"]} <= set(assets.files())
    assert "512x512" in {icon["sizes"] for icon in said["icons"]}


def test_every_page_names_the_manifest_and_the_policy_allows_both(read_page: Read) -> None:
    page = read_page(samples.STORY.path)

    assert value(page.cssselect("link[rel=manifest]")[0], "href") == "/manifest.webmanifest"
    assert value(page.cssselect("hk-light")[0], "worker") == "/sw.js"
    policy = READER_HEADERS["Content-Security-Policy"]
    assert "worker-src 'self'" in policy
    assert "manifest-src 'self'" in policy


def test_the_page_of_kept_stories_says_what_it_is_without_a_script(read_page: Read) -> None:
    page = read_page("/bina-network/")

    assert "बिना नेटवर्क" in text_of(page.cssselect(".head__about")[0])
    assert "जावास्क्रिप्ट" in text_of(page.cssselect("noscript")[0])


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("// said\nlet a = 1;\n", "let a = 1;\n"),
        ("  // said\n  go();\n", "  go();\n"),
        ('const a = /** @type {x} */ ("b");', 'const a = ("b");'),
        ("/* said\n   more */\n.a { top: 0; }\n", ".a { top: 0; }\n"),
        ('fetch("//kahin");\n', 'fetch("//kahin");\n'),
    ],
)
def test_comments_are_not_sent_to_readers(source: str, left: str) -> None:
    assert assets.plain(source) == left
