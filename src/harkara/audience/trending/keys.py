"""The names of what pages read of the most read stories, and so of what makes them stale."""


def most_read(kind: str, ref: int) -> str:
    """Name the most read stories of the site, of a section, or among the videos."""
    return f"most-read:{kind}:{ref}"
