"""The act of an address as a program asks for it, on a day."""

from django.http import Http404, HttpRequest
from django.utils import timezone

from documents.acts.views.days import RequestedDay, requested_day
from documents.acts.views.regulation import RegulationOnDay
from documents.models.regulations import RegulationPage


def act_on_day(request: HttpRequest, slug: str) -> tuple[RegulationOnDay, RequestedDay]:
    """The published act, and the day asked for; what is no day is today.

    Raises Http404.
    """
    found = RegulationPage.objects.live().public().for_reading().filter(slug=slug)
    act = found.first()
    if act is None:
        raise Http404
    asked = requested_day(request.GET.get("ngay"), timezone.localdate())
    return RegulationOnDay(act, asked.on), asked
