"""A kill from the push to the reader: how long a story that its agency takes back is still shown.

A site runs with one worker; items are pushed over HTTP with a token, published, and taken back the
same way. Counted is from the push until the story's own address answers 410 or 404, until the front
page does not name it, and until the index does not find it.
"""

import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import quote

from bench.measuring.data import Data
from bench.measuring.figures import Figure
from bench.measuring.site import run
from bench.press_jobs.running import PATIENCE, Site, running

RUNS = 10
TARGET = 1.0
GONE = (404, 410)
BETWEEN_LOOKS = 0.01
TEXT = "नदी पर नया पुल बना और राह आसान हुई। "


def measure(_data: Data) -> Iterator[Figure]:
    """Give the seconds from the push of a kill until nobody sees the story, by the slowest run."""
    with tempfile.TemporaryDirectory(prefix="harkara-bench-") as folder:
        home = Path(folder)
        done = run(home, "init", "--name", "परख")
        assert done.returncode == 0, done.stderr
        os.environ |= {"HARKARA_HOME": str(home), "DJANGO_SETTINGS_MODULE": "harkara.settings"}
        import django

        django.setup()
        with running(home) as site:
            token = _token()
            spent = [_one(site, token, number) for number in range(RUNS)]
    for at, name in enumerate(("answered", "story", "front", "index")):
        times = [one[at] for one in spent]
        yield Figure(f"killed/push/{name}-p50", median(times), "s")
        yield Figure(f"killed/push/{name}-max", max(times), "s", target=TARGET)


def _one(site: Site, token: str, number: int) -> tuple[float, ...]:
    """Push, publish and take back one story; return when the push was answered and each forgot."""
    from django.db import connection

    from harkara.newsroom.actions import Publish, publish
    from harkara.newsroom.addresses import story_path
    from harkara.newsroom.models import ArticlePage

    headline = f"परख की खबर {9000 + number}"
    pushed = _push(site, token, _item(number, headline, "1", "usable"))
    article = ArticlePage.objects.get(number=pushed["items"][0]["number"])
    publish(Publish(article_id=article.pk))
    live = ArticlePage.objects.get(pk=article.pk)
    path = story_path(live.get_parent().slug, live.slug)
    search = f"/khoj/?q={quote(str(9000 + number))}"
    _until(lambda: headline in _get(site, path)[1], 0.0)
    _until(lambda: headline in _get(site, "/")[1], 0.0)
    _until(lambda: path in _get(site, search)[1], 0.0)
    connection.close()
    began = time.perf_counter()
    told = _push(site, token, _item(number, headline, "2", "canceled"))
    assert told["items"][0]["outcome"] == "killed", told
    return (
        time.perf_counter() - began,
        _until(lambda: _get(site, path)[0] in GONE, began),
        _until(lambda: headline not in _get(site, "/")[1], began),
        _until(lambda: path not in _get(site, search)[1], began),
    )


def _token() -> str:
    from django.utils import timezone

    from harkara.intake.actions.tokens import make_token
    from harkara.intake.models import WireService
    from harkara.newsroom.models import SectionPage

    section = SectionPage.objects.live().order_by("path")[0]
    service = WireService.objects.create(name="परख एजेंसी", slug="agency", section=section)
    return make_token(service, at=timezone.now())


def _item(number: int, headline: str, version: str, status: str) -> bytes:
    told = {
        "uri": f"urn:agency.example:{number}",
        "type": "text",
        "version": version,
        "pubstatus": status,
        "headlines": [{"value": headline}],
        "bodies": [{"contentType": "text/plain", "value": TEXT * 8 + str(number)}],
    }
    return json.dumps(told, ensure_ascii=False).encode()


def _push(site: Site, token: str, raw: bytes) -> dict[str, list[dict[str, str]]]:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    _status, said = _ask(site, "POST", "/intake/wires/agency/", raw, headers)
    told: dict[str, list[dict[str, str]]] = json.loads(said)
    return told


def _get(site: Site, path: str) -> tuple[int, str]:
    return _ask(site, "GET", path, None, {})


def _ask(
    site: Site, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
) -> tuple[int, str]:
    with closing(HTTPConnection("127.0.0.1", site.port, timeout=PATIENCE)) as connection:
        connection.request(method, quote(path, safe="/?=%&"), body=body, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def _until(so: Callable[[], bool], began: float) -> float:
    end = time.perf_counter() + PATIENCE
    while not so():
        assert time.perf_counter() < end
        time.sleep(BETWEEN_LOOKS)
    return time.perf_counter() - began
