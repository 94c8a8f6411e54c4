"""The breaking line: one sentence above the whole paper, for as long as the desk said."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from harkara.newsroom.models.article import ArticlePage

LONGEST_LINE = 140
STANDING = 1


class BreakingLine(models.Model):
    """A line that the desk put above the paper; at most one stands, those before it are kept.

    It is `standing` until the clock, the desk, a newer line or the end of its story takes it away.
    """

    text = models.CharField(_("line"), max_length=LONGEST_LINE)
    # A line of a story never outlives it.
    article = models.ForeignKey(
        ArticlePage, verbose_name=_("story"), null=True, on_delete=models.CASCADE, related_name="+"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    set_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    # 1 while it stands and nothing afterwards: so the database lets one stand, and finds it.
    standing = models.PositiveSmallIntegerField(null=True, unique=True, default=STANDING)

    class Meta:
        verbose_name = _("breaking line")
        verbose_name_plural = _("breaking lines")

    def __str__(self) -> str:
        return self.text
