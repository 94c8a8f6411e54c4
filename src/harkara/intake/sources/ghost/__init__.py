"""Ghost: the JSON export of a Ghost site as an archive that moves in.

Ghost has tags alone: the first tag of a post is what its section is made of, the others are topics.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

from harkara.intake.content import plain
from harkara.intake.drafts import SourceKind
from harkara.intake.mending import Pen
from harkara.intake.moving.archive import Person, Read, Survey, Term
from harkara.intake.moving.notebook import Notebook
from harkara.intake.sources.ghost.drafting import Post, Settings, draft_of, said
from harkara.intake.sources.ghost.export import Row, Tables, tables_of, unwrapped

INTERNAL = "#"
"""A tag whose name begins so is Ghost's own."""


class GhostArchive:
    """The export of a Ghost site; `address` is where the site stood, which no export tells."""

    kind = SourceKind.GHOST

    def __init__(self, path: Path, *, address: str = "") -> None:
        self.name = path.name
        self._path, self._address = path, address.rstrip("/")
        self._notebook = Notebook()
        self._posts: list[Post] = []
        self._survey = Survey(key="")
        self.mark = ""

    def survey(self) -> Survey:
        """Return what the export holds. Raises Refused if it is none."""
        tables = tables_of(self._path)
        self.mark = blake2b(self._path.read_bytes(), digest_size=16).hexdigest()
        title = next(
            (said(r, "value") for r in tables.rows("settings") if r.get("key") == "title"), ""
        )
        host = urlsplit(self._address).hostname or ""
        self._survey = Survey(key=(host or title or self._path.stem)[:200], title=title)
        self._posts = list(self._joined(tables))
        self._survey.in_category = dict(Counter(post.tags[0] for post in self._posts if post.tags))
        for post in self._posts:
            page = said(post.row, "type") == "page"
            self._survey.pages += page
            self._survey.stories += not page
            self._notebook.see(said(post.row, "id") or said(post.row, "slug"), post.at)
        self._survey.fates = dict(Counter(said(post.row, "status") for post in self._posts))
        return self._survey

    def media(self) -> Notebook:
        """Return the pictures that the survey saw: Ghost names them by their addresses alone."""
        return self._notebook

    def items(self, after: int = 0) -> Iterator[Post]:
        """Give the posts in order; the export must have been surveyed."""
        return islice(self._posts, after, None)

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

    def _joined(self, tables: Tables) -> Iterator[Post]:
        """Give the posts with their tags and authors, told beside them or in tables apart."""
        tags = {said(row, "id"): self._tag(row) for row in tables.rows("tags")}
        users = {said(row, "id"): self._person(row) for row in tables.rows("users")}
        tags_of = _links(tables, "posts_tags", "tag_id")
        users_of = _links(tables, "posts_authors", "author_id")
        metas = {said(row, "post_id"): row for row in tables.rows("posts_meta")}
        for at, row in enumerate(tables.rows("posts"), 1):
            pk = said(row, "id")
            told = [self._tag(unwrapped(one)) for one in _listed(row, "tags")]
            own = [self._person(unwrapped(one)) for one in _listed(row, "authors", "author")]
            author = users.get(said(row, "author_id"), "")
            yield Post(
                row=row,
                at=at,
                tags=_keys(told or [tags.get(one, "") for one in tags_of[pk]]),
                authors=_keys(own or [users.get(one, "") for one in users_of[pk]] or [author]),
                meta=metas.get(pk),
            )

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
            person = Person(key=key, name=said(row, "name") or key, email=said(row, "email"))
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


def _links(tables: Tables, name: str, other: str) -> defaultdict[str, list[str]]:
    """Return the others of each post, in their order."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in tables.rows(name):
        order = row.get("sort_order")
        found[said(row, "post_id")].append(
            (order if isinstance(order, int) else 0, said(row, other))
        )
    ordered: defaultdict[str, list[str]] = defaultdict(list)
    for post, links in found.items():
        ordered[post] = [one for _order, one in sorted(links, key=lambda link: link[0])]
    return ordered
