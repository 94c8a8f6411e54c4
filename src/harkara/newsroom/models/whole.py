"""Changes that happen wholly or not at all: with their consequences, in one transaction."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from harkara.newsroom.addresses import RESERVED

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Whole:
    """Beside a model: its save and its delete are each one transaction, signals and all."""

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the row, with its consequences."""
        super().save(*args, **kwargs)  # type: ignore[misc]  # the model's, beside this class

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete the row, with its consequences."""
        deleted: tuple[int, dict[str, int]]
        deleted = super().delete(*args, **kwargs)  # type: ignore[misc]  # likewise
        return deleted


class WholePage(Page):
    """A page whose publish, unpublish, move and delete are each one transaction, as its save is.

    Wagtail opens none when it publishes. Whoever publishes, by whichever door, what our receivers
    write (the reader's copy, the stale pages) stands or falls with it.
    """

    # Readers' pages are made by the press, from what is live. A story can be previewed.
    preview_modes: ClassVar[list[tuple[str, "StrOrPromise"]]] = []

    class Meta:
        abstract = True

    @transaction.atomic
    def publish(self, *args: Any, **kwargs: Any) -> object:
        """Publish a revision, with its consequences."""
        return super().publish(*args, **kwargs)

    @transaction.atomic
    def unpublish(self, *args: Any, **kwargs: Any) -> object:
        """Take the page off the site, with the consequences."""
        return super().unpublish(*args, **kwargs)

    @transaction.atomic
    def move(self, *args: Any, **kwargs: Any) -> object:
        """Move the page in the tree, with the consequences."""
        return super().move(*args, **kwargs)

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> object:
        """Delete the page, with the consequences."""
        return super().delete(*args, **kwargs)


def refuse_reserved(slug: str) -> None:
    """Raise ValidationError for an address that another kind of page already uses."""
    if slug in RESERVED:
        message = _("“%(slug)s” is kept for the site itself.")
        raise ValidationError({"slug": message % {"slug": slug}})
