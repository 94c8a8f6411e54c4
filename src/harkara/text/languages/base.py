"""What the text room has to be told about a language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from harkara.text.languages.calendar import Calendar
from harkara.text.languages.counting import Counting


def listed(words: str) -> frozenset[str]:
    """Return the words of a table that is written as lines of text.

    >>> sorted(listed("का के की"))
    ['का', 'की', 'के']
    """
    return frozenset(words.split())


def lemmas(table: str) -> dict[str, str]:
    """Return the lemma of each form, of a table with a line for each lemma: `जा: गया गई`.

    >>> lemmas("जा: गया गई")
    {'जा': 'जा', 'गया': 'जा', 'गई': 'जा'}
    """
    lines = (line.partition(":") for line in table.strip().splitlines())
    return {form: lemma for lemma, _, forms in lines for form in (lemma, *forms.split())}


def pairs(table: str) -> dict[str, str]:
    """Return what stands in the place of each word or ending: `ियां>ी` for ी, `ओं>` for nothing.

    >>> pairs("ियां>ी ओं>")
    {'ियां': 'ी', 'ओं': ''}
    """
    parted = (pair.partition(">") for pair in table.split())
    return {before: after for before, _, after in parted}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Profile:
    """One language of the script: its words and habits, and no code.

    To add a language, copy the smallest profile beside this file, translate its tables
    and name it in `PROFILES`. Everything a field leaves empty is simply not done.
    """

    code: str
    """The language's BCP 47 code, such as `hi`."""
    words_per_minute: int
    """How many words of news a grown reader of the language takes in each minute."""
    final_words: frozenset[str] = frozenset()
    """Words that end a sentence: a bar typed after one of them was meant as a danda."""
    visarga_words: frozenset[str] = frozenset()
    """Words that end in a visarga where a colon is often typed, spelled without either."""
    visarga_parts: frozenset[str] = frozenset()
    """First parts of words that take a visarga inside (दुःख), spelled without it."""
    abbreviations: frozenset[str] = frozenset()
    """Words whose full stop does not end a sentence, spelled without the full stop."""
    letter_names: Mapping[str, str] = field(default_factory=dict)
    """How the names of the Roman letters are written: एस → s."""
    stop_words: frozenset[str] = frozenset()
    """Words too common to match by, in their folded spelling and as written."""
    negations: frozenset[str] = frozenset()
    """The stop words that say no: an address never drops them."""
    spoken_endings: tuple[str, ...] = ()
    """Endings whose closing inherent vowel is spoken, though Hindi would drop it: गर्छ."""
    romans: Mapping[str, str] = field(default_factory=dict)
    """Words that are written in Roman letters by custom, as no rule would write them."""
    clusters: Mapping[str, str] = field(default_factory=dict)
    """Letters that are spoken as others: ज्ञ as द्न्य in Marathi."""
    alike: Mapping[str, str] = field(default_factory=dict)
    """Characters that the language's desks do not keep apart, beside those that none does."""
    slips: Mapping[str, str] = field(default_factory=dict)
    """Misspellings so common that they must meet the right word, wherever they stand in one."""
    slipped_words: Mapping[str, str] = field(default_factory=dict)
    """Such misspellings that are right inside other words: they count as whole words only."""
    apart: frozenset[str] = frozenset()
    """Words whose vowels are kept as they are, since they would meet another word."""
    stems: Mapping[str, str] = field(default_factory=dict)
    """Words whose stem no ending gives, and their stems."""
    particles: frozenset[str] = frozenset()
    """Postpositions and the like that are written onto words, one or more of them."""
    verbs: frozenset[str] = frozenset()
    """Verb roots: a verb's ending comes off only when it leaves one of them."""
    verb_endings: frozenset[str] = frozenset()
    """Endings of verbs, folded."""
    adjectives: frozenset[str] = frozenset()
    """Adjectives that change with gender and number, without their ending."""
    adjective_endings: frozenset[str] = frozenset()
    """Endings of those adjectives, folded."""
    nouns: frozenset[str] = frozenset()
    """Nouns in ा that change it, without the ा."""
    noun_endings: Mapping[str, str] = field(default_factory=dict)
    """Endings of nouns and what stands in their place, folded."""
    leading_on: frozenset[str] = frozenset()
    """Words that only lead on to the next one: a headline that is cut must not end in them."""
    months: tuple[str, ...] = ()
    """January to December as newspapers write them."""
    weekdays: tuple[str, ...] = ()
    """Monday to Sunday."""
    times_of_day: tuple[tuple[int, str], ...] = ()
    """From which hour a part of the day begins, and its name; in order of the hour."""
    clock: str = "{part} {hour}:{minute} बजे"
    """How a time of day is written: `{part}`, `{hour}` (1–12) and `{minute}` (two digits)."""
    amounts: tuple[tuple[int, str], ...] = ()
    """Counting words from the largest down: (10000000, करोड़), (100000, लाख) …"""
    counting: Counting = field(default_factory=Counting)
    """Its number words and ordinals."""
    calendar: Calendar = field(default_factory=Calendar)
    """Its words for days, hours and spans of time."""
