"""Standing: the paper, sections, photos, authors and topics of another Harkara, laid down first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from django.db import transaction

from harkara.intake.models import ForeignPhoto, Move
from harkara.intake.moving import notes
from harkara.intake.moving.photos import is_picture
from harkara.intake.moving.restoring.noting import note
from harkara.newsroom.actions.bulk.numbers import reserve
from harkara.newsroom.actions.restoring import (
    KeptAuthor,
    KeptPaper,
    KeptPhoto,
    KeptSection,
    KeptTopic,
    keep_authors,
    keep_paper,
    keep_photo,
    keep_sections,
    keep_topics,
)
from harkara.newsroom.models import ArticlePage

AT_ONCE = 500
Said = Mapping[str, Any]


@dataclass(slots=True)
class Standing:
    """Where sections, authors and topics stand here, by their addresses there."""

    sections: dict[str, int] = field(default_factory=dict)
    authors: dict[str, int] = field(default_factory=dict)
    topics: dict[str, int] = field(default_factory=dict)


def lay(move: Move, ground: Iterable[Said], folder: Path | None) -> Standing:
    """Lay down what the stories of an export stand on; what is here already stays.

    `folder` holds the files of its photos. Those that are missing are noted.
    """
    whole = not ArticlePage.objects.exists()
    standing, sections = Standing(), []
    for kind, found in groupby(ground, key=lambda said: said["type"]):
        match kind:
            case "site":
                _site(next(found), whole=whole)
            case "section":
                sections += [_section(said) for said in found]
            case "photo":
                _photos(move, found, folder)
            case "author":
                for some in _some(found):
                    standing.authors |= keep_authors(_authors(move, some))
            case "topic":
                for some in _some(found):
                    standing.topics |= keep_topics([_topic(said) for said in some])
    standing.sections = keep_sections(sections, whole=whole)
    return standing


@transaction.atomic
def _site(said: Said, *, whole: bool) -> None:
    reserve(_whole(said, "last_number"))
    if whole:
        keep_paper(
            KeptPaper(
                name=_text(said, "name"),
                tagline=_text(said, "tagline"),
                publisher=_text(said, "publisher"),
                email=_text(said, "email"),
                address=_text(said, "postal_address"),
                ads_txt=_text(said, "ads_txt"),
            )
        )


def _section(said: Said) -> KeptSection:
    return KeptSection(
        slug=_text(said, "slug"),
        name=_text(said, "name"),
        colour=_text(said, "colour"),
        description=_text(said, "description"),
        chooses_also_read=said.get("chooses_also_read") is True,
        live=said.get("live") is not False,
    )


def _topic(said: Said) -> KeptTopic:
    aliases = said.get("aliases")
    return KeptTopic(
        slug=_text(said, "slug"),
        name=_text(said, "name"),
        kind=_text(said, "kind"),
        aliases="\n".join(map(str, aliases if isinstance(aliases, list) else [])),
        description=_text(said, "description"),
    )


def _authors(move: Move, some: list[Said]) -> list[KeptAuthor]:
    photos = photo_ids(move, [str(said.get("photo") or "") for said in some])
    return [
        KeptAuthor(
            slug=_text(said, "slug"),
            name=_text(said, "name"),
            role=_text(said, "role"),
            about=_text(said, "about"),
            photo_id=photos.get(str(said.get("photo") or "")),
        )
        for said in some
    ]


def photo_ids(move: Move, foreign_ids: Iterable[str]) -> dict[str, int]:
    """Return the photos that were taken in, by their ids there; a query for each 500."""
    found: dict[str, int] = {}
    rest = iter(sorted(set(filter(None, foreign_ids))))
    while some := list(islice(rest, AT_ONCE)):
        rows = ForeignPhoto.objects.filter(
            source_kind=move.source_kind, source_key=move.source_key, foreign_id__in=some
        )
        found |= dict(rows.order_by().values_list("foreign_id", "photo_id"))
    return found


def _photos(move: Move, found: Iterable[Said], folder: Path | None) -> None:
    for some in _some(found):
        here = photo_ids(move, [str(said.get("id")) for said in some])
        for said in some:
            if str(said.get("id")) not in here:
                _photo(move, said, folder)


def _photo(move: Move, said: Said, folder: Path | None) -> None:
    # The last part of its name alone: nothing outside the folder is ever looked at.
    name = Path(_text(said, "file")).name
    path = folder / name if folder and name else None
    if path is None or path.is_symlink() or not path.is_file() or not is_picture(path):
        note(move, notes.PERSON, notes.MISSING, {"url": name})
        return
    point = said.get("focal_point")
    is_point = isinstance(point, list) and len(point) == 4 and all(type(n) is int for n in point)
    with transaction.atomic():
        photo = keep_photo(
            KeptPhoto(
                title=_text(said, "title"),
                alt=_text(said, "alt"),
                caption=_text(said, "caption"),
                credit=_text(said, "credit"),
                focal_point=tuple(point) if is_point else None,  # type: ignore[arg-type]
            ),
            path,
        )
        ForeignPhoto.objects.create(
            source_kind=move.source_kind,
            source_key=move.source_key,
            foreign_id=str(said.get("id")),
            photo_id=photo,
        )


def _some(found: Iterable[Said]) -> Iterator[list[Said]]:
    rest = iter(found)
    while some := list(islice(rest, AT_ONCE)):
        yield some


def _text(said: Said, name: str) -> str:
    value = said.get(name)
    return value if isinstance(value, str) else ""


def _whole(said: Said, name: str) -> int:
    value = said.get(name)
    return value if type(value) is int and 0 <= value < 1 << 62 else 0
