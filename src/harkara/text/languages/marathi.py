"""Marathi: enough to repair, cut, count, date and address its stories."""

from decimal import Decimal

from harkara.text.languages import marathi_table as table
from harkara.text.languages.base import Profile, lemmas, listed, pairs
from harkara.text.languages.calendar import Calendar
from harkara.text.languages.counting import Counting
from harkara.text.languages.hindi import LETTER_NAMES
from harkara.text.languages.numbers_table import MARATHI_NUMBERS

# A long इ or उ turns short when something is written onto a word: निवडणूक, निवडणुकीत.
_SHORT_VOWELS = {"ी": "ि", "ई": "इ", "ू": "ु", "ऊ": "उ"}

MARATHI = Profile(
    code="mr",
    words_per_minute=180,
    abbreviations=listed(
        """
        डॉ डा श्री सौ कु पं प्रा प्रो ॲड रु क्र कि किमी मी सेंमी ता जि वि दा स्व मा सं उदा पो नि गु इ
        न्या रा म व स ह भ य ल श प अ ब द ग घ च ज झ ट ड ध न फ र
        """
    ),
    letter_names=LETTER_NAMES,
    stop_words=listed(table.STOP_WORDS),
    alike=_SHORT_VOWELS,
    stems=lemmas(table.FORMS)
    | {noun + "ी": noun for noun in listed(table.FEMININES)}
    | {noun + last: noun for noun in listed(table.IN_YA) for last in ("", "ा", "ां", "े")}
    | {word: word for word in listed(table.UNCHANGED)},
    particles=listed(table.PARTICLES),
    noun_endings=pairs(table.ENDINGS),
    leading_on=listed("आणि व तसेच किंवा पण तर की या त्या हा ही हे एक"),
    negations=listed("नाही नाहीत न"),
    spoken_endings=("र्म", "र्व", "र्थ", "र्ष", "र्ग", "त्म", "द्म"),
    romans={"आहे": "ahe", "आहेत": "ahet", "आणि": "ani", "आमदार": "amdar", "आता": "ata"},
    clusters={"ज्ञ": "द्न्य"},
    months=(
        "जानेवारी",
        "फेब्रुवारी",
        "मार्च",
        "एप्रिल",
        "मे",
        "जून",
        "जुलै",
        "ऑगस्ट",
        "सप्टेंबर",
        "ऑक्टोबर",
        "नोव्हेंबर",
        "डिसेंबर",
    ),
    weekdays=("सोमवार", "मंगळवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"),
    times_of_day=((0, "रात्री"), (4, "सकाळी"), (12, "दुपारी"), (16, "सायंकाळी"), (20, "रात्री")),
    clock="{part} {hour}:{minute} वाजता",
    amounts=((10**9, "अब्ज"), (10**7, "कोटी"), (10**5, "लाख"), (10**3, "हजार")),
    counting=Counting(
        numbers=tuple(MARATHI_NUMBERS.split()),
        spellings={"अट्ठावीस": 28, "सत्तेचाळिस": 47},
        hundred="शे",
        one_hundred="शंभर",
        minus="उणे",
        fractions={
            "दीड": Decimal("1.5"),
            "अडीच": Decimal("2.5"),
            "पाऊण": Decimal("0.75"),
            "अर्धा": Decimal("0.5"),
        },
        parts={"सव्वा": Decimal("0.25"), "साडे": Decimal("0.5"), "पावणे": Decimal("-0.25")},
        percent=frozenset({"टक्के", "टक्का", "टक्क्यांनी"}),
        rupees=frozenset({"रुपये", "रुपया", "रुपयांचे", "रुपयांची", "रुपयांचा", "रु"}),
        ordinals={1: "पहिला", 2: "दुसरा", 3: "तिसरा", 4: "चौथा"},
        ordinal_ending="वा",
        genders={"रा": ("री", "ऱ्या"), "ा": ("ी", "्या")},
    ),
    calendar=Calendar(
        months={
            "जाने": 1,
            "फेब्रु": 2,
            "फेब": 2,
            "एप्रि": 4,
            "ऑग": 8,
            "सप्टें": 9,
            "ऑक्टो": 10,
            "नोव्हें": 11,
            "डिसें": 12,
        },
        weekdays_short=("सोम", "मंगळ", "बुध", "गुरु", "शुक्र", "शनि", "रवि"),
        times={"पहाटे": "सकाळी", "सकाळ": "सकाळी", "संध्याकाळी": "सायंकाळी"},
        hours=frozenset({"वाजता", "वाजून"}),
        days={"आज": 0, "काल": -1, "उद्या": 1},
        either_days={"परवा": 2},
        now="आत्ताच",
        ago={
            "minute": ("{n} मिनिटापूर्वी", "{n} मिनिटांपूर्वी"),
            "hour": ("{n} तासापूर्वी", "{n} तासांपूर्वी"),
            "day": ("{n} दिवसापूर्वी", "{n} दिवसांपूर्वी"),
            "week": ("{n} आठवड्यापूर्वी", "{n} आठवड्यांपूर्वी"),
            "month": ("{n} महिन्यापूर्वी", "{n} महिन्यांपूर्वी"),
            "year": ("{n} वर्षापूर्वी", "{n} वर्षांपूर्वी"),
        },
        spans={
            "day": ("दिवस", "दिवस"),
            "hour": ("तास", "तास"),
            "minute": ("मिनिट", "मिनिटे"),
        },
    ),
)
