"""Copy of the day, taken in for a bench, as the worker, the door or a reporter would take it in.

    python -m bench.measuring.daily HOME WAY FOLDER COUNT

takes the files of FOLDER (`day.WRITERS`) into a founded home, in a process of its own so that its
memory is that of this alone, and prints one JSON object. Only the bench may ask this machine: the
fetcher's rule and its finder of names are handed in, as they are nowhere else.
"""

import ipaddress
import json
import os
import resource
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harkara.intake.fetching import Fetcher
    from harkara.intake.models import WireService

HERE = ipaddress.ip_address("127.0.0.1")
AT_ONCE = 500


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_said: object) -> None:
        """Say nothing."""


def take_feeds(folder: Path) -> None:
    """Ask every feed of a folder once, as the worker would; all are known here from before."""
    from django.utils import timezone

    from harkara.intake.actions.polling import Poller
    from harkara.intake.fetching import Fetcher
    from harkara.intake.fetching.robots import Robots
    from harkara.intake.models import FeedSubscription, SeenItem

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    fetcher = Fetcher(
        "Harkara bench",
        rule=lambda address, port: address == HERE and port == server.server_port,
        resolver=lambda _host, _port, _seconds: (HERE,),
    )
    poller = Poller(fetcher=fetcher, robots=Robots(fetcher), rest=time.sleep)
    for path in sorted(folder.glob("*.xml")):
        feed = FeedSubscription.objects.create(
            name=path.stem, url=f"http://{path.stem}.example:{server.server_port}/{path.name}"
        )
        # Of one that is new here only the newest items would come.
        SeenItem.objects.create(feed=feed, foreign_id="an older item", seen_at=timezone.now())
        polled = poller.poll(feed, timezone.now())
        assert not polled.refused, polled.refused
    server.shutdown()


def take_folder(folder: Path) -> None:
    """Take in what waits in a wire's folder, as the worker would."""
    from django.utils import timezone

    from harkara.intake.deliveries import folder_of, take_from_folder

    service = _agency()
    watched = folder_of(service).folder
    for path in folder.glob("*.json"):
        path.rename(watched / path.name)
    while take_from_folder(service, _nobody(), timezone.now()):
        pass


def take_pushes(folder: Path) -> None:
    """Take in each file as the door does once it knows whose token came with it."""
    from django.utils import timezone

    from harkara.intake.actions.tokens import make_token, service_for
    from harkara.intake.deliveries import take_pushed

    token = make_token(_agency(), at=timezone.now())
    for path in sorted(folder.glob("*.json")):
        service = service_for("agency", token, at=timezone.now())
        assert service is not None
        take_pushed(path.read_bytes(), service, _nobody(), timezone.now())


def take_documents(folder: Path) -> None:
    """Read each file and keep it as a draft, as `harkara intake paste` does."""
    from django.utils import timezone

    from harkara.intake.actions import receive
    from harkara.intake.sources.paste import paste

    zone = timezone.get_default_timezone()
    for path in sorted(folder.iterdir()):
        draft = paste(path.read_bytes(), zone=zone, name=path.name)
        receive(draft, by=None, at=timezone.now(), publish=False)


def _agency() -> "WireService":
    from harkara.intake.models import WireService

    made, _new = WireService.objects.get_or_create(slug="agency", defaults={"name": "परख एजेंसी"})
    return made


def _nobody() -> "Fetcher":
    """Return a fetcher that may reach nothing: these items name no photos."""
    from harkara.intake.fetching import Fetcher

    return Fetcher("Harkara bench", rule=lambda _address, _port: False)


WAYS = {
    "feeds": take_feeds,
    "folder": take_folder,
    "push": take_pushes,
    "documents": take_documents,
}


def missing(way: str, count: int) -> int:
    """Return how many stories of the day are not drafts of ours, whole and with a version."""
    from bench.measuring.day import stories_of
    from harkara.newsroom.models import ArticlePage
    from harkara.text.normalise import normalise

    told, lacking = list(stories_of(way, count)), 0
    for first in range(0, count, AT_ONCE):
        some = {normalise(one.headline): one for one in told[first : first + AT_ONCE]}
        rows = ArticlePage.objects.filter(title__in=some, live=False, latest_revision__isnull=False)
        # A short first paragraph of what is pasted becomes the standfirst.
        here = {
            row.title: " ".join([row.standfirst, *(one["value"] for one in row.body.raw_data)])
            for row in rows
        }
        for headline, one in some.items():
            said = here.get(headline, "")
            lacking += not all(normalise(line) in said for line in one.paragraphs)
    return lacking


def main() -> int:
    """Take in what lies in a folder and print what it cost, and what of it is not there."""
    home, way, folder, count = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
    os.environ |= {"HARKARA_HOME": str(home), "DJANGO_SETTINGS_MODULE": "harkara.settings"}
    import django

    django.setup()
    from django.conf import settings
    from django.utils import translation

    from harkara.newsroom.models import ArticlePage

    before = ArticlePage.objects.count()
    began, used = time.perf_counter(), time.process_time()
    with translation.override(settings.LANGUAGE_CODE):
        WAYS[way](folder)
    cost = {
        "seconds": time.perf_counter() - began,
        "processor": time.process_time() - used,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "before": before,
        "stories": ArticlePage.objects.count() - before,
        "missing": missing(way, count),
    }
    print(json.dumps(cost))
    return 0


if __name__ == "__main__":
    sys.exit(main())
