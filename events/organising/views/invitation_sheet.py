"""All links of a conference's agencies on paper, to hand over or send as one file."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from events.conferences import facts
from events.organising import invitations
from events.organising.views.base import EventScreen
from portal import pdf
from portal.file_names import saved_as
from portal.models import SiteSettings


class InvitationSheetView(EventScreen):
    """All valid links: agency, number of people, link and QR code."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        event = self.event
        rows = invitations.invitations_of(event).filter(revoked_at=None)
        lines = invitations.described(event, rows)
        if not lines:
            return self._back(_("No agency has been invited yet."))
        house, _lines = SiteSettings.for_request(request, timezone.localdate())
        context = {
            "site_settings": house,
            "event": event,
            "rows": lines,
            "deadline": event.terms.deadline,
            "facts": facts.of(event),
            "printed_at": timezone.now(),
        }
        content = pdf.printed(
            lambda: render_to_string("pdf/events/invitations.html", context, request),
            settings.SITE_URL,
            name="a sheet of invitations",
        )
        if content is None:
            return self._back(
                _("The sheet cannot be made right now. Try again in a minute.")
            )
        name = _("Links of agencies, %(title)s") % {"title": event.title}
        return HttpResponse(
            content,
            content_type="application/pdf",
            headers={"Content-Disposition": saved_as(f"{name}.pdf")},
        )

    def _back(self, why: str) -> HttpResponse:
        messages.warning(self.request, why)
        return redirect("invitations", self.event.pk)
