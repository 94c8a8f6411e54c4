"""Labels: the words with which reporters name the parts of what they send (`शीर्षक: …`)."""

import re
from enum import StrEnum, auto

_MARK = r"[*_\s]{0,3}(?:[:=]+\s*|[–—-]+\s+)(?=\S)"
_HEADLINE = re.compile(
    rf"^\W{{0,3}}(?:(?:मुख्य|मेन)\s+)?(?:शीर्षक|हेडलाइन|हैडलाइन|हेडिंग|हैडिंग|headline|heading|title){_MARK}",
    re.IGNORECASE,
)
_STANDFIRST = re.compile(
    r"^\W{0,3}(?:उप[\s-]?शीर्षक|सब[\s-]?(?:हेड|हैड)(?:िंग|लाइन)?|क्रॉसर|इंट्रो|"
    rf"sub[\s-]?head(?:ing|line)?|intro){_MARK}",
    re.IGNORECASE,
)


class Part(StrEnum):
    """Which part of a story a label names."""

    HEADLINE = auto()
    STANDFIRST = auto()


def labelled(text: str) -> tuple[Part, int] | None:
    """Return which part of a story a line is labelled as, and where its own words begin.

    >>> labelled("शीर्षक: नया पुल खुला")
    (<Part.HEADLINE: 'headline'>, 8)
    >>> labelled("शीर्षक बदलने की मांग")
    """
    for part, label in ((Part.HEADLINE, _HEADLINE), (Part.STANDFIRST, _STANDFIRST)):
        found = label.match(text)
        if found:
            return part, found.end()
    return None
