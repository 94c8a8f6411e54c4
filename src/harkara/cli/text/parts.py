"""The jobs that take a text apart: words and sentences."""

import argparse
from collections.abc import Callable
from functools import partial

from harkara.cli.text.job import Answers, Explanation, Job
from harkara.text.languages import Profile
from harkara.text.tokens import sentences, words

BETWEEN = " | "


def _parts(name: str, of: Callable[[str, Profile], list[str]], args: argparse.Namespace) -> Answers:
    """Answer with the parts of a line, a bar between them."""

    def plainly(line: str) -> str:
        return BETWEEN.join(of(line, args.profile))

    def explained(line: str) -> Explanation:
        return {"source": line, "text": plainly(line), name: of(line, args.profile)}

    return Answers(plainly=plainly, explained=explained)


JOBS = (
    Job(
        name="words",
        says="give the words of a line",
        example='"भारत-रूस: ए.के. एंटनी को 2.5 लाख रु. मिले।"',
        answers=partial(_parts, "words", lambda line, profile: words(line, profile=profile)),
    ),
    Job(
        name="sentences",
        says="give the sentences of a line",
        example='"डॉ. शर्मा आए। कितने बजे?"',
        answers=partial(
            _parts, "sentences", lambda line, profile: sentences(line, profile=profile)
        ),
    ),
)
