"""The organiser's list of certificates: issued, sent, revoked, issued anew."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from events.certificates import bulk, verbs
from events.certificates.errors import CertificateRefused
from events.certificates.forms import RevokeForm
from events.certificates.numbers import parse_number
from events.certificates.views.base import CertificateScreen
from events.checkin import attendance
from events.enums import REISSUED, NoticeKind, Seen
from events.letters import announcements
from events.models import Certificate
from events.organising import access_log, prints
from portal.vietnamese import fold

PER_PAGE = 50


class CertificatesView(CertificateScreen):
    """What can be done next, how far the file is, and every certificate."""

    template_name = "events/admin/certificates.html"
    page_title = gettext_lazy("Certificates")

    def get_context_data(self, **kwargs) -> dict:
        rows = Certificate.objects.of_event(self.event)
        valid = rows.valid().count()
        had = set(rows.values_list("registration_id", flat=True))
        closing = attendance.closed(self.event)
        present = attendance.present(self.event)
        page = self._page(rows)
        access_log.note(
            Seen.LIST,
            user=self.request.user,
            event_id=self.event.pk,
            how_many=len(page.object_list),
            now=timezone.now(),
            asked=_("Certificates"),
        )
        file = bulk.latest(self.event)
        sent = self.event.announcements.filter(notice=NoticeKind.CERTIFICATE).first()
        return super().get_context_data(
            **kwargs,
            closing=closing,
            present=len(present),
            missing=len(present - had),
            valid=valid,
            revoked=rows.count() - valid,
            printed=self.printed,
            page=page,
            file=file,
            is_underway=prints.is_underway(file, timezone.now()),
            has_file=prints.has_file(file),
            sent=sent,
            asked=self.request.GET.get("q", ""),
        )

    def _page(self, rows):
        rows = rows.select_related("registration", "replaced_by")
        rows = rows.order_by("-year", "-running")
        if asked := self.request.GET.get("q", "").strip():
            rows = found_by(rows, asked)
        return Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))


class IssueView(CertificateScreen):
    """One press: everybody present who has none."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        now = timezone.now()
        try:
            made = verbs.issue(self.event, now=now, actor=request.user)
        except CertificateRefused as refused:
            messages.warning(request, refused.message)
            return self.back()
        if not made:
            messages.info(request, _("Everybody present has a certificate already."))
            return self.back()
        text = ngettext(
            "%(count)s certificate is issued: %(first)s.",
            "%(count)s certificates are issued: %(first)s to %(last)s.",
            len(made),
        )
        names = {"first": made[0].number, "last": made[-1].number}
        messages.success(request, text % {"count": len(made), **names})
        bulk.start(self.event, now=now, actor=request.user)
        return self.back()


class LettersView(CertificateScreen):
    """A letter with the certificate to everybody who has a valid one."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        now = timezone.now()
        rows = Certificate.objects.of_event(self.event).valid().exclude(name="")
        chosen = set(rows.values_list("registration_id", flat=True))
        written = self.event.registrations.filter(
            messages__notice=NoticeKind.CERTIFICATE
        ).values_list("pk", flat=True)
        chosen -= set(written)
        if not chosen:
            messages.info(request, _("Everybody with a certificate has the letter."))
            return self.back()
        announcements.announce(
            self.event, NoticeKind.CERTIFICATE, by=request.user, now=now, chosen=chosen
        )
        text = ngettext(
            "%(count)s person is written to; who gave no e-mail finds the certificate "
            "on the ticket page.",
            "%(count)s people are written to; who gave no e-mail finds the certificate "
            "on the ticket page.",
            len(chosen),
        )
        messages.success(request, text % {"count": len(chosen)})
        return self.back()


class RevokeView(CertificateScreen):
    """Taken back for good, or issued anew with what is registered now."""

    template_name = "events/admin/certificate_revoke.html"
    page_title = gettext_lazy("Revoke a certificate or issue it anew")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self._show(RevokeForm())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = RevokeForm(request.POST)
        if not form.is_valid():
            return self._show(form)
        reason, now = form.cleaned_data["reason"], timezone.now()
        found = self.one(self.kwargs["pk"])
        act = verbs.reissue if reason in REISSUED else verbs.revoke
        try:
            became = act(found.pk, reason=reason, now=now, actor=request.user)
        except CertificateRefused as refused:
            form.add_error(None, refused.message)
            return self._show(form)
        if became.pk == found.pk:
            text = _("%(number)s is revoked.") % {"number": found.number}
        else:
            text = _("%(number)s is revoked; %(new)s was issued in its place.") % {
                "number": found.number,
                "new": became.number,
            }
        messages.success(request, text)
        return self.back()

    def _show(self, form: RevokeForm) -> HttpResponse:
        found = self.one(self.kwargs["pk"])
        registered = {
            "name": found.registration.name,
            "detail": verbs.detail_of(found.registration),
        }
        context = self.get_context_data(form=form, found=found, registered=registered)
        return self.render_to_response(context)


def found_by(rows, asked: str):
    """By the number, or by words of the name without their marks."""
    if number := parse_number(asked):
        return rows.filter(year=number.year, running=number.running)
    for word in fold(asked).split():
        rows = rows.filter(registration__search_key__contains=word)
    return rows
