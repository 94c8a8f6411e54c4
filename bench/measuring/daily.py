"""Copy of the day, taken in for a bench: feeds from a server on this machine, wires from a folder.

    python -m bench.measuring.daily HOME feeds COUNT FOLDER

takes the files of FOLDER (`write_feeds`, `write_wires`) into a founded home, in a process of its
own so that its memory is that of this alone, and prints one JSON object. Only the bench may ask
this machine: the fetcher's rule and its finder of names are handed in, as they are nowhere else.
"""

import ipaddress
import json
import os
import resource
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from harkara.intake.fetching import Fetcher
    from harkara.intake.models import WireService

A_FEED = 100
"""So many items a feed holds."""
HERE = ipaddress.ip_address("127.0.0.1")


def write_feeds(folder: Path, count: int) -> list[Path]:
    """Write feeds (RSS 2.0) of so many stories, each of A_FEED; the same count, the same feeds."""
    stories, paths = list(_stories(count)), []
    for first in range(0, count, A_FEED):
        path = folder / f"{first // A_FEED:05}.xml"
        items = "".join(_item(first + at, one) for at, one in enumerate(stories[first:][:A_FEED]))
        head = "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        path.write_text(f"{head}<channel><title>परख</title>{items}</channel></rss>", "utf-8")
        paths.append(path)
    return paths


def write_wires(folder: Path, count: int) -> list[Path]:
    """Write so many items (ninjs 2.0), each in a file that has lain there for a while."""
    paths = []
    for at, (headline, paragraphs) in enumerate(_stories(count)):
        path = folder / f"{at:06}.json"
        told = {
            "uri": f"urn:agency.example:{at}",
            "type": "text",
            "version": "1",
            "versioncreated": "2026-11-24T12:00:00+05:30",
            "headlines": [{"value": headline}],
            "bodies": [{"contentType": "text/plain", "value": "\n".join(paragraphs)}],
        }
        path.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        os.utime(path, (0, 1_700_000_000 + at))
        paths.append(path)
    return paths


def _stories(count: int) -> Iterator[tuple[str, list[str]]]:
    from bench.measuring.exports import headline_of
    from bench.measuring.made_up import stories
    from harkara.demo.stories import read

    texts = [
        block.holds["text"]
        for told in read().stories
        for block in told.body
        if block.kind == "paragraph"
    ]
    for at, text in enumerate(stories(texts, count)):
        yield f"{headline_of(at)} {at}", text.split("\n")


def _item(at: int, story: tuple[str, list[str]]) -> str:
    headline, paragraphs = story
    html = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    return (
        f"<item><guid>{at}</guid><title>{escape(headline)}</title>"
        f"<link>https://khabar.example/{at}</link>"
        f"<content:encoded><![CDATA[{html}]]></content:encoded></item>"
    )


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
    take_from_folder(service, _nobody(), timezone.now())


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


def _agency() -> "WireService":
    from harkara.intake.models import WireService

    made, _new = WireService.objects.get_or_create(slug="agency", defaults={"name": "परख एजेंसी"})
    return made


def _nobody() -> "Fetcher":
    """Return a fetcher that may reach nothing: these items name no photos."""
    from harkara.intake.fetching import Fetcher

    return Fetcher("Harkara bench", rule=lambda _address, _port: False)


WAYS = {"feeds": take_feeds, "folder": take_folder, "push": take_pushes}


def main() -> int:
    """Take in what lies in a folder and print what it cost, and how many stories it made."""
    home, way, folder = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    os.environ |= {"HARKARA_HOME": str(home), "DJANGO_SETTINGS_MODULE": "harkara.settings"}
    import django

    django.setup()
    from django.conf import settings
    from django.utils import translation

    from harkara.newsroom.models import ArticlePage

    began, used = time.perf_counter(), time.process_time()
    with translation.override(settings.LANGUAGE_CODE):
        WAYS[way](folder)
    cost = {
        "seconds": time.perf_counter() - began,
        "processor": time.process_time() - used,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "stories": ArticlePage.objects.count(),
    }
    print(json.dumps(cost))
    return 0


if __name__ == "__main__":
    sys.exit(main())
