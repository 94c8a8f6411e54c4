"""The addresses of what is counted, and of what is most read."""

from harkara.newsroom.addresses import MOST_READ, VIEWS

MOST_READ_PATH = f"/{MOST_READ}/"
"""Where the most read stories stand, and how they are counted."""


def view_path(number: int) -> str:
    """Return where a browser says that a story was shown to a reader."""
    return f"/{VIEWS}/{number}"
