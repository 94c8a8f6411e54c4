"""Offices: the lines with which offices and reporters end what they send.

A number to call, who signed and in which post, the number of the note, for whom the copies are, and
a word to the desk.
"""

import re

from harkara.intake.line_words.agencies import OFFICES
from harkara.intake.line_words.signing import is_short

_NAME = r"[^\W\d_][^\s\d,;:।()/-]*"
_NUMBER = r"(?:\+?91[\s-]?|0)?[6-9]\d{4}[\s-]?\d{5}"
_CALL = re.compile(
    r"^\W*(?:मोबाइल|मोबा?|मो|फोन|फ़ोन|संपर्क|सम्पर्क|व्हाट्सएप|mobile|mob|phone|ph|contact)?\W*"
    rf"(?:(?:नं|नंबर|न|no)\W*)?{_NUMBER}(?:\s*[,/]\s*{_NUMBER})*\W*$",
    re.IGNORECASE,
)
_END_MARK = re.compile(r"^\W*(?:[0०oO]\W+){2,}(?:[0०oO])?\W*$|^\W*(?:समाप्त|the end|eom)\W*$")
_FILED = re.compile(
    r"^\W*(?:(?:समाचार\s+)?क्रमांक|स[./]?\s?क्र[./]?)\s*[:–-]?\s*[0-9०-९]+(?:\s*[/-]\s*[^\s/।]+){0,5}\W*$"
    r"|^/[^\s/।]{2,20}/$"
)
_TO_THE_DESK = re.compile(
    r"^\W*(?:सर|मैडम|श्रीमान|भाई साहब|कृपया|प्लीज|sir|pls|please)(?:\s*जी)?[\s,]+(?:[^\s।]+\s+){0,5}?"
    r"(?:लगा|लगवा|छाप|छपवा|प्रकाशित|चला|चलवा|डाल)\w*[^।]{0,30}$",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"^\W*(?:प्रतिलिपि|copy\s+to\b|(?:भवदीया?|निवेदक|प्रार्थी|विनीत|सेवा\s+में|yours\s+(?:truly|sincerely))\W*$)",
    re.IGNORECASE,
)
_POST = re.compile(
    r"^\W*(?:(?:उप|सहायक|संयुक्त|अपर|अतिरिक्त|जिला|वरिष्ठ|प्रभारी)[\s-]+){0,2}"
    r"(?:मीडिया\s+(?:प्रभारी|सेल)|(?:जन[\s-]?स(?:ं|म्)पर्क|सूचना)\s+(?:अधिकारी|सहायक|विभाग|कार्यालय)"
    r"|सूचना\s+(?:एवं|व|और)\s+जन[\s-]?स(?:ं|म्)पर्क\s+(?:विभाग|अधिकारी|कार्यालय)|निदेशक|पी\.?आर\.?ओ\.?)"
    rf"(?:\s*[,–-]?\s*{_NAME}){{0,3}}\W*$"
)
_REPORTER = re.compile(
    rf"^\W*(?:(?P<name>{_NAME}(?:\s+{_NAME}){{1,2}})\s*[,–(-]\s*)?"
    rf"(?:{OFFICES}|ब्यूरो\s+(?:चीफ|प्रमुख)|(?:स्वतंत्र\s+|वरिष्ठ\s+)?पत्रकार|रिपोर्टर)"
    rf"(?:\s*[,–-]?\s*{_NAME}){{0,3}}\W*$",
    re.IGNORECASE,
)


def is_office(text: str) -> bool:
    """Say whether an office or a reporter ends a note so: a number to call, a post, a number.

    >>> is_office("मो. 98765 43210"), is_office("क्रमांक: 4512/नसीम"), is_office("-0-0-0-")
    (True, True, True)
    """
    if any(one.match(text) for one in (_CALL, _END_MARK, _FILED, _TO_THE_DESK)):
        return True
    # The post has words of its own between: सूचना एवं जनसंपर्क विभाग.
    return is_short(text.replace(" एवं ", " ")) and _POST.match(text) is not None


def closes_note(text: str) -> bool:
    """Say whether a line closes a note; who signed and for whom copies are stands below it.

    >>> closes_note("प्रतिलिपि: समस्त संपादक"), closes_note("भवदीय"), closes_note("सेवा में लगे जवान")
    (True, True, False)
    """
    return _CLOSES.match(text) is not None


def reporter_of(text: str) -> str | None:
    """Return whom a reporter's own line names; "" if only a post, None if it is no such line.

    >>> reporter_of("- रमेश कुमार, संवाददाता सोहनी"), reporter_of("ब्यूरो चीफ सोहनी")
    ('रमेश कुमार', '')
    >>> reporter_of("रमेश कुमार")
    """
    found = _REPORTER.match(text) if is_short(text) else None
    return None if found is None else found["name"] or ""
