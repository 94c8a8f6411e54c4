"""JSON that somebody else wrote, without what JSON can name and nothing can keep.

That are halves of letters (lone surrogates, RFC 8259 §8.2) and the character NUL.
"""

import json
import re
from typing import Any

# An escape is looked at as a whole, so that a backslash that was itself escaped begins none.
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<nothing>u[dD][89a-fA-F][0-9a-fA-F]{2}|u0000)|.)",
    re.DOTALL,
)
_LONGEST_ESCAPE = len(r"\ud83d\ude00")


def without_halves(text: str) -> str:
    r"""Return JSON's text without the escapes of halves of letters and of NUL.

    >>> without_halves(r'["\\ud800", "a\ud800b\u0000", "\ud83d\ude00"]')
    '["\\\\ud800", "ab", "\\ud83d\\ude00"]'
    """
    if "\\u" not in text:
        return text
    return _ESCAPE.sub(lambda found: "" if found["nothing"] else found[0], text)


def whole_to(text: str) -> int:
    """Return up to where a part of JSON, begun at no escape's middle, has only whole escapes."""
    if "\\" not in text[-_LONGEST_ESCAPE:]:
        return len(text)
    ends = 0
    for found in _ESCAPE.finditer(text):
        if len(text) - found.start() < _LONGEST_ESCAPE:
            return found.start()
        ends = found.end()
    # What is left over is the first sign of an escape.
    return len(text) - 1 if "\\" in text[ends:] else len(text)


def read_json(said: str | bytes, *, strict: bool = True) -> Any:  # noqa: ANN401 (JSON)
    """Return what JSON says, as `json.loads` does. Raises ValueError and RecursionError as it."""
    text = said if isinstance(said, str) else said.decode(json.detect_encoding(said))
    return json.loads(without_halves(text), strict=strict)
