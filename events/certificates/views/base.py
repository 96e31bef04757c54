"""What the screens of certificates share."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from events.models import Certificate, CertificateSettings
from events.organising.views.base import EventScreen

NO_PAPER = gettext_lazy("No PDF can be made at the moment. Try again in a minute.")


class CertificateScreen(EventScreen):
    """A screen of the certificates; `back` leads to all of them."""

    header_icon = "doc-full"

    def back(self) -> HttpResponse:
        return redirect("certificates", self.event.pk)

    @cached_property
    def printed(self) -> CertificateSettings | None:
        return CertificateSettings.of(self.event)

    def one(self, pk: int) -> Certificate:
        rows = Certificate.objects.of_event(self.event)
        rows = rows.select_related("printed", "registration", "replaced_by")
        return get_object_or_404(rows, pk=pk)
