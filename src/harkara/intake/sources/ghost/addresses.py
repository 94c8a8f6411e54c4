"""Addresses: under which paths a Ghost site's posts and lists could be reached.

The export tells the words of a post's address alone. Their form stands in `routes.yaml`, and what
led on in `redirects.yaml` or `redirects.json` (**Settings → Labs** there); both are read if they
lie beside the export. Of YAML only what Ghost's own files have is understood.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from urllib.parse import urlsplit

from harkara.intake.content.references import Own
from harkara.intake.json_text import read_json
from harkara.newsroom.addresses import as_asked_for

ROUTES = "routes.yaml"
REDIRECTS = ("redirects.yaml", "redirects.yml", "redirects.json")
MOST_BYTES = 8 << 20
_QUOTED = r"""["']?(?P<form>/[^"'\s#]*)["']?\s*(?:#.*)?$"""
_PERMALINK = re.compile(rf"^[\s-]*permalink:\s*{_QUOTED}", re.MULTILINE)
_TAXONOMY = re.compile(rf"^\s+(?P<kind>tag|author):\s*{_QUOTED}", re.MULTILINE)
_LEADS = re.compile(
    r"""^\s+["']?(?P<old>[^\s"'#][^\s"']*)["']?\s*:\s+["']?(?P<new>[^\s"']+)["']?\s*$""",
    re.MULTILINE,
)
# What Ghost 1 has in the export itself is `/:year/:month/:day/:slug/`.
_FIELD = re.compile(r"\{(\w+)\}|:(\w+)")
# An address in a file of redirects is an expression; nearly all say one path alone.
_ESCAPED = re.compile(r"\\([/.~_-])")
_ONE_PATH = re.compile(r"\^?(?P<path>/[^\\^$.*+?()\[\]{}|]*(?:\.\w+)?)(?:/\?)?\$?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """How the addresses of a site are made: the forms of its permalinks and lists, and what led on.

    `leads` has the older addresses by that to which they led.
    """

    permalinks: tuple[str, ...] = ()
    lists: Mapping[str, str] = field(default_factory=dict)
    leads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    expressions: int = 0
    """How many of the older addresses are expressions, and so were not read."""
    zone: tzinfo = UTC

    def of_post(self, values: Mapping[str, str], at: datetime | None) -> tuple[str, ...]:
        """Return all paths of a post: by its words, as its site formed it, and those before.

        `values` are `slug`, `id` and others that a permalink may name; one that lacks some is
        left out.
        """
        if not values.get("slug"):
            return ()
        when = at.astimezone(self.zone) if at else None
        dated = {"year": f"{when:%Y}", "month": f"{when:%m}", "day": f"{when:%d}"} if when else {}
        forms = (_filled(form, {**values, **dated}) for form in self.permalinks)
        paths = dict.fromkeys([f"/{values['slug']}/", *filter(None, forms)])
        before = (one for path in paths for one in self.leads.get(key_of(path), ()))
        return tuple(dict.fromkeys([*paths, *before]))

    def of_list(self, kind: str, slug: str) -> tuple[str, ...]:
        """Return the paths under which the stories of a tag or an author were listed."""
        if not slug:
            return ()
        forms = [f"/{kind}/{slug}", _filled(self.lists.get(kind, ""), {"slug": slug})]
        paths = dict.fromkeys(filter(None, forms))
        before = (one for path in paths for one in self.leads.get(key_of(path), ()))
        return tuple(dict.fromkeys([*paths, *before]))


def beside(export: Path, *, base: str, permalink: str, zone: tzinfo) -> Addresses:
    """Return how a site's addresses are made, by the files that lie beside its export.

    `base` is the site's address, `permalink` the form that the export itself names; "" for what
    is not known.
    """
    routes = _text(export.with_name(ROUTES))
    forms = [permalink, *(one["form"] for one in _PERMALINK.finditer(routes))]
    own, leads, expressions = Own(base), defaultdict[str, list[str]](list), 0
    for name in REDIRECTS:
        for old, new in _pairs(_text(export.with_name(name))):
            path = _path(old)
            expressions += not path
            if path and own.is_own(new):
                leads[key_of(new)].append(path)
    return Addresses(
        permalinks=tuple(one for one in dict.fromkeys(forms) if one),
        lists={one["kind"]: one["form"] for one in _TAXONOMY.finditer(routes)},
        leads={new: tuple(dict.fromkeys(old)) for new, old in leads.items()},
        expressions=expressions,
        zone=zone,
    )


def key_of(path: str) -> str:
    """Return what a path is known by, however its end and its letters are written."""
    try:
        return as_asked_for(urlsplit(path).path).rstrip("/").casefold()
    except ValueError:
        return ""


def _filled(form: str, values: Mapping[str, str]) -> str:
    """Return a permalink with its fields filled in, "" if one is not known.

    >>> _filled("/{year}/{month}/{slug}/", {"year": "2020", "month": "05", "slug": "mela"})
    '/2020/05/mela/'
    >>> _filled("/:year/:slug/", {"slug": "mela"})
    ''
    """
    names = [one[1] or one[2] for one in _FIELD.finditer(form)]
    if not names or not all(values.get(name) for name in names):
        return ""
    return _FIELD.sub(lambda one: values[one[1] or one[2]], form)


def _path(old: str) -> str:
    r"""Return the one path that an expression of a redirect says, "" if it says none or many.

    >>> _path(r"^\/purana\-mela\/?$"), _path("^/blog/(.*)$")
    ('/purana-mela', '')
    """
    one = _ONE_PATH.match(_ESCAPED.sub(r"\1", old))
    return one["path"] if one and len(one["path"]) > 1 else ""


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Give what leads on in a file of redirects, and to where."""
    if not text.lstrip().startswith("["):
        yield from ((one["old"], one["new"]) for one in _LEADS.finditer(text))
        return
    try:
        told = read_json(text)
    except (ValueError, RecursionError):
        return
    for one in told if isinstance(told, list) else ():
        match one:
            case {"from": str(old), "to": str(new)}:
                yield old, new


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES).decode("utf-8-sig", errors="replace")
    except OSError:
        return ""
