"""Wording: what agencies write in their own words round a story."""

import re

from harkara.intake.line_words.agencies import OFFICES

_BY = re.compile(r"^\s*(?:by|द्वारा)\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[,;/]|(?<=\s)(?:and|एवं|और|तथा|व)(?=\s))\s*", re.IGNORECASE)
_DESK = re.compile(OFFICES, re.IGNORECASE)
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
    >>> names_in("रमेश कुमार एवं मीरा चौहान, विशेष संवाददाता")
    ('रमेश कुमार', 'मीरा चौहान')
    """
    parts = _AND.split(_BY.sub("", " ".join(byline.split())))
    named = (part[:MOST_NAME] for part in parts if part and not _DESK.fullmatch(part))
    return tuple(named)[:MOST_NAMES]


def headline_rank(role: str) -> int:
    """Return which of several headlines stands over the story: the main one, then one without role.

    >>> sorted(("hldrole:short", "", "hldrole:main"), key=headline_rank)
    ['hldrole:main', '', 'hldrole:short']
    """
    if role.lower().endswith("main"):
        return 0
    return 2 if role.strip("_") else 1


def is_correction(note: str) -> bool:
    """Say whether a note to editors begins as one about a mistake does.

    >>> is_correction("CORRECTS the spelling of the name"), is_correction("अपडेट: नया पैरा")
    (True, False)
    """
    return _CORRECTION.match(note) is not None
