"""Messages: what WhatsApp writes round the words of a chat, in exports and in what is copied."""

import re

_DAY = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2})"
_HOUR = r"(?:सुबह|दोपहर|शाम|रात|तड़के|पूर्वाह्न|अपराह्न)"
_TIME = rf"(?:{_HOUR}\s+)?\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s*(?:[ap]\.?\s?m\.?|{_HOUR}|बजे)?"
_SENT = rf"\s*\u200e?\[?(?:{_DAY},?\s+{_TIME}|{_TIME},\s*{_DAY})\]?\s*(?:-\s*)?"
# An exported chat has the day first, messages that were copied have the time first.
MESSAGE = re.compile(rf"^{_SENT}[^:\n]{{1,40}}:\s?", re.IGNORECASE)
_NEWS = (
    r"end-to-end encrypted|created (?:this )?group|\badded\b|\bjoined\b|\bleft$|\bremoved\b"
    r"|changed (?:the|this|their|to)|security code|disappearing messages|pinned a message"
    r"|एन्क्रिप्टे?ड|(?:ग्रुप|समूह) (?:को )?(?:बनाया|छोड़|से)|को जोड़ा|जोड़ा गया|को हटाया|सुरक्षा कोड"
    r"|शामिल (?:हुए|हुईं|हो गए|किया)|चला गया|चले गए|विषय .{0,80}बदल"
)
# What WhatsApp itself tells of a chat has a time and no sender.
_TOLD = re.compile(rf"^{_SENT}.{{0,200}}?(?:{_NEWS})", re.IGNORECASE)
FORWARDED = re.compile(
    r"^\s*(?:[↪⏩➡]\ufe0f?\s*)?(?:"
    r"(?:forwarded(?: many times| as received)?|अग्रेषित(?: कई बार)?"
    r"|फॉरवर्ड किया गया|कई बार फॉरवर्ड किया गया|फॉरवर्डेड)"
    r"|<(?:media omitted|view once [a-z ]+ omitted"
    r"|मीडिया (?:शामिल नहीं(?: है)?|को छोड़ दिया गया|छोड़ा गया|हटाया गया|के बिना)"
    r"|(?:attached|संलग्न|अटैच किया गया|अटैच की गई): [^<>]{1,120})>"
    r"|(?:image|video|audio|document|sticker|gif|video note|contact card) omitted"
    r"|(?:you deleted this message|this message was deleted|null|waiting for this message.*"
    r"|missed (?:group )?(?:voice|video) call.*|मिस्ड (?:वॉइस|वीडियो) कॉल"
    r"|आपने यह (?:मैसेज|संदेश) (?:डिलीट किया|मिटाया|मिटा दिया)"
    r"|यह (?:मैसेज|संदेश) (?:डिलीट|मिटा) ?(?:कर )?(?:दिया|किया) गया(?: है| था)?)\.?"
    r"|\S{1,80}\.\w{2,5} \((?:file attached|फ़?ाइल (?:अटैच की गई|संलग्न)(?: है)?)\)"
    r"|messages and calls are end-to-end encrypted\b.*"
    r"|(?:मैसेज और कॉल|संदेश और कॉल) (?:एंड-टू-एंड|शुरू से अंत तक) एन्क्रिप्ट.*)\s*$",
    re.IGNORECASE,
)
# What a mail program puts over a message that is passed on.
PASSED_ON = re.compile(
    r"^-{3,}\s*(?:forwarded message|original message|अग्रेषित संदेश|फॉरवर्ड किया गया (?:मैसेज|संदेश))"
    r"\s*-{3,}$",
    re.IGNORECASE,
)
HEAD_OF_MAIL = re.compile(
    r"^\*?(?:from|date|sent|subject|to|cc|reply-to|प्रेषक|भेजने वाला|तारीख|दिनांक|विषय|प्रति|सेवा में)\s?:",
    re.IGNORECASE,
)
EDITED = re.compile(
    r"\s*\u200e?<(?:this message was edited"
    r"|(?:यह|इस) (?:मैसेज|संदेश)(?: को)? एडिट किया गया(?: है| था)?)>\s*$",
    re.IGNORECASE,
)
ATTACHED = re.compile(r"\((?:file attached|फ़?ाइल (?:अटैच की गई|संलग्न)(?: है)?)\)$")


def is_told(line: str) -> bool:
    """Say whether this is what WhatsApp itself tells of a chat: who came, who left.

    >>> is_told("24/11/2026, 17:12 - सुरेश left"), is_told("24/11/2026, 17:12 - सुरेश: मैं आ गया")
    (True, False)
    """
    return _TOLD.match(line) is not None and MESSAGE.match(line) is None
