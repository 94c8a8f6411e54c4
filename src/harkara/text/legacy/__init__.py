"""Old fonts: Hindi typed in Kruti Dev, DevLys or Chanakya, to Unicode and back.

An old font shows Devanagari for the characters of other scripts, so that its text, copied out
of it, is gibberish: `fnYyh` is दिल्ली. `decode` reads such a text, and `encode` writes one.

Each font is a table (`kruti_dev_table.py`, `chanakya_table.py`), named in `fonts.py`; the order
of signs, the same in all of them, is in `ordering.py`.
"""

from harkara.text.legacy.decoding import decode
from harkara.text.legacy.encoding import encode
from harkara.text.legacy.fonts import CHANAKYA, FONTS, KRUTI_DEV, Font, UnknownFont, named

__all__ = ["CHANAKYA", "FONTS", "KRUTI_DEV", "Font", "UnknownFont", "decode", "encode", "named"]
