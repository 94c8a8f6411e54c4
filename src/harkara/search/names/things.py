"""Things: names with a number in them, such as एस-400, सुखोई-30, चंद्रयान-3."""

import re
from collections.abc import Iterator

from harkara.search.names.candidate import Candidate, NameKind
from harkara.search.names.plain_words import STOPS, keys_of
from harkara.search.names.spelled import is_spelled
from harkara.search.story import Story
from harkara.search.tables.name_words_table import NOT_MODELS, NUMBERED_CLUBS

_NOT_MODELS = keys_of(tuple(NOT_MODELS))
_CLUBS = frozenset(NUMBERED_CLUBS)
_NUMBER = re.compile(r"\d{1,4}")
_YEAR = re.compile(r"(?:19|20)\d\d")


def things(story: Story) -> Iterator[Candidate]:
    """Yield the numbered things a story names; in brackets of phrases a number is just a number."""
    for at in range(1, len(story.words)):
        number, name = story.words[at], story.words[at - 1]
        if number.before != "-" or not _NUMBER.fullmatch(number.key) or _YEAR.fullmatch(number.key):
            continue
        if name.key in _NOT_MODELS or name.key in STOPS or name.key[:1].isdigit():
            continue
        if at + 1 < len(story.words) and story.words[at + 1].before == "-":
            continue
        keys = (name.key, number.key)
        often, spelled = story.count(keys), is_spelled(name.text)
        if not spelled and often < 2 and not story.in_headline(keys):
            continue
        written = story.written(at - 1, at)
        yield Candidate(
            name=written,
            keys=keys,
            kind=NameKind.ORGANISATION if "-".join(keys) in _CLUBS else NameKind.THING,
            why=written,
            score=4.0 + min(often, 4) * 0.5,
        )
