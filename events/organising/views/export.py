"""The list as a file, narrowed as on the screen."""

from io import BytesIO

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from events.enums import Seen
from events.models import Registration
from events.organising import access_log
from events.organising.export import (
    attendees_filename,
    write_attendees_csv,
    write_attendees_xlsx,
)
from events.organising.permissions import EXPORT, event_for
from events.organising.views.bulk_actions import narrowed
from portal.file_names import saved_as

_WRITERS = {
    "xlsx": (
        write_attendees_xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "csv": (write_attendees_csv, "text/csv; charset=utf-8"),
}


@require_GET
def export_attendees(request: HttpRequest, event_id: int, kind: str) -> HttpResponse:
    event = event_for(request.user, event_id)
    if not request.user.has_perm(EXPORT):
        raise PermissionDenied
    if kind not in _WRITERS:
        raise Http404
    write, content_type = _WRITERS[kind]
    now = timezone.now()
    rows = Registration.objects.filter(event=event, forgotten_at=None)
    rows = list(narrowed(rows.order_by("sequence", "pk"), event, request.GET))
    access_log.note(
        Seen.EXPORT,
        user=request.user,
        event_id=event.pk,
        how_many=len(rows),
        now=now,
        asked=kind,
    )
    file = BytesIO()
    write(file, event, rows, now)
    name = attendees_filename(event, now, kind)
    return HttpResponse(
        file.getvalue(),
        content_type=content_type,
        headers={
            "Content-Disposition": saved_as(name),
            "X-Content-Type-Options": "nosniff",
        },
    )
