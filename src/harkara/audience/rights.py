"""Who at the desk may do what with what readers say."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


class Right:
    """A permission of Django's, by its full name (`audience.manage_poll`)."""

    def __init__(self, permission: str) -> None:
        self._permission = permission

    def is_held(self, request: HttpRequest) -> bool:
        """Say whether the person at the screen has it."""
        return request.user.has_perm(self._permission)

    def needed(self, view: View) -> View:
        """Let a view refuse everybody who has it not."""

        @wraps(view)
        def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not self.is_held(request):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return checked


def login_of(request: HttpRequest) -> str:
    """Return by what name a trail knows the person at the screen."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user.get_username()
