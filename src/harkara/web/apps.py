"""The readers' pages as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """What a browser can ask for."""

    name = "harkara.web"
    label = "web"

    def ready(self) -> None:
        """Fetch together what pages that are pressed together are made of."""
        from harkara.press.gathering import gatherers
        from harkara.web.gathering import gather

        gatherers.append(gather)
