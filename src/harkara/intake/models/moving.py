"""Moving in: how far an archive has moved, and what a person should know of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from harkara.newsroom.models import ArticlePage, InfoPage, Photo


class Move(models.Model):
    """One export that moves in. `after` is the place in its file from where the work goes on.

    `compared` is the last story of its source that was compared with earlier ones, by the id of the
    row that knows it.
    """

    source_kind = models.CharField(_("source"), max_length=12)
    source_key = models.CharField(_("site"), max_length=200)
    mark = models.CharField(max_length=80)
    file_name = models.CharField(_("file"), max_length=255)
    after = models.BigIntegerField(default=0)
    stories = models.PositiveIntegerField(_("stories in the file"), default=0)
    counts = models.JSONField(_("what became of them"), default=dict)
    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"), null=True)
    compared = models.BigIntegerField(default=0)
    compared_at = models.DateTimeField(_("compared"), null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source_kind", "source_key", "mark"], name="one_move_a_file"
            )
        ]
        ordering = ["-started_at", "-pk"]
        verbose_name = _("move")
        verbose_name_plural = _("moves")

    def __str__(self) -> str:
        return f"{self.source_key}: {self.file_name}"


class MoveNote(models.Model):
    """One line of the report on a move: what was changed, left out, or needs a person."""

    class Kind(models.TextChoices):
        PERSON = "person", _("needs a person")
        SKIPPED = "skipped", _("left out")
        CHANGED = "changed", _("changed")

    move = models.ForeignKey(Move, on_delete=models.CASCADE, related_name="notes")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    line = models.BigIntegerField(_("line"), default=0)
    foreign_id = models.CharField(_("id there"), max_length=255, blank=True)
    title = models.CharField(_("title"), max_length=255, blank=True)
    article = models.ForeignKey(
        ArticlePage, verbose_name=_("story"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    message = models.TextField()
    values = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["move", "kind", "id"], name="notes_of_a_move")]
        verbose_name = _("note on a move")
        verbose_name_plural = _("notes on a move")

    def __str__(self) -> str:
        return f"{self.move_id} {self.kind}: {self.title}"


class KeptComment(models.Model):
    """What a reader wrote below a story where it comes from, with its place in the thread."""

    source_kind = models.CharField(max_length=12)
    source_key = models.CharField(max_length=200)
    foreign_id = models.CharField(max_length=255)
    article = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="kept_comments")
    parent_id = models.CharField(max_length=255, blank=True)
    author = models.TextField(blank=True)
    email = models.TextField(blank=True)
    url = models.TextField(blank=True)
    ip = models.TextField(blank=True)
    status = models.CharField(max_length=40)
    text = models.TextField()
    written_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source_kind", "source_key", "foreign_id"], name="one_comment_a_foreign_id"
            )
        ]
        verbose_name = _("kept comment")
        verbose_name_plural = _("kept comments")

    ERASED = "erased"
    """The status of one that was erased at a reader's wish: it keeps its place and says nothing."""

    def __str__(self) -> str:
        return f"{self.author}: {self.text[:40]}"

    @property
    def is_erased(self) -> bool:
        """Whether a reader had it erased."""
        return self.status == self.ERASED

    @property
    def origin(self) -> str:
        """What the comment is called wherever it goes: its source, and its id there."""
        return f"{self.source_kind} {self.source_key} {self.foreign_id}"

    @property
    def parent_origin(self) -> str:
        """The origin of the comment it answers, "" if it answers none."""
        return f"{self.source_kind} {self.source_key} {self.parent_id}" if self.parent_id else ""


class LooseReference(models.Model):
    """A reference in a story that moved in, until the story it leads to is looked for."""

    move = models.ForeignKey(Move, on_delete=models.CASCADE, related_name="+")
    article = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="+")
    block = models.CharField(max_length=36)
    url = models.TextField(blank=True)
    text = models.TextField()

    def __str__(self) -> str:
        return f"{self.article_id}: {self.text[:40]}"


class ForeignPhoto(models.Model):
    """What a source calls one photo of ours: its id there or its address."""

    source_kind = models.CharField(max_length=12)
    source_key = models.CharField(max_length=200)
    foreign_id = models.CharField(max_length=700)
    photo = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source_kind", "source_key", "foreign_id"], name="one_photo_a_foreign_id"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_key}: {self.foreign_id}"


class ForeignPage(models.Model):
    """What a source calls one page about the paper, and how its newest version looked."""

    source_kind = models.CharField(max_length=12)
    source_key = models.CharField(max_length=200)
    foreign_id = models.CharField(max_length=255)
    page = models.ForeignKey(InfoPage, on_delete=models.CASCADE, related_name="+")
    fingerprint = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source_kind", "source_key", "foreign_id"], name="one_page_a_foreign_id"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_key}: {self.foreign_id}"
