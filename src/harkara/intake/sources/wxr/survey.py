"""Surveying: what an export holds, before anything of it is kept."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext_noop as _

from harkara.intake.content import plain
from harkara.intake.drafts import DraftImageRef, Notice
from harkara.intake.mending import Pen
from harkara.intake.moving.archive import Fate, Passed, Person, Survey, Term
from harkara.intake.moving.notebook import Notebook
from harkara.intake.pictures import is_picture_name
from harkara.intake.sources.wxr.addresses import author_path_of
from harkara.intake.sources.wxr.drafting import (
    ATTACHMENT,
    FATES,
    GUEST_AUTHOR,
    PAGE,
    STORY,
)
from harkara.intake.sources.wxr.items import Category, Frame, Head, Item, outline_of
from harkara.intake.sources.wxr.media import WITHOUT_IDS
from harkara.intake.sources.wxr.splitting import Flaw, Piece
from harkara.intake.sources.wxr.terms import author_key, term_key
from harkara.newsroom.addresses import old_id_path

_ENTITIES = _("The file declares entities of its own. They were not read.")
_HEAD = _("The head of the file is damaged: authors and categories may be missing.")


class Surveyor:
    """Goes through an export: first its head, then each of its items.

    `base` is the address of the site; `categories` are the keys of the categories by their numbers.
    """

    def __init__(self, frame: Frame, types: tuple[str, ...], notebook: Notebook) -> None:
        self.survey = Survey(key="")
        self.base = ""
        self.categories: dict[str, str] = {}
        self._frame, self._types, self._notebook = frame, types, notebook
        self._fates: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()
        self._without_ids: list[str] = []

    def read_head(self, head: Head) -> None:
        """Take in what stands before the items."""
        values, survey = head.values, self.survey
        self.base = (
            values.get("base_blog_url") or values.get("base_site_url") or values.get("link", "")
        )
        survey.key = _key_of(self.base)
        survey.title = values.get("title", "")
        for person in head.people:
            login = person.get("author_login", "")
            name = person.get("author_display_name", "") or login
            self._know(login, name, person.get("author_email", ""))
        for kind, values in head.terms:
            self._read_term(kind, values)
        for wrong, message in ((head.declares_entities, _ENTITIES), (head.is_damaged, _HEAD)):
            if wrong:
                why = Notice(message=message)
                survey.troubles.append(Passed(line=1, after=0, why=why, is_trouble=True))

    def see(self, piece: Piece) -> None:
        """Take in an item."""
        item = outline_of(piece.raw, self._frame) if piece.flaw is Flaw.NONE else None
        if item is None:
            return
        kind, survey = item["post_type"] or STORY, self.survey
        if kind == ATTACHMENT:
            self._tell(item)
            survey.attachments += 1
            return
        self._notebook.see(item["post_id"], piece.line)
        if kind == GUEST_AUTHOR:
            self._know_guest(item.meta)
        elif kind == PAGE:
            survey.pages += 1
        elif kind in (STORY, *self._types):
            survey.stories += 1
            survey.comments += len(item.comments)
            protected = item["post_password"] and item["status"] in FATES
            self._fates[Fate.PASSWORD if protected else item["status"] or "draft"] += 1
            self._count_terms(item)
            if b"[gallery" in piece.raw and WITHOUT_IDS.search(piece.raw.decode(errors="replace")):
                self._without_ids.append(item["post_id"])

    def end(self) -> Survey:
        """Return what the export holds, once all of it was seen."""
        self.survey.fates, self.survey.in_category = dict(self._fates), dict(self._counts)
        known = self.survey.categories
        for key, term in known.items():
            if term.parent in known:
                nested = f"/category/{'/'.join(_line_of(key, known))}"
                known[key] = replace(term, old_paths=(*term.old_paths, nested))
        return self.survey

    def attached(self) -> dict[str, tuple[str, ...]]:
        """Return the pictures that belong to posts whose galleries name none, by the posts' ids."""
        found = ((one, self._notebook.attached(one)) for one in self._without_ids)
        return {one: pictures for one, pictures in found if pictures}

    def _read_term(self, kind: str, values: Mapping[str, str]) -> None:
        domain = values.get("term_taxonomy") or {"tag": "post_tag"}.get(kind, kind)
        slug = (
            values.get("category_nicename") or values.get("tag_slug") or values.get("term_slug", "")
        )
        name = values.get("cat_name") or values.get("tag_name") or values.get("term_name") or slug
        parent = values.get("category_parent") or values.get("term_parent", "")
        number = values.get("term_id", "")
        said = (values.get(f"{one}_description") for one in ("category", "tag", "term"))
        about = plain(next(filter(None, said), ""), Pen())
        if domain in ("category", "post_tag"):
            self._know_term(domain, slug, name, parent, number, about=about)

    def _know_term(
        self,
        domain: str,
        slug: str,
        name: str,
        parent: str = "",
        number: str = "",
        *,
        about: str = "",
    ) -> None:
        known = self.survey.categories if domain == "category" else self.survey.tags
        key = term_key(slug or name)
        if not key or key in known:
            return
        paths = [f"/{'tag' if domain == 'post_tag' else 'category'}/{unquote(slug)}"]
        if domain == "category" and number.isdecimal():
            paths.append(old_id_path(number, category=True))
            self.categories[number] = key
        known[key] = Term(
            key=key,
            name=plain(name, Pen()),
            parent=term_key(parent),
            about=about,
            old_paths=tuple(paths),
        )

    def _know(self, login: str, name: str, email: str = "") -> None:
        key = term_key(login)
        if key and key not in self.survey.people:
            paths = tuple(filter(None, [author_path_of(login)]))
            self.survey.people[key] = Person(key=key, name=name, email=email, old_paths=paths)

    def _know_guest(self, meta: Mapping[str, str]) -> None:
        """Take in an author without an account, whose name the posts do not tell."""
        login = meta.get("cap-user_login", "")
        self.survey.people.pop(term_key(login), None)
        self._know(login, meta.get("cap-display_name", "") or login)

    def _count_terms(self, item: Item) -> None:
        for one in item.categories:
            if one.domain in ("category", "post_tag", "tag"):
                self._count_term(one)
            elif one.domain == "author":
                self._know(author_key(one), one.name)
        self._know(item["creator"], item["creator"])

    def _count_term(self, one: Category) -> None:
        domain = "category" if one.domain == "category" else "post_tag"
        self._know_term(domain, one.key, one.name)
        if domain == "category":
            self._counts[term_key(one.key)] += 1

    def _tell(self, item: Item) -> None:
        pen, url = Pen(), item["attachment_url"] or item["guid"]
        self._notebook.tell(
            DraftImageRef(
                url=url,
                alt=plain(item.meta.get("_wp_attachment_image_alt", "") or item["title"], pen),
                caption=plain(item["excerpt"], pen),
                foreign_id=item["post_id"],
                credit=item.meta.get("_harkara_credit", ""),
            )
        )
        if item["post_parent"] not in ("", "0") and is_picture_name(url):
            self._notebook.attach(item["post_parent"], item["post_id"], item["menu_order"])


def _line_of(key: str, known: Mapping[str, Term]) -> list[str]:
    """Return the keys of a category and of those above it, the highest first.

    In a circle each stands once.
    """
    line: list[str] = []
    while key in known and key not in line:
        line.append(key)
        key = known[key].parent
    return line[::-1]


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
