"""Intake as a Django app."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Stories in."""

    name = "harkara.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"
