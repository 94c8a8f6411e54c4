"""Finishing: what of a site can be restored only when all its stories are here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from typing import Any

from django.db import transaction

from harkara.intake.models import ForeignId, ForeignPage, Move
from harkara.intake.moments import iso_moment
from harkara.intake.moving import notes
from harkara.intake.moving.archive import Moved
from harkara.intake.moving.knowing import known
from harkara.intake.moving.restoring.composing import (
    names_in,
    names_led_to,
    photos_of,
    version_of,
)
from harkara.intake.moving.restoring.leading import articles_called, pages_called
from harkara.intake.moving.restoring.noting import note
from harkara.intake.moving.restoring.standing import Standing, photo_ids
from harkara.newsroom.actions import Publish, publish
from harkara.newsroom.actions.bulk import keep_old_paths
from harkara.newsroom.actions.restoring import (
    keep_beside,
    keep_front,
    keep_waiting,
    keep_withdrawal,
    linked,
)

Said = Mapping[str, Any]
Later = Iterable[tuple[Said, Moved | None]]
AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Finisher:
    """Does what is left, line by line; each may be done again and changes nothing then."""

    move: Move
    standing: Standing
    at: datetime

    def finish(self, later: Later) -> None:
        """Restore what is said later: versions that wait, the front, addresses, what is gone."""
        for is_address, found in groupby(later, key=_is_address):
            if is_address:
                while some := [said for said, _waiting in islice(found, AT_ONCE)]:
                    self._addresses(some)
            else:
                for said, waiting in found:
                    self._line(said, waiting)

    @transaction.atomic
    def _line(self, said: Said, waiting: Moved | None) -> None:
        match said.get("type"):
            case "story":
                self._story(said, waiting)
            case "page":
                self._page(said)
            case "front":
                numbers = [str(one) for one in _list(said.get("stories"))]
                here = known(self.move, numbers)
                keep_front([here[one].article_id for one in numbers if one in here])
            case "withdrawn":
                self._gone(said)

    def _story(self, said: Said, waiting: Moved | None) -> None:
        row = self._row(said.get("number"))
        if row is None:
            return
        beside = known(self.move, [str(one) for one in _list(said.get("beside"))])
        keep_beside(row.article.number, [one.article.number for one in beside.values()])
        if row.article.latest_revision_id is not None:
            return
        due = iso_moment(said.get("publish_at"))
        if due and due > self.at:
            publish(Publish(article_id=row.article_id, at=due))
        elif due:
            title, article = row.article.title, row.article_id
            note(self.move, notes.PERSON, notes.OVERDUE, {}, title=title, article=article)
        if waiting and waiting.kept:
            photos = photo_ids(self.move, photos_of(waiting))
            pages = pages_called(self.move, set(names_led_to(waiting)))
            draft, names = version_of(waiting, waiting.kept, self.standing, photos, pages)
            words = waiting.kept.chosen_words
            keep_waiting(row.article_id, draft, names=names, words=words)

    def _page(self, said: Said) -> None:
        html = said.get("html")
        kept = ForeignPage.objects.filter(
            source_kind=self.move.source_kind,
            source_key=self.move.source_key,
            foreign_id=f"page:{said.get('slug')}",
        ).first()
        if kept is None or not isinstance(html, str) or kept.page.latest_revision_id is not None:
            return
        body = linked(html, pages_called(self.move, set(names_in(html))))
        if kept.page.body != body:
            kept.page.body = body
            kept.page.save()

    def _gone(self, said: Said) -> None:
        number, at = said.get("number"), iso_moment(said.get("withdrawn_at"))
        if type(number) is not int or at is None:
            return
        row = self._row(number)
        if row is not None and row.article.number != number:
            return
        into = self._row(said.get("merged_into"))
        keep_withdrawal(number, at, into.article.number if into else None)

    @transaction.atomic
    def _addresses(self, some: Sequence[Said]) -> None:
        """Keep addresses: there are several for each story, so they are kept together."""
        articles = articles_called(self.move, [str(said.get("story")) for said in some])
        leads: dict[str, int | str] = {}
        for said in some:
            old, path = said.get("old"), said.get("path")
            to: object = articles.get(str(said.get("story")), path)
            if not isinstance(old, str) or not old.startswith("/"):
                continue
            if isinstance(to, int) or (isinstance(to, str) and to.startswith("/")):
                leads.setdefault(old, to)
        keep_old_paths(leads)

    def _row(self, number: object) -> ForeignId | None:
        return known(self.move, [str(number)]).get(str(number)) if number else None


def _is_address(line: tuple[Said, Moved | None]) -> bool:
    return line[0].get("type") == "address"


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
