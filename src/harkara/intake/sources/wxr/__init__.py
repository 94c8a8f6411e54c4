"""WXR: the export of a WordPress site, versions 1.0 to 1.2, as an archive that moves in."""

import os
from collections import Counter
from collections.abc import Iterator
from datetime import tzinfo
from functools import partial
from hashlib import blake2b
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext_noop as _

from harkara.intake.content import plain
from harkara.intake.drafts import DraftImageRef, Notice, SourceKind
from harkara.intake.mending import Pen
from harkara.intake.moving.archive import Fate, Passed, Person, Read, Survey, Term
from harkara.intake.moving.notebook import Notebook
from harkara.intake.refusals import Refused
from harkara.intake.sources.wxr.drafting import (
    ATTACHMENT,
    FATES,
    PAGE,
    STORY,
    Settings,
    draft_of,
    term_key,
)
from harkara.intake.sources.wxr.items import Frame, Head, Item, frame_of, head_of, outline_of
from harkara.intake.sources.wxr.splitting import Flaw, Piece, pieces
from harkara.newsroom.addresses import old_id_path

_EDGE = 1 << 20
_NOT_WXR = _("it is no WordPress export: it has no <rss> with a <channel>")
_EMPTY = _("it is a WordPress export without a single item")
_ENTITIES = _("The file declares entities of its own. They were not read.")
_HEAD = _("The head of the file is damaged: authors and categories may be missing.")


