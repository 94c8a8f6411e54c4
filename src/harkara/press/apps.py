"""The press as a Django app."""

from django.apps import AppConfig


class PressConfig(AppConfig):
    """The press."""

    name = "harkara.press"
    label = "press"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let every commit that makes pages stale wake the workers."""
        from harkara.press import bells, signals

        signals.marked.connect(bells.ring)
