"""Near answers while somebody types, for the page's script."""

from dataclasses import asdict
from datetime import timedelta

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from portal import guard
from portal.guard.read_limit import too_often
from portal.guard.responses import secret, try_later
from questions.forms import LONGEST
from questions.similar import similar

PER_READER = guard.Limit(120, timedelta(minutes=5))


@require_GET
def suggestions(request: HttpRequest) -> HttpResponse:
    """`{"answers": [{"title", "short_answer", "url"}]}`, three at most.

    What is typed is kept nowhere: not in a cache either.
    """
    now = timezone.now()
    if wait := too_often("question-suggest", request, now, PER_READER):
        return try_later(JsonResponse({"answers": []}), wait, status=429)
    typed = request.GET.get("q", "").replace("\0", "")[:LONGEST]
    found = [asdict(one) for one in similar(typed)]
    return secret(JsonResponse({"answers": found}))
