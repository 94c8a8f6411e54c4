"""Pages of which a site has few, found without walking past its stories.

Wagtail keeps all pages in one table in the order of its tree. Asked for live sections in that
order, a database reads every story between them; asked for their ids first, it reads the sections.
"""

from typing import TypeVar

from harkara.newsroom import keys
from harkara.newsroom.models import FrontPage, InfoPage, SectionPage
from harkara.press.recorder import once, read

Few = TypeVar("Few", FrontPage, InfoPage, SectionPage)


def live_pages(model: type[Few]) -> list[Few]:
    """Return the live pages of a kind, in the tree's order."""
    ids = list(model.objects.order_by().values_list("page_ptr_id", flat=True))
    found = model.objects.filter(pk__in=ids).order_by()
    return sorted((page for page in found if page.live), key=lambda page: str(page.path))


def sections_by_id() -> dict[int, SectionPage]:
    """Return the live sections by their ids: those that live stories stand in."""
    return once("sections", _sections_by_id)


def _sections_by_id() -> dict[int, SectionPage]:
    read(keys.MENU)
    return {section.pk: section for section in live_pages(SectionPage)}
