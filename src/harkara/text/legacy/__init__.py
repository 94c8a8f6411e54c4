"""Old fonts: Hindi typed in Kruti Dev, DevLys or Chanakya, to Unicode and back.

An old font shows Devanagari for the characters of other scripts, so that its text, copied out
of it, is gibberish: `fnYyh` is दिल्ली. `decode` reads such a text and `encode` writes one;
`detect` finds the runs of a line that are typed so, and `decode_runs` decodes only them.

Each font is a table (`kruti_dev_table.py`, `chanakya_table.py`), named in `fonts.py`; the order
of signs, the same in all of them, is in `ordering.py`.
"""

from harkara.text.legacy.decoding import decode
from harkara.text.legacy.detection import Run, detect
from harkara.text.legacy.encoding import encode
from harkara.text.legacy.fonts import (
    CHANAKYA,
    FONTS,
    KRUTI_DEV,
    Font,
    UnknownFont,
    named,
    of_family,
)
from harkara.text.legacy.runs import decode_runs

__all__ = [
    "CHANAKYA",
    "FONTS",
    "KRUTI_DEV",
    "Font",
    "Run",
    "UnknownFont",
    "decode",
    "decode_runs",
    "detect",
    "encode",
    "named",
    "of_family",
]
