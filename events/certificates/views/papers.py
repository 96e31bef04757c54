"""The certificates as paper: what they say, one of them, all in one file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from events.certificates import bulk, sheet
from events.certificates.forms import SettingsForm
from events.certificates.views.base import NO_PAPER, CertificateScreen
from events.enums import PrintedPaper, Seen
from events.models import Certificate, CertificateSettings
from events.models.certificates import settings_proposed
from events.organising import access_log
from events.organising.views.print_files import PrintFile, PrintProgress
from portal.file_names import saved_as


class SettingsView(CertificateScreen):
    """Who signs, for how many hours; a look at the paper before anything is issued."""

    template_name = "events/admin/certificate_settings.html"
    page_title = gettext_lazy("What the certificates say")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        today = timezone.localdate()
        known = self.printed or settings_proposed(self.event, today=today)
        return self._show(SettingsForm(instance=known))

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        known = self.printed or CertificateSettings(event=self.event)
        form = SettingsForm(request.POST, instance=known)
        if not form.is_valid():
            return self._show(form)
        if "look" in request.POST:
            return self._look(form)
        form.save()
        messages.success(request, _("What the certificates say is saved."))
        return self.back()

    def _look(self, form: SettingsForm) -> HttpResponse:
        """The paper with nobody's name and no number; nothing is written."""
        shown = Certificate(
            printed=form.save(commit=False),
            year=timezone.localdate().year,
            running=0,
            code="mau",
            name=_("Full Name Of The Attendee"),
            detail=_("Position, organisation"),
        )
        content = sheet.paper_of(self.event, [shown])
        if content is None:
            form.add_error(None, NO_PAPER)
            return self._show(form)
        return _pdf(content, _("certificate-sample"))

    def _show(self, form: SettingsForm) -> HttpResponse:
        issued = Certificate.objects.of_event(self.event).exists()
        return self.render_to_response(self.get_context_data(form=form, issued=issued))


class PrintView(PrintFile):
    """The file of all of them: asked for and fetched; the list shows how far it is."""

    paper = PrintedPaper.CERTIFICATES

    def names(self) -> tuple[str, list]:
        return "certificates", [self.event.pk]

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        bulk.start(self.event, now=timezone.now(), actor=request.user)
        return self.back()


class ProgressView(PrintProgress):
    """How far the file is, for the bar."""

    paper = PrintedPaper.CERTIFICATES


class PaperView(CertificateScreen):
    """One certificate as it prints."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        found = self.one(kwargs["pk"])
        if not found.name:
            raise Http404
        content = sheet.paper_of(self.event, [found])
        if content is None:
            messages.warning(request, NO_PAPER)
            return self.back()
        access_log.note(
            Seen.PERSON,
            user=request.user,
            event_id=self.event.pk,
            how_many=1,
            now=timezone.now(),
            asked=_("Certificate"),
        )
        return _pdf(content, found.number.replace("/", "-"))


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = saved_as(f"{name}.pdf", inline=True)
    return response
