"""What a reader waits for at the search's doors: the page, its JSON, and the words it completes."""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from statistics import fmean

from bench.measuring.asking import Reader, beginnings, questions
from bench.measuring.clock import percentiles
from bench.measuring.figures import Figure
from bench.press_jobs.running import Site
from harkara.newsroom.addresses import SEARCH
from harkara.search import index

PAGE, STORIES, WORDS = (f"/{SEARCH}/{name}" for name in ("", "stories.json", "words.json"))
TARGET = 60.0
WARM = 20

IsRight = Callable[[str], bool]


def measure(site: Site, runs: int) -> Iterator[Figure]:
    """Give how long each door takes, and how much of the processor."""
    stories = index.current().count()
    asked = questions(runs)
    typed = list(islice(beginnings(asked), runs))
    doors: tuple[tuple[str, str, list[str], IsRight], ...] = (
        ("page", PAGE, asked, _is_page),
        ("json", STORIES, asked, lambda text: bool(json.loads(text)["stories"])),
        ("words", WORDS, typed, lambda text: bool(json.loads(text)["words"])),
    )
    for name, path, queries, is_right in doors:
        yield from _door(site, f"doors/{stories}/{name}", path, queries, is_right)


def _door(
    site: Site, key: str, path: str, queries: Iterable[str], is_right: IsRight
) -> Iterator[Figure]:
    reader, times, right = Reader(site.port), [], []
    for query in questions(WARM, seed=1):
        reader.ask(path, q=query)
    worked = site.processor_seconds("web")
    for query in queries:
        status, text, spent = reader.ask(path, q=query)
        assert status == 200, (status, query)
        times.append(spent)
        right.append(is_right(text))
    worked = site.processor_seconds("web") - worked
    reader.close()
    middle, worst = percentiles(times)
    yield Figure(f"{key}/p50", middle, "ms")
    yield Figure(f"{key}/p99", worst, "ms", target=TARGET)
    yield Figure(f"{key}/processor", worked / len(times) * 1000, "ms")
    yield Figure(f"{key}/answered", fmean(right))


def _is_page(text: str) -> bool:
    return text.rstrip().endswith("</html>") and "<mark" in text
