"""Polls and their answers, with the tally."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from harkara.audience.polls.records import Stage
from harkara.newsroom.models import ArticlePage, SectionPage

MOST_QUESTION, MOST_WORDS = 200, 100
FEWEST, MOST = 2, 10
"""So few and so many answers may a poll have."""


class Poll(models.Model):
    """A question of the desk's: for a story, a section or the front, or for its own page alone.

    `stage` is how far the worker's clock has moved it. One that is `taken_off` is on no page, not
    even its own; one that is `put_away` is over and has left its section or the front. `moved` says
    that votes were counted which pages do not show yet.
    """

    question = models.CharField(_("question"), max_length=MOST_QUESTION)
    opens_at = models.DateTimeField(_("opens"))
    closes_at = models.DateTimeField(_("closes"))
    stage = models.CharField(max_length=7, choices=[(one.value, one.value) for one in Stage])
    story = models.ForeignKey(
        ArticlePage,
        to_field="number",
        db_column="story",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    section = models.ForeignKey(SectionPage, null=True, on_delete=models.SET_NULL, related_name="+")
    on_front = models.BooleanField(default=False)
    taken_off = models.BooleanField(default=False)
    put_away = models.BooleanField(default=False)
    moved = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["story", "-opens_at"], name="polls_of_a_story"),
            models.Index(
                fields=["section", "-opens_at"],
                condition=Q(put_away=False),
                name="polls_of_a_section",
            ),
            models.Index(
                fields=["-opens_at"],
                condition=Q(on_front=True, put_away=False),
                name="polls_of_the_front",
            ),
            models.Index(
                fields=["closes_at"], condition=~Q(stage="closed"), name="polls_not_closed"
            ),
            models.Index(
                fields=["closes_at"],
                condition=Q(stage="closed", put_away=False),
                name="polls_to_put_away",
            ),
            models.Index(fields=["id"], condition=Q(moved=True), name="polls_that_moved"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")), name="poll_closes_after_it_opens"
            )
        ]
        permissions = [("manage_poll", "Can make polls and decide about votes")]
        default_permissions = ()
        verbose_name = _("poll")
        verbose_name_plural = _("polls")

    def __str__(self) -> str:
        return self.question


class Choice(models.Model):
    """One answer, and how many votes for it count and how many are set aside."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="choices")
    place = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=MOST_WORDS)
    counted = models.PositiveBigIntegerField(default=0)
    aside = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ["poll", "place"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "place"], name="one_answer_at_a_place"),
            models.CheckConstraint(
                condition=Q(place__gte=1, place__lte=MOST), name="answer_stands_at_a_place"
            ),
        ]
        default_permissions = ()

    def __str__(self) -> str:
        return self.words
