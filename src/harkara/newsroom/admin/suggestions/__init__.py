"""Suggestions beside a story: the panel in the editor, and the same on a page of its own."""
