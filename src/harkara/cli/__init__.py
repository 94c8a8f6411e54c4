"""The `harkara` command: a file for each group of commands."""

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path

from django.db import DatabaseError

from harkara import __version__, config
from harkara.cli.refusal import Refusal

GROUPS = (
    "demo", "site", "serve", "nginx", "intake", "audience", "export", "press", "search", "suggest",
    "text", "checks",
)  # fmt: skip


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit status.

    Expected refusals and a database that is away come out as one line on standard error and
    status 1; Ctrl-C gives 130.
    """
    args = parser().parse_args(argv)
    try:
        if args.django:
            _set_up_django(args.home)
        return int(args.run(args))
    except Refusal as refusal:
        sys.stderr.write(f"harkara: {refusal}\n")
        return refusal.status
    except config.BadConfig as bad:
        sys.stderr.write(f"harkara: {bad}\n")
        return 1
    except DatabaseError as error:
        sys.stderr.write(f"harkara: {_database_refusal(error)}\n")
        return 1
    except BrokenPipeError:
        # The reader of our output went away (`harkara … | head`): nothing more to say to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("\nharkara: stopped\n")
        return 130


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command."""
    whole = argparse.ArgumentParser(
        prog="harkara", description="A Hindi-first news portal engine.", allow_abbrev=False
    )
    whole.add_argument("--version", action="version", version=f"harkara {__version__}")
    whole.add_argument(
        "--home",
        type=Path,
        default=None,
        help=f"the site's folder (default: ${config.HOME_VARIABLE} or ./{config.DEFAULT_HOME})",
    )
    whole.set_defaults(django=False)
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for group in GROUPS:
        import_module(f"harkara.cli.{group}").add(commands)
    return whole


def _database_refusal(error: DatabaseError) -> str:
    """Say in one line what to look at: the home, or the server its configuration names."""
    said = " ".join(str(error).split())
    if config.load().database:
        question = "does its server run, and was it made by this version?"
    else:
        question = "is this the right --home, and made by this version?"
    return f"the site's database cannot be used ({said}); {question}"


def _set_up_django(home: Path | None) -> None:
    if home is not None:
        os.environ[config.HOME_VARIABLE] = str(home.absolute())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "harkara.settings")
    config.load()  # says in one line what is wrong, before Django says it in forty
    import django

    django.setup()
