"""Topics: the people, places, organisations, events and things the news is about."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from harkara.newsroom.models.whole import Whole
from harkara.text.slug import slug


class Topic(Whole, index.Indexed, models.Model):
    """A topic with a page and a timeline of its own."""

    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        PLACE = "place", _("place")
        ORGANISATION = "organisation", _("organisation")
        EVENT = "event", _("event")
        THING = "thing", _("thing")

    name = models.CharField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(
        _("address"), max_length=80, unique=True, blank=True, help_text=_("Made from the name.")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    aliases = models.TextField(
        _("other names"),
        blank=True,
        help_text=_("One on each line, in Devanagari or in Roman letters."),
    )
    description = models.TextField(_("description"), blank=True)

    panels = [FieldPanel(name) for name in ("name", "kind", "aliases", "description", "slug")]
    search_fields = [
        index.SearchField("name"),
        index.SearchField("aliases"),
        index.AutocompleteField("name"),
    ]

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self) -> str:
        return self.name

    @property
    def alias_list(self) -> tuple[str, ...]:
        """The other names, in the order the desk wrote them."""
        return tuple(line.strip() for line in self.aliases.splitlines() if line.strip())

    def clean(self) -> None:
        """Give a topic without an address one made from the name."""
        super().clean()
        self.slug = self.slug or slug(self.name)
