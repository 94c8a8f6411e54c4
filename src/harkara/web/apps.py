"""The readers' pages as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """What a browser can ask for."""

    name = "harkara.web"
    label = "web"

    def ready(self) -> None:
        """Fetch together what pages pressed together are made of; let word pass between rooms."""
        from harkara.audience.comments.signals import erased
        from harkara.press.gathering import gatherers
        from harkara.web.gathering import gather
        from harkara.web.passing import forget_where_it_came_from

        erased.connect(forget_where_it_came_from)

        gatherers.append(gather)
