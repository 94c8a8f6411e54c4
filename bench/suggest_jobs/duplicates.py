"""How surely a story is known again when it comes back changed, beside MinHash and TF-IDF.

Half of each set's stories are the archive. A copy of each is made: a share of its paragraphs in
another order, respelled, with slips, among paragraphs of a story from the other half, under another
headline (`bench.measuring.copies`). `half` and `third` say how much of the copy and of its story
is shared. The copy must bring up its story, and no other.

Stories of these sets repeat each other already: several papers file one agency's copy, and a teaser
stands beside its story. Such a find is neither right nor wrong, if the two share runs of eight
words, as written, that make up a tenth of the shorter one; `precision-strict` calls all of them
wrong.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from bench.measuring.copies import Copy, copy
from bench.measuring.cosine import CosineIndex
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.minhash import MinHashIndex
from bench.measuring.scratch import empty_scratch

SETS = ("news-factcheck-hi", "news-newspapers-2020-hi", "news-bbc-bodies-hi", "news-events-hi")
SHARES = {"half": 1 / 2, "third": 1 / 3}
TARGETS = {("half", "recall"): 0.99, ("half", "precision"): 0.99, ("third", "recall"): 0.9}
SEED = 1826
ROW = 8
LONGEST_HEADLINE = 25
REPEATED = 0.1
LEAST_COSINE = 0.25

Find = Callable[[str], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Story:
    """A story of a set."""

    headline: str
    text: str

    @property
    def whole(self) -> str:
        """All its words."""
        return f"{self.headline}\n{self.text}"


def measure(data: Data) -> Iterator[Figure]:
    """Give recall and precision for each set and share, ours first."""
    for name in SETS:
        if data.has(name):
            stories = read_stories(data, name)
            archive, others = stories[::2], stories[1::2]
            finders = list(finders_of(archive))
            for label, share in SHARES.items():
                made = list(copies(archive, others, share))
                for at, find in finders:
                    yield from scores(f"duplicates/{name}/{label}", at, made, (archive, find))


def read_stories(data: Data, name: str) -> list[Story]:
    """Return the stories of a set; one without a headline has its first line as one, if short."""
    found = []
    for row in data.rows(name):
        text = row["text"].strip()
        first = text.partition("\n")[0]
        headline = row.get("title") or (first if len(first.split()) <= LONGEST_HEADLINE else "")
        found.append(Story(headline=headline, text=text))
    return found


def copies(archive: list[Story], others: list[Story], share: float) -> Iterator[tuple[Copy, Story]]:
    """Give a copy of each story of the archive, with the story its new paragraphs are from."""
    chance = Random(SEED)
    for at, story in enumerate(archive):
        foreign = chance.choice(others)
        yield copy(at, story.headline, story.text, foreign.text, share, chance), foreign


def finders_of(archive: list[Story]) -> Iterator[tuple[str, Find]]:
    """Give ours and what somebody would pick instead, each with the archive taken in."""
    yield "", ours(archive)
    index = MinHashIndex()
    for at, story in enumerate(archive):
        index.add(at, story.whole)
    yield "@minhash-lsh", index.find
    words = CosineIndex([story.whole for story in archive])
    yield (
        "@tf-idf-cosine",
        lambda text: [at for at, cosine in words.nearest(text) if cosine >= LEAST_COSINE],
    )


def ours(archive: list[Story]) -> Find:
    """Return our own finder, the archive remembered in an empty database."""
    empty_scratch()
    from harkara.search.actions.sketches import remember
    from harkara.search.twins import find_twins

    texts = {at + 1: story.whole for at, story in enumerate(archive)}
    remember(texts)

    def kept(stories: Sequence[int]) -> dict[int, str]:
        return {story: texts[story] for story in stories}

    return lambda text: [twin.story - 1 for twin in find_twins(text, kept)]


def scores(
    key: str, at: str, made: list[tuple[Copy, Story]], archive_and_find: tuple[list[Story], Find]
) -> Iterator[Figure]:
    """Give recall, precision, and the precision that calls every other find wrong."""
    archive, find = archive_and_find
    right, wrong, strictly = 0, 0, 0
    for one, foreign in made:
        found = find(f"{one.headline}\n{one.text}")
        right += one.of in found
        others = [archive[other] for other in found if other != one.of]
        strictly += len(others)
        known = (foreign, archive[one.of])
        wrong += sum(not any(repeats(story, of) for of in known) for story in others)
    label = key.rpartition("/")[2]
    for measure_name, value in (
        ("recall", right / len(made)),
        ("precision", right / max(right + wrong, 1)),
        ("precision-strict", right / max(right + strictly, 1)),
    ):
        target = TARGETS.get((label, measure_name)) if not at else None
        yield Figure(f"{key}-{measure_name}{at}", value, target=target)


def repeats(story: Story, other: Story) -> bool:
    """Say whether two stories repeat each other as they are written."""
    one, two = rows_of(story.text), rows_of(other.text)
    return len(one & two) >= REPEATED * max(min(len(one), len(two)), 1)


@lru_cache(maxsize=10_000)
def rows_of(text: str) -> frozenset[str]:
    """Return every eight words in a row."""
    words = text.split()
    return frozenset(" ".join(words[at : at + ROW]) for at in range(len(words) - ROW + 1))
