"""Bodies: what a Ghost post says as HTML, whichever of its forms it is kept in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from harkara.intake.content import plain
from harkara.intake.drafts import Notice
from harkara.intake.mending import Pen
from harkara.intake.pictures import is_picture_name
from harkara.intake.sources.ghost import lexical, mobiledoc
from harkara.intake.sources.ghost.export import Row, said
from harkara.text.graphemes import ellipsis

GHOST_URL = "__GHOST_URL__"
"""What stands for the site's address in an export."""
MOST_FILES, MOST_SHOWN = 5, 120
# What stands between these is shown to some readers alone, and to visitors only if it says so.
_GATED = re.compile(
    r"<!--\s*kg-gated-block:begin\b(?P<who>.*?)-->(?P<inside>.*?)<!--\s*kg-gated-block:end\s*-->",
    re.DOTALL,
)
_TO_VISITORS = re.compile(r"nonMember:\s*true\b")
_FILE = re.compile(r"/content/(?:files|media)/[^\"'<>\s?#]+")
_FILES = _("It shows files of the old site, which do not move in: %(files)s")
_GATED_OUT = _("Only members saw a part of it, which was taken out: %(text)s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a post says as HTML, and what its editor should know of it."""

    html: str
    notices: tuple[Notice, ...] = ()


def body_of(row: Row, base: str) -> Body:
    """Return what readers saw of a post: as Ghost made it, or out of its editor's document.

    `base` is the site's address.
    """
    html, gated = _without_gated(_html(row).replace(GHOST_URL, base))
    out = (Notice(message=_GATED_OUT, values={"text": one}) for one in gated)
    return Body(html=html, notices=(*out, *_about_files(html)))


def _html(row: Row) -> str:
    """Return what a post says as HTML: as Ghost made it, or out of its editor's document."""
    return (
        said(row, "html")
        or lexical.html_of(said(row, "lexical"))
        or mobiledoc.html_of(said(row, "mobiledoc"))
    )


def _without_gated(html: str) -> tuple[str, list[str]]:
    """Return a post without the parts that visitors did not see, and what these said."""
    out: list[str] = []
    if "kg-gated-block" not in html:
        return html, out

    def shown(found: re.Match[str]) -> str:
        if _TO_VISITORS.search(found["who"]):
            return found["inside"]
        out.append(ellipsis(plain(found["inside"], Pen()), MOST_SHOWN))
        return ""

    return _GATED.sub(shown, html), out


def _about_files(html: str) -> Iterator[Notice]:
    if "/content/" in html:
        names = (one.rpartition("/")[2] for one in _FILE.findall(html))
        found = [one for one in dict.fromkeys(names) if not is_picture_name(one)]
        if found:
            yield Notice(message=_FILES, values={"files": ", ".join(found[:MOST_FILES])})
