"""Which target read which key: the graph along which change travels."""

from collections.abc import Collection

from harkara.press.chunks import chunks
from harkara.press.models import Key, Reading


def replace(target_id: int, names: Collection[str]) -> int:
    """Make the readings of a target exactly these keys; return when the last of them changed.

    Call it with the clock held, so that no key changes meanwhile. Only differences are written.
    """
    keys = _keys(names)
    wanted = {pk for pk, _changed in keys.values()}
    kept = set(Reading.objects.filter(target_id=target_id).values_list("key_id", flat=True))
    _add(target_id, wanted - kept)
    for chunk in chunks(sorted(kept - wanted)):
        Reading.objects.filter(target_id=target_id, key_id__in=chunk).delete()
    return _last_change(keys)


def add(target_id: int, names: Collection[str]) -> int:
    """Add keys to the readings of a target; return when the last of them changed."""
    keys = _keys(names)
    _add(target_id, {pk for pk, _changed in keys.values()})
    return _last_change(keys)


def last_change(names: Collection[str]) -> int:
    """Return the clock value at which the last of these keys was marked, 0 if none ever was."""
    return _last_change(_found(names))


def _keys(names: Collection[str]) -> dict[str, tuple[int, int]]:
    """Return id and last change of each key, making those that are new."""
    found = _found(names)
    new = sorted(set(names) - set(found))
    if new:
        for chunk in chunks(new):
            Key.objects.bulk_create([Key(name=name) for name in chunk], ignore_conflicts=True)
        found |= _found(new)
    return found


def _found(names: Collection[str]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for chunk in chunks(sorted(names)):
        rows = Key.objects.filter(name__in=chunk).values_list("name", "pk", "changed")
        found |= {name: (pk, changed) for name, pk, changed in rows}
    return found


def _add(target_id: int, key_ids: set[int]) -> None:
    for chunk in chunks(sorted(key_ids)):
        Reading.objects.bulk_create(
            [Reading(target_id=target_id, key_id=pk) for pk in chunk], ignore_conflicts=True
        )


def _last_change(keys: dict[str, tuple[int, int]]) -> int:
    return max((changed for _pk, changed in keys.values()), default=0)
