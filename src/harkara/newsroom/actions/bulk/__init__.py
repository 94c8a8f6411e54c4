"""Filing stories by the thousand: an archive moves in."""

from harkara.newsroom.actions.bulk.filing import file_archive
from harkara.newsroom.actions.bulk.leading import lead_references
from harkara.newsroom.actions.bulk.old_paths import keep_old_paths, redirect_all
from harkara.newsroom.actions.bulk.terms import authors_named, open_section, topics_named
from harkara.newsroom.archive_story import ArchiveStory

__all__ = [
    "ArchiveStory",
    "authors_named",
    "file_archive",
    "keep_old_paths",
    "lead_references",
    "open_section",
    "redirect_all",
    "topics_named",
]
