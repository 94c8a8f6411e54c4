"""Exports to measure on: what a Hindi portal's WordPress would write, made up, of any size.

The stories are told from the demo paper's sentences and from templates; the same number gives the
same file. They have what such exports have: slugs in percent-encoded Devanagari, one in nine cut in
the middle of a letter; classic text and block markup; "ये भी पढ़ें" lines that lead to earlier and
later stories; lines that themes leave; stories in no category; tags, comments, several accounts.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from urllib.parse import quote

from bench.archiving import vocabulary_table as given
from bench.archiving.telling import PLACES, Teller

SITE = "https://khabar.example"
SEED = 1826
CATEGORIES = {
    "desh": "देश",
    "khel": "खेल",
    "apradh": "अपराध",
    "%e0%a4%b0%e0%a4%be%e0%a4%9c%e0%a4%a8%e0%a5%80%e0%a4%a4%e0%a4%bf": "राजनीति",
    "manoranjan": "मनोरंजन",
    "uncategorized": "Uncategorized",
}
ACCOUNTS = {f"samvad{at}": f"संवाददाता {name}" for at, name in enumerate(given.FIRST_NAMES[:12])}
DEBRIS = (
    "Trending Videos",
    "News Portal Development Companies In India",
    "Facebook Twitter WhatsApp",
    "विज्ञापन",
)
FIRST = datetime(2016, 1, 1, 4, tzinfo=UTC)
LONGEST_SLUG = 200
_HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.5" created="2024-06-10 12:29" -->
<rss version="2.0"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wfw="http://wellformedweb.org/CommentAPI/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>खबर</title>
<link>{site}</link>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>{site}</wp:base_site_url>
<wp:base_blog_url>{site}</wp:base_blog_url>
"""


def write_wxr(path: Path, stories: int) -> None:
    """Write an export of so many stories."""
    from harkara.demo.stories import read

    random = Random(SEED)
    teller = Teller(read(), random)
    with path.open("w", encoding="utf-8") as file:
        file.write(_HEAD.format(site=SITE))
        file.writelines(_people_and_terms())
        for number in range(1, stories + 1):
            file.write(_item(number, stories, teller, random))
        file.write("</channel>\n</rss>\n")


def path_of(number: int) -> str:
    """Return the old address of a story of such an export, as it stands there."""
    at = published(number)
    return f"/{at:%Y/%m/%d}/{_slug(number)}/"


def old_addresses(number: int) -> dict[str, str]:
    """Return the addresses under which a story may still be asked for, by what they are."""
    path = path_of(number)
    return {
        "as it was linked": path,
        "in upper hex": re.sub("%[0-9a-f]{2}", lambda found: found[0].upper(), path),
        "without the slash": path.rstrip("/"),
        "by its id": f"/?p={number}",
        "by its id among others": f"/?utm_source=fb&p={number}",
        "as AMP": f"{path}amp/",
        "its feed": f"{path}feed/",
    }


def headline_of(number: int) -> str:
    """Return the headline of a story, which only its number makes."""
    random = Random(SEED + number)
    gaps = {
        "place": random.choice(PLACES),
        "other": random.choice(PLACES),
        "thing": random.choice(given.THINGS),
        "people": random.choice(given.PEOPLE),
        "office": random.choice(given.ORGANISATIONS),
        "n": str(random.randint(2, 400)),
    }
    return random.choice(given.HEADLINES).format_map(gaps)


def _slug(number: int) -> str:
    """Return a slug as WordPress makes it: the whole headline, encoded, cut at 200 bytes."""
    words = "-".join(headline_of(number).split())
    encoded = quote(f"{words}-{number}" if number % 9 else f"{number}-{words * 3}").lower()
    return encoded[:LONGEST_SLUG]


def published(number: int) -> datetime:
    """Return when a story was published."""
    return FIRST + timedelta(minutes=36 * number)


