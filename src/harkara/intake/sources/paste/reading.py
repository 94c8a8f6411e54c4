"""Reading: what was handed in, bytes → text, or one line that says why not."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext_noop as _

from harkara.intake.drafts import Notice
from harkara.intake.line_words.shape import devanagari
from harkara.intake.mail import is_mail, text_in
from harkara.intake.refusals import Refused
from harkara.intake.word import html_of, is_word
from harkara.text.legacy import decode_runs

MOST_BYTES = 5 * 1024 * 1024
MOST_DAMAGE = 0.02  # of the characters: above it the text is in another encoding, not damaged

_NOT_TEXT = (
    (b"%PDF-", _("this is a PDF: open it, select the story, and paste the text")),
    (
        b"PK\x03\x04",
        _("this is a zip, or no Word document: open it, select the story, and paste the text"),
    ),
    (b"\xd0\xcf\x11\xe0", _("this is an old Word file: open it, select the story, and paste it")),
    (b"Rar!", _("this is a compressed file: unpack it first")),
    (b"7z\xbc\xaf", _("this is a compressed file: unpack it first")),
    (b"%!PS", _("this is a page ready for print: open its source, and paste the text")),
    (b"{\\rtf", _("this is an RTF document: open it, select the story, and paste the text")),
    (b"\x89PNG", _("this is a picture: add it to the story in the newsroom instead")),
    (b"\xff\xd8\xff", _("this is a picture: add it to the story in the newsroom instead")),
    (b"GIF8", _("this is a picture: add it to the story in the newsroom instead")),
    (b"RIFF", _("this is a picture or a sound: only text and HTML can be pasted")),
    (b"\x1f\x8b", _("this is a compressed file: unpack it first")),
    (b"ID3", _("this is a sound file: only text and HTML can be pasted")),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_INPAGE = "InPage".encode("utf-16-le")
_ATTACHED = _("Files that came with the message and were not read: %(count)d. Hand them in too.")
# What Windows has where Latin-1 has control characters; five of these places are empty.
_WINDOWS = {
    code: bytes((code,)).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
MOST_LOOKED_AT = 20_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\s\x00-\x1f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What was handed in: its bytes, its text, and what the sender should know about it."""

    raw: bytes
    text: str
    notices: tuple[Notice, ...] = ()
    damaged: bool = False
    """Whether characters of it are lost."""


def read_file(path: Path) -> bytes:
    """Return the bytes of a file. Raises Refused if it is missing, unreadable or too large."""
    try:
        with path.open("rb") as file:
            return read_stream(file)
    except IsADirectoryError as error:
        raise Refused(_("%(path)s is a folder; name a file"), {"path": path}) from error
    except FileNotFoundError as error:
        raise Refused(_("there is no file %(path)s"), {"path": path}) from error
    except PermissionError as error:
        raise Refused(_("%(path)s may not be read"), {"path": path}) from error


def read_stream(stream: BinaryIO) -> bytes:
    """Return all bytes of a stream. Raises Refused, before reading on, if there are too many."""
    raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise Refused(
            _("more than %(size)d MB: a story is smaller; paste only its own page"),
            {"size": MOST_BYTES // (1024 * 1024)},
        )
    return raw


def read(raw: bytes) -> Handed:
    """Return the text of what was handed in; of a Word document it is HTML.

    Raises Refused if it is empty, too large, no text, or in an encoding that cannot be told.
    Single broken characters are marked with U+FFFD and named in a notice.
    """
    if len(raw) > MOST_BYTES:
        raise Refused(
            _("more than %(size)d MB: a story is smaller; paste only its own page"),
            {"size": MOST_BYTES // (1024 * 1024)},
        )
    if is_word(raw):
        return Handed(raw=raw, text=html_of(raw))
    if is_mail(raw):
        return _from_mail(raw)
    if raw.startswith(_OLD_OFFICE) and _INPAGE in raw:
        raise Refused(_("this is an InPage file: open it, select the story, and paste the text"))
    start = raw[:64].lstrip()
    for magic, message in _NOT_TEXT:
        if start.startswith(magic):
            raise Refused(message)
    text, notices = _decode(raw)
    if not _INVISIBLE.sub("", text):
        raise Refused(_("it is empty: there is no text in it"))
    return Handed(raw=raw, text=text, notices=notices, damaged=bool(notices))


def _from_mail(raw: bytes) -> Handed:
    words, files = text_in(raw)
    text, notices = _decode(words)
    attached = Notice(message=_ATTACHED, values={"count": files})
    told = (*notices, attached) if files else notices
    return Handed(raw=raw, text=text, notices=told, damaged=bool(notices))


def _decode(raw: bytes) -> tuple[str, tuple[Notice, ...]]:
    encoding, body = "utf-8", raw
    for bom, name in _BOMS:
        if raw.startswith(bom):
            encoding, body = name, raw[len(bom) :]
            break
    else:
        if b"\0" in raw[:4096]:
            encoding = _unmarked_utf16(raw)
    try:
        return body.decode(encoding), ()
    except UnicodeDecodeError as error:
        return _declared(raw) or _in_old_font(body) or _damaged(body, encoding, error)


def _unmarked_utf16(raw: bytes) -> str:
    """Return which UTF-16 it is by where the NULs of its spaces and line ends stand."""
    if raw.count(b" \0") + raw.count(b"\n\0") > raw.count(b"\0 ") + raw.count(b"\0\n"):
        return "utf-16-le"
    if raw.count(b"\0 ") + raw.count(b"\0\n"):
        return "utf-16-be"
    raise Refused(_("this is not text: only text and HTML can be pasted"))


def _declared(raw: bytes) -> tuple[str, tuple[Notice, ...]] | None:
    """Return the text in the encoding that an HTML page declares, if that works."""
    found = _CHARSET.search(raw[:2048])
    try:
        return (raw.decode(found[1].decode("ascii")), ()) if found else None
    except (LookupError, UnicodeDecodeError):
        return None


def _in_old_font(raw: bytes) -> tuple[str, tuple[Notice, ...]] | None:
    """Return a text in an old font that Windows saved in its own encoding, if it is one.

    Its letters are keys of Latin letters, and those with marks are no UTF-8.
    """
    if devanagari(raw[:MOST_LOOKED_AT].decode("utf-8", "ignore")):
        return None
    text = raw.decode("latin-1").translate(_WINDOWS)
    sample = text[:MOST_LOOKED_AT]
    read = sum(len(run.before) for run in decode_runs(sample).repairs)
    return (text, ()) if read * 2 > len("".join(sample.split())) else None


def _damaged(
    body: bytes, encoding: str, error: UnicodeDecodeError
) -> tuple[str, tuple[Notice, ...]]:
    text = body.decode(encoding, "replace")
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    if b"\0" in body and encoding == "utf-8":
        raise Refused(_("this is not text: only text and HTML can be pasted"))
    if lost > max(20, len(text) * MOST_DAMAGE) or lost * 2 > len(text):
        raise Refused(_("the text is not in UTF-8: save it as UTF-8, or copy and paste the words"))
    notice = Notice(
        message=_(
            "%(lost)d characters are not valid UTF-8, the first on line %(line)d: they show as �"
        ),
        values={"lost": lost, "line": body[: error.start].count(b"\n") + 1},
    )
    return text, (notice,)
