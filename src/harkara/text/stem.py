"""Stemming: one key for the forms of a word (बैठक, बैठकें, बैठकों).

It is light on purpose. Endings of number, case, gender and tense come off; endings that make
another word stay (चुनाव and चुनावी, सरकार and सरकारी are different words to a reader).
"""

from harkara.text.chars import SIGN_AA, SIGN_II
from harkara.text.fold import fold
from harkara.text.languages import HINDI, Profile


def stem(word: str, *, profile: Profile = HINDI) -> str:
    """Return the stem of a word, folded.

    >>> stem("मंत्रियों"), stem("मंत्री"), stem("करेंगे"), stem("बड़ी")
    ('मंत्री', 'मंत्री', 'कर', 'बडा')
    >>> stem("चुनावी") == stem("चुनाव")
    False
    """
    key = fold(word, profile=profile)
    known = profile.stems.get(key)
    return known if known is not None else _without_ending(key, profile)


def _without_ending(key: str, profile: Profile) -> str:
    for ending in profile.verb_endings:
        if key.endswith(ending) and key[: -len(ending)] in profile.verbs:
            return key[: -len(ending)]
    if key in profile.verbs:
        return key
    for ending in profile.adjective_endings:
        if key.endswith(ending) and _changes(key[: -len(ending)], ending, profile):
            return key[: -len(ending)] + SIGN_AA
    for ending, instead in profile.noun_endings:
        if key.endswith(ending) and len(key) > len(ending) + 1:
            return key[: -len(ending)] + instead
    return key


def _changes(base: str, ending: str, profile: Profile) -> bool:
    """Say whether a base takes ा and its changes; a noun has no feminine (छाता, but छाती)."""
    return base in profile.adjectives or (not ending.startswith(SIGN_II) and base in profile.nouns)
