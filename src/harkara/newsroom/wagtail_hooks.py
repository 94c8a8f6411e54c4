"""Where Wagtail looks for a room's additions to the newsroom."""

from harkara.newsroom.admin import hooks, snippets

__all__ = ["hooks", "snippets"]
