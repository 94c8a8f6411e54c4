"""Nothing on the paper leads nowhere."""

from tests.running import MARKS
from tests.validators.conftest import Pages

pytestmark = MARKS
# Short addresses and old ones lead on; what they lead to was asked as well.
WELL = (200, 301)


def test_every_address_the_paper_names_is_answered(pages: Pages) -> None:
    dead = [(page.status, path, page.named_by) for path, page in pages.items()]

    assert [one for one in dead if one[0] not in WELL] == []


def test_the_crawl_has_seen_the_whole_paper(pages: Pages) -> None:
    ends = ("/feed.xml", "/atom.xml", "/feed.json", ".css", ".js", "/sitemap.xml")
    kinds = ("/lekhak/", "/vishay/", "/sitemaps/", "/media/", "/s/")

    assert [end for end in ends if not any(path.endswith(end) for path in pages)] == []
    assert [kind for kind in kinds if not any(path.startswith(kind) for path in pages)] == []


def test_every_answer_says_what_it_is(pages: Pages) -> None:
    texts = [page for page in pages.values() if page.status == 200 and page.type.startswith("text")]

    assert [page.path for page in pages.values() if not page.content_type] == []
    assert [page.path for page in texts if "charset=utf-8" not in page.content_type.lower()] == []
