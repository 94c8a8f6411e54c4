"""Kinds of stories, for those too who read an archive without the newsroom's tables."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class StoryKind(TextChoices):
    """What a story is, as the desk says it."""

    NEWS = "news", _("news")
    REPORT = "report", _("report")
    OPINION = "opinion", _("opinion")
    EXPLAINER = "explainer", _("explainer")
    INTERVIEW = "interview", _("interview")
    GALLERY = "gallery", _("gallery")
    VIDEO = "video", _("video")
