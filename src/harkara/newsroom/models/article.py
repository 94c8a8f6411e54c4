"""Stories, with their bylines and corrections."""

from datetime import datetime
from enum import StrEnum
from typing import Any, cast

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from harkara.newsroom.blocks import BodyBlock
from harkara.newsroom.forms import ArticleForm
from harkara.newsroom.kinds import StoryKind
from harkara.newsroom.models.author import Author
from harkara.newsroom.models.number import next_number
from harkara.newsroom.models.photo import Photo
from harkara.newsroom.models.section import SectionPage
from harkara.newsroom.models.topic import Topic
from harkara.newsroom.models.whole import WholePage
from harkara.text.slug import slug


class State(StrEnum):
    """Where a story stands, in the desk's words."""

    DRAFT = "draft"
    EMBARGOED = "embargoed"
    SCHEDULED = "scheduled"
    LIVE = "live"
    WITHDRAWN = "withdrawn"


class ArticlePage(WholePage):
    """A story. Its title is the headline; its parent is its section, or the desk's tray."""

    Kind = StoryKind
    slug: str  # Wagtail's field
    number = models.PositiveBigIntegerField(unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.NEWS)
    standfirst = models.TextField(_("standfirst"), blank=True, max_length=500)
    dateline = models.CharField(_("dateline"), max_length=80, blank=True)
    picture = models.ForeignKey(
        Photo,
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    topics = ParentalManyToManyField(Topic, verbose_name=_("topics"), blank=True)
    address_words = models.CharField(
        _("words of the address"),
        max_length=80,
        blank=True,
        help_text=_("Leave empty to have them made from the headline. Old addresses keep working."),
    )
    embargo_until = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_("The source does not allow it to be published before this time."),
    )
    source_name = models.CharField(_("source"), max_length=120, blank=True)
    source_credit = models.CharField(_("credit line"), max_length=200, blank=True)
    source_url = models.URLField(
        _("canonical address"),
        max_length=500,
        blank=True,
        help_text=_("Where the story was first published, for a syndicated copy."),
    )

    preview_modes = [("", _("As readers see it"))]
    base_form_class = ArticleForm
    content_panels = [
        FieldPanel("section"),
        FieldPanel("title", heading=_("Headline"), classname="title"),
        FieldPanel("standfirst"),
        InlinePanel("bylines", label=_("Byline")),
        FieldPanel("dateline"),
        FieldPanel("picture"),
        FieldPanel("body"),
        FieldPanel("topics"),
        HelpPanel(
            template="newsroom/admin/suggestions/link.html",
            heading=_("Suggestions"),
            icon="pick",
        ),
        InlinePanel("corrections", label=_("Correction")),
    ]
    promote_panels = [
        FieldPanel("kind"),
        FieldPanel("address_words"),
        MultiFieldPanel(
            [FieldPanel("source_name"), FieldPanel("source_credit"), FieldPanel("source_url")],
            heading=_("Source"),
        ),
    ]
    settings_panels = [FieldPanel("embargo_until"), *WholePage.settings_panels]
    search_fields = [
        *WholePage.search_fields,
        index.SearchField("standfirst"),
        index.FilterField("number"),
    ]
    parent_page_types = ["newsroom.SectionPage", "newsroom.DeskPage"]
    subpage_types: list[str] = []
    exclude_fields_in_copy = ["number", "address_words"]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Name the story before it is checked."""
        self.name_address()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        """Name the story before it is kept as a draft."""
        self.name_address()
        super().minimal_clean()

    def name_address(self) -> None:
        """Give the story its number once, and the slug that ends in it.

        The words follow the headline until the story has been on the site; then only an editor
        changes them.
        """
        if self.number is None:
            self.number = next_number()
        ending = f"-{self.number}"
        if self.address_words:
            words = slug(self.address_words)
        elif self.first_published_at and self.slug.endswith(ending):
            words = self.slug.removesuffix(ending)
        else:
            words = slug(self.title)
        self.slug = words + ending

    def serve_preview(self, _request: HttpRequest, _mode: str) -> HttpResponse:
        """Show the editor the story as readers would see it; the readers' room draws it."""
        draw = import_string(settings.NEWSROOM_STORY_PREVIEW)
        return cast("HttpResponse", draw(self))

    @property
    def section(self) -> SectionPage | None:
        """The section the story stands in; None in the desk's tray."""
        return SectionPage.objects.parent_of(self).first() if self.path else None

    @property
    def status_string(self) -> str:
        """What Wagtail's lists call the story's state; an embargo is a state of its own."""
        held = self.state() == State.EMBARGOED
        return str(_("under embargo")) if held else str(super().status_string)

    def state(self, at: datetime | None = None) -> State:
        """Return where the story stands at a time (now, unless told)."""
        at = at or timezone.now()
        if self.live:
            return State.LIVE
        if self.embargo_until and self.embargo_until > at:
            return State.EMBARGOED
        if self.go_live_at and self.approved_schedule:
            return State.SCHEDULED
        return State.WITHDRAWN if self.first_published_at else State.DRAFT


class Byline(Orderable):
    """One name over a story: an author's, or a guest's."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(
        Author,
        verbose_name=_("author"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    guest = models.CharField(_("guest's name"), max_length=120, blank=True)

    panels = [FieldPanel("author"), FieldPanel("guest")]

    class Meta:
        # What code adds has no place of its own, only its turn.
        ordering = ("sort_order", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(author__isnull=False, guest="")
                | models.Q(author__isnull=True) & ~models.Q(guest=""),
                name="author_or_guest",
                violation_error_message=_("Choose an author or write a guest's name, not both."),
            )
        ]
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")

    def __str__(self) -> str:
        return self.guest or str(self.author)


class CorrectionNote(Orderable):
    """What the story said wrongly, shown with its date at the story's foot."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="corrections")
    text = models.TextField(_("what was corrected"), max_length=600)
    corrected_at = models.DateTimeField(_("corrected at"), default=timezone.now)

    panels = [FieldPanel("text"), FieldPanel("corrected_at")]

    class Meta:
        ordering = ("sort_order", "corrected_at", "pk")
        indexes = [models.Index(fields=["-corrected_at", "-id"], name="newest_corrections")]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return self.text
