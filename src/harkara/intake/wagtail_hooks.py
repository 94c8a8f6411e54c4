"""Where Wagtail looks for a room's additions to the newsroom."""

from harkara.intake.admin import hooks

__all__ = ["hooks"]
