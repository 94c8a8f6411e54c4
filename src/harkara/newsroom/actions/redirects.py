"""Keeping old addresses: where one leads that is not in use any more."""

from wagtail.contrib.redirects.models import Redirect


def redirect(old_path: str, new_path: str) -> None:
    """Let an old address, and what led to it, lead to the new one.

    An address that is in use again leads nowhere.
    """
    old, new = map(Redirect.normalise_path, (old_path, new_path))
    Redirect.objects.filter(old_path=new).delete()
    Redirect.objects.filter(redirect_link=old_path).update(redirect_link=new_path)
    Redirect.objects.update_or_create(
        old_path=old, site=None, defaults={"redirect_link": new_path, "is_permanent": True}
    )
