"""Pages about the paper, out of an archive: few, and kept one by one."""

from html import escape

from django.utils.translation import gettext_noop as _

from harkara.intake.actions import Change
from harkara.intake.drafts import (
    DraftBlock,
    DraftHeading,
    DraftList,
    DraftParagraph,
    Notice,
    TextBlock,
)
from harkara.intake.models import ForeignPage
from harkara.intake.moving.archive import Fate, Moved
from harkara.intake.moving.notes import FATES, PERSON, Note
from harkara.newsroom.actions.bulk import keep_old_paths
from harkara.newsroom.addresses import RESERVED
from harkara.newsroom.models import FrontPage, InfoPage
from harkara.text.slug import slug

MOST_SLUG = 60
_PICTURES = _("Pictures of a page about the paper are not taken over: %(count)d")


def keep_page(moved: Moved) -> tuple[str, list[Note]]:
    """Keep a page about the paper; return what that did, and notes for a person.

    One that came before is left as it is: the desk looks after it now.
    """
    origin = moved.draft.origin
    named = {
        "source_kind": origin.kind,
        "source_key": origin.key,
        "foreign_id": origin.foreign_id,
    }
    if ForeignPage.objects.filter(**named).exists():
        return Change.UNCHANGED, []
    page = InfoPage(
        title=moved.draft.headline[:250] or origin.foreign_id,
        slug=_free_slug(moved),
        body="".join(_html(block) for block in moved.draft.body),
        live=moved.fate is Fate.LIVE and bool(moved.draft.headline),
        first_published_at=moved.draft.published_at,
        last_published_at=moved.updated_at or moved.draft.published_at,
    )
    FrontPage.objects.get().add_child(instance=page)
    ForeignPage.objects.create(page=page, fingerprint=origin.fingerprint, **named)
    keep_old_paths(dict.fromkeys(moved.old_paths, int(page.pk)))
    said: list[Note] = []
    if moved.fate in FATES:
        said.append((PERSON, Notice(message=FATES[moved.fate])))
    pictures = sum(not isinstance(block, TextBlock) for block in moved.draft.body)
    if pictures:
        said.append((PERSON, Notice(message=_PICTURES, values={"count": pictures})))
    return Change.NEW, said


def _free_slug(moved: Moved) -> str:
    words = slug(moved.words or moved.draft.headline)[:MOST_SLUG].strip("-") or "panna"
    taken = set(FrontPage.objects.get().get_children().values_list("slug", flat=True)) | RESERVED
    free, number = words, 1
    while free in taken:
        number += 1
        free = f"{words}-p{number}"
    return free


def _html(block: DraftBlock) -> str:
    match block:
        case DraftParagraph(text=text, html=html):
            return f"<p>{html or escape(text)}</p>"
        case DraftHeading(text=text):
            return f"<h2>{escape(text)}</h2>"
        case DraftList(items=items, ordered=ordered):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{tag}>"
        case _:
            shown = escape(block.text) if isinstance(block, TextBlock) else ""
            return f"<p>{shown}</p>" if shown else ""
