"""Nepali: enough to repair, cut, count, date and address its stories."""

from decimal import Decimal

from harkara.text.languages import nepali_table as table
from harkara.text.languages.base import Profile, lemmas, listed, pairs
from harkara.text.languages.calendar import NEPAL, Calendar
from harkara.text.languages.counting import Counting
from harkara.text.languages.hindi import LETTER_NAMES
from harkara.text.languages.numbers_table import NEPALI_NUMBERS

# Whether an इ or उ is long is what Nepali desks agree on least.
_SHORT_VOWELS = {"ी": "ि", "ई": "इ", "ू": "ु", "ऊ": "उ"}

NEPALI = Profile(
    code="ne",
    words_per_minute=180,
    final_words=listed(
        """
        छ छन् छैन छैनन् हो होइन थियो थिए थिइन् भयो भए भइन् गर्‍यो गरे गरिन् गर्छ गर्छन् गरेको भएको
        बताए बताइन् बतायो भने भनिन् रहेको हुन् हुने हुनेछ हुन्छ गर्ने गर्नेछ दिए दियो लिए लियो
        """
    ),
    abbreviations=listed("डा डॉ प्रा प्रो श्री सुश्री पं कि किमी मी नं रु वि सं ई इ गा न पा म वि स अ भ चि"),
    letter_names=LETTER_NAMES,
    stop_words=listed(table.STOP_WORDS),
    alike=_SHORT_VOWELS,
    stems=lemmas(table.FORMS) | {word: word for word in listed(table.UNCHANGED)},
    particles=listed(table.PARTICLES),
    noun_endings=pairs(table.ENDINGS),
    leading_on=listed("को का की ले लाई मा बाट र तथा वा कि यो त्यो एक"),
    negations=listed("छैन होइन न"),
    spoken_endings=("छ", "ैन", "इन", "एन", "्न", "एर", "ेर"),
    romans={"तर": "tara", "अब": "aba", "आज": "aaja", "यस": "yasa", "उनका": "unka"},
    months=(
        "जनवरी",
        "फेब्रुअरी",
        "मार्च",
        "अप्रिल",
        "मे",
        "जुन",
        "जुलाई",
        "अगस्ट",
        "सेप्टेम्बर",
        "अक्टोबर",
        "नोभेम्बर",
        "डिसेम्बर",
    ),
    weekdays=("सोमबार", "मंगलबार", "बुधबार", "बिहीबार", "शुक्रबार", "शनिबार", "आइतबार"),
    times_of_day=((0, "राति"), (4, "बिहान"), (12, "दिउँसो"), (16, "साँझ"), (20, "राति")),
    clock="{part} {hour}:{minute} बजे",
    amounts=((10**9, "अर्ब"), (10**7, "करोड"), (10**5, "लाख"), (10**3, "हजार")),
    counting=Counting(
        numbers=tuple(NEPALI_NUMBERS.split()),
        spellings={"छः": 6, "सत्ताईस": 27, "अठ्ठाइस": 28, "उन्नाईस": 19},
        hundred=" सय",
        minus="माइनस",
        scales={"खर्ब": 10**11},
        fractions={"डेढ": Decimal("1.5"), "अढाई": Decimal("2.5"), "आधा": Decimal("0.5")},
        parts={"सवा": Decimal("0.25"), "साढे": Decimal("0.5"), "पौने": Decimal("-0.25")},
        percent=frozenset({"प्रतिशत"}),
        rupees=frozenset({"रुपैयाँ", "रुपियाँ", "रु"}),
        ordinals={1: "पहिलो", 2: "दोस्रो", 3: "तेस्रो", 4: "चौथो"},
        ordinal_ending="औं",
        genders={"ो": ("ी", "ा")},
    ),
    calendar=Calendar(
        zone=NEPAL,
        months={"जनवरि": 1, "फेब्रुवरी": 2, "अप्रिल": 4, "जुलाइ": 7, "अगष्ट": 8},
        weekdays_short=("सोम", "मंगल", "बुध", "बिही", "शुक्र", "शनि", "आइत"),
        times={"बिहानी": "बिहान", "बेलुका": "साँझ", "बेलुकी": "साँझ", "मध्याह्न": "दिउँसो"},
        hours=frozenset({"बजे"}),
        days={"आज": 0, "हिजो": -1, "भोलि": 1, "अस्ति": -2, "पर्सि": 2},
        units={
            "सेकेन्ड": "second",
            "मिनेट": "minute",
            "घण्टा": "hour",
            "दिन": "day",
            "हप्ता": "week",
            "महिना": "month",
            "वर्ष": "year",
        },
        before=frozenset({"अघि", "पहिले", "अगाडि"}),
        after=frozenset({"पछि"}),
        now="भर्खरै",
        ago={
            "minute": ("{n} मिनेट अघि", "{n} मिनेट अघि"),
            "hour": ("{n} घण्टा अघि", "{n} घण्टा अघि"),
            "day": ("{n} दिन अघि", "{n} दिन अघि"),
            "week": ("{n} हप्ता अघि", "{n} हप्ता अघि"),
            "month": ("{n} महिना अघि", "{n} महिना अघि"),
            "year": ("{n} वर्ष अघि", "{n} वर्ष अघि"),
        },
        spans={"day": ("दिन", "दिन"), "hour": ("घण्टा", "घण्टा"), "minute": ("मिनेट", "मिनेट")},
    ),
)
