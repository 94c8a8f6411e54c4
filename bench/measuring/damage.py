"""Damage: what old fonts, phones and careless programs do to a line, done on purpose at one place.

Each kind takes a sound line and a random source and returns the line with one piece of damage, or
None if the line has no place for it. The kinds are written from how the damage comes about, not
from how it is mended.
"""

import html
import re
from collections.abc import Callable
from random import Random

Damage = Callable[[str, Random], str | None]

VIRAMA = "\N{DEVANAGARI SIGN VIRAMA}"
NUKTA = "\N{DEVANAGARI SIGN NUKTA}"
LETTER = "[\N{DEVANAGARI LETTER KA}-\N{DEVANAGARI LETTER HA}]"
SIGN = "[\N{DEVANAGARI VOWEL SIGN AA}-\N{DEVANAGARI VOWEL SIGN AU}]"
NASAL = "[\N{DEVANAGARI SIGN CANDRABINDU}\N{DEVANAGARI SIGN ANUSVARA}]"
WORD_START = "(?<![\N{DEVANAGARI SIGN CANDRABINDU}-\N{DEVANAGARI VOWEL SIGN VOCALIC LL}])"
DOTTED = {
    letter + NUKTA: char
    for letter, char in zip("कखगजडढफ", "\u0958\u0959\u095a\u095b\u095c\u095d\u095e", strict=True)
}


def at_one_place(pattern: str, write: Callable[[re.Match[str]], str]) -> Damage:
    """Return the damage that writes something else at one of the places a pattern finds."""
    find = re.compile(pattern)

    def damage(line: str, chance: Random) -> str | None:
        places = list(find.finditer(line))
        if not places:
            return None
        place = chance.choice(places)
        return line[: place.start()] + write(place) + line[place.end() :]

    return damage


def instead(pairs: dict[str, str]) -> Damage:
    """Return the damage that writes one thing for another."""
    return at_one_place("|".join(map(re.escape, pairs)), lambda place: pairs[place[0]])


def misread(line: str, reader: str, times: int) -> str | None:
    """Return the line's UTF-8 as another reader shows it; browsers show C1 controls as such."""
    for _ in range(times):
        raw = line.encode()
        try:
            line = raw.decode(reader)
        except UnicodeDecodeError:
            line = "".join(_shown(byte, reader) for byte in raw)
    return line


def _shown(byte: int, reader: str) -> str:
    try:
        return bytes([byte]).decode(reader)
    except UnicodeDecodeError:
        return chr(byte)


KINDS: dict[str, Damage] = {
    "split vowel": instead({"आ": "अा", "ओ": "अो", "औ": "अौ", "ऑ": "अॉ", "ऐ": "एे"}),
    "split sign": instead({"ो": "ाे", "ौ": "ाै", "ॉ": "ाॅ"}),
    "doubled sign": at_one_place(f"{SIGN}|{NASAL}", lambda place: place[0] * 2),
    "nasal before sign": at_one_place(f"({SIGN})({NASAL})", lambda place: place[2] + place[1]),
    "nukta after sign": at_one_place(
        f"(?<=[कखगजडढफ])({NUKTA})({SIGN})", lambda place: place[2] + place[1]
    ),
    "dotted letters": instead(DOTTED),
    "short i first": at_one_place(f"{WORD_START}({LETTER})(ि)", lambda place: place[2] + place[1]),
    "hook behind": at_one_place(
        f"र{VIRAMA}({LETTER})(?={SIGN})", lambda place: f"{place[1]}र{VIRAMA}"
    ),
    "sign before ra": at_one_place(
        f"({LETTER}){VIRAMA}र(े|ि|ु)(?!{VIRAMA})", lambda place: f"{place[1]}{place[2]}{VIRAMA}र"
    ),
    "bar for danda": at_one_place("।(?= |$)", lambda _: "|"),
    "bar for danda, spaced": at_one_place("।(?= |$)", lambda _: " |"),
    "space before danda": at_one_place("।", lambda _: " ।"),
    "no space after danda": at_one_place("। (?=\\w)", lambda _: "।"),
    "doubled space": at_one_place(" ", lambda _: "  "),
    "no-break space": at_one_place(" ", lambda _: "\N{NO-BREAK SPACE}"),
    "useless joiner": at_one_place(f"(?<={SIGN})(?={LETTER})", lambda _: "\N{ZERO WIDTH JOINER}"),
    "zero width": at_one_place(f"(?<={LETTER})(?={LETTER})", lambda _: "\N{ZERO WIDTH SPACE}"),
    "direction marks": at_one_place(
        "\\w+", lambda place: f"\N{LEFT-TO-RIGHT MARK}{place[0]}\N{POP DIRECTIONAL FORMATTING}"
    ),
    "colon for visarga": at_one_place(f"ः(?={LETTER})", lambda _: ":"),
    "S for avagraha": instead({"ऽ": "S"}),
    "entities": at_one_place(
        "[’‘“”\"']", lambda place: html.escape(place[0]).replace(place[0], f"&#{ord(place[0])};")
    ),
    "read as CP1252": lambda line, _: misread(line, "cp1252", 1),
    "read as Latin-1": lambda line, _: misread(line, "latin-1", 1),
    "read as CP1252 twice": lambda line, _: misread(line, "cp1252", 2),
    "read as MacRoman": lambda line, _: misread(line, "mac_roman", 1),
    "CRLF": lambda line, _: line + "\r\n" + line,
}
