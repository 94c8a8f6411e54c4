"""How Hindi spells its sounds, where a Roman spelling leaves it open. Data only.

Costs are on the scale of `typing_table.py` and set by hand: 0 for what a sound is usually
written with, more for the rarer letter that is typed alike. Places are marked as there.
"""

RARITY = {
    # Vowels: short inside a word, long at its end.
    "ə": 0, "A": 2, "A$": 0, "A^": 4, "a": 2, "ə$": 8,
    "i": 1, "i$": 12, "I": 6, "I$": 0, "I^": 10, "i^": 0, "i&": 10, "I&": 4,
    "u": 1, "u$": 8, "U": 7, "U$": 4, "U^": 14, "U&": 12, "u&": 10,
    "R": 8, "R^": 20, "e": 2, "ai": 3, "o": 2, "au": 8, "ai^": 8, "au^": 2, "O": 10, "E": 30,
    "e$": 3, "ai$": 16, "o$": 5, "au$": 16, "e&": 5, "A&": 12, "o&": 14, "a&": 16, "ai&": 24,
    "au&": 24, "O&": 24, "R&": 40,
    # Consonants.
    "क़": 30, "ख़": 30, "ग़": 30, "ज़": 10, "फ़": 12, "ङ": 60, "ञ": 50, "ऱ": 60, "ळ": 60, "ऴ": 60,
    "ट": 8, "ठ": 12, "ड": 9, "ढ": 20, "ड़": 10, "ढ़": 14, "ण": 14, "ष": 14, "झ": 8, "छ": 8, "घ": 6,
    "ड़^": 60, "ढ़^": 60, "ण^": 60, "ष^": 20, "ड^": 5, "ट^": 6, "ड$": 10, "ट$": 6,
    "ख": 3, "ध": 2, "थ": 3, "भ": 2, "फ": 2, "ह": 1,
    "ं": 0, "ं$": 4, "ँ": 26, "ँ$": 24, "ः": 40, "य": 1, "व": 0, "श": 1,
}  # fmt: skip
"""What a letter costs that stands for a sound; a letter that is not named costs nothing."""

JOINED = 7
"""What joining two consonants costs where no custom of the language speaks for it."""
APART = 5
"""What an inherent vowel costs that is written between two consonants and not spoken."""
APART_ODDLY = 22
"""The same where no vowel stands on both sides (कर·ता has them, दोस·्त has none after)."""
WELCOME = (
    "स:त थ ट क प फ व म न य र ल ख ; क:र ल य त ष स व ट ; ग:र य न ल व ; त:र य व म न ; द:य व र ध म ; "
    "न:य ह म व ; प:र य ल त ; ब:र ल द ज ; म:ह य र ल न ; श:व र य च न क ल म ; ष:ट ठ य ण क प म ; "
    "ट:र ; ड:र ; च:च य छ ; ज:य व र ञ ज ; ध:य व र ; भ:य र ; व:य र ; ह:य म ल र ; ख:य ; थ:य व ; "
    "फ:र ल त ; फ़:र ल त ; ल:ल य प क म ट ड ; "
    "र:म ण व य ष थ त ट ड ध द क ज ग च भ श न ल ब प फ ख घ "
)
"""Pairs of consonants that are often joined: the first, and after the colon the second ones."""
WELCOME_COST = 0
AFTER_R = 4
"""What joining र to the next consonant costs: करता is as likely as कर्म."""
ODD_BREATH = 30
"""What joining ह to a consonant costs that is typed with an h when it is breathed."""
UNDROPPED = 11
"""What an inherent vowel costs that is typed where it would be dropped (शिकायत, no शिकयत)."""
UNSPOKEN = 18
"""What an inherent vowel costs that is typed at the end after a single consonant."""
SHORT_NASAL = 16
"""What a dot at the end costs after a short vowel."""
DOTTED = frozenset("कखगघचछजझटठडढतथदधपफबभयरलवशसह")
"""The consonants before which a nasal is written as a dot."""
ENDINGS = {
    "on": "o ं:0", "yon": "य o ं:0", "iyon": "i य o ं:0", "en": "e ं:2", "ein": "e ं:0",
    "yan": "य A ं:6", "iyan": "i य A ं:2", "iyaan": "i य A ं:0", "aen": "A e ं:2", "ayen": "A e ं:4",
    "ayein": "A e ं:4", "aein": "A e ं:2", "aon": "A o ं:2", "ain": "ai ं:6", "uon": "u o ं:2",
    "iya": "i य A:0", "hin": "ह I ं:4", "hi": "ह I:0", "aya": "A य A:0", "aye": "A e:2",
    "ae": "A e:2",
    "ai": "A I:0", "ao": "A o:2", "iye": "i e:0", "ie": "i e:0", "ee": "I:0",
}  # fmt: skip
"""Endings of Hindi words as they are typed, how they are written, and what that costs."""
