"""The reference of the commands, written from the commands themselves."""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

PAGE = Path("docs") / "reference" / "commands.md"
HEAD = """# Commands

`./harkara` in a checkout, `harkara` where it is installed. This page is written by `./harkara docs`
from the commands' own help, and a test compares the two.

Every command has `--help`. A refusal is one line that says what to do next, and status 1; a
command line that makes no sense ends with status 2, Ctrl-C with 130. `--json` prints JSON on
standard output and nothing else.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command as it is typed, with what its help says."""

    name: str
    says: str
    parser: argparse.ArgumentParser


def commands_page() -> str:
    """Return the whole page in Markdown."""
    from harkara.cli import parser

    whole = parser()
    parts = [HEAD, "## Before every command", "", *_arguments(whole)]
    for command in commands(whole):
        parts += ["", f"## {command.name}", "", *_section(command)]
    return "\n".join(parts) + "\n"


def commands(whole: argparse.ArgumentParser) -> Iterator[Command]:
    """Give each command that does something, in the order of the help."""
    for group in whole._actions:
        if isinstance(group, argparse._SubParsersAction):
            for said in group._choices_actions:
                parser = group.choices[said.dest]
                inner = list(commands(parser))
                yield from inner or [Command(name=parser.prog, says=str(said.help), parser=parser)]


def _section(command: Command) -> Iterable[str]:
    yield f"{command.says[:1].upper()}{command.says[1:]}."
    arguments = list(_arguments(command.parser))
    if arguments:
        yield ""
        yield from arguments
    for line in filter(None, (command.parser.epilog or "").split("\n")):
        yield ""
        yield f"Example: `{line.removeprefix('example: ')}`"


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Give a line for each argument that is neither `--help` nor hidden."""
    for action in parser._actions:
        plain = not isinstance(action, argparse._HelpAction | argparse._SubParsersAction)
        if plain and action.help != argparse.SUPPRESS:
            yield f"- `{_written(action)}`: {action.help}{_default(action)}"


def _written(action: argparse.Action) -> str:
    """Return the argument as one types it."""
    value = action.metavar or (
        f"{{{','.join(map(str, action.choices))}}}" if action.choices else action.dest.upper()
    )
    if not action.option_strings:
        return str(value)
    names = ", ".join(action.option_strings)
    return names if action.nargs == 0 else f"{names} {value}"


def _default(action: argparse.Action) -> str:
    told = "default:" in (action.help or "")
    unsaid = action.default in (None, False, "", argparse.SUPPRESS) or action.nargs == 0
    return "" if told or unsaid else f" (default: {action.default})"
