"""How well stems stand for lemmas, on a treebank, beside Snowball's Hindi and no stemming at all.

The measure is pairwise. Every distinct spelling of a part of speech is one form; its lemma is the
commonest that the treebank gives it there. Of all pairs of forms of that part of speech, those
with one lemma should have one stem (recall), and those with one stem should have one lemma
(precision): every pair counts alike. `content` is nouns, verbs and adjectives together, so that
a noun may also meet a verb's stem by mistake. Proper nouns are left out: they have no forms to
bring together, and the treebank parts their spellings.

Lemmas are compared as the treebank spells them, joiners apart; the treebank parts the spellings
of one word (वृत्तांत, वृत्तान्त), so `one-spelling` compares the folded lemmas instead.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from bench.measuring.clock import seconds
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from harkara.text.chars import JOINERS
from harkara.text.fold import fold
from harkara.text.normalise import normalise
from harkara.text.stem import stem

TREEBANK = "treebank-hdtb-hi"
PARTS: dict[str, tuple[str, ...]] = {
    "noun": ("NOUN",),
    "verb": ("VERB",),
    "adjective": ("ADJ",),
    "content": ("NOUN", "VERB", "ADJ"),
}
_NO_JOINERS = str.maketrans(dict.fromkeys(JOINERS))

Stemmer = Callable[[str], str]
Pairs = Sequence[tuple[str, str]]
"""Forms and their lemmas."""


def measure(data: Data) -> Iterator[Figure]:
    """Give precision, recall and F1 of every part of speech, and words a second."""
    if not data.has(TREEBANK):
        return
    lemmas = read_lemmas(data)
    running = [form for row in data.rows(TREEBANK) for form in row["forms"]]
    for name, stemmer in stemmers():
        at = f"@{name}" if name else ""
        for part, tags in PARTS.items():
            found = [pair for tag in tags for pair in lemmas[tag]]
            yield from scores(part, at, found, stemmer)
        taken = seconds(partial(all_stems, stemmer, running))
        yield Figure(f"stem/{TREEBANK}/words-a-second{at}", len(running) / taken, "words/s")


def all_stems(stemmer: Stemmer, running: list[str]) -> list[str]:
    """Return the stem of every word of a running text."""
    return [stemmer(word) for word in running]


def stemmers() -> Iterator[tuple[str, Stemmer]]:
    """Give ours, no stemming, and the rivals that are installed."""
    yield "", stem
    yield "none", str
    yield "fold-only", fold
    if snowball := rival("Stemmer"):
        hindi = snowball.Stemmer("hindi")
        yield "snowball", hindi.stemWord
        yield "fold+snowball", lambda word: str(hindi.stemWord(fold(word)))


def read_lemmas(data: Data) -> dict[str, list[tuple[str, str]]]:
    """Return the forms of each part of speech with their commonest lemmas."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in data.rows(TREEBANK):
        for form, lemma, tag in zip(row["forms"], row["lemmas"], row["upos"], strict=True):
            counts[normalise(form), tag][normalise(lemma).translate(_NO_JOINERS)] += 1
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for (form, tag), lemmas in counts.items():
        found[tag].append((form, min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma))))
    return found


def scores(part: str, at: str, found: Pairs, stemmer: Stemmer) -> Iterator[Figure]:
    """Give the scores of one stemmer on one part of speech."""
    precision, recall = pairwise(found, stemmer)
    together = pairwise([(form, fold(lemma)) for form, lemma in found], stemmer)
    for measure, value in (
        ("precision", precision),
        ("recall", recall),
        ("f1", f1(precision, recall)),
        ("f1-one-spelling", f1(*together)),
    ):
        yield Figure(f"stem/{TREEBANK}/{part}-{measure}{at}", value)


def pairwise(found: Pairs, stemmer: Stemmer) -> tuple[float, float]:
    """Return precision and recall over the pairs of forms; 1 where there is none to find."""
    stems = [(lemma, stemmer(form)) for form, lemma in found]
    right = pairs_of(Counter(stems))
    met = pairs_of(Counter(key for _, key in stems))
    wanted = pairs_of(Counter(lemma for lemma, _ in stems))
    return right / met if met else 1.0, right / wanted if wanted else 1.0


def pairs_of(classes: Counter[tuple[str, str]] | Counter[str]) -> int:
    """Return how many pairs lie within classes of such sizes."""
    return sum(size * (size - 1) // 2 for size in classes.values())


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
