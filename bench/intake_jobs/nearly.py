"""Nearly the same: an export in which stories come again with some of their words changed.

Every tenth story comes a second time, hundreds of stories later, a share of its words replaced by
words of other stories. The worker's pass must name each pair, and no other.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.homes import new_home
from bench.measuring.made_up import stories
from bench.measuring.scratch import scratch_home
from bench.measuring.spent import spent
from bench.measuring.taken import run_module

ROOT = Path(__file__).resolve().parents[2]
SIZES = os.environ.get("HARKARA_BENCH_SIZES", "1000,10000")
CHANGED = {"5": 0.05, "10": 0.1, "20": 0.2}
"""How much of its words a copy has changed, by its name in the figures."""
EVERY = 10
SEED = 1826
PHRASE = (1, 3)
"""So many words are drawn together.

Of the rows of words by which ten thousand such stories are remembered one in 28 stands in sixteen
of them and more; of those of 3,280 real ones (Nepali) one in 90, of 2,383 fact checks one in 13.
With the usual longer phrases it is every third of 4,000 stories."""
_HEAD = (
    '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
    "<wp:base_blog_url>https://khabar.example</wp:base_blog_url>\n"
)


def measure(_data: Data) -> Iterator[Figure]:
    """Give what share of the pairs is named, how many others are, and what a story costs."""
    scratch_home()
    with tempfile.TemporaryDirectory(prefix="harkara-bench-") as folder:
        for size in map(int, SIZES.split(",")):
            yield from _size(size, Path(folder) / str(size))


def _size(size: int, folder: Path) -> Iterator[Figure]:
    folder.mkdir()
    export, home = folder / "khabar.xml", new_home(folder / "home")
    pairs = _write(export, size)
    spent(home, "intake", "wxr", str(export))
    cost = json.loads(run_module("bench.measuring.comparing", str(home)))
    named = set(map(tuple, cost["pairs"]))
    name = f"nearly/{size}"
    for changed, made in pairs.items():
        yield Figure(f"{name}/recall_{changed}", len(made & named) / len(made), "", 0.95)
    yield Figure(f"{name}/named_wrongly", len(named - set().union(*pairs.values())), "", 0)
    yield Figure(f"{name}/rate", size / cost["seconds"], "stories/s")
    yield Figure(f"{name}/rate_a_core", size / cost["processor"], "stories/core s")
    yield Figure(f"{name}/a_story", 1000 * cost["processor"] / size, "ms of a core")
    yield Figure(f"{name}/longest_step", cost["longest"], "s of a core")
    yield Figure(f"{name}/memory", cost["megabytes"], "MB")


def _write(export: Path, size: int) -> dict[str, set[tuple[str, str]]]:
    """Write an export; return the pairs in it (copy, original) by how much is changed."""
    from harkara.demo.stories import read

    told = [
        block.holds["text"]
        for story in read().stories
        for block in story.body
        if block.kind == "paragraph"
    ]
    random = Random(SEED)
    vocabulary = [word for text in told for word in text.split()]
    names = list(CHANGED)
    pairs: dict[str, set[tuple[str, str]]] = {name: set() for name in names}
    copies: list[tuple[str, str]] = []
    originals = size - size // (EVERY + 1)
    with export.open("w", encoding="utf-8") as file:
        file.write(_HEAD)
        for number, text in enumerate(stories(told, originals, phrase=PHRASE), 1):
            file.write(_item(number, f"खबर {number}", text))
            if number % EVERY == 0:
                name = names[number // EVERY % len(names)]
                pairs[name].add((f"फिर {number}", f"खबर {number}"))
                copies.append((f"फिर {number}", _changed(text, CHANGED[name], vocabulary, random)))
        for at, (title, text) in enumerate(copies[: size - originals], originals + 1):
            file.write(_item(at, title, text))
        file.write("</channel></rss>")
    written = {title for title, _text in copies[: size - originals]}
    return {name: {pair for pair in made if pair[0] in written} for name, made in pairs.items()}


def _changed(text: str, share: float, vocabulary: list[str], random: Random) -> str:
    lines = [line.split() for line in text.split("\n")]
    for words in lines:
        for at in range(len(words)):
            if random.random() < share:
                words[at] = random.choice(vocabulary)
    return "\n".join(map(" ".join, lines))


def _item(number: int, title: str, text: str) -> str:
    body = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
    return (
        f"<item><title>{title}</title><wp:post_id>{number}</wp:post_id>"
        f"<link>https://khabar.example/{number}/</link>"
        "<wp:post_date_gmt>2019-05-02 06:30:00</wp:post_date_gmt>"
        "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
        '<category domain="category" nicename="desh">देश</category>'
        f"<content:encoded><![CDATA[{body}]]></content:encoded></item>\n"
    )
