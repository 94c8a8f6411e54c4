"""An archive to measure on: a home of N live stories, founded and filled in bulk.

    python bench/archive.py --stories 100000 --home /srv/archive

makes the home (it must not be there yet) and says how many stories it filed in a second. Text is
made up from the demo paper's sentences and from templates; the same number of stories gives the
same archive. Every story has its page in the newsroom's tree, byline, topics, references, its
place in the newsroom's search, and the readers' copy a publish would have written; its page at the
press waits to be pressed (`harkara press run`). What it has not is a past: no revisions and no log
of who did what, as after an import. Wagtail makes the first revision of such a story when somebody
edits it.
"""

import argparse
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = "संग्रह समाचार"


def main() -> int:
    """Found the home, fill it, and print how fast it went."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--stories", type=int, required=True)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if args.home.exists():
        parser.error(f"{args.home} is there already; an archive is founded in a home of its own")
    if args.stories < 1:
        parser.error("an archive has one story at least")
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    found(args.stories, args.home, as_json=args.json)
    return 0


def found(stories: int, home: Path, *, as_json: bool = False) -> None:
    """Found a home of so many stories and print how long it took."""
    home.mkdir(parents=True)
    os.environ |= {"HARKARA_HOME": str(home), "DJANGO_SETTINGS_MODULE": "harkara.settings"}
    import django

    django.setup()
    from django.conf import settings

    from bench.archiving.founding import fill
    from bench.measuring.figures import Figure, as_table
    from bench.measuring.figures import as_json as in_json
    from harkara.cli.site import found as found_paper
    from harkara.cli.site import host_and_port, make_home
    from harkara.newsroom.actions.founding import USUAL_SECTIONS, NewPaper

    make_home(settings.HARKARA)
    host, port = host_and_port(settings.HARKARA)
    paper = NewPaper(name=NAME, tagline="", host=host, port=port, sections=USUAL_SECTIONS)
    password = found_paper(paper, "editor")
    (home / "editor.json").write_text(json.dumps({"name": "editor", "password": password}))
    filled = fill(stories, datetime.now(UTC), lambda done: sys.stderr.write(f"\r{done} stories"))
    sys.stderr.write("\n")
    figures = [
        Figure("archive/stories", filled.stories),
        Figure("archive/seconds", filled.seconds, "s"),
        Figure("archive/rate", filled.stories / filled.seconds, "stories/s", target=2000),
        Figure("archive/rate_a_core", filled.stories / filled.processor, "stories/core s"),
    ]
    print(in_json(figures) if as_json else as_table(figures))


if __name__ == "__main__":
    sys.exit(main())
