"""Who may decide about comments."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

MAY = "audience.moderate_comment"
View = Callable[..., HttpResponse]


def may_moderate(request: HttpRequest) -> bool:
    """Say whether the person at the screen may decide about comments."""
    return request.user.has_perm(MAY)


def for_moderators(view: View) -> View:
    """Refuse everybody who may not decide about comments."""

    @wraps(view)
    def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not may_moderate(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checked


def login_of(request: HttpRequest) -> str:
    """Return by what name the trail knows the person at the screen."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user.get_username()
