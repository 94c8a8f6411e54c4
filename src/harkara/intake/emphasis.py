"""Emphasis: one paragraph as clean HTML: its words, with links, bold and italic ones among them.

Clean HTML is what we write ourselves: `a`, `strong`, `em` and `br`, all else escaped.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape
from itertools import groupby, pairwise

STRONG, EM = "strong", "em"
_TOKENS = re.compile(r"(<[^>]*>)")
_BREAK = "<br/>"
_NOTHING_INSIDE = re.compile(r"<(strong|em|b|i)>\s*</\1>|<a\s[^>]*>\s*</a>")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a text, from `start` up to `end`, that are emphasised: STRONG or EM."""

    start: int
    end: int
    tag: str

    def moved(self, by: int) -> "Stretch":
        """Return the stretch where its text begins so many characters later."""
        return Stretch(self.start + by, self.end + by, self.tag)


def tidied(text: str, stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the stretches of a text without spaces at their edges, those that touch as one.

    One that holds no letter and no number emphasises nothing.

    >>> tidied("पुल आज खुला", [Stretch(0, 4, STRONG), Stretch(4, 7, STRONG), Stretch(6, 7, EM)])
    (Stretch(start=0, end=6, tag='strong'),)
    """
    found: list[Stretch] = []
    for one in sorted(stretches, key=lambda one: (one.tag, one.start, one.end)):
        last = found[-1] if found else None
        if last and last.tag == one.tag and not text[last.end : one.start].strip():
            found[-1] = Stretch(last.start, max(last.end, one.end), one.tag)
        else:
            found.append(one)
    return tuple(sorted(filter(None, (_trimmed(text, one) for one in found)), key=_place))


def written(
    text: str, links: Iterable[tuple[str, str]] = (), stretches: Iterable[Stretch] = ()
) -> str:
    """Return a text as clean HTML.

    `links` are words and addresses, each once, in the order of the text; what the text does not
    say there is passed over.
    """
    led = list(_led(text, links))
    marks = tidied(text, stretches)
    if not marks:
        return _with_links(text, led)
    edges = {0, len(text), *(edge for one in (*led, *marks) for edge in (one.start, one.end))}
    parts = [
        (
            next((one.tag for one in led if one.start <= start < one.end), ""),
            tuple(
                tag
                for tag in (STRONG, EM)
                if any(one.tag == tag and one.start <= start < one.end for one in marks)
            ),
            escape(text[start:end]),
        )
        for start, end in pairwise(sorted(edges))
    ]
    return "".join(
        _inside(f'<a href="{escape(address)}">' if address else "", "</a>", _weighed(some))
        for address, some in groupby(parts, key=lambda part: part[0])
    )


def text_of(html: str) -> str:
    """Return what clean HTML says.

    >>> text_of("<strong>पुल</strong> &amp; नहर<br/>आज").splitlines()
    ['पुल & नहर', 'आज']
    """
    return "".join(said for said, _token in _said(html))


def reworded(html: str, change: Callable[[str], str]) -> str:
    """Return clean HTML with each stretch of its words changed, its marks as they are."""
    return "".join(
        token if token.startswith("<") else escape(change(said)) for said, token in _said(html)
    )


def rewritten(html: str, text: str) -> str:
    """Return clean HTML that says another text; all but what was changed keeps its marks.

    >>> rewritten("दिल्ली: <strong>पुल</strong> आज <em>खुला</em>", "पुल आज खुला")
    '<strong>पुल</strong> आज <em>खुला</em>'
    """
    old = text_of(html)
    most = min(len(old), len(text))
    behind = _alike(reversed(old), reversed(text), most)
    before = _alike(old, text, most - behind)
    start, end = before, len(old) - behind
    pieces: list[str] = []
    new, at = text[before : len(text) - behind], 0
    for said, token in _said(html):
        kept = said[: max(start - at, 0)], said[max(end - at, 0) :]
        first = at <= start < at + len(said) or (said and start == len(old) == at + len(said))
        at += len(said)
        if token.startswith("<"):
            pieces.append(token if token != _BREAK or "".join(kept) else "")
            continue
        put, new = (new, "") if first else ("", new)
        pieces.append(escape(kept[0] + put + kept[1]))
    return without_empty("".join(pieces)) + escape(new)


def without_empty(html: str) -> str:
    """Return clean HTML without elements that hold no word."""
    before = ""
    while before != html:
        before, html = html, _NOTHING_INSIDE.sub("", html)
    return html


def _said(html: str) -> Iterator[tuple[str, str]]:
    """Give the words and tags of clean HTML: what each says, and the token itself."""
    for token in filter(None, _TOKENS.split(html)):
        if token == _BREAK:
            yield "\n", token
        elif token.startswith("<"):
            yield "", token
        else:
            yield unescape(token), token


def _alike(one: Iterable[str], other: Iterable[str], most: int) -> int:
    """Return how many characters two texts begin alike with, at most so many."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b or count == most:
            break
        count += 1
    return count


def _trimmed(text: str, one: Stretch) -> Stretch | None:
    said = text[one.start : one.end]
    if not any(map(str.isalnum, said)):
        return None
    start = one.start + len(said) - len(said.lstrip())
    return Stretch(start, start + len(said.strip()), one.tag)


def _place(one: Stretch) -> tuple[int, int]:
    return one.start, -one.end


def _led(text: str, links: Iterable[tuple[str, str]]) -> Iterator[Stretch]:
    """Give where the words of each link stand, its address for a tag."""
    at = 0
    for words, address in links:
        start = text.find(words, at) if words else -1
        if start >= 0:
            at = start + len(words)
            yield Stretch(start, at, address)


def _with_links(text: str, led: Iterable[Stretch]) -> str:
    """Return a text with its links alone: of most paragraphs there is no more to write."""
    pieces: list[str] = []
    at = 0
    for one in led:
        link = f'<a href="{escape(one.tag)}">{escape(text[one.start : one.end])}</a>'
        pieces += escape(text[at : one.start]), link
        at = one.end
    return "".join((*pieces, escape(text[at:])))


def _weighed(parts: Iterable[tuple[str, Sequence[str], str]]) -> str:
    """Return parts of one link, or of none, with their emphasis."""
    return "".join(
        _inside("<strong>" if strong else "", "</strong>", _leaning(some))
        for strong, some in groupby(parts, key=lambda part: STRONG in part[1])
    )


def _leaning(parts: Iterable[tuple[str, Sequence[str], str]]) -> str:
    return "".join(
        _inside("<em>" if em else "", "</em>", "".join(part[2] for part in some))
        for em, some in groupby(parts, key=lambda part: EM in part[1])
    )


def _inside(opening: str, closing: str, html: str) -> str:
    return f"{opening}{html}{closing}" if opening else html
