"""How Hindi counts."""

from decimal import Decimal

from harkara.text.languages.counting import Counting
from harkara.text.languages.numbers_table import HINDI_NUMBERS, HINDI_SPELLINGS

HINDI_COUNTING = Counting(
    numbers=tuple(HINDI_NUMBERS.split()),
    spellings=HINDI_SPELLINGS,
    hundred=" सौ",
    minus="माइनस",
    scales={
        "खरब": 10**11,
        "मिलियन": 10**6,
        "बिलियन": 10**9,
        "ट्रिलियन": 10**12,
    },
    fractions={
        "डेढ़": Decimal("1.5"),
        "ढाई": Decimal("2.5"),
        "अढ़ाई": Decimal("2.5"),
        "पौन": Decimal("0.75"),
        "आधा": Decimal("0.5"),
        "आधे": Decimal("0.5"),
        "आधी": Decimal("0.5"),
    },
    parts={"सवा": Decimal("0.25"), "साढ़े": Decimal("0.5"), "पौने": Decimal("-0.25")},
    percent=frozenset({"प्रतिशत", "फीसदी", "फीसद", "परसेंट", "पर्सेंट"}),
    rupees=frozenset({"रुपये", "रुपए", "रुपया", "रुपयों", "रुपयो", "रु", "रू", "रूपये", "रूपए"}),
    ordinals={1: "पहला", 2: "दूसरा", 3: "तीसरा", 4: "चौथा", 6: "छठा"},
    ordinal_ending="वां",
    genders={"ां": ("ीं", "ें"), "ा": ("ी", "े")},
)
