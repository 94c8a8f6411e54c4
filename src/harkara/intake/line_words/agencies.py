"""Agencies: how agencies, and the desks and reporters of a paper, are named in what is sent."""

import re

AGENCIES = (
    r"पीटीआई[-\s/]?भाषा|पीटीआई|प्रेट्र|प्रेट|भाषा|यूनीवार्ता|यूएनआई|वार्ता|आईएएनएस|आइएएनएस|एएनआ[ईइ]"
    r"|हि\.?\s?स\.?(?![^\W\d_])|हि(?:न्|ं)दुस्थान\s+समाचार|र[ॉा]यटर(?:्स)?|एएफपी|एपी|शिन्हुआ|स्प[ुू]तनिक|डीपीए"
    r"|एजेंस(?:ियां|ियाँ|ी|ीज)"
    r"|pti[-\s]bhasha|ani|pti|ians|uni|reuters|afp|ap|xinhua|dpa|agenc(?:y|ies)"
)
"""The names of agencies, as alternatives of a regular expression."""
SEVERAL = rf"(?:{AGENCIES})(?:\s*[/,–-]\s*(?:{AGENCIES}))*"
"""One agency or several, parted by strokes."""
OFFICES = (
    r"(?:[^\s,।:()]+\s+){0,3}?(?:संवाददाता|संवाद\s?सूत्र|संवाद\s+(?:सहयोगी|जागरण)|ब्यूरो|न्यूज\s+नेटवर्क"
    r"|न्यूज\s+एजेंसी|न्यूज\s+सर्विस|संवाद|प्रतिनिधि|डेस्क|bureau|correspondent|desk)"
)
"""A desk or a reporter without a name: `जागरण संवाददाता`, `संवाद सूत्र`, `अमर उजाला ब्यूरो`."""
_AGENCY = re.compile(rf"(?:{SEVERAL})", re.IGNORECASE)


def is_agency(text: str) -> bool:
    """Say whether this names an agency, or several, and nothing else.

    >>> is_agency("भाषा"), is_agency("आईएएनएस/एएनआई"), is_agency("भाषा विभाग")
    (True, True, False)
    """
    return _AGENCY.fullmatch(text.strip()) is not None
