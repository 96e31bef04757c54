"""The list as a file, narrowed as on the screen, with the columns somebody chose."""

from collections.abc import Collection
from io import BytesIO

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET
from wagtail.admin import messages

from events.enums import Seen
from events.models import EventPage, Registration
from events.organising import access_log
from events.organising.columns import (
    FURTHER,
    STANDARD,
    Column,
    answers,
    consents,
    offered,
    remember,
    remembered,
)
from events.organising.export import (
    attendees_filename,
    write_attendees_csv,
    write_attendees_xlsx,
)
from events.organising.permissions import EXPORT, event_for
from events.organising.views.base import EventScreen
from events.organising.views.bulk_actions import narrowed
from portal.file_names import saved_as

_WRITERS = {
    "xlsx": (
        write_attendees_xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "csv": (write_attendees_csv, "text/csv; charset=utf-8"),
}


class ExportView(EventScreen):
    """Which columns; the answer is the file, and the choice is kept for next time."""

    template_name = "events/admin/export.html"
    page_title = gettext_lazy("Take the list out")
    header_icon = "download"

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        if not request.user.has_perm(EXPORT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self._show(request.GET.urlencode())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        query, kind = request.POST.get("query", "")[:2000], request.POST.get("kind")
        known = offered(self.event)
        ticked = set(request.POST.getlist("column"))
        columns = [one for one in known if one.name in ticked]
        if not columns:
            messages.error(request, _("Tick at least one column."))
            return self._show(query)
        if kind not in _WRITERS:
            raise Http404
        remember(request.user, columns, known)
        return _file(request, self.event, kind, columns, QueryDict(query))

    def _show(self, query: str) -> HttpResponse:
        asked = [
            (_("List of delegates"), STANDARD),
            (_("Reaching them, and how they registered"), FURTHER),
            (_("What they agreed to"), consents()),
            (_("Answers to the conference's own questions"), answers(self.event)),
        ]
        known = [column for _title, columns in asked for column in columns]
        chosen = {one.name for one in remembered(self.request.user, known)}
        context = self.get_context_data(
            groups=[
                (title, [(one, one.name in chosen) for one in columns])
                for title, columns in asked
                if columns
            ],
            query=query,
            count=_rows(self.event, QueryDict(query)).count(),
        )
        return self.render_to_response(context)


@require_GET
def export_attendees(request: HttpRequest, event_id: int, kind: str) -> HttpResponse:
    """The file at once, with the columns chosen last."""
    event = event_for(request.user, event_id)
    if not request.user.has_perm(EXPORT):
        raise PermissionDenied
    if kind not in _WRITERS:
        raise Http404
    columns = remembered(request.user, offered(event))
    return _file(request, event, kind, columns, request.GET)


def _rows(event: EventPage, query: QueryDict):
    rows = Registration.objects.filter(event=event, forgotten_at=None)
    return narrowed(rows.order_by("sequence", "pk"), event, query)


def _file(
    request: HttpRequest,
    event: EventPage,
    kind: str,
    columns: Collection[Column],
    query: QueryDict,
) -> HttpResponse:
    """The file, and a line in the log with which columns left the house."""
    write, content_type = _WRITERS[kind]
    now, rows = timezone.now(), list(_rows(event, query))
    access_log.note(
        Seen.EXPORT,
        user=request.user,
        event_id=event.pk,
        how_many=len(rows),
        now=now,
        asked=f"{kind}: {', '.join(one.heading for one in columns)}",
    )
    file = BytesIO()
    write(file, event, rows, now, columns)
    return HttpResponse(
        file.getvalue(),
        content_type=content_type,
        headers={
            "Content-Disposition": saved_as(attendees_filename(event, now, kind)),
            "X-Content-Type-Options": "nosniff",
        },
    )
