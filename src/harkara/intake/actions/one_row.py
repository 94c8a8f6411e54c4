"""One row: written in one statement, in the place of the row that is there already."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model


def keep_rows(rows: Sequence[Model], *, one_for: Sequence[str]) -> None:
    """Write rows of one model; each takes the place of the row with the same values of `one_for`.

    Those fields must be unique together. What a row does not say becomes the model's default. The
    rows need not have their ids afterwards.
    """
    if not rows:
        return
    model: Any = type(rows[0])
    fields = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    model.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=one_for,
        update_fields=[name for name in fields if name not in one_for],
    )