def _people_and_terms() -> Iterator[str]:
    for at, (login, name) in enumerate(ACCOUNTS.items(), 1):
        yield (
            f"<wp:author><wp:author_id>{at}</wp:author_id><wp:author_login><![CDATA[{login}]]>"
            f"</wp:author_login><wp:author_display_name><![CDATA[{name}]]>"
            "</wp:author_display_name></wp:author>\n"
        )
    for at, (slug, name) in enumerate(CATEGORIES.items(), 1):
        yield (
            f"<wp:category><wp:term_id>{at}</wp:term_id><wp:category_nicename><![CDATA[{slug}]]>"
            f"</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>"
            f"<![CDATA[{name}]]></wp:cat_name></wp:category>\n"
        )


def _item(number: int, stories: int, teller: Teller, random: Random) -> str:
    at = published(number)
    slug, name = random.choice(list(CATEGORIES.items()))
    tags = "".join(
        f'<category domain="post_tag" nicename="{quote(tag).lower()}"><![CDATA[{tag}]]></category>'
        for tag in dict.fromkeys((random.choice(PLACES), random.choice(given.THINGS)))
    )
    told = teller.tell()
    return f"""<item>
<title><![CDATA[{headline_of(number)}]]></title>
<link>{SITE}{path_of(number)}</link>
<pubDate>{at:%a, %d %b %Y %H:%M:%S} +0000</pubDate>
<dc:creator><![CDATA[{random.choice(list(ACCOUNTS))}]]></dc:creator>
<guid isPermaLink="false">{SITE}/?p={number}</guid>
<description></description>
<content:encoded><![CDATA[{_content(number, stories, teller, random)}]]></content:encoded>
<excerpt:encoded><![CDATA[{told.standfirst}]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id>
<wp:post_date><![CDATA[{at + timedelta(minutes=330):%Y-%m-%d %H:%M:%S}]]></wp:post_date>
<wp:post_date_gmt><![CDATA[{at:%Y-%m-%d %H:%M:%S}]]></wp:post_date_gmt>
<wp:post_modified_gmt><![CDATA[{at:%Y-%m-%d %H:%M:%S}]]></wp:post_modified_gmt>
<wp:comment_status><![CDATA[open]]></wp:comment_status>
<wp:post_name><![CDATA[{_slug(number)}]]></wp:post_name>
<wp:status><![CDATA[publish]]></wp:status>
<wp:post_parent>0</wp:post_parent>
<wp:post_type><![CDATA[post]]></wp:post_type>
<wp:post_password><![CDATA[]]></wp:post_password>
<category domain="category" nicename="{slug}"><![CDATA[{name}]]></category>
{tags}
<wp:postmeta><wp:meta_key><![CDATA[_edit_last]]></wp:meta_key><wp:meta_value><![CDATA[1]]></wp:meta_value></wp:postmeta>
{_comment(number) if number % 5 == 0 else ""}</item>
"""


def paragraphs(
    stories: int, teller: Teller, random: Random, reference: Callable[[int], str]
) -> list[str]:
    """Return a story's paragraphs; among some of them a `reference` to another one's number."""
    parts = [teller.sentences(random.randint(2, 5)) for _ in range(random.randint(4, 9))]
    if random.random() < 0.4:
        parts.insert(2, reference(random.randint(1, stories)))
    return parts


def _reference(other: int) -> str:
    link = f'<a href="{SITE}{path_of(other)}">{headline_of(other)}</a>'
    return f"<strong>ये भी पढ़ें:</strong> {link}"


def _content(number: int, stories: int, teller: Teller, random: Random) -> str:
    parts = paragraphs(stories, teller, random, _reference)
    if random.random() < 0.2:
        parts.insert(1, random.choice(DEBRIS))
    if number % 2:
        return "\n\n".join(parts)
    return "\n\n".join(f"<!-- wp:paragraph -->\n<p>{p}</p>\n<!-- /wp:paragraph -->" for p in parts)


def _comment(number: int) -> str:
    return (
        f"<wp:comment><wp:comment_id>{number}</wp:comment_id><wp:comment_author>"
        "<![CDATA[एक पाठक]]></wp:comment_author><wp:comment_date_gmt>2016-05-01 10:00:00"
        "</wp:comment_date_gmt><wp:comment_content><![CDATA[अच्छी खबर।]]></wp:comment_content>"
        "<wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent>"
        "</wp:comment>\n"
    )
