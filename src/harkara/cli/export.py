"""`harkara export`: the whole site out again."""

import argparse
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from harkara.cli.progress import Progress
from harkara.cli.refusal import Refusal
from harkara.cli.site import need_site

FORMS = {
    "jsonl": "Harkara's own form, which loses nothing: a line of JSON for each thing",
    "wxr": "a WordPress export (WXR 1.2)",
    "ninjs": "a folder with a ninjs 3.0 document for each story, as agencies send them",
}
Write = Callable[[Path], int]


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `export`."""
    forms = "; ".join(f"{name}: {what}" for name, what in FORMS.items())
    export = subparsers.add_parser(
        "export",
        help="write the whole site as an export that other systems take",
        description=f"Write the whole site, drafts and all. {forms}. `harkara intake jsonl` and "
        "`harkara intake wxr` take it in again.",
        epilog="example: harkara export jsonl khabar.jsonl --media khabar-photos",
    )
    export.add_argument("form", choices=list(FORMS), help="the form of the export")
    export.add_argument(
        "file", metavar="FILE", type=Path, help="the file or folder to write; it must be new"
    )
    export.add_argument(
        "--media", metavar="DIR", type=Path, help="copy the pictures' files into this folder"
    )
    export.set_defaults(run=run_export, django=True)


def run_export(args: argparse.Namespace) -> int:
    """Write the export, whole or not at all."""
    site = need_site(args.home)
    if args.file.exists():
        message = f"{args.file} is there already; name another"
        raise Refusal(message)
    unfinished = args.file.with_name(f".{args.file.name}.part")
    try:
        _clear(unfinished)
        with Progress("written") as progress:
            stories = _writer(args.form, site.url, progress)(unfinished)
        if args.media:
            _copy_pictures(unfinished if args.media == args.file else args.media)
        unfinished.rename(args.file)
    except OSError as error:
        _clear(unfinished)
        message = f"{error.filename or args.file} cannot be written: {error.strerror}"
        raise Refusal(message) from error
    _say(f"{stories} stories are in {args.file}")
    return 0


def _writer(form: str, site: str, progress: Progress) -> Write:
    from harkara.intake.exporting.jsonl import write_jsonl
    from harkara.intake.exporting.ninjs import write_ninjs
    from harkara.intake.exporting.wxr import write_wxr
    from harkara.web.passing import readers_of_the_site

    if form == "ninjs":
        return partial(_into_folder, partial(write_ninjs, site=site, progress=progress))
    readers = readers_of_the_site()
    write = {"jsonl": write_jsonl, "wxr": write_wxr}[form]
    return partial(_into_file, partial(write, site=site, readers=readers, progress=progress))


def _into_file(write: Callable[..., int], path: Path) -> int:
    with path.open("w", encoding="utf-8") as out:
        return write(out)


def _into_folder(write: Write, path: Path) -> int:
    path.mkdir()
    return write(path)


def _copy_pictures(folder: Path) -> None:
    """Copy the files of all photos; those that are gone are counted."""
    from harkara.intake.exporting.pictures import copy_file, photos
    from harkara.newsroom.models import Photo

    folder.mkdir(parents=True, exist_ok=True)
    done, gone, every = 0, 0, Photo.objects.count()
    with Progress("pictures copied") as progress:
        for photo in photos():
            gone += not copy_file(photo, folder)
            done += 1
            progress(done, every)
    _say(f"{done - gone} pictures are in {folder}" + (f", {gone} have no file" if gone else ""))


def _clear(path: Path) -> None:
    """Take away what an export that was stopped has left."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _say(line: str) -> None:
    sys.stderr.write(f"harkara: {line}\n")
