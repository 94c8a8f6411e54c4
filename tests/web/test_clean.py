"""What leaves with a feed: links that also work elsewhere."""

import pytest

from harkara.web.clean import inline, travelling


def test_links_become_whole_addresses() -> None:
    assert 'href="http' in travelling('<p><a href="/s/1">खबर</a></p>')


@pytest.mark.parametrize("link", ["//[", "//ex℀mple.com/"])
def test_a_link_that_is_no_address_is_taken_off_its_words(link: str) -> None:
    sent = travelling(str(inline(f'<a href="{link}">खबर</a>')))

    assert "खबर" in sent
    assert "href" not in sent
