"""Moving an archive in, as a test does it."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from harkara.intake.models import Move
from harkara.intake.moving.archive import Archive, Moved, Passed
from harkara.intake.moving.mapping import Plan, propose
from harkara.intake.moving.running import move_in
from harkara.intake.sources.wxr import WxrArchive
from harkara.newsroom.queries.proposing import site_sections

INDIA = ZoneInfo("Asia/Kolkata")
NOON = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
DATA = Path(__file__).parents[1] / "data" / "moving"
KHABAR = DATA / "khabar.xml"
GHOST = DATA / "ghost.json"
OWN = DATA / "own.jsonl"


def moved_in(path: Path = KHABAR, plan: Plan | None = None, **given: Any) -> Move:
    """Move a WordPress export in and return the move."""
    given_plan = plan or Plan()
    with closing(WxrArchive(path, zone=INDIA, types=given_plan.types)) as archive:
        survey = archive.survey()
        planned = propose(survey, site_sections(), given_plan)
        return move_in(archive, survey, planned, at=given.pop("at", NOON), **given)


def stories(archive: Archive, after: int = 0) -> list[Moved | Passed]:
    """Return what an archive holds, item by item; it must have been surveyed."""
    return list(map(archive.reader(), archive.items(after)))


def wxr(folder: Path, *items: str, head: str = "") -> Path:
    """Write an export that holds these items."""
    path = folder / "export.xml"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        + head
        + '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:wp="http://wordpress.org/export/1.2/">\n<channel>'
        "<wp:base_blog_url>https://khabar.example</wp:base_blog_url>\n"
        + "\n".join(items)
        + "\n</channel></rss>",
        encoding="utf-8",
    )
    return path


def item(number: int, title: str = "खबर", content: str = "<p>एक बात।</p>", more: str = "") -> str:
    """Return an item that is a live story of the section for sport."""
    return (
        f"<item><title>{title}</title><wp:post_id>{number}</wp:post_id>"
        f"<link>https://khabar.example/{number}-khabar/</link>"
        f"<wp:post_date_gmt>2019-05-{1 + number % 28:02d} 06:30:00</wp:post_date_gmt>"
        "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
        f'<category domain="category" nicename="khel">खेल</category>'
        f"<content:encoded><![CDATA[{content}]]></content:encoded>{more}</item>"
    )
