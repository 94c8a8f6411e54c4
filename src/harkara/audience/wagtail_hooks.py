"""Where Wagtail looks for the room's additions to the newsroom."""

from harkara.audience.comments.admin import hooks

__all__ = ["hooks"]
