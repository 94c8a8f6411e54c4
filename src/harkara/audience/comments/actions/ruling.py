"""Rules: what may be said in a section, and closing what the clock says is over."""

from datetime import datetime, timedelta

from django.db import transaction

from harkara.audience.comments import keys
from harkara.audience.comments.models import SectionRule
from harkara.audience.comments.records import Mode
from harkara.newsroom import queries as newsroom
from harkara.press.actions import mark_stale

CLOSED_AT_ONCE = 500
"""So many stories are closed in one turn of the clock."""


def set_rule(section_id: int, mode: Mode, days: int | None, *, at: datetime) -> None:
    """Say when comments in a section are looked at, and after how many days a story is closed."""
    before = at - timedelta(days=days) if days else None
    with transaction.atomic():
        SectionRule.objects.update_or_create(
            section_id=section_id,
            defaults={"mode": mode.value, "days": days, "closed_before": before},
        )
        mark_stale([keys.rule(section_id)])


def close_old_threads(at: datetime) -> int:
    """Close the stories whose days are over, and return how many those are.

    A page is told by its own key that it is closed; how far that has come is kept with the rule.
    """
    closed = 0
    for rule in SectionRule.objects.filter(days__isnull=False).order_by("pk"):
        closed += _close(rule, at - timedelta(days=rule.days or 0))
    return closed


def _close(rule: SectionRule, before: datetime) -> int:
    with transaction.atomic():
        mine = SectionRule.objects.select_for_update(skip_locked=True).filter(pk=rule.pk).first()
        if mine is None or mine.days != rule.days:
            return 0
        over = newsroom.published_between(
            mine.section_id, mine.closed_before, before, CLOSED_AT_ONCE
        )
        if not over:
            return 0
        mark_stale(keys.count(number) for number, _ in over)
        mine.closed_before = over[-1][1]
        mine.save(update_fields=["closed_before"])
    return len(over)
