"""Acronyms: words made of the names of Roman letters (एससीओ is SCO)."""

from harkara.text.languages import Profile

# Hindi words that could be read as letter names.
NOT_ACRONYMS = frozenset(
    {"बीबी", "बीवी", "पीटी", "सीटी", "जीजी", "आइए", "आईए", "पीए", "जीए", "टीटी", "केके", "एए"}
)


def letters(word: str, profile: Profile) -> str | None:
    """Return the Roman letters that a word names, or None if it is not made of their names.

    >>> from harkara.text.languages import HINDI
    >>> letters("एससीओ", HINDI), letters("डब्ल्यूएचओ", HINDI), letters("बीवी", HINDI)
    ('sco', 'who', None)
    """
    if word in NOT_ACRONYMS or word in profile.letter_names:
        return None
    # The spelling of every beginning of the word that is made of whole names.
    reached = {0: ""}
    for end in range(1, len(word) + 1):
        for name, letter in profile.letter_names.items():
            start = end - len(name)
            if start in reached and end not in reached and word.startswith(name, start):
                reached[end] = reached[start] + letter
    return reached.get(len(word))
