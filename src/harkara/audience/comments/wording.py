"""Wording: a reader's words as they are stored, and what tells them from other words."""

import hashlib
import html
import re

import regex
from django.utils.html import strip_tags

from harkara.audience.comments.models.comment import MOST_NAME
from harkara.audience.comments.refusals import NameTooLong, NoName, NoText, TextTooLong
from harkara.text.fold import fold
from harkara.text.legacy.runs import decode_runs
from harkara.text.normalise import normalise

MOST_LETTERS = 2_000
"""So many letters, counted as code points, may a comment have."""
# What no reader sees and some abuse: all but the joiners, which Hindi needs, and the line's end.
_UNSEEN = regex.compile(r"[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}--[\n\u200c\u200d]]", regex.VERSION1)
# More marks on one letter than any script needs climb over the lines above.
_PILED = regex.compile(r"(\p{M}{4})\p{M}+")
_EMPTY_LINES = re.compile(r"\n{3,}")
_PICTURE = regex.compile(r"\p{So}")
SHORTEST_OLD = 20
OLD_SHARE = 0.7
"""So many letters, and such a part of all, must look like an old font before it is read as one."""
_SPACES = re.compile(r"[^\S\n]+")
_UNHEARD = regex.compile(r"[^\p{L}\p{N}]+")


def told(text: str) -> str:
    """Return a comment as it is stored: repaired, plain, at most one empty line in a row.

    Raises NoText or TextTooLong.
    """
    # What is far too long is not read to its end.
    if len(text) > 4 * MOST_LETTERS:
        raise TextTooLong
    mended = _EMPTY_LINES.sub("\n\n", "\n".join(_mended(text).split("\n"))).strip()
    if not _UNHEARD.sub("", mended) and not _PICTURE.search(mended):
        raise NoText
    if len(mended) > MOST_LETTERS:
        raise TextTooLong
    return mended


def named(name: str) -> str:
    """Return a name as it is stored, on one line. Raises NoName or NameTooLong."""
    if len(name) > 4 * MOST_NAME:
        raise NameTooLong
    mended = " ".join(_mended(name).split())
    if not _UNHEARD.sub("", mended):
        raise NoName
    if len(mended) > MOST_NAME:
        raise NameTooLong
    return mended


def moved_words(text: str) -> str:
    """Return words that moved in as they are stored: plain, repaired, and as long as they were."""
    return _EMPTY_LINES.sub("\n\n", _mended(html.unescape(strip_tags(text)))).strip()


def likeness(text: str) -> str:
    """Return what two comments share that say the same in the same words, however they are set."""
    heard = _UNHEARD.sub("", fold(text))
    return hashlib.blake2b(heard.encode(), digest_size=16).hexdigest()


def _mended(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    seen = _PILED.sub(r"\1", _UNSEEN.sub("", lines))
    mended = normalise(_in_unicode(seen))
    return "\n".join(_SPACES.sub(" ", line).strip() for line in mended.split("\n"))


def _in_unicode(text: str) -> str:
    """Return a text that was typed in an old font as what it says, and any other as it is.

    Of a few letters and among pictures nobody can tell an old font from a chat's own spelling.
    """
    if _PICTURE.search(text):
        return text
    read = decode_runs(text)
    typed = sum(len(one.before) for one in read.repairs)
    return read.text if typed >= max(SHORTEST_OLD, OLD_SHARE * len(text)) else text
