"""Draining: slips become counts and standings, each slip once, however often one begins anew."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from django.db import transaction

from harkara.audience.trending import missing, slips
from harkara.audience.trending.actions.reckoning import hold
from harkara.audience.trending.clock import day_of, hour_of
from harkara.audience.trending.models import Count, Miss, Slip, Standing
from harkara.audience.trending.records import WHOLE_SITE, Counts, Views
from harkara.audience.trending.scores import HALF_LIVES, NOTHING, with_views
from harkara.newsroom import queries as newsroom
from harkara.newsroom.records import LiveRef
from harkara.press.chunks import chunks

AT_ONCE = 60
"""So many slips are counted in one transaction: what a busy site writes down in a minute."""

Place = tuple[str, datetime]
Live = Mapping[int, LiveRef]


def drain(folder: Path, at: datetime) -> int:
    """Count what the oldest slips say, and take them away; return how many those were.

    A slip that was counted when its worker was stopped is known by its name. Views of what is no
    live story are left out.
    """
    names = slips.waiting(folder, AT_ONCE)
    if not names:
        return 0
    with transaction.atomic():
        hold()
        known = set(Slip.objects.filter(name__in=names).values_list("name", flat=True))
        found = {name: slips.read(folder, name) for name in names if name not in known}
        said = {name: one for name, one in found.items() if one is not None}
        Slip.objects.bulk_create([Slip(name=name, at=at) for name in said])
        _count(list(said.values()))
        _note_misses(said.values())
    slips.remove(folder, names)
    return len(names)


def _count(said: Sequence[Counts]) -> None:
    live = newsroom.live_refs({number for one in said for number in one.views})
    counted: dict[Place, dict[int, Views]] = defaultdict(lambda: defaultdict(Views))
    for one in said:
        hour = counted[Count.Span.HOUR, hour_of(one.at)]
        day = counted[Count.Span.DAY, day_of(one.at)]
        for number, views in one.views.items():
            if number in live:
                for counts in (hour, day):
                    counts[number] += views
                    counts[WHOLE_SITE] += views
    for (span, begins_at), counts in sorted(counted.items()):
        _add(span, begins_at, counts)
    _raise_standings(said, live)


def _add(span: str, begins_at: datetime, counts: Mapping[int, Views]) -> None:
    for few in chunks(sorted(counts)):
        of = Count.objects.filter(span=span, begins_at=begins_at, story__in=few)
        there = {row.story: Views(row.views, row.aside) for row in of}
        both = {number: counts[number] + there.get(number, Views()) for number in few}
        rows = [
            Count(story=number, span=span, begins_at=begins_at, views=one.counted, aside=one.aside)
            for number, one in both.items()
        ]
        Count.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["story", "span", "begins_at"],
            update_fields=["views", "aside"],
        )


def _raise_standings(said: Sequence[Counts], live: Live) -> None:
    """Add the views to the scores of their stories; one network's surplus raises nothing."""
    read: dict[int, list[tuple[datetime, int]]] = defaultdict(list)
    for one in said:
        for number, views in one.views.items():
            if number in live and views.counted:
                read[number].append((one.at, views.counted))
    for few in chunks(sorted(read)):
        there = Standing.objects.in_bulk(few)
        rows = [_raised(there.get(number), live[number], read[number]) for number in few]
        Standing.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["story"],
            update_fields=["section", "is_video", *HALF_LIVES],
        )


def _raised(row: Standing | None, story: LiveRef, read: Iterable[tuple[datetime, int]]) -> Standing:
    scores = {name: getattr(row, name) if row else NOTHING for name in HALF_LIVES}
    for at, views in read:
        for name, half_life in HALF_LIVES.items():
            scores[name] = with_views(scores[name], views, at, half_life)
    return Standing(story=story.number, section=story.section_id, is_video=story.is_video, **scores)


def _note_misses(said: Collection[Counts]) -> None:
    times: dict[str, int] = defaultdict(int)
    newest: dict[str, tuple[str, datetime]] = {}
    for one in said:
        for words, networks in one.misses.items():
            key = missing.key_of(words)
            if key:
                times[key] += networks
                newest[key] = (words, one.at)
    for few in chunks(sorted(times)):
        there = {row.key: row.times for row in Miss.objects.filter(pk__in=few)}
        rows = [
            Miss(
                key=key, words=newest[key][0], last_at=newest[key][1],
                times=times[key] + there.get(key, 0),
            )
            for key in few
        ]  # fmt: skip
        Miss.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["key"],
            update_fields=["words", "times", "last_at"],
        )
