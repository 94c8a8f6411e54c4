"""References: the "ये भी पढ़ें" lines inside a story, in all the ways desks type them."""

import re

_READ = r"(?:पढ़े|पढ़ें|पढ़िए|पढे|पढें|देखे|देखें|देखिए|जाने|जानें)"
# Without its dot the word joins others: a line that begins "पढ़े-लिखे युवा" or "जाने-माने" is none.
_BEFORE_MARK = rf"{_READ}(?:(?<=[ंिए])|(?![-\u2010-\u2014]\S))"
# Nobody begins a sentence with these, so they need no mark before the headline.
_SURE = (
    rf"(?:(?:ये|यह|इसे|इन्हें|इनको|इसको|और|यहां)\s+)?(?:खबर(?:ें)?\s+|लेख\s+|स्टोरी\s+)?भी\s+(?:जरूर\s+|ज़रूर\s+)?{_READ}"
    r"|also\s+(?:read|see|watch)|read\s+also"
)
_WITH_MARK = (
    r"(?:संबंधित|सम्बंधित|सम्बन्धित)\s+(?:खबर(?:ें)?|समाचार|लेख)"
    rf"|(?:(?:और|पूरी\s+खबर|विस्तार\s+से|यहां|जरूर|ज़रूर)\s+)?{_BEFORE_MARK}"
    r"|(?:must\s+)?read(?:\s+(?:more|next|this|related))?|(?:you\s+may\s+)?also\s+like|see\s+also"
    r"|related(?:\s+(?:news|story|stories|post|posts))?"
)
_MARK = r"\s*(?:[:\uff1a–—|>»]|\s-|-\s|-(?=\S)|\.\.+|…)\s*"
_OPENING = r"^\W{0,6}"
LABEL = re.compile(rf"{_OPENING}(?:{_SURE}|{_WITH_MARK})\W{{0,8}}$", re.IGNORECASE)
SURE_LABEL = re.compile(rf"{_OPENING}(?:{_SURE})\W{{0,8}}$", re.IGNORECASE)
LABELLED = re.compile(
    rf"{_OPENING}(?:(?:(?P<sure>{_SURE})|{_WITH_MARK})(?P<mark>{_MARK})|(?:{_SURE})\s+|read\s+more\s+(?=[^\W\da-z]))"
    r"(?P<title>\S.*)$",
    re.IGNORECASE,
)
MOST_TITLE = 300
LETTER = re.compile(r"[^\W\d_]")


def title_of(text: str) -> str | None:
    """Return the headline that a labelled reference names, or None if the line is no such thing."""
    if len(text) > MOST_TITLE or is_label(text):
        return None
    found = LABELLED.match(text)
    if not found:
        return None
    title = found["title"].strip(" :–—-|>»\t")
    # A headline is at least two words: "READ-0000" names a thing, not a story.
    spelled = [word for word in title.split() if LETTER.search(word)]
    # Without a mark, a line that ends as a sentence is one: "यह भी देखें कि पानी उबला हो।"
    # So is one with a dash behind a bare verb: "पढ़ें - लिखें और आगे बढ़ें, यही नारा था।"
    is_joined = not found["mark"] or (not found["sure"] and ":" not in found["mark"])
    if len(spelled) < 2 or (is_joined and title.endswith("।")):
        return None
    return title


def is_sure_label(text: str) -> bool:
    """Say whether a label can only stand over references, wherever on the page it is."""
    return is_label(text) and SURE_LABEL.match(text) is not None


def is_label(text: str) -> bool:
    """Say whether the line is the label alone, its headlines on the lines below."""
    return len(text) < 60 and LABEL.match(text) is not None
