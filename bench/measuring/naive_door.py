"""What one would write first: views that add a row for each vote, and for each comment."""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from harkara.audience.models import Choice, Comment, Crowd, Vote
from harkara.urls import handler400, handler403, handler404, handler500
from harkara.urls import urlpatterns as ours

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@csrf_exempt
def vote(request: HttpRequest, number: int) -> HttpResponse:
    """Take a vote in the request, as the ORM does it; nothing is signed, and no work asked for."""
    now, choice = timezone.now(), int(request.POST["choice"])
    try:
        with transaction.atomic():
            crowd, _made = Crowd.objects.get_or_create(
                poll_id=number,
                network=request.META["REMOTE_ADDR"],
                defaults={"first_at": now, "last_at": now},
            )
            Vote.objects.create(digest=request.POST["digest"], crowd=crowd, choice=choice, at=now)
            Choice.objects.filter(poll=number, place=choice).update(counted=F("counted") + 1)
    except IntegrityError:
        return HttpResponse(status=409)
    return HttpResponse(status=303, headers={"Location": f"/matdan/{number}/"})


@csrf_exempt
def say(request: HttpRequest, number: int) -> HttpResponse:
    """Save a comment in the request, as the ORM does it; nothing else is done."""
    Comment.objects.create(
        story_id=number,
        name=request.POST["name"],
        text=request.POST["text"],
        written_at=timezone.now(),
    )
    return HttpResponse(status=303, headers={"Location": f"/tippani/{number}/"})


urlpatterns = [
    path("naive/<int:number>/", vote),
    path("naive/tippani/<int:number>/", say),
    *ours,
]
