"""Photos: an image with the words that must travel with it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition

from harkara.newsroom.models.whole import Whole


class Photo(Whole, AbstractImage):
    """A picture of the archive: what it shows, in words, and whose it is."""

    alt = models.CharField(
        _("what the picture shows"),
        max_length=250,
        help_text=_("One sentence, read out to readers who cannot see the picture."),
    )
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=120)

    admin_form_fields = (
        "title",
        "file",
        "alt",
        "caption",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    @property
    def default_alt_text(self) -> str:
        """What Wagtail shows for a reader who cannot see the picture."""
        return self.alt


class PhotoRendition(AbstractRendition):
    """One size of a photo."""

    image = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_spec"
            )
        ]
