"""Who may make polls and decide about votes."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

MAY = "audience.manage_poll"
View = Callable[..., HttpResponse]


def may_manage(request: HttpRequest) -> bool:
    """Say whether the person at the screen may make polls and decide about votes."""
    return request.user.has_perm(MAY)


def for_managers(view: View) -> View:
    """Refuse everybody who may not make polls."""

    @wraps(view)
    def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not may_manage(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checked


def login_of(request: HttpRequest) -> str:
    """Return by what name the trail knows the person at the screen."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user.get_username()
