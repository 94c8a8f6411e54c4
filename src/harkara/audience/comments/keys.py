"""The names of what pages read of comments, and so of what makes them stale."""


def count(number: int) -> str:
    """Name how many comments a story has, on how many sheets, and whether more may come."""
    return f"comments:{number}"


def sheet(number: int, of: int) -> str:
    """Name the comments on one sheet of a story; the first stands on the story's own page."""
    return f"comments:{number}/{of}"


def rule(section_id: int) -> str:
    """Name what may be said in a section."""
    return f"comments-rule:{section_id}"
