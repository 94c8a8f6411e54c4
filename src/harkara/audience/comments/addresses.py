"""The addresses of comments: one below `/tippani/` for each thing a reader may do."""

from harkara.newsroom.addresses import COMMENTS

NOTICE = f"/{COMMENTS}/niyam/"
"""What is kept of a reader who writes, and for how long."""


def form_path(number: int) -> str:
    """Return where a comment on a story is sent, and where a form for one stands."""
    return f"/{COMMENTS}/{number}/"


def reply_path(number: int, comment_id: int) -> str:
    """Return where the form for an answer to a comment stands."""
    return f"/{COMMENTS}/{number}/uttar/{comment_id}/"


def sheet_path(number: int, sheet: int) -> str:
    """Return the address of a further sheet of a story's comments."""
    return f"/{COMMENTS}/{number}/{sheet}/"


def own_path(token: str) -> str:
    """Return where a reader sees, changes and removes a comment of her own."""
    return f"/{COMMENTS}/meri/{token}/"


def report_path(comment_id: int) -> str:
    """Return where a reader tells the desk that a comment should not stand."""
    return f"/{COMMENTS}/shikayat/{comment_id}/"
