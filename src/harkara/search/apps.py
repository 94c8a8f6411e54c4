"""Search as a Django app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The engine that finds stories."""

    name = "harkara.search"
    label = "search"
    default_auto_field = "django.db.models.BigAutoField"
