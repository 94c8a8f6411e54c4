"""Damage done by programs that read bytes the wrong way."""

import re

from harkara.text.chars import (
    CONTROLS,
    HIGH_SURROGATE,
    LOW_QUOTE,
    LOW_SURROGATE,
    ODD_LINES,
    TATTERED,
)
from harkara.text.repairs.base import Fixer, constant


def _misread(byte: int) -> set[str]:
    """Return the characters that Latin-1 and CP1252 readers show for one byte."""
    shown = {chr(byte)}
    try:
        shown.add(bytes([byte]).decode("cp1252"))
    except UnicodeDecodeError:
        return shown  # CP1252 has no character for five bytes; browsers show the control.
    return shown


_BYTE_OF = {ord(char): byte for byte in range(0x80, 0x100) for char in _misread(byte)}
# The quotes, dashes and dots of CP1252; of its letters none is meant where a control stands.
_WINDOWS = {byte: bytes([byte]).decode("cp1252") for byte in (0x85, *range(0x91, 0x98))}


def _shown(*bytes_: int) -> str:
    """Return every character that one of the bytes was misread as, for the inside of brackets."""
    return re.escape("".join(sorted({char for byte in bytes_ for char in _misread(byte)})))


def _class(first: int, last: int) -> str:
    """Return a bracketed class of every character a byte between the two was misread as."""
    return f"[{_shown(*range(first, last + 1))}]"


_ANY = _class(0x80, 0xBF)
# UTF-8 of Devanagari and its neighbours begins E0 A4…BF; of curly quotes, dashes and
# symbols E2; of emoji F0 9F; of a byte-order mark, a variation selector or U+FFFD EF.
# A no-break space inside a letter is often already a plain one: E0 A4 A0 is ठ, and the
# à of text misread twice is C3 A0.
_SEQUENCE = (
    f"à¤ |à{_class(0xA4, 0xBF)}{_ANY}|â{_ANY}{_ANY}|ï{_class(0xB8, 0xBF)}{_ANY}"
    f"|ð{_class(0x9F, 0x9F)}{_ANY}{_ANY}|Ã{_ANY}|Ã (?=Â)|Â{_ANY}"
)
# Inside text misread twice: the letters of CP1252 that are beyond Latin-1, such as Ÿ for 9F.
_BEYOND = (
    f"Å[{_shown(0x92, 0x93, 0xA0, 0xA1, 0xB8, 0xBD, 0xBE)}]|Æ[{_shown(0x92)}]"
    f"|Ë[{_shown(0x86, 0x9C)}]"
)
_MISREAD = re.compile(f"(?:{_SEQUENCE})(?:{_SEQUENCE}|{_BEYOND})*")
# A Mac shows E0 A4 as ‡§, E0 A5 as ‡•, and the E2 80 of quotes and dashes as a low quote and Ä.
_ANY_ON_MAC = "[" + re.escape(bytes(range(0x80, 0xC0)).decode("mac_roman")) + "]"


def _read_again(match: re.Match[str]) -> str:
    """Return what the bytes say, read again for as long as they say bytes misread once more."""
    raw = match[0].translate(_BYTE_OF).replace(" ", "\N{NO-BREAK SPACE}").encode("latin-1")
    try:
        return _MISREAD.sub(_read_again, raw.decode())
    except UnicodeDecodeError:
        return match[0]


def _join_surrogates(match: re.Match[str]) -> str:
    return match[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


# What the damage below begins with.
MISREAD = f"ÂÃàâïð‡{LOW_QUOTE}"
BROKEN = f"\r{CONTROLS}{ODD_LINES}{HIGH_SURROGATE}{LOW_SURROGATE}{MISREAD}"

ENCODING = (
    Fixer(
        "surrogates",  # halves of one character, as some JSON writers leave them
        re.compile(f"[{HIGH_SURROGATE}][{LOW_SURROGATE}]|[{HIGH_SURROGATE}{LOW_SURROGATE}]"),
        lambda match: _join_surrogates(match) if len(match[0]) == 2 else TATTERED,
    ),
    Fixer(
        "mac_mojibake",
        re.compile(f"(?:(?:‡[§•]|{LOW_QUOTE}[ÄÇ]){_ANY_ON_MAC})+"),
        lambda match: match[0].encode("mac_roman").decode("utf-8", "replace"),
    ),
    Fixer("mojibake", _MISREAD, _read_again),
    Fixer(
        "windows_marks",  # CP1252 quotes and dashes read as Latin-1
        re.compile("[" + "".join(map(chr, _WINDOWS)) + "]"),
        lambda match: _WINDOWS[ord(match[0])],
    ),
    Fixer("line_ends", re.compile(f"\r\n?|[{ODD_LINES}]"), constant("\n")),
    Fixer("controls", re.compile(f"[{CONTROLS}]+"), constant("")),
)
