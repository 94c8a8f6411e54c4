"""What the keys of Marathi and Nepali are worth, where no treebank tells: stories by category.

`vocabulary` is how many keys the words of the texts have, as a share of their spellings: what is
written onto words makes a new spelling for each, and stems bring them together again. `category`
is the share of stories whose category a plain count of words finds (naive Bayes), with the words
as they are, folded and stemmed: a sanity figure, which falls when different words meet.

Marathi has its own split to learn from; of the Nepali set, which has none, every fifth story is
asked for and the others are learned from.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from bench.measuring.data import Data
from bench.measuring.figures import Figure
from harkara.text.fold import fold
from harkara.text.languages import MARATHI, NEPALI, Profile
from harkara.text.stem import stem
from harkara.text.tokens import words

MARATHI_SET = "paragraphs-l3cube-mr"
NEPALI_SET = "news-categories-ne"
EVERY = 5
SMALLEST = 0.1
"""What is added to every count, so that an unseen word does not decide alone."""

Stories = list[tuple[str, list[str]]]
"""Categories, and the words of a story in each."""


def measure(data: Data) -> Iterator[Figure]:
    """Give the size of the vocabulary and the share of categories found, for three keys."""
    if data.has(MARATHI_SET):
        asked = stories(data, MARATHI_SET, data.split, MARATHI)
        learned = stories(data, MARATHI_SET, "train", MARATHI)
        yield from figures(MARATHI_SET, MARATHI, learned, asked)
    if data.has(NEPALI_SET):
        found = stories(data, NEPALI_SET, data.split, NEPALI)
        learned = [story for place, story in enumerate(found) if place % EVERY]
        yield from figures(NEPALI_SET, NEPALI, learned, found[::EVERY])


def stories(data: Data, name: str, split: str, profile: Profile) -> Stories:
    """Return the stories of a set as words."""
    rows = data.rows(name, split=split)
    return [(row["category"], words(row["text"], profile=profile)) for row in rows]


def figures(name: str, profile: Profile, learned: Stories, asked: Stories) -> Iterator[Figure]:
    """Give the figures of one language."""
    spellings = {word for _, text in learned for word in text}
    keys: dict[str, Callable[[str], str]] = {
        "": lambda word: stem(word, profile=profile),
        "@fold-only": lambda word: fold(word, profile=profile),
        "@none": str,
    }
    for at, key in keys.items():
        met = {key(word) for word in spellings}
        yield Figure(f"stem_mr_ne/{name}/vocabulary{at}", len(met) / len(spellings))
        yield Figure(f"stem_mr_ne/{name}/category{at}", share_found(key, learned, asked))


def share_found(key: Callable[[str], str], learned: Stories, asked: Stories) -> float:
    """Return the share of stories whose category is found by counting words."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for category, text in learned:
        counts[category].update(map(key, text))
    often = Counter(category for category, _ in learned)
    known = set().union(*counts.values())
    whole = {category: found.total() + SMALLEST * len(known) for category, found in counts.items()}

    def likely(category: str, text: list[str]) -> float:
        found, total = counts[category], whole[category]
        return math.log(often[category]) + sum(
            math.log((found[word] + SMALLEST) / total) for word in text
        )

    right = 0
    for category, text in asked:
        seen = [word for word in map(key, text) if word in known]
        right += category == max(counts, key=lambda name: likely(name, seen))
    return right / len(asked)