class WxrArchive:
    """The export of a WordPress site."""

    kind = SourceKind.WXR

    def __init__(self, path: Path, *, zone: tzinfo, types: tuple[str, ...] = ()) -> None:
        self._path, self._zone, self._types = path, zone, types
        self._notebook = Notebook()
        self._frame = Frame()
        self._survey = Survey(key="")
        self._base = ""
        self.name, self.mark = path.name, _mark(path)

    def survey(self) -> Survey:
        """Return what the export holds. Raises Refused if it is none, or an empty one."""
        found = pieces(self._path)
        head = next(found)
        if b"<rss" not in head.raw:
            raise Refused(_NOT_WXR)
        self._frame = frame_of(head.raw)
        self._read_head(head_of(head.raw, self._frame))
        fates: Counter[str] = Counter()
        counts: Counter[str] = Counter()
        for piece in found:
            self._count(piece, fates, counts)
        self._survey.fates, self._survey.in_category = dict(fates), dict(counts)
        if not (self._survey.stories or self._survey.pages or self._survey.attachments):
            raise Refused(_EMPTY if self._survey.key else _NOT_WXR)
        return self._survey

    def media(self) -> Notebook:
        """Return the pictures that the survey saw."""
        return self._notebook

    def items(self, after: int = 0) -> Iterator[Piece]:
        """Give the items in order; the export must have been surveyed."""
        return (piece for piece in pieces(self._path, after) if not piece.is_head)

    def reader(self) -> Read:
        """Return what makes a story of an item."""
        return partial(draft_of, settings=self.settings())

    def first_line(self, foreign_id: str) -> int | None:
        """Return the line on which an id first stands."""
        return self._notebook.first_line(foreign_id)

    def close(self) -> None:
        """Throw away what the survey noted."""
        self._notebook.close()

    def settings(self) -> Settings:
        """Return how the items are read."""
        return Settings(
            key=self._survey.key,
            base=self._base,
            zone=self._zone,
            frame=self._frame,
            file_name=self._path.name,
            types=self._types,
        )

    def _read_head(self, head: Head) -> None:
        values, survey = head.values, self._survey
        self._base = (
            values.get("base_blog_url") or values.get("base_site_url") or values.get("link", "")
        )
        survey.key = _key_of(self._base)
        survey.title = values.get("title", "")
        for person in head.people:
            login = person.get("author_login", "")
            name = person.get("author_display_name", "") or login
            self._know(Person(key=term_key(login), name=name, email=person.get("author_email", "")))
        for kind, values in head.terms:
            self._read_term(kind, values)
        for wrong, message in ((head.declares_entities, _ENTITIES), (head.is_damaged, _HEAD)):
            if wrong:
                why = Notice(message=message)
                survey.troubles.append(Passed(line=1, after=0, why=why, is_trouble=True))

    def _read_term(self, kind: str, values: dict[str, str]) -> None:
        domain = values.get("term_taxonomy") or {"tag": "post_tag"}.get(kind, kind)
        slug = (
            values.get("category_nicename") or values.get("tag_slug") or values.get("term_slug", "")
        )
        name = values.get("cat_name") or values.get("tag_name") or values.get("term_name") or slug
        parent = values.get("category_parent") or values.get("term_parent", "")
        number = values.get("term_id", "")
        if domain in ("category", "post_tag"):
            self._know_term(domain, slug, name, parent, number)

    def _know_term(
        self, domain: str, slug: str, name: str, parent: str = "", number: str = ""
    ) -> None:
        known = self._survey.categories if domain == "category" else self._survey.tags
        key = term_key(slug or name)
        if not key or key in known:
            return
        paths = [f"/{'tag' if domain == 'post_tag' else 'category'}/{unquote(slug)}"]
        if domain == "category" and number.isdecimal():
            paths.append(old_id_path(number, category=True))
        known[key] = Term(
            key=key, name=plain(name, Pen()), parent=term_key(parent), old_paths=tuple(paths)
        )

    def _know(self, person: Person) -> None:
        if person.key and person.key not in self._survey.people:
            self._survey.people[person.key] = person

    def _count(self, piece: Piece, fates: Counter[str], counts: Counter[str]) -> None:
        item = outline_of(piece.raw, self._frame) if piece.flaw is Flaw.NONE else None
        if item is None:
            return
        kind, survey = item["post_type"] or STORY, self._survey
        if kind != ATTACHMENT:
            self._notebook.see(item["post_id"], piece.line)
        if kind == ATTACHMENT:
            self._tell(item)
            survey.attachments += 1
        elif kind == PAGE:
            survey.pages += 1
        elif kind in (STORY, *self._types):
            survey.stories += 1
            survey.comments += len(item.comments)
            protected = item["post_password"] and item["status"] in FATES
            fates[Fate.PASSWORD if protected else item["status"] or "draft"] += 1
            self._count_terms(item, counts)

    def _count_terms(self, item: Item, counts: Counter[str]) -> None:
        for one in item.categories:
            if one.domain in ("category", "post_tag", "tag"):
                domain = "category" if one.domain == "category" else "post_tag"
                self._know_term(domain, one.key, one.name)
                if domain == "category":
                    counts[term_key(one.key)] += 1
            elif one.domain == "author":
                self._know(Person(key=term_key(one.key), name=one.name))
        creator = item["creator"]
        self._know(Person(key=term_key(creator), name=creator))

    def _tell(self, item: Item) -> None:
        pen = Pen()
        self._notebook.tell(
            DraftImageRef(
                url=item["attachment_url"] or item["guid"],
                alt=plain(item.meta.get("_wp_attachment_image_alt", "") or item["title"], pen),
                caption=plain(item["excerpt"], pen),
                foreign_id=item["post_id"],
                credit=item.meta.get("_harkara_credit", ""),
            )
        )


def _mark(path: Path) -> str:
    """Return what tells this file from another: its size, its beginning and its end."""
    size = path.stat().st_size
    with path.open("rb") as file:
        digest = blake2b(file.read(_EDGE), digest_size=16)
        if size > _EDGE:
            file.seek(-min(_EDGE, size - _EDGE), os.SEEK_END)
            digest.update(file.read(_EDGE))
    return f"{size}-{digest.hexdigest()}"


def _key_of(base: str) -> str:
    """Return what a site is called among those that moved in: its host and path.

    Where its address is none, that is what it says of it.
    """
    try:
        parts = urlsplit(base)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return base[:200]
    return f"{host}{parts.path.rstrip('/')}"[:200]
