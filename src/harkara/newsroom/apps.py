"""The newsroom as a Django app."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """The desk and its stories."""

    name = "harkara.newsroom"
    label = "newsroom"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hang the consequences on Wagtail's signals, and the schedule on the worker's clock."""
        from harkara.newsroom import receivers, tasks
        from harkara.press.tasks import every_second

        receivers.connect()
        every_second.append(tasks.keep_the_clock)
