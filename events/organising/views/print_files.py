"""A paper that the worker draws: asked for, looked after, fetched."""

from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from events.enums import PrintedPaper, Seen
from events.organising import access_log, prints
from events.organising.views.base import EventScreen
from portal.file_names import saved_as


class OfPaper(EventScreen):
    """What is known of one paper; `names` is the screen that leads through it."""

    paper: PrintedPaper

    def names(self) -> tuple[str, list]:
        raise NotImplementedError

    def back(self) -> HttpResponse:
        name, words = self.names()
        return redirect(name, *words)


class PrintScreen(OfPaper):
    """Starts a print, and says how far it is."""

    template_name = "events/admin/print.html"
    header_icon = "doc-full"

    def begin(self, **known) -> None:
        """Have it made, `now` and by which `actor`."""
        raise NotImplementedError

    def listed(self) -> int:
        """For how many people it would be made now."""
        raise NotImplementedError

    def get_page_title(self) -> str:
        return str(self.paper.label)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.begin(now=timezone.now(), actor=request.user)
        return self.back()

    def get_context_data(self, **kwargs) -> dict:
        row = prints.latest(self.event, self.paper)
        return super().get_context_data(
            **kwargs,
            listed=self.listed(),
            file=row,
            is_underway=prints.is_underway(row, timezone.now()),
            has_file=prints.has_file(row),
            slug=self.kwargs["paper"],
        )


class PrintFile(OfPaper):
    """The file itself, for those who may see everybody of the conference."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:  # type: ignore[override]  # streamed
        row = prints.latest(self.event, self.paper)
        if row is None or not prints.has_file(row):
            messages.info(request, _("There is no file yet: have it made first."))
            return self.back()
        access_log.note(
            Seen.EXPORT,
            user=request.user,
            event_id=self.event.pk,
            how_many=row.total,
            now=timezone.now(),
            asked=str(self.paper.label),
        )
        name = saved_as(f"{self.paper.label}, {self.event.title}.pdf")
        return FileResponse(
            prints.storage().open(row.file),
            content_type="application/pdf",
            headers={"Content-Disposition": name},
        )


class PrintProgress(OfPaper):
    """How far the file is, for the bar."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        row = prints.latest(self.event, self.paper)
        return JsonResponse(
            {
                "done": row.done if row else 0,
                "total": row.total if row else 0,
                "running": prints.is_underway(row, timezone.now()),
            }
        )
