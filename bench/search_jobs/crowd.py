"""The known items among many other stories: quality, speed, size and memory.

The other stories are made up of the headlines and sentences of the folder's other Hindi sets; each
has a few words of the pairs of spellings besides, so that the words of the archive are many.
"""

import resource
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.searching import (
    ARCHIVE,
    KNOWN_ITEMS,
    archive,
    document,
    fill,
    known_items,
    ours,
    quality,
)
from bench.measuring.vocabulary import trained
from harkara.search.backends.tantivy import TantivyIndex
from harkara.search.documents import Document
from harkara.text.tokens import sentences

FIRST = 1_000_000
RARE_WORDS = 3


def measure(data: Data, stories: int) -> Iterator[Figure]:
    """Give the quality and cost of searching with so many other stories in the index."""
    name = f"crowd/{KNOWN_ITEMS}"
    with TemporaryDirectory() as folder:
        index = TantivyIndex(Path(folder) / "index")
        others = made_up(data, stories)
        yield Figure(f"{name}/stories-a-second", fill(index, chain(archive(data), others)))
        yield Figure(f"{name}/stories", index.count())
        files = [path for path in Path(folder).rglob("*") if path.is_file()]
        yield Figure(f"{name}/size", sum(path.stat().st_size for path in files) / 2**20, "MB")
        for script in ("roman", "devanagari"):
            yield from quality(f"{name}/{script}", known_items(data, script), ours(index))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
        yield Figure(f"{name}/memory", memory, "MB")


def made_up(data: Data, stories: int) -> Iterator[Document]:
    """Give so many stories, the same ones for the same sets."""
    random = Random(1)
    headlines = [
        str(row["headline"])
        for name in data.names("headlines-")
        if name.endswith("-hi")
        for row in data.rows(name, split="train")
    ]
    names = [name for start in ("news-", "longform-") for name in data.names(start)]
    texts = [
        str(row["text"])
        for name in names
        if name.endswith("-hi") and name != ARCHIVE
        for row in data.rows(name)
    ]
    told = [sentence for text in texts for sentence in sentences(text)]
    rare = sorted(trained(data))
    for number in range(FIRST, FIRST + stories):
        body = [random.choice(told) for _ in range(random.randint(6, 20))]
        body.append(" ".join(random.choice(rare) for _ in range(RARE_WORDS)))
        yield document(number, random.choice(headlines), "\n".join(body))
