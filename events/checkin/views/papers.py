"""The day's papers as PDF: a short one at once, a long one made by the worker."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from events.checkin import print_files
from events.enums import PrintedPaper, Seen
from events.models import EventPage
from events.organising import access_log, prints
from events.organising.permissions import event_for
from events.organising.views.print_files import PrintFile, PrintProgress, PrintScreen
from portal import pdf
from portal.file_names import saved_as


def sign_in(request: HttpRequest, event_id: int) -> HttpResponse:
    """The list to sign: grouped by agency, with room for who comes new."""
    return _paper(request, event_id, "ky-nhan")


def badges(request: HttpRequest, event_id: int) -> HttpResponse:
    """Badges, eight to a sheet."""
    return _paper(request, event_id, "the")


def table_signs(request: HttpRequest, event_id: int) -> HttpResponse:
    """A sign for the table of each who speaks."""
    return _paper(request, event_id, "bien-ban")


def _paper(request: HttpRequest, event_id: int, slug: str) -> HttpResponse:
    event, paper = event_for(request.user, event_id), print_files.SLUGS[slug]
    whole = print_files.whole(event, paper)
    if whole is None:
        return _back(request, event, _("Nobody is on this paper yet."))
    if whole.people > prints.AT_ONCE:
        return redirect("attendance_print", event.pk, slug)
    content = pdf.printed(whole.html, settings.SITE_URL, name=paper.value)
    if content is None:
        words = _("The sheet cannot be made right now. Try again in a minute.")
        return _back(request, event, words)
    access_log.note(
        Seen.EXPORT,
        user=request.user,
        event_id=event.pk,
        how_many=whole.people,
        now=timezone.now(),
        asked=paper.label,
    )
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = saved_as(f"{paper.label}, {event.title}.pdf")
    return response


def _back(request: HttpRequest, event: EventPage, why: str) -> HttpResponse:
    messages.warning(request, why)
    return redirect("attendance", event.pk)


class _OfPaper:
    """The paper that the address names."""

    kwargs: dict

    @property
    def slug(self) -> str:
        return self.kwargs["paper"]

    @property
    def paper(self) -> PrintedPaper:
        try:
            return print_files.SLUGS[self.slug]
        except KeyError:
            raise Http404 from None


class DayPrintScreen(_OfPaper, PrintScreen):
    """A long paper: asked for, looked after, fetched."""

    def begin(self, **known) -> None:
        print_files.start(self.event, self.paper, **known)

    def listed(self) -> int:
        made = print_files.batches(self.event, self.paper)
        return sum(batch.people for batch in made)

    def names(self) -> tuple[str, list]:
        return "attendance_print", [self.event.pk, self.slug]


class DayPrintFile(_OfPaper, PrintFile):
    """Its file."""

    def names(self) -> tuple[str, list]:
        return "attendance_print", [self.event.pk, self.slug]


class DayPrintProgress(_OfPaper, PrintProgress):
    """How far it is."""
