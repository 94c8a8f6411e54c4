"""Which target read which key: the graph along which change travels."""

from collections.abc import Collection

from harkara.press.chunks import chunks
from harkara.press.models import Key, Reading

# A key's id, and when it was last marked, by its name.
Known = dict[str, tuple[int, int]]


def known(names: Collection[str]) -> Known:
    """Return those of the keys that the press has ever heard of."""
    found: Known = {}
    for chunk in chunks(sorted(names)):
        rows = Key.objects.filter(name__in=chunk).values_list("name", "pk", "changed")
        found |= {name: (pk, changed) for name, pk, changed in rows}
    return found


def last_change(keys: Known) -> int:
    """Return the clock value at which the last of these keys was marked, 0 if none ever was."""
    return max((changed for _pk, changed in keys.values()), default=0)


def replace(target_id: int, names: Collection[str], keys: Known) -> None:
    """Make the readings of a target exactly these keys, of which `keys` are known already.

    Only differences are written. Call it with the clock held.
    """
    wanted = _ids(names, keys)
    kept = set(Reading.objects.filter(target_id=target_id).values_list("key_id", flat=True))
    _add(target_id, wanted - kept)
    for chunk in chunks(sorted(kept - wanted)):
        Reading.objects.filter(target_id=target_id, key_id__in=chunk).delete()


def add(target_id: int, names: Collection[str], keys: Known) -> None:
    """Add keys, of which `keys` are known already, to the readings of a target."""
    _add(target_id, _ids(names, keys))


def _ids(names: Collection[str], keys: Known) -> set[int]:
    """Return the ids of all the keys, making those that are new."""
    new = sorted(set(names) - set(keys))
    for chunk in chunks(new):
        Key.objects.bulk_create([Key(name=name) for name in chunk], ignore_conflicts=True)
    made = known(new) if new else {}
    return {pk for pk, _changed in (*keys.values(), *made.values())}


def _add(target_id: int, key_ids: set[int]) -> None:
    for chunk in chunks(sorted(key_ids)):
        Reading.objects.bulk_create(
            [Reading(target_id=target_id, key_id=pk) for pk in chunk], ignore_conflicts=True
        )
