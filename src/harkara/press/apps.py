"""The press as a Django app."""

from django.apps import AppConfig


class PressConfig(AppConfig):
    """The press."""

    name = "harkara.press"
    label = "press"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let commits wake the workers, and send the patrol round by the worker's clock."""
        from harkara.press import bells, signals
        from harkara.press.patrol import Patrol
        from harkara.press.tasks import every_second

        signals.marked.connect(bells.ring)
        every_second.append(Patrol().step)
