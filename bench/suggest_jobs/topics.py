"""How well names are found in text without anything learned from marked-up text, beside a CRF.

Every sentence of a set is a story. `rules` looks at each alone; ours then also finds, wherever they
stand, the names that two stories and more had shown surely: what an archive tells. The CRF
(python-crfsuite) learns from the `train` file what ours never sees: it is what marked-up text of
the very kind is worth. A name counts as found if its words and its kind are both right.

Of the sets without boundaries neighbouring words of a kind are one name.

An editor is shown names that several stories have in common. `candidates-right-of-N` is what share
of the N most frequent is a name, by its words and its kind: the kind that the set mostly gives to
these words where it marks them as a whole name. `candidates` is how many there are.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from tempfile import NamedTemporaryFile
from typing import Any

from bench.measuring.clock import each, percentiles
from bench.measuring.data import Data, Row
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from bench.suggest_jobs.section import place, share
from harkara.search.names.candidate import NameKind
from harkara.search.names.counted import names_of
from harkara.search.names.mentions import LEAST_STORIES, archive_names, mentions
from harkara.search.story import Story
from harkara.search.trie import KnownName, NameTrie, keys_of_name

SETS = ("ner-hiner-hi", "ner-ijcnlp2008-hi", "ner-iecsil2018-hi")
KINDS = {
    "person": NameKind.PERSON,
    "name": NameKind.PERSON,
    "location": NameKind.PLACE,
    "organization": NameKind.ORGANISATION,
}
MEASURED = (NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION)
FIRST_CANDIDATES = (50, 200, 1_000)
TOPICS = 6_630
NEWS = "news-factcheck-hi"
Span = tuple[int, int, NameKind]
"""From which character to which, and what it is."""


def measure(data: Data) -> Iterator[Figure]:
    """Give precision, recall and F1 of each kind, and how long known topics take to find."""
    for name in SETS:
        if data.splits(name):
            yield from measured(data, name)
    yield from known_topics(data)


def measured(data: Data, name: str) -> Iterator[Figure]:
    """Give the figures of one set."""
    splits = data.splits(name)
    rows = list(data.rows(name)) if data.split in splits or "" in splits else []
    if not rows:
        rows = list(data.rows(name, split="train"))
    gold = [marked(row) for row in rows]
    stories = [Story(headline="", text=" ".join(row["tokens"])) for row in rows]
    yield from scored(name, "@rules", gold, [found(story, {}) for story in stories])
    names = {keys: one.kind for keys, one in archive_names(stories).items()}
    yield from scored(name, "", gold, [found(story, names) for story in stories])
    yield from candidates(name, rows, stories, gold)
    if "train" in splits and data.split != "train" and rival("pycrfsuite"):
        train = list(data.rows(name, split="train"))
        yield from scored(name, "@crf", gold, by_crf(train, rows))


def candidates(
    name: str, rows: Sequence[Row], stories: Sequence[Story], gold: Sequence[set[Span]]
) -> Iterator[Figure]:
    """Give how many names several stories have in common, and what share of the first is right."""
    counts: dict[str, Counter[NameKind]] = defaultdict(Counter)
    wanted: dict[str, Counter[NameKind]] = defaultdict(Counter)
    for story, row, spans in zip(stories, rows, gold, strict=True):
        for one in names_of(story):
            counts[one.key][one.kind] += 1
        text = " ".join(row["tokens"])
        for start, end, kind in spans:
            wanted[" ".join(keys_of_name(text[start:end]))][kind] += 1
    shared = [key for key, kinds in counts.items() if kinds.total() >= LEAST_STORIES]
    shared.sort(key=lambda key: -counts[key].total())
    right = [
        counts[key].most_common(1)[0][0] in {kind for kind, _ in wanted[key].most_common(1)}
        for key in shared
    ]
    yield Figure(f"topics/{name}/candidates", float(len(shared)))
    for most in FIRST_CANDIDATES:
        if right:
            yield Figure(f"topics/{name}/candidates-right-of-{most}", share(right[:most]))


def marked(row: Row) -> set[Span]:
    """Return the names that a sentence is marked up with, by their characters."""
    spans: set[Span] = set()
    at, open_at, last = 0, 0, None
    for token, tag in zip([*row["tokens"], ""], [*row["tags"], "O"], strict=True):
        kind = KINDS.get(tag.removeprefix("B-").removeprefix("I-").lower())
        if last is not None and (kind is not last or tag.startswith("B-")):
            spans.add((open_at, at - 1, last))
            last = None
        if kind is not None and last is None:
            open_at = at
        last, at = kind, at + len(token) + 1
    return spans


def found(story: Story, names: dict[tuple[str, ...], NameKind]) -> set[Span]:
    """Return the names we find, by their characters in the text."""
    start = len(story.headline) + 1
    return {
        (story.words[one.first].start - start, story.words[one.last].end - start, one.kind)
        for one in mentions(story, names)
    }


def scored(
    name: str, at: str, gold: Sequence[set[Span]], answers: Sequence[set[Span]]
) -> Iterator[Figure]:
    """Give precision, recall and F1 for each kind and for all."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for wanted, given in zip(gold, answers, strict=True):
        for kind in MEASURED:
            right = {span for span in wanted if span[2] is kind}
            said = {span for span in given if span[2] is kind}
            for key in (kind.value, "all"):
                counts[key][0] += len(right & said)
                counts[key][1] += len(said)
                counts[key][2] += len(right)
    for key, (both, said_so, there) in counts.items():
        precision, recall = both / max(1, said_so), both / max(1, there)
        together = 2 * precision * recall / (precision + recall) if both else 0.0
        yield Figure(f"topics/{name}/{key}-precision{at}", precision)
        yield Figure(f"topics/{name}/{key}-recall{at}", recall)
        yield Figure(f"topics/{name}/{key}-f1{at}", together)


