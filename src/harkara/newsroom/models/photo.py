"""Photos: an image with the words that must travel with it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition

from harkara.newsroom.models.whole import Whole
from harkara.newsroom.showcase import name_for

# Below the media folder.
RENDITIONS = "renditions"


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
    """One size of a photo; the desk's, until a readers' page shows it (see `showcase`)."""

    image = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_spec"
            )
        ]

    def get_upload_to(self, filename: str) -> str:
        """Keep the file where only the desk can look."""
        return f"{RENDITIONS}/{self.file.field.storage.get_valid_name(filename)}"

    def shown_as(self, photo: Photo) -> str:
        """Return the name in the showcase of this rendition of a photo."""
        return name_for(
            self.file.name, photo.file.name, photo.file_hash, self.filter_spec, self.focal_point_key
        )


class PhotoInDoubt(models.Model):
    """A photo that readers may have lost the right to see; the press's worker finds out."""

    photo_id = models.BigIntegerField(primary_key=True)

    def __str__(self) -> str:
        return str(self.photo_id)
