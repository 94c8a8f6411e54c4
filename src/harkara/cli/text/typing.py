"""The job that turns typed Roman letters into Devanagari."""

import argparse
from dataclasses import asdict
from pathlib import Path

from harkara.cli.refusal import Refusal
from harkara.cli.text.job import Answers, Explanation, Job
from harkara.text.lexicon import Lexicon
from harkara.text.transliterate import candidates, transliterate, typed_words


def _transliterate(args: argparse.Namespace) -> Answers:
    lexicon = _lexicon(args.lexicon) if args.lexicon else None
    keep = frozenset(word.lower() for word in args.keep)

    def plainly(line: str) -> str:
        return transliterate(line, lexicon, keep=keep, profile=args.profile)

    def explained(line: str) -> Explanation:
        found = [
            {
                "word": word,
                "candidates": [
                    asdict(one) for one in candidates(word, lexicon, profile=args.profile)
                ],
            }
            for word in typed_words(line, keep=keep)
        ]
        return {"source": line, "text": plainly(line), "words": found}

    return Answers(plainly=plainly, explained=explained)


def _lexicon(path: Path) -> Lexicon:
    """Read a lexicon: lines of a word, a tab and how often it is used.

    Raises Refusal if the file cannot be read or a line is not of that form.
    """
    lexicon = Lexicon()
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}"
        raise Refusal(message) from error
    except UnicodeDecodeError as error:
        message = f"{path} is not UTF-8 text: save it as UTF-8"
        raise Refusal(message) from error
    for number, line in enumerate(lines, start=1):
        word, _, frequency = line.partition("\t")
        if not (word and frequency.isascii() and frequency.isdigit()):
            message = f"{path}, line {number}: write a word, a tab and how often it is used"
            raise Refusal(message)
        lexicon.add(word, int(frequency))
    return lexicon


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lexicon", type=Path, help="a file of words, each with a tab and how often it is used"
    )
    parser.add_argument(
        "--keep", action="append", default=[], metavar="WORD", help="a word to leave in Roman"
    )


JOBS = (
    Job(
        name="transliterate",
        says="write Hindi typed in Roman letters in Devanagari",
        example='"namaste, aap kaise hain?"',
        answers=_transliterate,
        options=_options,
    ),
)
