"""Draining: slips become counts and standings, each slip once, however often one begins anew."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from django.db import transaction

from harkara.audience.trending import missing, slips
from harkara.audience.trending.actions.adding import add_views, put_scores
from harkara.audience.trending.actions.reckoning import hold, version
from harkara.audience.trending.clock import day_of, hour_of
from harkara.audience.trending.models import Count, Miss, Slip, Standing
from harkara.audience.trending.records import WHOLE_SITE, Counts, Scores, Views
from harkara.audience.trending.scores import HALF_LIVES, NOTHING, with_views
from harkara.newsroom import queries as newsroom
from harkara.newsroom.records import LiveRef
from harkara.press.chunks import chunks

AT_ONCE = 20
"""So many slips are counted in one transaction."""

Place = tuple[str, datetime]
Live = Mapping[int, LiveRef]
# When, and how many.
Read = list[tuple[datetime, int]]


def drain(folder: Path, at: datetime) -> int:
    """Count what the oldest slips say, and take them away; return how many those were.

    A slip that was counted when its worker was stopped is known by its name. Views of what is no
    live story are left out. Nothing is counted, and 0 returned, if another worker came first.
    """
    seen = version()
    names = slips.waiting(folder, AT_ONCE)
    if not names:
        return 0
    known = set(Slip.objects.filter(name__in=names).values_list("name", flat=True))
    found = {name: slips.read(folder, name) for name in names if name not in known}
    said = {name: one for name, one in found.items() if one is not None}
    sums = _Sums.of(list(said.values()))
    with transaction.atomic():
        row = hold()
        if row.version != seen:
            return 0
        row.version += 1
        row.save(update_fields=["version"])
        Slip.objects.bulk_create([Slip(name=name, at=at) for name in said])
        for (span, begins_at), counts in sums.counts.items():
            add_views(span, begins_at, counts.items())
        put_scores(sums.scores)
        _note_misses(said.values())
    slips.remove(folder, names)
    return len(names)


@dataclass(frozen=True, slots=True)
class _Sums:
    """What several slips say together: views to add, and scores as they are then."""

    counts: dict[Place, dict[int, Views]]
    scores: list[Scores]

    @classmethod
    def of(cls, said: Sequence[Counts]) -> Self:
        """Sum up what slips say of live stories."""
        live = newsroom.live_refs({number for one in said for number in one.views})
        counts: dict[Place, dict[int, Views]] = defaultdict(lambda: defaultdict(Views))
        read: dict[int, Read] = defaultdict(list)
        for one in said:
            hour = counts[Count.Span.HOUR.value, hour_of(one.at)]
            day = counts[Count.Span.DAY.value, day_of(one.at)]
            for number, views in one.views.items():
                if number not in live:
                    continue
                for sums in (hour, day):
                    sums[number] += views
                    sums[WHOLE_SITE] += views
                # What is beyond one network's share raises nothing.
                if views.counted:
                    read[number].append((one.at, views.counted))
        return cls(counts, _raised(read, live))


def _raised(read: Mapping[int, Read], live: Live) -> list[Scores]:
    made = []
    for few in chunks(sorted(read)):
        rows = Standing.objects.filter(pk__in=few).values_list("story", *HALF_LIVES)
        stood = {number: scores for number, *scores in rows}
        for number in few:
            scores = dict(zip(HALF_LIVES, stood.get(number, [NOTHING] * 3), strict=True))
            for at, views in read[number]:
                for name, half_life in HALF_LIVES.items():
                    scores[name] = with_views(scores[name], views, at, half_life)
            ref = live[number]
            made.append(
                Scores(story=number, section=ref.section_id, is_video=ref.is_video, **scores)
            )
    return made


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
