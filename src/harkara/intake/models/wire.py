"""Wires: the agencies that send the paper their stories, and what they sent of each."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from harkara.intake.models.supplier import Supplier


class WireService(Supplier):
    """An agency whose stories come by a watched folder or are pushed to the paper's door."""

    slug = models.CharField(
        _("short name"),
        max_length=40,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z")],
        help_text=_(
            "Small Roman letters and digits, such as pti. Its folder and its door are named so."
        ),
    )
    photos = models.BooleanField(
        _("photos are fetched"),
        default=True,
        help_text=_("Pictures that a story names are fetched from the agency's address."),
    )
    active = models.BooleanField(_("is taken"), default=True)

    panels = [FieldPanel(n) for n in ("name", "slug", "credit", "section", "photos", "active")]

    class Meta(Supplier.Meta):
        verbose_name = _("wire")
        verbose_name_plural = _("wires")


class WireToken(models.Model):
    """A key to a wire's door; of the token itself only a hash is kept.

    `ended_at` is when it was revoked: from then on it opens nothing.
    """

    service = models.ForeignKey(WireService, on_delete=models.CASCADE, related_name="tokens")
    label = models.CharField(_("for what"), max_length=80, blank=True)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.service_id}: {self.label or self.made_at}"


class WireItem(models.Model):
    """The newest version that a wire sent of one of its items, or that it took the item back.

    It stays when the story goes: an item that was killed does not come back by an old delivery.
    """

    service = models.ForeignKey(WireService, on_delete=models.CASCADE, related_name="items")
    item_id = models.CharField(max_length=255)
    version = models.CharField(max_length=40, blank=True)
    version_at = models.DateTimeField(null=True)
    killed = models.BooleanField(default=False)
    # The photos that were kept of it by their ids, if it is a photo, alone or of a story.
    photo_ids = models.JSONField(default=list)
    # The photos of a story's newest version: what the wire calls each, and its id here.
    shown = models.JSONField(default=dict)
    came_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "item_id"], name="one_state_of_a_wire_item")
        ]

    def __str__(self) -> str:
        return f"{self.service_id}: {self.item_id} {self.version}"
