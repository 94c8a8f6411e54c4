"""Ghost: the JSON export of a Ghost site as an archive that moves in.

Ghost has tags alone: the first tag of a post is what its section is made of, the others are topics.
Where the first became no section, another that did counts, and the first is a topic too.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, tzinfo
from functools import partial
from hashlib import file_digest
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils.translation import gettext_noop as _

from harkara.intake.content import plain
from harkara.intake.drafts import Notice, SourceKind
from harkara.intake.mending import Pen
from harkara.intake.moving.archive import Passed, Person, Read, Survey, Term
from harkara.intake.moving.notebook import Notebook
from harkara.intake.sources.ghost.addresses import Addresses, beside
from harkara.intake.sources.ghost.drafting import Post, Settings, draft_of, id_of
from harkara.intake.sources.ghost.export import BrokenOff, Row, rows_of, said, unwrapped
from harkara.intake.sources.ghost.joining import Joins
from harkara.newsroom.addresses import as_asked_for

INTERNAL = "#"
"""A tag whose name begins so is Ghost's own."""
_ZONES = ("timezone", "active_timezone", "activeTimezone")
"""What the versions of Ghost call the setting."""
_NO_ADDRESS = _(
    "Where the site stood was not said (--address): its links to its own pages were left out."
)
_EXPRESSIONS = _("Redirects that are expressions were not followed: %(count)d")
_BROKEN_OFF = _("The file breaks off: nothing of what stands behind post %(count)d could be read.")


