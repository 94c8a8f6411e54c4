"""Which target read which key: the graph along which change travels."""

from collections.abc import Collection, Iterable, Mapping

from harkara.press.chunks import chunks
from harkara.press.models import Key, Reading

# A key's id, and when it was last marked, by its name.
Known = dict[str, tuple[int, int]]
# A target's id and a key's.
Pair = tuple[int, int]


def known(names: Collection[str]) -> Known:
    """Return those of the keys that the press has ever heard of."""
    found: Known = {}
    for chunk in chunks(sorted(names)):
        rows = Key.objects.filter(name__in=chunk).values_list("name", "pk", "changed")
        found |= {name: (pk, changed) for name, pk, changed in rows}
    return found


def last_change(names: Iterable[str], keys: Known) -> int:
    """Return the clock value at which the last of these keys was marked, 0 if none ever was."""
    return max((keys[name][1] for name in names if name in keys), default=0)


def replace(read: Mapping[int, Collection[str]], keys: Known) -> None:
    """Make the readings of each target exactly the keys given for it; `keys` are known already.

    Only differences are written. Call it with the clock held.
    """
    wanted = _pairs(read, keys)
    kept: set[Pair] = set()
    for chunk in chunks(sorted(read)):
        kept |= set(Reading.objects.filter(target_id__in=chunk).values_list("target_id", "key_id"))
    _add(wanted - kept)
    gone: dict[int, list[int]] = {}
    for target_id, key_id in sorted(kept - wanted):
        gone.setdefault(target_id, []).append(key_id)
    for target_id, key_ids in gone.items():
        for chunk in chunks(key_ids):
            Reading.objects.filter(target_id=target_id, key_id__in=chunk).delete()


def add(target_id: int, names: Collection[str], keys: Known) -> None:
    """Add keys, of which `keys` are known already, to the readings of a target."""
    _add(_pairs({target_id: names}, keys))


def _pairs(read: Mapping[int, Collection[str]], keys: Known) -> set[Pair]:
    """Return the ids of all readings, making those keys that are new."""
    new = sorted({name for names in read.values() for name in names} - set(keys))
    for chunk in chunks(new):
        Key.objects.bulk_create([Key(name=name) for name in chunk], ignore_conflicts=True)
    all_keys = {**keys, **(known(new) if new else {})}
    return {(target_id, all_keys[name][0]) for target_id, names in read.items() for name in names}


def _add(pairs: set[Pair]) -> None:
    for chunk in chunks(sorted(pairs)):
        Reading.objects.bulk_create(
            [Reading(target_id=target_id, key_id=key_id) for target_id, key_id in chunk],
            ignore_conflicts=True,
        )
