"""Fonts: what the decoder and the encoder have to be told about one, and which there are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from harkara.text.chars import LETTER, SIGN
from harkara.text.legacy import chanakya_table, kruti_dev_table


class UnknownFont(ValueError):
    """No font of that name is known here."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Font:
    """One layout of glyphs: its table and the names it goes by, and no code.

    To add a font, copy a table file beside this one, fill it in, and name it in `FONTS`.
    """

    name: str
    """What it is called on the command line and in a run."""
    title: str
    """What it is called in front of an editor."""
    families: tuple[str, ...]
    """How pages and word processors begin its name, in small letters without spaces."""
    glyphs: Mapping[str, str]
    """What each glyph stands for, in the order it is drawn; the first of a text is written."""
    spellings: Mapping[str, str] = field(default_factory=dict)
    """What is written with other glyphs than the table's first, or with several."""
    curled: Mapping[str, str] = field(default_factory=dict)
    """What a word processor makes of a key, and the key."""
    unsaid: tuple[str, ...] = ()
    """Patterns of what stands for itself although it is a glyph; LETTER is a letter or sign."""
    slips: tuple[tuple[str, str], ...] = ()
    """Beginnings of words that other encoders write wrongly, decoded, and what was meant."""

    @cached_property
    def by_code(self) -> dict[int, str]:
        """The text of each code point: of code page 1252 and of the bytes left undecoded."""
        table = {ord(glyph): text for glyph, text in self.glyphs.items()}
        table |= {ord(char): self.glyphs[key] for char, key in self.curled.items()}
        for byte in range(0x80, 0xA0):
            shown = ord(bytes([byte]).decode("cp1252", "replace"))
            if shown in table:
                table.setdefault(byte, table[shown])
        return table

    @cached_property
    def letter(self) -> str:
        """A class of the glyphs that are letters, half letters or signs."""
        spoken = (chr(code) for code, text in self.by_code.items() if _SPOKEN.search(text))
        return "[" + re.escape("".join(spoken)) + "]"


_SPOKEN = re.compile(f"[{LETTER}{SIGN}]")

KRUTI_DEV = Font(
    name="kruti-dev",
    title="Kruti Dev",
    families=("krutidev", "devlys"),
    glyphs=kruti_dev_table.GLYPHS,
    spellings=kruti_dev_table.SPELLINGS,
    curled=kruti_dev_table.CURLED,
    unsaid=kruti_dev_table.UNSAID,
    slips=kruti_dev_table.SLIPS,
)
CHANAKYA = Font(
    name="chanakya",
    title="Chanakya",
    families=("chanakya", "walkman-chanakya"),
    glyphs=chanakya_table.GLYPHS,
    spellings=chanakya_table.SPELLINGS,
    unsaid=chanakya_table.UNSAID,
)
FONTS = {font.name: font for font in (KRUTI_DEV, CHANAKYA)}
ALIASES = {"devlys": "kruti-dev"}
"""Fonts that have the keys of another."""


def named(name: str) -> Font:
    """Return the font of a name. Raises UnknownFont if there is none.

    >>> named("devlys").name
    'kruti-dev'
    """
    font = FONTS.get(ALIASES.get(name, name))
    if font is None:
        message = f"no font is called {name}; there are {', '.join([*FONTS, *ALIASES])}"
        raise UnknownFont(message)
    return font


def of_family(family: str) -> Font | None:
    """Return the font that a page or a word processor names, or None if it is no old font.

    >>> of_family("'Kruti Dev 010'").name, of_family("Mangal")
    ('kruti-dev', None)
    """
    plain = "".join(family.split()).strip("'\"").lower()
    return next((font for font in FONTS.values() if plain.startswith(font.families)), None)
