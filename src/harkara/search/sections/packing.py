"""Packing: a model as it is kept, a part for each section."""

import json
import zlib
from array import array
from collections.abc import Mapping

from harkara.search.sections.model import Model
from harkara.search.sections.table import Table

FORM = 2
"""Rises when what is kept would be misread: a model of another form is learned anew."""
DETAIL = 2**15 - 1
HEAD = "head"
RARITY = "rarity"

Parts = Mapping[str, bytes]
"""What a model is kept as: its head, and a part for each section."""


def packed(model: Model) -> Parts:
    """Return a model as it is kept; weights lose what no probability shows."""
    columns = list(model.weights.columns())
    scales = [max(map(abs, column), default=0.0) / DETAIL or 1.0 for column in columns]
    head = {
        "form": FORM,
        "sections": model.sections,
        "stories": model.stories,
        "biases": model.biases,
        "scales": scales,
    }
    by_section = {
        f"section:{section}": _pressed(array("h", (round(one / scale) for one in column)))
        for section, column, scale in zip(model.sections, columns, scales, strict=True)
    }
    return {HEAD: json.dumps(head).encode(), RARITY: _pressed(model.rarity), **by_section}


def unpacked(parts: Parts) -> Model | None:
    """Return a model that was kept; None if it is of another form, not whole, or damaged."""
    try:
        return _unpacked(parts)
    except (ValueError, KeyError, TypeError, zlib.error):
        return None


def _unpacked(parts: Parts) -> Model | None:
    head = json.loads(parts.get(HEAD, b"{}"))
    if head.get("form") != FORM:
        return None
    names = [f"section:{section}" for section in head["sections"]]
    if not {RARITY, *names} <= parts.keys():
        return None
    columns = [_unpressed("h", parts[name]) for name in names]
    return Model(
        sections=tuple(head["sections"]),
        stories=tuple(head["stories"]),
        biases=list(head["biases"]),
        rarity=_unpressed("f", parts[RARITY]),
        weights=Table(
            [
                array("f", (scale * one for one in column))
                for column, scale in zip(columns, head["scales"], strict=True)
            ]
        ),
    )


def _pressed(numbers: "array[float] | array[int]") -> bytes:
    return zlib.compress(numbers.tobytes(), level=1)


def _unpressed(kind: str, data: bytes) -> "array[float]":
    numbers: array[float] = array(kind)
    numbers.frombytes(zlib.decompress(data))
    return numbers
