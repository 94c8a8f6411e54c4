"""Wagtail's index of what refers to what, written as Wagtail would write it."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Model
from wagtail.models import ReferenceIndex

from harkara.press.tables import Table


class References:
    """The references out of one kind of thing."""

    def __init__(self, model: type[Model]) -> None:
        self.table = Table(ReferenceIndex)
        base = (model, *model._meta.get_parent_list())[-1]
        self._from = {
            "content_type_id": ContentType.objects.get_for_model(model).pk,
            "base_content_type_id": ContentType.objects.get_for_model(base).pk,
        }
        self._types: dict[type[Any], int] = {}
        self._hash = ReferenceIndex._meta.get_field("content_path_hash")

    def add(self, pk: int, path: str, to: object, *, model_path: str = "") -> None:
        """Note that the thing refers at this path to another, a model and its id or an object."""
        model, to_pk = to if isinstance(to, tuple) else (type(to), to.pk)  # type: ignore[attr-defined]
        hashed = ReferenceIndex._get_content_path_hash(path)
        self.table.add(
            **self._from,
            object_id=str(pk),
            to_content_type_id=self._type_of(model),
            to_object_id=str(to_pk),
            model_path=model_path or path,
            content_path=path,
            content_path_hash=self._hash.get_db_prep_value(hashed, connection),
        )

    def _type_of(self, model: type[Model]) -> int:
        if model not in self._types:
            self._types[model] = ContentType.objects.get_for_model(model).pk
        return self._types[model]
