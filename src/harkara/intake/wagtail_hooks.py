"""Where Wagtail looks for a room's additions to the newsroom."""

from harkara.intake.admin import hooks, snippets

__all__ = ["hooks", "snippets"]
