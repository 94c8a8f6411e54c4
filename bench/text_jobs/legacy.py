"""Old fonts: lines read exactly, beside the replacing that converters on the web do; runs found."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain

from bench.measuring.clock import seconds
from bench.measuring.data import Data, Row
from bench.measuring.figures import Figure
from bench.measuring.old_fonts import FONTS, lines
from harkara.text.chars import MATRA, NASAL, NUKTA, ZWJ, ZWNJ
from harkara.text.languages import HINDI
from harkara.text.legacy import Font, decode, detect, encode, named
from harkara.text.legacy.likeness import like_hindi
from harkara.text.legacy.ordering import PARTS_OF_SIGNS, PARTS_OF_VOWELS, REPH
from harkara.text.tokens import words

TARGETS = {"plain": 0.995, "word-curly-quotes": 0.97, "real": 0.90}
FOUND = 0.99

Decoder = Callable[[str, Font], str]


def measure(data: Data) -> Iterator[Figure]:
    """Give what is read exactly in each font and style, what is found, and how fast."""
    if data.has("legacyfont-hi"):
        yield from reading(data)
        yield from finding(data)
    if data.has("legacyfont-krutidev-words"):
        yield from typed_words(data)


def reading(data: Data) -> Iterator[Figure]:
    """Give shares of exact lines, character error rates, round trips and speed."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in data.rows("legacyfont-hi"):
        groups.setdefault((row["font"], row["style"]), []).append(row)
    for (font_name, style), rows in sorted(groups.items()):
        font = named(FONTS[font_name])
        key = f"legacy/legacyfont-hi/{font_name}-{style}"
        for rival, decoder in (("", decode), ("@replace", replacing)):
            pairs = [
                (compared(decoder(row["legacy"], font)), compared(row["unicode"])) for row in rows
            ]
            exact = sum(got == gold for got, gold in pairs) / len(pairs)
            yield Figure(f"{key}-exact{rival}", exact, "", None if rival else TARGETS.get(style))
            wrong = sum(distance(got, gold) for got, gold in pairs)
            yield Figure(f"{key}-cer{rival}", wrong / sum(len(gold) for _, gold in pairs))
        there_and_back = sum(
            compared(decode(encode(row["unicode"], font), font)) == compared(row["unicode"])
            for row in rows
        )
        yield Figure(f"{key}-round-trip", there_and_back / len(rows))
    yield from speed([row for rows in groups.values() for row in rows])


def speed(rows: list[Row]) -> Iterator[Figure]:
    """Give how many million characters a second are read, written and searched for runs."""
    given = [(row["legacy"], named(FONTS[row["font"]])) for row in rows]
    gold = [(row["unicode"], named(FONTS[row["font"]])) for row in rows]
    for name, work, texts in (
        ("decode", decode, given),
        ("decode-speed@replace", replacing, given),
        ("encode", encode, gold),
        ("detect", lambda text, _: detect(text), given),
    ):
        spent = seconds(lambda work=work, texts=texts: [work(*one) for one in texts])  # type: ignore[misc]
        size = sum(len(text) for text, _ in texts)
        key = name if "@" in name else f"{name}-speed"
        yield Figure(f"legacy/legacyfont-hi/{key}", size / spent / 1e6, "M characters/s")


def finding(data: Data) -> Iterator[Figure]:
    """Give precision and recall over the words of lines of every kind, and over lines."""
    words_counted: Counter[tuple[str, str]] = Counter()
    lines_counted: Counter[tuple[str, str]] = Counter()
    for line in lines(data):
        wrong, has, got = False, False, False
        found = font_of_each_word(line.text)
        for (word, font), given in zip(line.words, found, strict=True):
            if not re.search("[A-Za-z\x80-\xff]", word):
                continue
            words_counted[line.kind, _verdict(font, given)] += 1
            wrong |= font != given
            has |= bool(font)
            got |= bool(given)
        lines_counted[line.kind, "wrong" if wrong else "right"] += 1
        lines_counted[line.kind, _verdict("any" * has, "any" * got)] += 1
    kinds = sorted({kind for kind, _ in words_counted})
    for kind in kinds:
        right = lines_counted[kind, "right"]
        yield Figure(f"detect/{kind}/lines-right", right / (right + lines_counted[kind, "wrong"]))
    for name, chosen in (("all-lines", kinds), ("mixed-lines", ["mixed"])):
        for unit, counted in (("", words_counted), ("-of-lines", lines_counted)):
            hit, false, missed = (
                sum(counted[kind, verdict] for kind in chosen)
                for verdict in ("hit", "false", "missed")
            )
            both = sum(counted[kind, "other font"] for kind in chosen)
            precision, recall = hit / (hit + false + both), hit / (hit + missed + both)
            yield Figure(f"detect/{name}/precision{unit}", precision, "", FOUND)
            yield Figure(f"detect/{name}/recall{unit}", recall, "", FOUND)


def typed_words(data: Data) -> Iterator[Figure]:
    """Give which share of words without a gold is well formed, and is found in Hindi news."""
    typed = [decode(row["krutidev"]) for row in data.rows("legacyfont-krutidev-words")]
    key = "legacy/legacyfont-krutidev-words"
    yield Figure(
        f"{key}/well-formed",
        sum(like_hindi(word, HINDI) is not None for word in typed) / len(typed),
    )
    news = [name for name in data.names("news-") if name.endswith("-hi")]
    if news:
        rows = chain.from_iterable(data.rows(name) for name in news)
        known = {compared(word) for row in rows for word in words(row["text"])}
        yield Figure(f"{key}/in-the-news", sum(compared(w) in known for w in typed) / len(typed))


def replacing(text: str, font: Font) -> str:
    """Read a text as converters on the web do: replace glyph by glyph, then move two signs."""
    for glyph, meant in font.glyphs.items():
        text = text.replace(glyph, meant)
    text = text.replace("्ा", "")
    for parts, whole in (PARTS_OF_SIGNS | PARTS_OF_VOWELS).items():
        text = text.replace(parts, whole)
    text = re.sub("ि(.)", r"\1ि", text)
    while "ि्" in text:
        again = re.sub("ि्(.)", r"्\1ि", text)
        if again == text:
            break
        text = again
    text = text.replace("इ" + REPH, "ई")
    return re.sub(f"(.)([{MATRA}{NASAL}]*?){REPH}", r"र्\1\2", text)


def font_of_each_word(line: str) -> list[str]:
    """Return the font that each word of a line is found to be typed in."""
    runs = detect(line)
    return [
        next((run.font.name for run in runs if run.start <= word.start() < run.end), "")
        for word in re.finditer(r"\S+", line)
    ]


def compared(text: str) -> str:
    """Return a text as the set asks to compare it: see its README."""
    folded = re.sub(f"[{ZWJ}{ZWNJ}]", "", unicodedata.normalize("NFC", text))
    return re.sub(f"(?<=[कखगजफ]){NUKTA}", "", folded).translate(
        str.maketrans("०१२३४५६७८९", "0123456789")
    )


def distance(one: str, other: str) -> int:
    """Return in how many characters two texts differ (Levenshtein)."""
    if one == other:
        return 0
    row = list(range(len(other) + 1))
    for at, char in enumerate(one, 1):
        before, row[0] = row[0], at
        for place, wanted in enumerate(other, 1):
            before, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, before + (char != wanted)),
            )
    return row[-1]


def _verdict(font: str, given: str) -> str:
    if font == given:
        return "hit" if font else "rightly left"
    if not given:
        return "missed"
    return "other font" if font else "false"
