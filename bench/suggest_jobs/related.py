"""How often a related story tells of the same kind of event, beside the cosine of weighed words.

`news-events-hi` names the main event of each story (a flood, a strike, a bombing). Every story is
asked for those that go with it among all others of the file; `same-event` is the share of the first
five that tell of such an event too, `found` how many of five there are. No story has topics or a
date here: the words alone are measured.
"""

from collections.abc import Callable, Iterator, Sequence

from bench.measuring.cosine import CosineIndex
from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.on_site import AT, OnSite, on_site
from bench.measuring.scratch import empty_scratch, scratch_home

SET = "news-events-hi"
MOST = 5

Find = Callable[[int], Sequence[int]]


def measure(data: Data) -> Iterator[Figure]:
    """Give the share of the same event, ours first."""
    if not data.has(SET):
        return
    scratch_home()
    rows = [row for row in data.rows(SET) if row["main_event"]]
    events = {number: row["main_event"] for number, row in enumerate(rows, 1)}
    site = on_site([row["text"] for row in rows])
    for at, find in finders_of(site):
        found = {number: find(number)[:MOST] for number in events}
        same = sum(events[a] == events[b] for a, others in found.items() for b in others)
        count = sum(map(len, found.values()))
        yield Figure(f"related/{SET}/same-event{at}", same / max(count, 1))
        yield Figure(f"related/{SET}/found{at}", count / len(events))
    chance = sum(list(events.values()).count(event) - 1 for event in events.values())
    yield Figure(f"related/{SET}/same-event@any", chance / (len(events) * (len(events) - 1)))


def finders_of(site: OnSite) -> Iterator[tuple[str, Find]]:
    """Give ours, and what somebody would pick instead."""
    yield "", ours(site)
    index = CosineIndex(list(site.texts_by_number.values()))

    def nearest(number: int) -> list[int]:
        near = index.nearest(site.texts_by_number[number])
        return [at + 1 for at, _cosine in near if at + 1 != number]

    yield "@tf-idf-cosine", nearest


def ours(site: OnSite) -> Find:
    """Return our own finder, the stories indexed and remembered."""
    home = empty_scratch()
    from harkara.search.actions.sketches import remember
    from harkara.search.backends.tantivy import TantivyIndex
    from harkara.search.related import find_related
    from harkara.search.telling import About

    index = TantivyIndex(home / "related")
    with index.rebuild() as writer:
        for number in site.texts_by_number:
            writer.put(site.document(number))
        writer.commit(1)
    remember(site.texts_by_number)

    def find(number: int) -> list[int]:
        headline, _, body = site.texts_by_number[number].partition("\n")
        about = About(headline=headline, body=body, is_indexed=True)
        return [one.number for one in find_related(about, index, site, at=AT, but_not={number})]

    return find
