"""What all doors for a whole archive have in common: a map, a dry run, a report."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from harkara.cli.progress import Progress
from harkara.cli.refusal import Refusal
from harkara.cli.site import need_site

if TYPE_CHECKING:
    from harkara.intake.models import Move
    from harkara.intake.moving.archive import Archive, Survey
    from harkara.intake.moving.mapping import Plan

MakeArchive = Callable[[Path, tuple[str, ...]], "Archive"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what every such door takes."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the export")
    parser.add_argument(
        "--media", metavar="DIR", type=Path, help="the folder of its uploads; nothing is fetched"
    )
    parser.add_argument(
        "--map", metavar="FILE", type=Path, help="which category becomes which section (TOML)"
    )
    parser.add_argument("--dry-run", action="store_true", help="print a proposed map, keep nothing")
    parser.add_argument("--json", action="store_true", help="print JSON on standard output")


def run(args: argparse.Namespace, make: MakeArchive) -> int:
    """Move an archive in and print what became of it, or print the map that is proposed."""
    from django.utils import timezone

    from harkara.intake.moving.map_file import read_map
    from harkara.intake.moving.mapping import Plan, propose
    from harkara.intake.moving.running import move_in
    from harkara.newsroom.queries.proposing import site_sections

    need_site(args.home)
    need_folder(args.media)
    sections = site_sections()
    with refusing(args.map):
        given = read_map(args.map, sections) if args.map else Plan()
    with refusing(args.file), closing(make(args.file, given.types)) as archive:
        survey = archive.survey()
        plan = propose(survey, sections, given)
        if args.dry_run:
            return _show(survey, plan, as_json=args.json)
        with Progress("moved in") as progress:
            move = move_in(
                archive, survey, plan, at=timezone.now(), media=args.media, progress=progress
            )
    return tell(move, as_json=args.json)


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Say in one line why an export or a map cannot be taken, or that it is not there."""
    from harkara.intake.refusals import Refused

    try:
        yield
    except Refused as refusal:
        message = f"{path}: {refusal}"
        raise Refusal(message) from refusal
    except FileNotFoundError as error:
        message = f"{path} is not there"
        raise Refusal(message) from error
    except IsADirectoryError as error:
        message = f"{path} is a folder"
        raise Refusal(message) from error
    except PermissionError as error:
        message = f"{path} may not be read"
        raise Refusal(message) from error


def need_folder(media: Path | None) -> None:
    """Refuse a folder of uploads that is none."""
    if media is not None and not media.is_dir():
        message = f"{media} is no folder; name the one that holds the site's uploads"
        raise Refusal(message)


def _show(survey: "Survey", plan: "Plan", *, as_json: bool) -> int:
    from harkara.intake.moving.map_file import as_toml

    if as_json:
        return show_counts(survey, as_json=True, map=as_toml(plan, survey))
    print(as_toml(plan, survey), end="")
    show_counts(survey, as_json=False)
    _say("nothing was kept; write this map to a file, change it, and give it with --map")
    return 0


def show_counts(survey: "Survey", *, as_json: bool, **more: str) -> int:
    """Say what an archive holds, of which nothing was kept."""
    counts = {
        "stories": survey.stories,
        "pages": survey.pages,
        "comments": survey.comments,
        "attachments": survey.attachments,
        "authors": len(survey.people),
        "topics": len(survey.tags),
        "categories": len(survey.categories),
        "fates": survey.fates,
    }
    if as_json:
        print(json.dumps({**counts, **more}, ensure_ascii=False, indent=2))
    else:
        _say(", ".join(f"{name} {count}" for name, count in counts.items() if name != "fates"))
    return 0


def tell(move: "Move", *, as_json: bool) -> int:
    """Say what became of an archive, and where its report is."""
    from django.db.models import Count

    rows = move.notes.order_by().values_list("kind").annotate(Count("pk"))
    said = {"site": move.source_key, **move.counts, "notes": dict(rows), "report": move.pk}
    if as_json:
        print(json.dumps(said, ensure_ascii=False, indent=2))
        return 0
    for name, count in sorted(move.counts.items()):
        print(f"{name}: {count}")
    _say(f"{said['notes'].get('person', 0)} need a person: /newsroom/intake/moves/{move.pk}/")
    return 0


def _say(line: str) -> None:
    sys.stderr.write(f"harkara: {line}\n")
