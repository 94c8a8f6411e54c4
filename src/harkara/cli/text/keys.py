"""The jobs that give keys to match by."""

import argparse
from collections.abc import Callable

from harkara.cli.text.job import Answers, Explanation, Job
from harkara.text.fold import fold
from harkara.text.languages import Profile
from harkara.text.phonetic import key, keys
from harkara.text.stem import stem
from harkara.text.tokens import words


def _word_by_word(key: str, of: Callable[[str, Profile], str], args: argparse.Namespace) -> Answers:
    """Answer with the key of every word, named in the reasons by the key's name."""
    profile: Profile = args.profile

    def found(line: str) -> list[dict[str, str]]:
        return [{"word": word, key: of(word, profile)} for word in words(line, profile=profile)]

    def plainly(line: str) -> str:
        return " ".join(one[key] for one in found(line))

    def explained(line: str) -> Explanation:
        return {"source": line, "text": plainly(line), "words": found(line)}

    return Answers(plainly=plainly, explained=explained)


def _fold(args: argparse.Namespace) -> Answers:
    by_word = _word_by_word("key", lambda word, profile: fold(word, profile=profile), args)

    def plainly(line: str) -> str:
        return fold(line, profile=args.profile)

    return Answers(
        plainly=plainly,
        explained=lambda line: by_word.explained(line) | {"text": plainly(line)},
    )


def _phonetic(args: argparse.Namespace) -> Answers:
    by_word = _word_by_word("key", lambda word, profile: key(word, profile=profile), args)

    def explained(line: str) -> Explanation:
        found = [
            {"word": word, "keys": keys(word, profile=args.profile)}
            for word in words(line, profile=args.profile)
        ]
        return {"source": line, "text": by_word.plainly(line), "words": found}

    return Answers(plainly=by_word.plainly, explained=explained)


JOBS = (
    Job(
        name="fold",
        says="give the key under which spellings of the same word meet",
        example='"हिन्दी"',
        answers=_fold,
    ),
    Job(
        name="stem",
        says="give the stem of every word",
        example='"मंत्रियों की बैठकें"',
        answers=lambda args: _word_by_word(
            "stem", lambda word, profile: stem(word, profile=profile), args
        ),
    ),
    Job(
        name="phonetic",
        says="give the key that a word shares with the Roman spellings people type for it",
        example='"राजनाथ rajnath raajnaath"',
        answers=_phonetic,
    ),
)
