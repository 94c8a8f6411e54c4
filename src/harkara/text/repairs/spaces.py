"""Spaces: one between words, none before a mark, one behind a danda."""

import re

from harkara.text.chars import (
    CLOSERS,
    DANDA,
    DIGIT,
    DOUBLE_DANDA,
    LEFT_DOUBLE_QUOTE,
    LEFT_SINGLE_QUOTE,
    LETTER,
    RIGHT_DOUBLE_QUOTE,
    WORD,
)
from harkara.text.repairs.base import Fixer, Stage, constant

SPACES = Stage(
    (
        Fixer("doubled_space", re.compile("\\t[ \\t]*| [ \\t]+"), constant(" ")),
        Fixer(
            "space_at_line_end",
            re.compile(" (?:(?=\\n|\\Z)|(?<=\\n )|(?<=\\A ))"),
            constant(""),
        ),
        Fixer(
            "space_before_mark",
            re.compile(f" (?={DANDA}|[,;?!](?![A-Za-z()]))(?<=[{WORD}0-9{CLOSERS}] )"),
            constant(""),
        ),
        Fixer(
            "no_space_after_danda",
            # A number between dandas is a verse's: सुखिनः।१।
            re.compile(
                f"{DANDA}(?=[{LETTER}A-Za-z({LEFT_DOUBLE_QUOTE}{LEFT_SINGLE_QUOTE}]"
                f"|(?<!{DANDA}.)[{DIGIT}0-9]{{1,9}}(?![{DIGIT}0-9{DANDA}{DOUBLE_DANDA}]| ?{DANDA}))"
            ),
            constant(DANDA + " "),
        ),
        Fixer(
            "space_in_quotes",
            re.compile(f" (?:(?<={LEFT_DOUBLE_QUOTE} )|(?={RIGHT_DOUBLE_QUOTE}(?![{LETTER}])))"),
            constant(""),
        ),
    ),
    only_if=(
        re.compile(f" (?:[ \\t\\n{DANDA},;?!{RIGHT_DOUBLE_QUOTE}]|\\Z)"),
        re.compile("\\t"),
        re.compile(f"[\\n{LEFT_DOUBLE_QUOTE}] "),
        re.compile("\\A "),
        re.compile(f"{DANDA}(?=[{LETTER}{DIGIT}A-Za-z0-9({LEFT_DOUBLE_QUOTE}{LEFT_SINGLE_QUOTE}])"),
    ),
)
