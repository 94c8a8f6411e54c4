"""`harkara init` and `harkara upgrade`: a home is made, and kept in step with the program."""

import argparse
import os
import secrets
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from harkara.cli.refusal import LeftBehind, Refusal
from harkara.config import HOME_VARIABLE, Config, load

if TYPE_CHECKING:
    from django.db.migrations.executor import MigrationExecutor

    from harkara.newsroom.actions.founding import NewPaper


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `init` and `upgrade`."""
    init = subparsers.add_parser(
        "init",
        help="make a site's home: database, front page, sections, an editor",
        epilog="example: harkara --home /srv/khabar init --name 'सोहनी समाचार'",
    )
    init.add_argument("--name", required=True, help="the paper's name")
    init.add_argument("--tagline", default="", help="the line under the name")
    init.add_argument("--editor", default="editor", help="the first editor's login name")
    init.set_defaults(run=run_init, django=True)
    upgrade = subparsers.add_parser(
        "upgrade",
        help="bring a site's home to this version of the program",
        epilog="example: harkara --home /srv/khabar upgrade",
    )
    upgrade.set_defaults(run=run_upgrade, django=True)


def run_init(args: argparse.Namespace) -> int:
    """Make the home and print the editor's password, once. A founded home is refused."""
    from django.conf import settings

    from harkara.newsroom.actions.founding import USUAL_SECTIONS, NewPaper

    home: Config = settings.HARKARA
    make_home(home)
    host, port = host_and_port(home)
    paper = NewPaper(
        name=args.name, tagline=args.tagline, host=host, port=port, sections=USUAL_SECTIONS
    )
    password = found(paper, args.editor)
    print(f"{args.name}: {home.home}")
    print(f"newsroom: {home.url}/newsroom/   {args.editor} / {password}")
    print("next: harkara serve")
    return 0


def run_upgrade(_args: argparse.Namespace) -> int:
    """Bring the home's database to this version, and say how many steps that took."""
    from django.conf import settings

    home = need_site()
    steps = _steps_ahead(_executor())
    make_home(settings.HARKARA)
    taken = f"{steps} step{'s' if steps > 1 else ''} taken"
    print(f"{home.home}: {taken if steps else 'nothing to do'}")
    return 0


def need_site(home: Path | None = None) -> Config:
    """Return the configuration of a home that was founded, and name it to child processes.

    Raises Refusal if there is no site in it.
    """
    found = load(home)
    if not found.is_founded:
        message = f"no site in {found.home}: make one with `harkara init`"
        raise Refusal(message)
    os.environ[HOME_VARIABLE] = str(found.home)
    return found


def need_this_version(home: Config) -> None:
    """Refuse to run a home whose database this version of the program does not fit.

    A database that is away, or an empty file in its place, is not asked: readers still get their
    pages.

    Raises LeftBehind.
    """
    from django.db import OperationalError

    try:
        applied = _applied()
        is_behind = bool(applied) and not _named() <= applied and bool(_steps_ahead(_executor()))
    except OperationalError:
        return
    if is_behind:
        message = f"{home.home} is of an older version: stop the site and run `harkara upgrade`"
        raise LeftBehind(message)


def _applied() -> set[tuple[str, str]]:
    """Return the steps that the database has taken, each with its room."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    return set(MigrationRecorder(connection).applied_migrations())


def _named() -> set[tuple[str, str]]:
    """Return the steps that there are, by the names of their files: reading them takes long.

    A step that stands for others is among them beside those, so there may be more than are taken.
    """
    from django.apps import apps
    from django.db.migrations.loader import MigrationLoader

    named = set()
    for room in apps.get_app_configs():
        module, _ = MigrationLoader.migrations_module(room.label)
        folder = find_spec(module) if module else None
        for step in iter_modules(folder.submodule_search_locations if folder else []):
            if not step.ispkg and step.name[0] not in "_~":
                named.add((room.label, step.name))
    return named


def _executor() -> "MigrationExecutor":
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    return MigrationExecutor(connection)


def _steps_ahead(executor: "MigrationExecutor") -> int:
    """Return how many of the database's steps are not taken yet."""
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def make_home(home: Config) -> None:
    """Make the home's folders and bring its database up to date."""
    from django.core.management import call_command

    for folder in (home.home, home.media, home.pages):
        folder.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    home.keep_key()


def host_and_port(home: Config) -> tuple[str, int]:
    """Return where readers find the site."""
    parts = urlsplit(home.url)
    return home.host, parts.port or (443 if parts.scheme == "https" else 80)


def found(paper: "NewPaper", editor: str, password: str | None = None) -> str:
    """Found the paper with its first editor and return the password.

    Raises Refusal if the home holds a paper already.
    """
    from django.contrib.auth import get_user_model
    from django.db import transaction

    from harkara.newsroom.actions.founding import found_paper, is_founded

    if is_founded():
        message = "this home holds a paper already; `harkara serve` runs it"
        raise Refusal(message)
    password = password or secrets.token_urlsafe(9)
    with transaction.atomic():
        found_paper(paper)
        get_user_model().objects.create_superuser(
            username=editor, email=paper.email or f"{editor}@{paper.host}", password=password
        )
    return password
