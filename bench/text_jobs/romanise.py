"""How often the Roman spelling of a word is one that people gave it, and what slugs look like.

`attested` is the share of a set's words whose output is among the spellings people gave; `alike`
is the same after folding what readers do not keep apart (ee and i, w and v, ph and f …).
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Set

from bench.measuring.clock import seconds
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from harkara.text.romanise import romanise
from harkara.text.slug import NO_WORDS, slug

Romaniser = Callable[[str], str]
WANTED = {"translit-dakshina-hi": 0.80, "translit-aksharantar-hi": 0.60}
"""What we set out to reach. The other sets are measured beside them."""
FOLDS = (("ee", "i"), ("oo", "u"), ("aa", "a"), ("w", "v"), ("ph", "f"), ("z", "j"))
SCHEMES = ("itrans", "hk", "optitrans")
"""Those of the library that come nearest to what people type."""
LONGEST_SLUG = 80
_SLUG = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_SCHWA = "·"
_ONE = "(?:chh|[kgcjtdpbs]h|[^aeiou\\W·])"
_LAST = re.compile(f"(?<=.){_SCHWA}\\Z")
_BETWEEN = re.compile(rf"(.*[aeiou{_SCHWA}]{_ONE}){_SCHWA}(?={_ONE}[aeiou])")
_LETTERS = {
    "क": "k", "ख": "kh", "ग": "g", "घ": "gh", "ङ": "n", "च": "ch", "छ": "chh", "ज": "j", "झ": "jh",
    "ञ": "n", "ट": "t", "ठ": "th", "ड": "d", "ढ": "dh", "ण": "n", "त": "t", "थ": "th", "द": "d",
    "ध": "dh", "न": "n", "प": "p", "फ": "f", "ब": "b", "भ": "bh", "म": "m", "य": "y", "र": "r",
    "ल": "l", "व": "v", "श": "sh", "ष": "sh", "स": "s", "ह": "h", "अ": "a", "आ": "aa", "इ": "i",
    "ई": "i", "उ": "u", "ऊ": "u", "ऋ": "ri", "ए": "e", "ऐ": "ai", "ओ": "o", "औ": "au", "ऑ": "o",
    "ा": "a", "ि": "i", "ी": "i", "ु": "u", "ू": "u", "ृ": "ri", "े": "e", "ै": "ai", "ो": "o",
    "ौ": "au", "ॉ": "o", "ॅ": "e", "ं": "n", "ँ": "n", "ः": "h", "्": "", "़": "",
}  # fmt: skip


def measure(data: Data) -> Iterator[Figure]:
    """Give the shares of attested spellings, ours and others', and the shape of slugs."""
    romanisers: dict[str, Romaniser] = {"": romanise, "rule": by_rule, **_rivals()}
    sets = {name: attested(data, name) for name in data.names("translit-")}
    every = sorted({word for words in sets.values() for word in words})
    for who, romaniser in romanisers.items():
        at = f"@{who}" if who else ""
        yield Figure(f"romanise/translit/words-a-second{at}", speed(romaniser, every), "words/s")
    for name, words in sets.items():
        for who, romaniser in romanisers.items():
            at = f"@{who}" if who else ""
            wanted = None if who else WANTED.get(name)
            yield Figure(f"romanise/{name}/attested{at}", share(romaniser, words), "", wanted)
            yield Figure(f"romanise/{name}/alike{at}", share(romaniser, words, _alike))
    for name in data.names("headlines-"):
        yield from shapes(name, [str(row["headline"]) for row in data.rows(name)])


def attested(data: Data, name: str) -> dict[str, set[str]]:
    """Return the words of a set, each with every spelling that people gave it."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in data.rows(name):
        found[str(row["devanagari"])].add(str(row["roman"]))
    return dict(found)


def speed(romaniser: Romaniser, words: Collection[str]) -> float:
    """Return the words read in a second when none was ever seen: real text repeats itself."""
    romaniser("कखग")
    return len(words) / seconds(lambda: [romaniser(word) for word in words], runs=1)


def share(
    romaniser: Romaniser,
    words: Mapping[str, Set[str]],
    key: Callable[[str], str] = str,
) -> float:
    """Return the share of words whose Roman spelling is among those that people gave."""
    right = sum(
        key(romaniser(word)) in {key(spelling) for spelling in given}
        for word, given in words.items()
    )
    return right / len(words)


def shapes(name: str, headlines: list[str]) -> Iterator[Figure]:
    """Give the shares of slugs that are as a slug should be, and how long they are."""
    slugs = [slug(headline) for headline in headlines]
    yield Figure(f"slug/{name}/well-formed", _share([bool(_SLUG.fullmatch(s)) for s in slugs]))
    yield Figure(f"slug/{name}/short-enough", _share([len(s) <= LONGEST_SLUG for s in slugs]))
    yield Figure(f"slug/{name}/stable", _share([slug(s) == s for s in slugs]))
    yield Figure(f"slug/{name}/without-words", _share([s == NO_WORDS for s in slugs]))
    yield Figure(f"slug/{name}/mean-length", sum(map(len, slugs)) / len(slugs), "bytes")
    yield Figure(f"slug/{name}/longest", max(map(len, slugs)), "bytes")


def by_rule(word: str) -> str:
    """Return what twenty lines give: letters, the last schwa dropped, and those between two."""
    spelled = ""
    for place, char in enumerate(word):
        spelled += _LETTERS.get(char, "")
        follows = word[place + 1 : place + 2]
        if "क" <= char <= "ह" and not (follows and follows in "ािीुूृेैोौॉॅ़्"):
            spelled += _SCHWA
    spelled = _LAST.sub("", spelled)
    while between := _BETWEEN.match(spelled):
        spelled = spelled[: between.end(1)] + spelled[between.end(1) + 1 :]
    return spelled.replace(_SCHWA, "a")


def _alike(spelling: str) -> str:
    for many, one in FOLDS:
        spelling = spelling.replace(many, one)
    return spelling


def _share(held: list[bool]) -> float:
    return sum(held) / len(held)


def _rivals() -> dict[str, Romaniser]:
    """Return the romanisers one would pick instead, those that are installed."""
    found: dict[str, Romaniser] = {}
    if icu := rival("icu"):
        found["icu"] = icu.Transliterator.createInstance(
            "Devanagari-Latin; Latin-ASCII; Lower"
        ).transliterate
    if sanscript := rival("indic_transliteration.sanscript"):
        for scheme in SCHEMES:
            found[f"indic-transliteration-{scheme}"] = _in_scheme(sanscript.transliterate, scheme)
    if unidecode := rival("unidecode"):
        found["unidecode"] = lambda word: str(unidecode.unidecode(word)).lower()
    if anyascii := rival("anyascii"):
        found["anyascii"] = lambda word: str(anyascii.anyascii(word)).lower()
    return found


def _in_scheme(transliterate: Callable[[str, str, str], str], scheme: str) -> Romaniser:
    """Return a romaniser of the library's, its marks taken off so that it has the best chance."""

    def read(word: str) -> str:
        plain = unicodedata.normalize("NFKD", transliterate(word, "devanagari", scheme))
        return re.sub("[^a-z]", "", plain.lower())

    return read
