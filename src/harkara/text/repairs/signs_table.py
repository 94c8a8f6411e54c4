"""Which vowel letters and signs look like others that were put together from parts."""

from harkara.text.chars import (
    SIGN_AA,
    SIGN_AI,
    SIGN_AU,
    SIGN_CANDRA_E,
    SIGN_CANDRA_O,
    SIGN_E,
    SIGN_O,
    VIRAMA,
)

# A vowel letter and a sign that together look like another vowel letter. Where the letter has
# the sign's stroke already, the stroke was struck twice.
VOWELS = {
    "अ" + SIGN_AA: "आ",
    "अ" + SIGN_O: "ओ",
    "अ" + SIGN_AU: "औ",
    "अ" + SIGN_CANDRA_O: "ऑ",
    "अ" + SIGN_CANDRA_E: "ॲ",
    "आ" + SIGN_AA: "आ",
    "आ" + SIGN_E: "ओ",
    "आ" + SIGN_AI: "औ",
    "आ" + SIGN_O: "ओ",
    "आ" + SIGN_AU: "औ",
    "आ" + SIGN_CANDRA_E: "ऑ",
    "ए" + SIGN_E: "ऐ",
    "ए" + SIGN_AI: "ऐ",
    "ए" + SIGN_CANDRA_E: "ऍ",
    "ओ" + SIGN_E: "औ",
    "ओ" + SIGN_AI: "औ",
    "ॲ" + SIGN_AA: "ऑ",
    "ऑ" + SIGN_AA: "ऑ",
    "र" + VIRAMA + "इ": "ई",  # old fonts made ई of इ and the hook of र
}
# Two signs that together look like one; slips of the order and strokes struck twice as well.
SIGNS = {
    SIGN_AA + SIGN_E: SIGN_O,
    SIGN_AA + SIGN_AI: SIGN_AU,
    SIGN_AA + SIGN_CANDRA_E: SIGN_CANDRA_O,
    SIGN_AA + SIGN_O: SIGN_O,
    SIGN_AA + SIGN_AU: SIGN_AU,
    SIGN_AA + SIGN_CANDRA_O: SIGN_CANDRA_O,
    SIGN_E + SIGN_AA: SIGN_O,
    SIGN_AI + SIGN_AA: SIGN_AU,
    SIGN_CANDRA_E + SIGN_AA: SIGN_CANDRA_O,
    SIGN_O + SIGN_AA: SIGN_O,
    SIGN_O + SIGN_E: SIGN_O,
    SIGN_AU + SIGN_AA: SIGN_AU,
    SIGN_AU + SIGN_E: SIGN_AU,
    SIGN_AU + SIGN_AI: SIGN_AU,
    SIGN_AI + SIGN_E: SIGN_AI,
    SIGN_E + SIGN_AI: SIGN_AI,
    SIGN_CANDRA_O + SIGN_AA: SIGN_CANDRA_O,
}
