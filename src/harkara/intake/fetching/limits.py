"""Limits: how much one answer may cost, and what is known of the last one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one fetching may cost at most. Bytes count after unpacking; seconds count as a whole.

    `kinds` are media types, or their beginnings up to a `*`; an answer of another kind is refused.
    """

    bytes: int = 5 * 1024 * 1024
    seconds: float = 20.0
    redirects: int = 5
    kinds: tuple[str, ...] = ("text/*", "application/*")

    def admits(self, kind: str) -> bool:
        """Say whether an answer of a media type is wanted; one that names none is looked at.

        >>> Limits(kinds=("text/*", "application/json")).admits("text/xml")
        True
        """
        return not kind or any(
            kind.startswith(one[:-1]) if one.endswith("*") else kind == one for one in self.kinds
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the last answer said of itself, so that the server need not send it again."""

    etag: str = ""
    last_modified: str = ""
