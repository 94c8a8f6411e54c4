"""Figures: what a bench prints, as one flat object or as a table."""

import json
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number."""

    key: str
    """`<job>/<set>/<measure>`; what somebody would pick instead adds `@<rival>`."""
    value: float
    unit: str = ""
    """Such as `MB/s`; empty for shares and counts."""
    target: float | None = None
    """What we set out to reach, where there is such a figure."""


def as_json(figures: Iterable[Figure]) -> str:
    """Return the figures as one flat object keyed by their keys."""
    return json.dumps(
        {figure.key: round(figure.value, 5) for figure in figures}, ensure_ascii=False, indent=1
    )


def as_table(figures: Iterable[Figure]) -> str:
    """Return a table: a row for each measure, ours first, then what one would pick instead."""
    rows: dict[str, list[Figure]] = {}
    for figure in figures:
        rows.setdefault(figure.key.partition("@")[0], []).append(figure)
    wide = max(map(len, rows), default=0)
    return "\n".join(f"{key:{wide}}  {_row(found)}" for key, found in rows.items())


def _row(found: list[Figure]) -> str:
    cells = []
    for figure in found:
        rival = figure.key.partition("@")[2]
        target = "" if figure.target is None else f" (wanted {_number(figure.target)})"
        cells.append(f"{rival + ' ' if rival else ''}{_number(figure.value)}{target}")
    unit = found[0].unit
    return "  ·  ".join(cells) + (f"  [{unit}]" if unit else "")


def _number(value: float) -> str:
    if value == int(value) and abs(value) >= 10:
        return f"{int(value):,}"
    return f"{value:.3f}" if abs(value) < 10 else f"{value:,.1f}"
