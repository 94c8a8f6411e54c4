"""The addresses of polls: one below `/matdan/` for each, and what belongs to it below that."""

from harkara.audience.visitors.tokens import stamp
from harkara.newsroom.addresses import POLLS

INDEX = f"/{POLLS}/"
"""All polls, the newest first."""
RESULT = "poll-result"


def poll_path(number: int) -> str:
    """Return where a poll stands, and where a vote is sent: the form, and later the result."""
    return f"/{POLLS}/{number}/"


def token_path(number: int) -> str:
    """Return where the script fetches what one vote is made with."""
    return f"/{POLLS}/{number}/token/"


def result_path(number: int) -> str:
    """Return where somebody who has voted sees how the poll stands while it is open.

    Nobody guesses the address, and it is the same for all who voted: a page that is pressed.
    """
    return f"/{POLLS}/{number}/natija/{stamp(RESULT, str(number))}/"


def sheet_path(sheet: int) -> str:
    """Return the address of a sheet of the list of polls; the first is the oldest one."""
    return f"/{POLLS}/suchi/{sheet}/"
