"""How a language counts: its number words, and what makes ordinals of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Counting:
    """The number words of a language. Without `numbers` nothing is spelled out or read."""

    numbers: tuple[str, ...] = ()
    """Nought to ninety-nine."""
    spellings: Mapping[str, int] = field(default_factory=dict)
    """Other spellings of those, and of hundreds written as one word."""
    hundred: str = ""
    """What follows the number of hundreds, with its space if it has one: ` सौ`, `शे`."""
    one_hundred: str = ""
    """How a hundred alone is called, where it has a name of its own."""
    minus: str = ""
    """The word before a number below nought."""
    scales: Mapping[str, int] = field(default_factory=dict)
    """More counting words than the profile's `amounts`, for reading only."""
    fractions: Mapping[str, Decimal] = field(default_factory=dict)
    """Words that are a number and a part by themselves: डेढ़, ढाई."""
    parts: Mapping[str, Decimal] = field(default_factory=dict)
    """What a word adds to the number after it: सवा, साढ़े, पौने."""
    percent: frozenset[str] = frozenset()
    """Words for per cent."""
    rupees: frozenset[str] = frozenset()
    """Words for rupees, folded, without a full stop."""
    ordinals: Mapping[int, str] = field(default_factory=dict)
    """Ordinals that do not follow the rule, masculine."""
    ordinal_ending: str = ""
    """What makes a masculine ordinal of any other number."""
    genders: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The end of a masculine ordinal, and what the feminine and the oblique have instead."""
