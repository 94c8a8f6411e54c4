"""What the steps of a random history do: pick a story, open pages, let something happen."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.core.files.images import ImageFile
from PIL import Image

from harkara.newsroom.models import (
    ArticlePage,
    Author,
    FrontPage,
    InfoPage,
    LiveStory,
    SectionPage,
    Topic,
)
from harkara.press import actions as press
from harkara.press import tasks as press_tasks
from harkara.press.actions import pressing
from harkara.press.render import Rendered, render


class Killed(BaseException):
    """The process ends here."""


@contextmanager
def meanwhile(do: Callable[[], None]) -> Iterator[None]:
    """Do something once, after the next page was rendered and before it is stored."""
    left = [do]

    def render_and_do(path: str) -> Rendered:
        rendered = render(path)
        if left:
            left.pop()()
        return rendered

    with patch.object(pressing, "render", render_and_do):
        yield


def pick(model: Any, which: int) -> Any:
    """Return one of a model's rows, or None if there is none."""
    ids = list(model.objects.order_by("pk").values_list("pk", flat=True))
    return model.objects.get(pk=ids[which % len(ids)]) if ids else None


def pick_live(which: int) -> Any:
    """Return one of the stories that are on the site, or None."""
    row = pick(LiveStory, which)
    return row and row.article


def latest(which: int, *, live: bool = False) -> Any:
    """Return a story as its newest revision has it."""
    story = pick_live(which) if live else pick(ArticlePage, which)
    return story and story.get_latest_revision_as_object()


def chosen(model: Any, bits: int) -> list[int]:
    """Return the ids of some of a model's rows, by the bits of a number."""
    ids = model.objects.order_by("pk").values_list("pk", flat=True)
    return [pk for place, pk in enumerate(ids) if bits >> place & 1]


def write_info_page(title: str) -> None:
    """Write or rewrite the page about the paper."""
    page = InfoPage.objects.first()
    if page is None:
        front = FrontPage.objects.get()
        front.add_child(instance=InfoPage(title=title, slug="parichay", body="<p>हम।</p>"))
    else:
        page.title = title
        page.save_revision().publish()


def press_everything() -> None:
    """Have every page that may stand on the site pressed."""
    for path in all_paths():
        press.answer(path)
    press_tasks.run_until_idle()


def all_paths() -> list[str]:
    """Return the addresses of all that could stand on the site, and of some that do not."""
    lists = [f"/{slug}/" for slug in SectionPage.objects.values_list("slug", flat=True)]
    lists += [f"/vishay/{slug}/" for slug in Topic.objects.values_list("slug", flat=True)]
    lists += [f"/lekhak/{slug}/" for slug in Author.objects.values_list("slug", flat=True)]
    months = ["2026/03/", "2026/04/"]
    return [
        "/", "/feed.xml", "/sitemap.xml", "/bhool-sudhar/", "/parichay/",
        *lists, *(one + "feed.json" for one in lists),
        *(one + month for one in lists for month in months),
    ]  # fmt: skip


def small_picture() -> ImageFile:
    """Return a picture just large enough to make renditions of."""
    buffer = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(buffer, "PNG")
    return ImageFile(io.BytesIO(buffer.getvalue()), name="pul.png")
