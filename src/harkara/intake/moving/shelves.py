"""Shelves: categories that say where a theme shows a story, and not what it is about.

Bought themes fill the slider and the lines of their front page by categories of these names; every
story of a day stands in some of them beside its own.
"""

import re

from harkara.text.fold import fold

_NAMES = (
    "all news, breaking, breaking news, editor's pick, editor's picks, editors pick, featured, "
    "featured news, featured post, featured posts, flash news, headline, headlines, home, "
    "home page, home slider, homepage, hot news, latest, latest news, main, main news, "
    "main slider, misc, miscellaneous, must read, news, news ticker, other, other news, others, "
    "popular, popular news, recent, recent news, recent posts, slider, sticky, ticker, top, "
    "top news, top stories, top story, trending, trending news, "
    "अन्य, अन्य खबरें, खबर, खबरें, टॉप न्यूज, टॉप स्टोरी, ट्रेंडिंग, ट्रेंडिंग न्यूज, ताजा, ताजा खबर, "
    "ताजा खबरें, ताजा समाचार, न्यूज, प्रमुख खबरें, प्रमुख समाचार, बड़ी खबर, बड़ी खबरें, ब्रेकिंग, "
    "ब्रेकिंग न्यूज, मुख्य खबर, मुख्य खबरें, मुख्य समाचार, लेटेस्ट न्यूज, विविध, सभी खबरें, समाचार, "
    "सुर्खियां, स्लाइडर, हेडलाइंस, होम"
)
_BETWEEN = re.compile(r"[\s_-]+")


def _key(name: str) -> str:
    return _BETWEEN.sub(" ", fold(name)).strip()


_SHELVES = frozenset(map(_key, _NAMES.split(", ")))


def is_shelf(name: str) -> bool:
    """Say whether the name or the address of a category is that of a shelf.

    >>> is_shelf("Breaking-News"), is_shelf("मुख्य समाचार"), is_shelf("खेल समाचार")
    (True, True, False)
    """
    return _key(name) in _SHELVES
