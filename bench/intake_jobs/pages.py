"""Pages of other portals: how much of the story is kept and of the page left out, and how fast."""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from statistics import mean
from zoneinfo import ZoneInfo

from bench.measuring.clock import seconds
from bench.measuring.data import Data, Row
from bench.measuring.figures import Figure
from bench.measuring.rivals import rival
from bench.measuring.scratch import scratch_home
from harkara.text.normalise import normalise
from harkara.text.tokens import words

SETS = "html-"
INDIA = ZoneInfo("Asia/Kolkata")
Extractor = Callable[[str], str]
_TAG = re.compile(r"<[^>]+>")


def measure(data: Data) -> Iterator[Figure]:
    """Give the word F1 against the gold bodies, ours and trafilatura's, and pages a second."""
    # Intake speaks through Django, which wants a home.
    scratch_home()
    for name in data.names(SETS):
        if not data.has(name):
            continue
        rows = [row for row in data.rows(name) if row.get("html")]
        for other, extract in _extractors():
            key = f"pages/{name}"
            found = {row["html"]: extract(row["html"]) for row in rows}
            scores = [scored(found[row["html"]], gold) for row in rows if (gold := gold_of(row))]
            if scores:
                for measure_, values in zip(
                    ("precision", "recall", "f1"), zip(*scores, strict=True), strict=True
                ):
                    yield Figure(f"{key}/word-{measure_}{other}", mean(values))
            read = sum(bool(text.strip()) for text in found.values())
            yield Figure(f"{key}/pages-with-text{other}", read / len(rows))
            spent = seconds(partial(_all, extract, rows), runs=1)
            yield Figure(f"{key}/pages-a-second{other}", len(rows) / spent, "pages/s")
        yield Figure(f"pages/{name}/with-gold", sum(bool(gold_of(row)) for row in rows))


def _extractors() -> Iterator[tuple[str, Extractor]]:
    yield "", _ours
    trafilatura = rival("trafilatura")
    if trafilatura is not None:
        yield "@trafilatura", lambda html: trafilatura.extract(html, include_comments=False) or ""


def _ours(html: str) -> str:
    """Return what our readers would be shown as the body; the headline is apart, as in the gold."""
    from harkara.intake.refusals import Refused
    from harkara.intake.sources.paste import paste

    try:
        draft = paste(html.encode("utf-8", "replace"), zone=INDIA)
    except Refused as refusal:
        sys.stderr.write(f"refused: {refusal.message}\n")
        return ""
    return "\n".join(filter(None, (draft.standfirst, draft.text)))


def _all(extract: Extractor, rows: list[Row]) -> None:
    for row in rows:
        extract(row["html"])


def gold_of(row: Row) -> str:
    """Return the body that a page should give; empty where nobody wrote it down.

    A gold is a text, or has one under `text` or `body`, or paragraphs.
    """
    gold = row.get("gold")
    if isinstance(gold, dict):
        gold = gold.get("paragraphs") or gold.get("text") or gold.get("body")
    if isinstance(gold, list):
        gold = "\n".join(map(str, gold))
    return _TAG.sub(" ", gold) if isinstance(gold, str) else ""


def scored(found: str, gold: str) -> tuple[float, float, float]:
    """Return precision, recall and F1 over words, however often each stands there."""
    mine, wanted = (Counter(words(normalise(text))) for text in (found, gold))
    both = sum((mine & wanted).values())
    precision = both / max(mine.total(), 1)
    recall = both / max(wanted.total(), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)
