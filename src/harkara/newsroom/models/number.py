"""The permanent numbers of stories."""

from django.db import models, transaction
from django.db.models import F


class NumberSeries(models.Model):
    """The last number given out: one row."""

    last = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_number_series")]

    def __str__(self) -> str:
        return str(self.last)


def next_number() -> int:
    """Give out the next story number; a number given out is never given again."""
    with transaction.atomic():
        NumberSeries.objects.get_or_create(pk=1)
        NumberSeries.objects.filter(pk=1).update(last=F("last") + 1)
        return NumberSeries.objects.get(pk=1).last
