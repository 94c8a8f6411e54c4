"""The web application: pressed pages first, Django for the rest."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "harkara.settings")
django_application = get_wsgi_application()

from harkara.newsroom.addresses import BY_OLD_ID, VIEWS  # noqa: E402 (Django must be set up first)
from harkara.press import stores  # noqa: E402
from harkara.press.bodies import Bodies  # noqa: E402
from harkara.press.door import Door  # noqa: E402
from harkara.press.front import Front  # noqa: E402
from harkara.press.media import Media  # noqa: E402
from harkara.press.processors import Anywhere  # noqa: E402
from harkara.press.proxies import Proxies  # noqa: E402
from harkara.web import edition, views_door  # noqa: E402
from harkara.web.headers import READER_HEADERS  # noqa: E402
from harkara.web.views import away  # noqa: E402
from harkara.web.voting import Voting  # noqa: E402

edition.lay()
application = Front(
    stores.current(),
    Proxies(
        Bodies(Voting(Door(Anywhere(django_application), away.application)), away.application),
        settings.HARKARA.proxies,
    ),
    READER_HEADERS,
    # Renditions only: originals and documents are the desk's.
    Media(settings.HARKARA.media, ["images"]),
    settings.HARKARA.cache,
    asks=BY_OLD_ID,
    beside={VIEWS: Proxies(views_door.application, settings.HARKARA.proxies)},
)
