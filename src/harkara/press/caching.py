"""How long others may keep what we answer: browsers, and a CDN in front of us."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

from harkara.press.paths import ASSETS, FRAGMENTS

FOR_EVER = "public, max-age=31536000, immutable"


class BadSetting(Exception):
    """A setting makes no sense; the message says what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caching:
    """Seconds for which a page may be kept. Assets and pictures never change their bytes."""

    browser: int = 60
    # How long a shared cache may keep it; None: as long as a browser.
    cdn: int | None = None
    # How long after that an old page may still be shown: while a new one is fetched, and while we
    # cannot be reached.
    while_revalidating: int = 60
    if_error: int = 86400

    @classmethod
    def of(cls, said: Mapping[str, object]) -> Self:
        """Return what a table of the site's file says; raises BadSetting if it makes no sense."""
        known = [field.name for field in fields(cls)]
        seconds: dict[str, int] = {}
        for name, value in said.items():
            if name not in known:
                message = f"cache.{name} is not known; known are {', '.join(known)}"
                raise BadSetting(message)
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                message = f"cache.{name} must be a number of seconds, not {value!r}"
                raise BadSetting(message)
            seconds[name] = value
        return cls(**seconds)

    def header(self, path: str) -> str:
        """Return the Cache-Control header of what stands at a path."""
        if path.startswith(ASSETS):
            return FOR_EVER
        return self.of_fragments() if path.startswith(FRAGMENTS) else self.of_pages()

    def of_fragments(self) -> str:
        """Return the Cache-Control header of fragments: shared caches keep one for a second.

        A browser that must know what holds now asks anew. An old one is never better than none.
        """
        return f"public, max-age={self.browser}, s-maxage=1"

    def of_pages(self) -> str:
        """Return the Cache-Control header of pages."""
        parts = ["public", f"max-age={self.browser}"]
        if self.cdn is not None:
            parts.append(f"s-maxage={self.cdn}")
        if self.while_revalidating:
            parts.append(f"stale-while-revalidate={self.while_revalidating}")
        if self.if_error:
            parts.append(f"stale-if-error={self.if_error}")
        return ", ".join(parts)
