"""How fast each function of the text room reads real text, and whether long text costs more.

The text is the news of the folder. `flat` is the dearest cost of a character, at any size from
1 KB to 10 MB, over the cheapest: 1 means that a long text costs exactly as much as a short one.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from bench.measuring.clock import RUNS, seconds
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from harkara.text.date_reading import find_dates
from harkara.text.fold import fold
from harkara.text.graphemes import graphemes, length
from harkara.text.legacy import decode_runs
from harkara.text.normalise import explain, normalise
from harkara.text.number_reading import find_numbers
from harkara.text.romanise import romanise
from harkara.text.slug import slug
from harkara.text.stem import stem
from harkara.text.tokens import sentences, words

FUNCTIONS: dict[str, Callable[[str], object]] = {
    "normalise": normalise,
    "explain": explain,
    "fold": fold,
    "stem": lambda text: [stem(word) for word in words(text)],
    "words": words,
    "sentences": sentences,
    "graphemes": graphemes,
    "length": length,
    "romanise": romanise,
    "slug": slug,
    "decode_runs": decode_runs,
    "find_dates": find_dates,
    "find_numbers": find_numbers,
}
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
"""In bytes of UTF-8, as a file has them."""
WHOLE = 1_000_000
"""So many bytes are read at every size, the same ones: cut into pieces, or ten times over."""
SOURCES = ("news-", "longform-")


def measure(data: Data) -> Iterator[Figure]:
    """Give MB/s on a megabyte, and the flatness of the cost, for every function."""
    whole = news(data, WHOLE)
    texts = {size: pieces(whole * max(1, size // WHOLE), size) for size in SIZES}
    for name, function in FUNCTIONS.items():
        cost = {size: cost_per_byte(function, parts, size) for size, parts in texts.items()}
        yield Figure(f"speed/{name}/MB-a-second", 1e-6 / cost[1_000_000], "MB/s")
        yield Figure(f"speed/{name}/flat", max(cost.values()) / min(cost.values()), "", 1.0)


def pieces(text: str, size: int) -> list[str]:
    """Cut a text into pieces of about so many bytes: Hindi takes some 2.6 for a character."""
    letters = max(1, round(size * len(text) / len(text.encode())))
    return [text[at : at + letters] for at in range(0, len(text), letters)]


def cost_per_byte(function: Callable[[str], object], parts: list[str], size: int) -> float:
    """Return the seconds a function takes for each byte of some texts of one size."""

    def work() -> None:
        for part in parts:
            function(part)

    spent = seconds(work, runs=RUNS if size < WHOLE else 1)
    return spent / sum(len(part.encode()) for part in parts)


def news(data: Data, size: int) -> str:
    """Return so many bytes of the folder's Hindi news, from the beginning again when it ends."""
    names = [name for name in chain(*map(data.names, SOURCES)) if name.endswith("-hi")]
    pieces = [str(row["text"]) for name in names for row in data.rows(name)]
    assert pieces, f"{data.folder} has no news-*-hi"
    whole = "\n".join(pieces)
    times = size // len(whole.encode()) + 1
    return (whole * times).encode()[:size].decode(errors="ignore")
