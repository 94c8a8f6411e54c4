"""The words of a folder of sets and how often Hindi text uses each: lexicons to measure on."""

import unicodedata
from collections import Counter
from functools import lru_cache

import regex

from bench.measuring.data import Data
from harkara.text.chars import JOINERS, LETTER, SIGN

EDITED = ("news-", "headlines-", "longform-", "social-posts-", "ner-", "treebank-")
"""Sets of text as a newsroom's archive has it; those of Hindi end in `-hi`."""
TALK = ("comments-", "search-", "queries-")
"""Sets of what readers write and ask: words a keyboard must know, and an archive does not hold."""
PAIRS = "translit-"
_FIELDS = (
    "text", "title", "headline", "post", "link_title", "tokens", "query", "desc", "narr",
)  # fmt: skip
_WORD = regex.compile(f"[{LETTER}{SIGN}]+")


def written(word: str) -> str:
    """Return a word as all words of a vocabulary are written: composed, without joiners."""
    return unicodedata.normalize("NFC", word).translate(dict.fromkeys(map(ord, JOINERS)))


@lru_cache(maxsize=2)
def frequencies(data: Data, texts: tuple[str, ...] = EDITED) -> Counter[str]:
    """Return how often the Hindi text of these sets uses each word, whatever its split."""
    found: Counter[str] = Counter()
    for name in (name for start in texts for name in data.names(start) if name.endswith("-hi")):
        for split in data.splits(name):
            for row in data.rows(name, split=split):
                fields = (row.get(field) for field in _FIELDS)
                text = " ".join(
                    " ".join(field) if isinstance(field, list) else str(field)
                    for field in fields
                    if field
                )
                found.update(_WORD.findall(written(text)))
    return found


@lru_cache(maxsize=2)
def trained(data: Data) -> Counter[str]:
    """Return the words of the sets of pairs in their `train` split, once each."""
    return Counter(
        {
            written(str(row["devanagari"])): 1
            for name in data.names(PAIRS)
            if "train" in data.splits(name) and data.split != "train"
            for row in data.rows(name, split="train")
        }
    )


def pairs(data: Data, name: str) -> list[tuple[str, str, int]]:
    """Return the words of a set, a Roman spelling of each and how many people gave it."""
    return [
        (written(str(row["devanagari"])), str(row["roman"]), int(row.get("attestations") or 1))
        for row in data.rows(name)
    ]
