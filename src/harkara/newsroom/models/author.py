"""Authors: the people whose names stand over stories."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from harkara.newsroom.models.photo import Photo
from harkara.newsroom.models.whole import Whole
from harkara.text.slug import slug


class Author(Whole, index.Indexed, models.Model):
    """A member of the staff or a regular writer, with a page of their own."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("address"), max_length=80, unique=True, blank=True, help_text=_("Made from the name.")
    )
    role = models.CharField(_("role"), max_length=120, blank=True)
    bio = models.TextField(_("about"), blank=True)
    photo = models.ForeignKey(
        Photo, verbose_name=_("photo"), null=True, blank=True, on_delete=models.SET_NULL
    )

    panels = [FieldPanel(name) for name in ("name", "role", "bio", "photo", "slug")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Give an author without an address one made from the name."""
        super().clean()
        self.slug = self.slug or slug(self.name)
