"""Signing in at the newsroom."""

from hashlib import sha256
from typing import Any

from django import forms
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm

# So many wrong passwords for one name from one place, and the next has to wait.
MOST_WRONG = 5
WAIT_SECONDS = 5 * 60


class DeskLoginForm(LoginForm):
    """Wagtail's form, with the label that it leaves in English and a limit to guessing.

    The count is kept in the process's memory: nobody can fill the database by guessing, and who
    guesses from elsewhere does not shut the person out who knows the password.
    """

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")

    def clean(self) -> dict[str, Any]:
        """Check name and password; refuse unread what comes after too many wrong ones."""
        count = self._count()
        if cache.get(count, 0) >= MOST_WRONG:
            message = _("Too many wrong passwords. Wait five minutes, then try again.")
            raise forms.ValidationError(message, code="too_many")
        try:
            cleaned: dict[str, Any] = super().clean()
        except forms.ValidationError:
            cache.set(count, cache.get(count, 0) + 1, WAIT_SECONDS)
            raise
        cache.delete(count)
        return cleaned

    def _count(self) -> str:
        name = str(self.cleaned_data.get("username", "")).casefold()
        place = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        return f"newsroom-wrong-{sha256(f'{place} {name}'.encode()).hexdigest()}"
