"""Ghost: the JSON export of a Ghost site as an archive that moves in.

Ghost has tags alone: the first tag of a post is what its section is made of, the others are topics.
"""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from hashlib import file_digest
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.translation import gettext_noop as _

from harkara.intake.content import plain
from harkara.intake.drafts import Notice, SourceKind
from harkara.intake.mending import Pen
from harkara.intake.moving.archive import Passed, Person, Read, Survey, Term
from harkara.intake.moving.notebook import Notebook
from harkara.intake.sources.ghost.drafting import Post, Settings, draft_of, id_of, said
from harkara.intake.sources.ghost.export import BrokenOff, Row, rows_of, unwrapped
from harkara.intake.sources.ghost.joining import Joins

INTERNAL = "#"
"""A tag whose name begins so is Ghost's own."""
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
        self.mark = ""

    def survey(self) -> Survey:
        """Return what the export holds. Raises Refused if it is none."""
        with self._path.open("rb") as file:
            self.mark = file_digest(file, "blake2b").hexdigest()[:40]
        fates: Counter[str] = Counter()
        first: Counter[str] = Counter()
        at = 0
        try:
            for table, row in rows_of(self._path):
                if table == "posts":
                    at += 1
                    self._see(row, at, fates, first)
                else:
                    self._know(table, row)
        except BrokenOff:
            why = Notice(message=_BROKEN_OFF, values={"count": at})
            self._survey.troubles.append(Passed(line=at, after=at, why=why, is_trouble=True))
        host = urlsplit(self._address).hostname or ""
        self._survey.key = (host or self._survey.title or self._path.stem)[:200]
        self._survey.fates = dict(fates)
        self._survey.in_category = dict(first + self._joined_first())
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
        settings = Settings(key=self._survey.key, base=self._address, file_name=self.name)
        return partial(draft_of, settings=settings)

    def first_line(self, foreign_id: str) -> int | None:
        """Return at which place among the posts an id first stands."""
        return self._notebook.first_line(foreign_id)

    def close(self) -> None:
        """Throw away what the survey noted."""
        self._notebook.close()
        self._joins.close()

    def _see(self, row: Row, at: int, fates: Counter[str], first: Counter[str]) -> None:
        page = said(row, "type") == "page"
        self._survey.pages += page
        self._survey.stories += not page
        fates[said(row, "status")] += 1
        self._notebook.see(id_of(row), at)
        told = _keys([self._tag(unwrapped(one)) for one in _listed(row, "tags")])
        first.update(told[:1])
        for one in _listed(row, "authors", "author"):
            self._person(unwrapped(one))

    def _know(self, table: str, row: Row) -> None:
        """Keep a row of a table beside the posts."""
        post = said(row, "post_id")
        match table:
            case "settings" if row.get("key") == "title":
                self._survey.title = self._survey.title or said(row, "value")
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

    def _joined_first(self) -> Counter[str]:
        """Return how many posts have each tag as their first, of those joined in tables apart."""
        found: Counter[str] = Counter()
        last = ""
        for post, other in self._joins.all("tag"):
            key = self._tags.get(other, "")
            if key and post != last:
                found[key] += 1
                last = post
        return found

    def _tag(self, row: Row) -> str:
        name = plain(said(row, "name"), Pen())
        key = (said(row, "slug") or name).casefold()
        if not key or not name or name.startswith(INTERNAL):
            return ""
        term = Term(key=key, name=name, old_paths=(f"/tag/{said(row, 'slug')}",))
        self._survey.tags.setdefault(key, term)
        self._survey.categories.setdefault(key, Term(key=key, name=name))
        return key

    def _person(self, row: Row) -> str:
        key = (said(row, "slug") or said(row, "name")).casefold()
        if key:
            person = Person(
                key=key,
                name=said(row, "name") or key,
                email=said(row, "email"),
                old_path=f"/author/{said(row, 'slug')}" if said(row, "slug") else "",
            )
            self._survey.people.setdefault(key, person)
        return key


def _keys(found: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, found)))


def _listed(row: Row, *names: str) -> Iterator[Row]:
    for name in names:
        value = row.get(name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield one
