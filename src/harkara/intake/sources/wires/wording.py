"""Wording: what agencies write in their own words round a story."""

import re

_BY = re.compile(r"^\s*(?:by|द्वारा)\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|/|\band\b|\bएवं\b|\bऔर\b)\s*", re.IGNORECASE)
_CORRECTION = re.compile(
    r"^\W*(?:correct(?:s|ed|ion|ing)?\b|clarif(?:ies|ication)\b|शुद्धि|भूल[- ]?सुधार|संशोधन|सुधार)",
    re.IGNORECASE,
)
MOST_NAMES = 6
MOST_NAME = 120


def names_in(byline: str) -> tuple[str, ...]:
    """Return the names of a byline.

    >>> names_in("By Paulo Santalucia and Frances d'Emilio")
    ('Paulo Santalucia', "Frances d'Emilio")
    """
    parts = _AND.split(_BY.sub("", " ".join(byline.split())))
    return tuple(part[:MOST_NAME] for part in parts if part)[:MOST_NAMES]


def is_correction(note: str) -> bool:
    """Say whether a note to editors begins as one about a mistake does.

    >>> is_correction("CORRECTS the spelling of the name"), is_correction("अपडेट: नया पैरा")
    (True, False)
    """
    return _CORRECTION.match(note) is not None
