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
    return [page for page in _pages(model) if page.live]


def sections_by_id() -> dict[int, SectionPage]:
    """Return all sections by their ids, in the desk's order: a draft may stand in a hidden one."""
    return once("sections", _sections_by_id)


def live_sections() -> list[SectionPage]:
    """Return the sections that readers see, in the desk's order."""
    return [section for section in sections_by_id().values() if section.live]


def named_sections() -> list[tuple[int, str, str, bool]]:
    """Return all sections in the desk's order: id, name, address, and whether readers see it."""
    read(keys.MENU)
    found = SectionPage.objects.filter(pk__in=_ids(SectionPage)).order_by()
    rows = sorted(found.values_list("path", "pk", "title", "slug", "live"))
    return [(pk, title, words, live) for _path, pk, title, words, live in rows]


def _sections_by_id() -> dict[int, SectionPage]:
    read(keys.MENU)
    return {section.pk: section for section in _pages(SectionPage)}


def _pages(model: type[Few]) -> list[Few]:
    found = model.objects.filter(pk__in=_ids(model)).order_by()
    return sorted(found, key=lambda page: str(page.path))


def _ids(model: type[Few]) -> list[int]:
    return list(model.objects.order_by().values_list("page_ptr_id", flat=True))
