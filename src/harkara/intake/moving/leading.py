"""Leading: references between stories of an archive, once all of its stories are here."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.db import transaction

from harkara.intake.models import LooseReference, Move, MoveNote
from harkara.intake.moving import notes
from harkara.newsroom.actions.bulk import lead_references
from harkara.newsroom.addresses import BELOW_A_STORY, as_asked_for, asked_by_old_id
from harkara.newsroom.models import ArticlePage, LiveStory
from harkara.newsroom.queries import find_by_headline
from harkara.newsroom.queries.lookups import pages_at

AT_ONCE = 500


@transaction.atomic
def lead_some(move: Move) -> int:
    """Lead the next references to the stories they name; return how many were looked at."""
    waiting = LooseReference.objects.filter(move=move).order_by("pk")
    loose = list(waiting.values_list("pk", "article", "block", "url", "text")[:AT_ONCE])
    paths = {url: _path(url) for *_rest, url, _text in loose}
    at = pages_at([path for path in paths.values() if path])
    # What is no story itself may be another face of one: `/mela/amp/`.
    faces = {path: BELOW_A_STORY.sub("", path) for path in paths.values() if path not in at}
    of_faces = pages_at({story for path, story in faces.items() if story not in ("", path)})
    at = {**{path: of_faces.get(story, 0) for path, story in faces.items()}, **at}
    found: dict[int, dict[str, int]] = {}
    lost: list[tuple[int, str]] = []
    for _pk, article, block, url, text in loose:
        page = at.get(paths[url]) or _by_headline(text)
        if page and page != article:
            found.setdefault(article, {})[block] = page
        else:
            lost.append((article, text))
    _tell(move, lost)
    lead_references(found)
    LooseReference.objects.filter(pk__in=[pk for pk, *_rest in loose]).delete()
    return len(loose)


def _tell(move: Move, lost: Sequence[tuple[int, str]]) -> None:
    """Say which references lead nowhere."""
    titles = dict(
        ArticlePage.objects.filter(pk__in=[pk for pk, _text in lost]).values_list("pk", "title")
    )
    MoveNote.objects.bulk_create(
        MoveNote(
            move=move,
            kind=notes.PERSON,
            article_id=article,
            title=titles[article][: notes.MOST_TITLE],
            message=notes.NOWHERE,
            values={"text": text[: notes.MOST_SHOWN]},
        )
        for article, text in lost
    )


def _path(url: str) -> str:
    """Return the path under which an old address is kept, "" for what is no address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return asked_by_old_id(parts.query) if parts.path in ("", "/") else as_asked_for(parts.path)


def _by_headline(text: str) -> int | None:
    number = find_by_headline(text)
    if number is None:
        return None
    page = LiveStory.objects.filter(pk=number).values_list("article", flat=True).first()
    return int(page) if page else None
