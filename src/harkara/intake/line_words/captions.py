"""Captions: what reporters type under a label, for a picture that comes apart from the text."""

import re

_LABEL = (
    r"(?:(?:फोटो|फ़ोटो|चित्र|तस्वीर|photo|pic)\s*(?:का\s+)?(?:कैप्शन|परिचय|विवरण|caption)|कैप्शन|caption"
    r"|(?:फोटो|फ़ोटो|चित्र|photo|pic)\s*(?:नं\.?|नंबर|संख्या|no\.?)?\s*[-–]?\s*[0-9०-९]{1,3}"
    r"(?:\s+[^\s:।]{1,12}){0,3})"
)
_CAPTION = re.compile(rf"^\W*{_LABEL}\s*[:–-]+\s*(?P<words>\S.{{0,300}})$", re.IGNORECASE)
_LABEL_ALONE = re.compile(rf"^\W*{_LABEL}\W*$", re.IGNORECASE)
MOST_CAPTION = 300


def caption_in(text: str) -> str:
    """Return what a line says of a picture behind a caption's label; "" if it has none.

    >>> caption_in("[फोटो कैप्शन: सोहनी में नए पुल पर विधायक]"), caption_in("फोटो में पुल दिख रहा है।")
    ('सोहनी में नए पुल पर विधायक', '')
    """
    found = _CAPTION.match(text)
    return found["words"].rstrip(" )]") if found else ""


def is_label(text: str) -> bool:
    """Say whether a line is a caption's label alone, its caption on the line below."""
    return len(text) <= MOST_CAPTION and _LABEL_ALONE.match(text) is not None
