"""Forgetting: what a reader wrote where a story comes from goes at her wish, here as well."""

from collections.abc import Callable

from django.db import transaction

from harkara.intake.models import KeptComment


def forget_comments(number: int, is_it: Callable[[str], bool]) -> int:
    """Empty those comments of a story whose origin `is_it` knows; return how many those were.

    They keep their place, so that another run of the same archive does not bring them back.
    """
    with transaction.atomic():
        kept = KeptComment.objects.filter(article__number=number)
        gone = [one.pk for one in kept if is_it(one.origin)]
        return KeptComment.objects.filter(pk__in=gone).update(
            author="", email="", url="", ip="", text="", status=KeptComment.ERASED
        )
