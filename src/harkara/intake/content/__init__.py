"""Content: the body of a story as another system stores it, to draft blocks."""

from harkara.intake.content.reading import Content, read_content

__all__ = ["Content", "read_content"]
