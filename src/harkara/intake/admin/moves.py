"""The report on a move: what was changed, left out, or needs a person, on a page and as CSV."""

import csv
from collections.abc import Iterator

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from harkara.intake import queries
from harkara.intake.admin.views import for_those_who_file
from harkara.intake.models import Move, MoveNote
from harkara.intake.moving.wording import count_words, note_words

ROWS = 50
# What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@for_those_who_file
def moves_page(request: HttpRequest) -> HttpResponse:
    """Show the moves, the newest first."""
    context = {
        "moves": [
            {"move": move, "counts": count_words(move.counts)}
            for move in Move.objects.order_by("-started_at", "-pk")[:ROWS]
        ],
        "page_title": _("Moves"),
        "header_icon": "download",
    }
    return render(request, "intake/admin/moves.html", context)


@for_those_who_file
def move_page(request: HttpRequest, move_id: int) -> HttpResponse:
    """Show the report on one move, what needs a person first."""
    move = get_object_or_404(Move, pk=move_id)
    kinds = queries.counts_of_notes(move.pk)
    kind = request.GET.get("kind", "")
    if kind not in kinds:
        kind = next(iter(kinds), MoveNote.Kind.PERSON)
    page = Paginator(queries.notes_of_move(move.pk, kind), ROWS).get_page(request.GET.get("page"))
    context = {
        "move": move,
        "counts": count_words(move.counts),
        "is_compared": move.compared_at is not None,
        "kind": kind,
        "kinds": [(one, MoveNote.Kind(one).label, count) for one, count in kinds.items()],
        "page": page,
        "notes": [{"note": note, "words": note_words(note)} for note in page],
        "page_title": _("Report on a move"),
        "page_subtitle": str(move),
        "header_icon": "download",
    }
    return render(request, "intake/admin/move.html", context)


@for_those_who_file
def move_csv(_request: HttpRequest, move_id: int) -> HttpResponseBase:
    """Send the whole report as CSV, a line for each note, without holding it in memory."""
    move = get_object_or_404(Move, pk=move_id)
    response = StreamingHttpResponse(_lines(move), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="move-{move.pk}.csv"'
    return response


class _Echo:
    """Gives back what a CSV writer writes."""

    def write(self, line: str) -> str:
        return line


def _lines(move: Move) -> Iterator[str]:
    writer = csv.writer(_Echo())
    # Spreadsheets take a file for UTF-8 only if it begins with the mark.
    yield "\ufeff"
    yield writer.writerow([_("kind"), _("line"), _("id there"), _("story"), _("title"), _("note")])
    for note, number in queries.all_notes(move.pk):
        row = [
            str(MoveNote.Kind(note.kind).label),
            note.line or "",
            note.foreign_id,
            number or "",
            note.title,
            note_words(note),
        ]
        yield writer.writerow([_safe(cell) for cell in row])


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
