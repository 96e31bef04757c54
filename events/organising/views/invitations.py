"""The invitations of one conference."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton

from events.models import Invitation
from events.organising import invitations
from events.organising import quotas as quotas_kept
from events.organising.forms import InvitationsForm, QuotaForm
from events.organising.permissions import event_for
from events.organising.views.base import EventScreen
from portal.vietnamese import fold

MOST_QUOTA = 2000
MOST_SHOWN = 400
TITLE = gettext_lazy("Invitations of agencies")


def link_of(invitation: Invitation) -> str:
    """The whole address that stands in the letter; empty where none is served."""
    try:
        path = reverse("delegation", args=[invitation.token])
    except NoReverseMatch:
        path = f"/dang-ky-doan/{invitation.token}/"
    return f"{settings.SITE_URL.rstrip('/')}{path}"


class InvitationsView(EventScreen):
    template_name = "events/admin/invitations.html"
    page_title = TITLE
    header_icon = "mail"

    @cached_property
    def header_buttons(self) -> list:
        url = reverse("invitations_add", args=[self.event.pk])
        return [HeaderButton(_("Invite agencies"), url, icon_name="plus")]

    def get_context_data(self, **kwargs) -> dict:
        rows = list(invitations.invitations_of(self.event))
        for row in rows:
            row.link = link_of(row)
        valid = [row for row in rows if not row.revoked_at]
        return super().get_context_data(
            **kwargs,
            valid=valid,
            revoked=[row for row in rows if row.revoked_at],
            quota=sum(row.quota for row in valid),
            registered=sum(row.registered for row in valid),
        )


class InviteView(EventScreen):
    """The managed list with a box and a number each; ticked ones are invited."""

    template_name = "events/admin/invite.html"
    page_title = gettext_lazy("Invite agencies")
    header_icon = "mail"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self._show(InvitationsForm())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = InvitationsForm(request.POST)
        valid = form.is_valid()
        ticked = {one for one in request.POST.getlist("agency") if _is_id(one)}
        if not ticked:
            form.add_error(None, _("Tick at least one agency."))
        agencies = list(invitations.to_invite(self.event).filter(pk__in=ticked))
        quotas = []
        for agency in agencies:
            typed = request.POST.get(f"quota-{agency.pk}", "").strip()
            if typed and not _is_quota(typed):
                text = _("%(agency)s: write a number from 1 to %(most)d.")
                form.add_error(None, text % {"agency": agency, "most": MOST_QUOTA})
            elif valid:
                quota = int(typed) if typed else form.cleaned_data["quota"]
                quotas.append((agency, quota))
        if form.errors:
            return self._show(form, ticked)
        count = invitations.invite(
            self.event,
            quotas,
            note=form.cleaned_data["note"],
            now=timezone.now(),
        )
        text = ngettext(
            "%(count)d agency was invited. Copy its link into the letter.",
            "%(count)d agencies were invited. Copy their links into the letters.",
            count,
        )
        messages.success(request, text % {"count": count})
        quotas_kept.warn(request, self.event)
        return redirect("invitations", self.event.pk)

    def _show(self, form: InvitationsForm, ticked: set[str] = frozenset()):
        typed = self.request.GET.get("q", "")[:100]
        words = fold(typed).split()
        found = [
            agency
            for agency in invitations.to_invite(self.event)
            if str(agency.pk) in ticked
            or all(word in fold(f"{agency.name} {agency.short_name}") for word in words)
        ]
        for agency in found[:MOST_SHOWN]:
            agency.ticked = str(agency.pk) in ticked
            agency.typed = self.request.POST.get(f"quota-{agency.pk}", "")
        context = self.get_context_data(
            form=form,
            agencies=found[:MOST_SHOWN],
            more=max(len(found) - MOST_SHOWN, 0),
            typed=typed,
        )
        return self.render_to_response(context)


class EditInvitationView(EventScreen):
    """More or fewer people, another focal person."""

    template_name = "events/admin/invitation_form.html"
    header_icon = "mail"

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        rows = invitations.invitations_of(self.event).filter(revoked_at=None)
        self.row = get_object_or_404(rows, pk=kwargs["pk"])

    def get_page_title(self) -> str:
        return self.row.organisation.name

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        names = ("quota", "contact", "note")
        initial = {name: getattr(self.row, name) for name in names}
        return self._show(QuotaForm(initial=initial))

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = QuotaForm(request.POST)
        if form.is_valid() and form.cleaned_data["quota"] < self.row.registered:
            text = _("%(count)d people are registered already; cancel some first.")
            form.add_error("quota", text % {"count": self.row.registered})
        if not form.is_valid():
            return self._show(form)
        Invitation.objects.filter(pk=self.row.pk).update(**form.cleaned_data)
        messages.success(request, _("The invitation was changed."))
        quotas_kept.warn(request, self.event)
        return redirect("invitations", self.event.pk)

    def _show(self, form: QuotaForm) -> HttpResponse:
        context = self.get_context_data(form=form, row=self.row, link=link_of(self.row))
        return self.render_to_response(context)


@require_POST
def revoke(request: HttpRequest, event_id: int, pk: int) -> HttpResponse:
    event = event_for(request.user, event_id)
    row = get_object_or_404(
        Invitation.objects.select_related("organisation"), pk=pk, event=event
    )
    if invitations.revoke(row, now=timezone.now()):
        text = _("The link of %(agency)s is dead now. Whoever is registered stays so.")
        messages.success(request, text % {"agency": row.organisation.name})
    else:
        messages.warning(request, _("The link was revoked before."))
    return redirect("invitations", event.pk)


def _is_id(typed: str) -> bool:
    return typed.isascii() and typed.isdecimal() and len(typed) < 12


def _is_quota(typed: str) -> bool:
    is_number = typed.isascii() and typed.isdecimal() and len(typed) < 6
    return is_number and 1 <= int(typed) <= MOST_QUOTA
