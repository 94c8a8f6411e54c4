"""Moving an export in as people do by hand: every item parsed, added as a page and published.

    python -m bench.naive.moving HOME EXPORT

makes a Wagtail site in a folder and prints one JSON object: what it cost, and how many stories and
old addresses came of it. Nothing is repaired, suggested, led to or reported.
"""

import json
import resource
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

WAGTAIL = (
    "wagtail.contrib.redirects", "wagtail.users", "wagtail.snippets", "wagtail.documents",
    "wagtail.images", "wagtail.embeds", "wagtail.search", "wagtail.admin", "wagtail.sites",
    "wagtail", "modelcluster", "taggit", "django.contrib.auth", "django.contrib.contenttypes",
    "django.contrib.sessions", "django.contrib.messages",
)  # fmt: skip
SECTION = "news"


def main() -> int:
    """Make the site, move the export in, and print what that cost."""
    home, export = Path(sys.argv[1]), Path(sys.argv[2])
    _found(home)
    began, used = time.perf_counter(), time.process_time()
    _move_in(export)
    cost = {
        "seconds": time.perf_counter() - began,
        "processor": time.process_time() - used,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        **_came(),
    }
    print(json.dumps(cost))
    return 0


def _found(home: Path) -> None:
    import django
    from django.conf import settings

    home.mkdir(parents=True)
    settings.configure(
        SECRET_KEY="of a bench",  # noqa: S106 (nobody is served)
        INSTALLED_APPS=["bench.naive", *WAGTAIL],
        DATABASES={
            "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": home / "site.sqlite3"}
        },
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        STATIC_URL="/static/",
        USE_TZ=True,
        LANGUAGE_CODE="hi",
        WAGTAIL_SITE_NAME="naive",
        WAGTAILADMIN_BASE_URL="http://127.0.0.1",
        WAGTAIL_CONTENT_LANGUAGES=[("hi", "Hindi")],
    )
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def _move_in(export: Path) -> None:
    from django.utils.dateparse import parse_datetime
    from wagtail.contrib.redirects.models import Redirect
    from wagtail.models import Page

    from bench.naive.models import PlainStory

    root = Page.objects.get(depth=1)
    section = root.add_child(instance=Page(title="News", slug=SECTION))
    for item in _items(export):
        page = PlainStory(
            title=item["title"],
            slug=f"story-{item['post_id']}",
            standfirst=item["excerpt"],
            published_at=parse_datetime(f"{item['post_date_gmt']}Z"),
            body=json.dumps([{"type": "html", "value": item["content"]}]),
        )
        section.add_child(instance=page)
        page.save_revision().publish()
        for path in (unquote(urlsplit(item["link"]).path), f"/?p={item['post_id']}"):
            kept = Redirect.normalise_path(path)[:255]
            Redirect.objects.get_or_create(old_path=kept, defaults={"redirect_page": page})


def _items(export: Path) -> Iterator[Mapping[str, str]]:
    """Give the values of each item by their local names."""
    for _event, item in etree.iterparse(export, tag="item", huge_tree=True):
        told = {}
        for child in item:
            name = etree.QName(child).localname
            if name == "encoded":
                name = "excerpt" if "excerpt" in str(child.tag) else "content"
            told[name] = child.text or ""
        yield told
        item.clear()


def _came() -> dict[str, int]:
    from wagtail.contrib.redirects.models import Redirect

    from bench.naive.models import PlainStory

    return {
        "stories": PlainStory.objects.live().count(),
        "addresses": Redirect.objects.count(),
        "leading": Redirect.objects.filter(redirect_page__isnull=False).count(),
    }


if __name__ == "__main__":
    sys.exit(main())
