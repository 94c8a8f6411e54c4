"""What one would write first: a view that adds a row for each vote, and one to its answer."""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from harkara.audience.models import Choice, Crowd, Vote
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


urlpatterns = [path("naive/<int:number>/", vote), *ours]
