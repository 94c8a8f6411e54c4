"""Word that passes between rooms which do not know each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from itertools import islice
from typing import Any

from harkara.audience.comments.actions import origin_key, restore
from harkara.audience.comments.queries import kept_words
from harkara.audience.comments.records import KeptWords
from harkara.intake.actions.forgetting import forget_comments
from harkara.intake.exporting.readers_words import ReaderComment, Readers
from harkara.intake.queries import numbers_here

AT_ONCE = 500


def forget_where_it_came_from(number: int, origin: str, **_: object) -> None:
    """Erase what intake keeps of a comment that moved in and was erased at its writer's wish."""
    forget_comments(number, lambda theirs: origin_key(theirs) == origin)


def readers_of_the_site() -> Readers:
    """Return where an export gets what readers said."""
    return Readers(_comments_on, origin_key)


def take_comments(site: str, said: Iterable[Mapping[str, Any]], *, at: datetime) -> int:
    """Keep what readers said of stories that came in from `site`; return how many are new here.

    A line that lacks a story here, words or a time is passed over.
    """
    lines, count = iter(said), 0
    while batch := list(islice(lines, AT_ONCE)):
        stories = {str(number) for one in batch if _is_id(number := one.get("story"))}
        here = numbers_here("jsonl", site, stories)
        count += restore(site, list(_read(batch, here)), at=at)
    return count


def _comments_on(numbers: Sequence[int]) -> dict[int, list[ReaderComment]]:
    found = kept_words(numbers)
    return {
        number: [ReaderComment(**asdict(one)) for one in said] for number, said in found.items()
    }


def _read(batch: Sequence[Mapping[str, Any]], here: Mapping[str, int]) -> Iterator[KeptWords]:
    for one in batch:
        number, written_at = here.get(str(one.get("story"))), _moment(one.get("written_at"))
        if number is None or written_at is None or not _is_id(one.get("id")):
            continue
        parent = one.get("answers")
        yield KeptWords(
            id=one["id"],
            number=number,
            parent=parent if _is_id(parent) else None,
            status=_text(one.get("status")),
            name=_text(one.get("name")),
            text=_text(one.get("text")),
            written_at=written_at,
            edited_at=_moment(one.get("edited_at")),
            decided_at=_moment(one.get("decided_at")),
            origin=_text(one.get("origin"))[:64],
        )


def _is_id(value: object) -> bool:
    return type(value) is int and 0 < value < 1 << 63


def _text(value: object) -> str:
    return value.replace("\0", "") if isinstance(value, str) else ""


def _moment(value: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return at if at and at.tzinfo else None
