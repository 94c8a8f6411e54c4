"""The service worker that keeps stories for reading without a network, and the paper as an app.

Its script stands at the root of the site, for that is how far a worker reaches. What it has to know
of the paper is written above it; its version is a hash of that and of itself, so a browser takes a
new one when anything changed, and drops what the old one had laid by.
"""

import json
from hashlib import sha256

from django.conf import settings
from django.utils.translation import gettext

from harkara.newsroom.addresses import KEPT, WITHDRAWN, fragment_path
from harkara.newsroom.records import Site
from harkara.web import assets

WORKER = "/sw.js"
MANIFEST = "/manifest.webmanifest"
FOLDER = assets.STATIC / "worker"
# Paper and ink of `tokens.css`.
GROUND, THEME = "#ffffff", "#b3101c"


def worker() -> str:
    """Return the worker's script; one that clears everything away where the site wants none."""
    if not settings.WEB_OFFLINE:
        return assets.plain((FOLDER / "none.js").read_text(encoding="utf-8"))
    code = assets.plain((FOLDER / "worker.js").read_text(encoding="utf-8"))
    paper = {
        "shell": [assets.address(name) for name in ("site.css", "site.js", "icon.svg")],
        "kept": f"/{KEPT}/",
        "withdrawn": fragment_path(WITHDRAWN),
        "language": settings.LANGUAGE_CODE,
        "old": gettext("You are offline; this page is of %(when)s."),
        "absent": gettext("You are offline, and this page is not kept on this phone."),
        "more": gettext("Kept stories"),
    }
    said = json.dumps(paper, ensure_ascii=False, separators=(",", ":"))
    version = sha256(f"{said}{code}".encode()).hexdigest()[:12]
    return f'const PAPER = {said};\nconst VERSION = "{version}";\n{code}'


def manifest(site: Site) -> str:
    """Return what a phone asks before it puts the paper among its apps, as JSON."""
    png, svg = assets.address("icon.png"), assets.address("icon.svg")
    said = {
        "id": "/",
        "name": site.name,
        "short_name": site.name,
        "description": site.tagline,
        "lang": site.language,
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": GROUND,
        "theme_color": THEME,
        "icons": [
            {"src": png, "sizes": "512x512", "type": "image/png"},
            {"src": png, "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
            {"src": svg, "sizes": "any", "type": "image/svg+xml"},
        ],
    }
    return json.dumps(said, ensure_ascii=False)
