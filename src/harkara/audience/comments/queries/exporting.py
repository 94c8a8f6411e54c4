"""What readers said of stories, for an export: all of it, and nothing that leads to a person."""

from collections.abc import Sequence

from harkara.audience.comments.models import Comment
from harkara.audience.comments.records import KeptWords


def kept_words(numbers: Sequence[int]) -> dict[int, list[KeptWords]]:
    """Return the comments on stories, whatever their status, heads before answers. One query."""
    found: dict[int, list[KeptWords]] = {}
    rows = Comment.objects.filter(story__in=numbers).order_by("story_id", "parent_id", "pk")
    fields = (
        "pk", "story_id", "parent_id", "status", "name", "text",
        "written_at", "edited_at", "decided_at", "origin",
    )  # fmt: skip
    heads_first = sorted(rows.values_list(*fields), key=lambda row: (row[2] is not None, row[0]))
    for pk, number, parent, status, name, text, written, edited, decided, origin in heads_first:
        said = KeptWords(
            id=pk,
            number=number,
            parent=parent,
            status=status,
            name=name,
            text=text,
            written_at=written,
            edited_at=edited,
            decided_at=decided,
            origin=origin or "",
        )
        found.setdefault(number, []).append(said)
    return found
