"""The audience as a Django app."""

from django.apps import AppConfig


class AudienceConfig(AppConfig):
    """Readers in, and word out to them."""

    name = "harkara.audience"
    label = "audience"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Give the worker's clock what the room does by it."""
        from harkara.audience.visitors.tasks import forget_visitors
        from harkara.press.tasks import every_second

        every_second.append(forget_visitors)