class GhostArchive:
    """The export of a Ghost site; `address` is where the site stood, which no export tells."""

    kind = SourceKind.GHOST

    def __init__(self, path: Path, *, address: str = "") -> None:
        self.name = path.name
        self._path, self._address = path, address.rstrip("/")
        self._notebook, self._joins = Notebook(), Joins()
        self._survey = Survey(key="")
        self._tags: dict[str, str] = {}
        self._users: dict[str, str] = {}
        self._terms: dict[str, Term] = {}
        self._slugs: dict[str, str] = {}
        self._told: dict[str, str] = {}
        self._addresses = Addresses()
        self.mark = ""

    def survey(self) -> Survey:
        """Return what the export holds. Raises Refused if it is none."""
        with self._path.open("rb") as file:
            self.mark = file_digest(file, "blake2b").hexdigest()[:40]
        fates: Counter[str] = Counter()
        first: Counter[str] = Counter()
        others: set[str] = set()
        at = 0
        try:
            for table, row in rows_of(self._path):
                if table == "posts":
                    at += 1
                    self._see(row, at, fates, first, others)
                else:
                    self._know(table, row)
        except BrokenOff:
            why = Notice(message=_BROKEN_OFF, values={"count": at})
            self._survey.troubles.append(Passed(line=at, after=at, why=why, is_trouble=True))
        if not self._address:
            why = Notice(message=_NO_ADDRESS)
            self._survey.troubles.append(Passed(line=0, after=0, why=why, is_trouble=True))
        self._survey.title = self._told.get("title", "")
        host = urlsplit(self._address).hostname or ""
        self._survey.key = (host or self._survey.title or self._path.stem)[:200]
        self._survey.fates = dict(fates)
        self._count_joined(first, others)
        self._survey.in_category = dict(first)
        self._addresses = beside(
            self._path,
            base=self._address,
            permalink=self._told.get("permalinks", ""),
            zone=_zone(next((self._told[one] for one in _ZONES if one in self._told), "")),
        )
        if self._addresses.expressions:
            why = Notice(message=_EXPRESSIONS, values={"count": self._addresses.expressions})
            self._survey.troubles.append(Passed(line=0, after=0, why=why, is_trouble=True))
        self._tell_terms(first, others)
        return self._survey

    def media(self) -> Notebook:
        """Return the pictures that the survey saw: Ghost names them by their addresses alone."""
        return self._notebook

    def items(self, after: int = 0) -> Iterator[Post]:
        """Give the posts in order; the export must have been surveyed."""
        at = 0
        try:
            for table, row in rows_of(self._path):
                if table == "posts":
                    at += 1
                    if at > after:
                        yield self._joined(row, at)
        except BrokenOff:
            # The survey has said so.
            return

    def reader(self) -> Read:
        """Return what makes a story of a post."""
        settings = Settings(
            key=self._survey.key,
            base=self._address,
            file_name=self.name,
            addresses=self._addresses,
            leading=frozenset(self._survey.categories),
        )
        return partial(draft_of, settings=settings)

    def first_line(self, foreign_id: str) -> int | None:
        """Return at which place among the posts an id first stands."""
        return self._notebook.first_line(foreign_id)

    def close(self) -> None:
        """Throw away what the survey noted."""
        self._notebook.close()
        self._joins.close()

    def _see(
        self, row: Row, at: int, fates: Counter[str], first: Counter[str], others: set[str]
    ) -> None:
        page = said(row, "type") == "page"
        self._survey.pages += page
        self._survey.stories += not page
        fates[said(row, "status")] += 1
        self._notebook.see(id_of(row), at)
        told = _keys([self._tag(unwrapped(one)) for one in _listed(row, "tags")])
        first.update(told[:1])
        others.update(told[1:])
        for one in _listed(row, "authors", "author"):
            self._person(unwrapped(one))

    def _know(self, table: str, row: Row) -> None:
        """Keep a row of a table beside the posts."""
        post = said(row, "post_id")
        match table:
            case "settings":
                self._told.setdefault(said(row, "key"), said(row, "value"))
            case "tags":
                self._tags[said(row, "id")] = self._tag(row)
            case "users":
                self._users[said(row, "id")] = self._person(row)
            case "posts_tags":
                self._joins.link("tag", post, said(row, "tag_id"), row.get("sort_order"))
            case "posts_authors":
                self._joins.link("author", post, said(row, "author_id"), row.get("sort_order"))
            case "posts_meta":
                self._joins.tell(post, row)

    def _joined(self, row: Row, at: int) -> Post:
        """Return a post with its tags and authors, told beside it or in tables apart."""
        pk = said(row, "id")
        told = [self._tag(unwrapped(one)) for one in _listed(row, "tags")]
        own = [self._person(unwrapped(one)) for one in _listed(row, "authors", "author")]
        author = self._users.get(said(row, "author_id"), "")
        joined = [self._users.get(one, "") for one in self._joins.of("author", pk)]
        return Post(
            row=row,
            at=at,
            tags=_keys(told or [self._tags.get(one, "") for one in self._joins.of("tag", pk)]),
            authors=_keys(own or joined or [author]),
            meta=self._joins.meta_of(pk),
        )

    def _count_joined(self, first: Counter[str], others: set[str]) -> None:
        """Count what tags come first, and note those that come later, in tables apart."""
        last = ""
        for post, other in self._joins.all("tag"):
            key = self._tags.get(other, "")
            if key and post != last:
                first[key] += 1
                last = post
            elif key:
                others.add(key)

    def _tell_terms(self, first: Counter[str], others: set[str]) -> None:
        """Put into the survey what each tag is: a category, a topic, both, or nothing to anybody.

        A tag that no post has is neither.
        """
        for key, term in self._terms.items():
            known = replace(term, old_paths=self._addresses.of_list("tag", self._slugs[key]))
            if key in first or key in others:
                self._survey.tags[key] = known
            if key in first:
                self._survey.categories[key] = known
        self._survey.leading_tags = frozenset(first) - others
        for key, person in self._survey.people.items():
            paths = self._addresses.of_list("author", self._slugs.get(f"@{key}", ""))
            self._survey.people[key] = replace(person, old_paths=paths)

    def _tag(self, row: Row) -> str:
        name = plain(said(row, "name"), Pen())
        key = _key(said(row, "slug") or name)
        is_own = name.startswith(INTERNAL) or said(row, "visibility") == "internal"
        if not key or not name or is_own:
            return ""
        about = plain(said(row, "description"), Pen())
        self._terms.setdefault(key, Term(key=key, name=name, about=about))
        self._slugs.setdefault(key, said(row, "slug"))
        return key

    def _person(self, row: Row) -> str:
        key = _key(said(row, "slug") or said(row, "name"))
        if key:
            person = Person(
                key=key,
                name=said(row, "name") or key,
                about=plain(said(row, "bio"), Pen()),
                email=said(row, "email"),
            )
            self._survey.people.setdefault(key, person)
            self._slugs.setdefault(f"@{key}", said(row, "slug"))
        return key


def _key(slug: str) -> str:
    """Return what a tag or an author is known by: readable, where its slug is percent-encoded."""
    return as_asked_for(slug).casefold()


def _zone(name: str) -> tzinfo:
    """Return the zone that an export names, by which days in addresses were counted."""
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _keys(found: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, found)))


def _listed(row: Row, *names: str) -> Iterator[Row]:
    for name in names:
        value = row.get(name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield one
