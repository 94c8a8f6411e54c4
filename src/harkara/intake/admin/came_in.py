"""Came in: what a story was made of, as its screen shows it."""

from django.utils.translation import gettext as _

from harkara.intake.admin.showing import ShownLine, ShownRun, shown_repairs
from harkara.intake.content import blocks_of
from harkara.intake.drafts import TextBlock
from harkara.intake.models import Provenance
from harkara.intake.repair_words import repair_words
from harkara.intake.word import html_of, is_word
from harkara.text.legacy import FONTS


def provenance_context(provenance: Provenance) -> dict[str, object]:
    """Return what the screen of a story's provenance shows."""
    raw = shown_raw(provenance.came_in)
    return {
        "provenance": provenance,
        "raw": raw,
        "removed": [
            ShownLine(at=i, text=line["text"], why=_(line["why"]), back=bool(line.get("back")))
            for i, line in enumerate(provenance.removed)
        ],
        "runs": [
            ShownRun(
                at=i,
                label=repair_words(r["name"]),
                before=r["before"],
                after=r["after"],
                undone=bool(r.get("undone")),
            )
            for i, r in enumerate(provenance.repairs)
            if r["name"] in FONTS
        ],
        "repairs": shown_repairs(
            (r["name"], r["before"], r["after"])
            for r in provenance.repairs
            if r["name"] not in FONTS
        ),
        "notices": [_(note["message"]) % note["values"] for note in provenance.notices],
        "pictures": provenance.pictures,
        "page_title": _("What came in"),
        "page_subtitle": provenance.article.title,
        "header_icon": "download",
    }


def shown_raw(raw: bytes) -> str:
    """Return what came in as text; of a Word document its words, a line for each paragraph."""
    if not is_word(raw):
        return raw.decode("utf-8", "replace")
    return "\n".join(
        block.text for block in blocks_of(html_of(raw)) if isinstance(block, TextBlock)
    )
