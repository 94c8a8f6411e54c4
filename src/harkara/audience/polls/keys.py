"""The names of what pages read of polls, and so of what makes them stale."""

FRONT = "polls:front"
"""Which poll stands on the front page."""
INDEX = "polls:index"
"""Which polls are the newest, and how many sheets all of them fill."""


def poll(number: int) -> str:
    """Name a poll: its words, whether it is open, and its result once it is closed."""
    return f"poll:{number}"


def tally(number: int) -> str:
    """Name how an open poll stands, which only those see who have voted."""
    return f"poll:{number}/tally"


def story(number: int) -> str:
    """Name which polls stand on a story's page."""
    return f"polls:story/{number}"


def section(pk: int) -> str:
    """Name which poll stands on a section's front."""
    return f"polls:section/{pk}"


def sheet(of: int) -> str:
    """Name the polls on one sheet of the list of all."""
    return f"polls:sheet/{of}"