def by_crf(train: Sequence[Row], rows: Sequence[Row]) -> list[set[Span]]:
    """Return what a CRF finds that learned from marked-up sentences."""
    crf: Any = rival("pycrfsuite")
    trainer = crf.Trainer(verbose=False)
    for row in train:
        trainer.append([looks(row["tokens"], at) for at in range(len(row["tokens"]))], row["tags"])
    trainer.set_params({"c1": 0.1, "c2": 0.01, "max_iterations": 60})
    tagger = crf.Tagger()
    with NamedTemporaryFile(suffix=".crf") as file:
        trainer.train(file.name)
        tagger.open(file.name)
    answers = []
    for row in rows:
        tags = tagger.tag([looks(row["tokens"], at) for at in range(len(row["tokens"]))])
        answers.append(marked({"tokens": row["tokens"], "tags": tags}))
    return answers


def looks(tokens: Sequence[str], at: int) -> list[str]:
    """Return what a CRF looks at for one word: itself, its ends, and its neighbours."""
    word = tokens[at]
    seen = [f"w={word}", f"p2={word[:2]}", f"p3={word[:3]}", f"s2={word[-2:]}", f"s3={word[-3:]}"]
    for offset in (-2, -1, 1, 2):
        there = 0 <= at + offset < len(tokens)
        seen.append(f"{offset}={tokens[at + offset] if there else ''}")
    return seen


def known_topics(data: Data) -> Iterator[Figure]:
    """Give how long it takes to build a trie of many topics once, and to look through a story."""
    if not data.has(NEWS):
        return
    rows = [row for row in data.rows(NEWS) if row["text"]]
    words = sorted({word for row in rows for word in row["text"].split()[:80]}, key=place)
    known = [
        KnownName(id=at, name=f"{word} {words[-at]}" if at % 2 else word, kind=NameKind.THING)
        for at, word in enumerate(words[:TOPICS], 1)
    ]
    began = time.process_time()
    trie = NameTrie(known)
    yield Figure("topics/known/seconds-to-build", time.process_time() - began, "s")
    yield Figure("topics/known/topics", float(len(known)))
    spent = each(
        lambda text: trie.find(Story(headline="", text=text)), [row["text"] for row in rows[:500]]
    )
    typical, slow = percentiles(spent)
    yield Figure("topics/known/p50", typical, "ms")
    yield Figure("topics/known/p99", slow, "ms")
