"""Filing stories by the thousand: an archive moves in."""

from harkara.newsroom.actions.bulk.filing import file_archive
from harkara.newsroom.actions.bulk.story import ArchiveStory

__all__ = ["ArchiveStory", "file_archive"]
