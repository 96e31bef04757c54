"""The invitations of one conference."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton

from events.letters import invitations as letters
from events.letters.invitations import LetterOutcome, link_of
from events.models import Invitation
from events.organising import invitations
from events.organising import quotas as quotas_kept
from events.organising.forms import AddressesForm, InvitationsForm, QuotaForm
from events.organising.permissions import event_for
from events.organising.views.base import EventScreen
from portal.vietnamese import fold

MOST_QUOTA = 2000
MOST_SHOWN = 400
TITLE = gettext_lazy("Invitations of agencies")


class InvitationsView(EventScreen):
    """Every invitation with its link and letter; those ticked are sent by a press."""

    template_name = "events/admin/invitations.html"
    page_title = TITLE
    header_icon = "mail"

    @cached_property
    def header_buttons(self) -> list:
        url = reverse("invitations_add", args=[self.event.pk])
        return [HeaderButton(_("Invite agencies"), url, icon_name="plus")]

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Keep the addresses typed; then send to those ticked, or to the one."""
        rows = invitations.invitations_of(self.event).filter(revoked_at=None)
        form = AddressesForm(invitations.described(self.event, rows), request.POST)
        if not form.is_valid():
            messages.error(request, _("Nothing was sent. See the marked addresses."))
            return self.render_to_response(self.get_context_data(form=form))
        invitations.write_addresses(self.event, form.typed())
        asked = [request.POST.get("one", "")]
        if "send" in request.POST:
            asked = request.POST.getlist("chosen")
        elif "one" not in request.POST:
            messages.success(request, _("The addresses were kept."))
            return redirect("invitations", self.event.pk)
        self._send(list(rows.filter(pk__in={int(one) for one in asked if _is_id(one)})))
        return redirect("invitations", self.event.pk)

    def _send(self, rows: list[Invitation]) -> None:
        now, terms = timezone.now(), self.event.terms
        if not rows:
            messages.warning(self.request, _("Tick at least one agency."))
        elif not terms.is_held() or terms.has_started(now):
            text = _(
                "Nothing was sent: the conference is not published, is called off or "
                "postponed, or has begun."
            )
            messages.error(self.request, text)
        else:
            report(self.request, letters.send(self.event, rows, now=now))

    def get_context_data(self, *, form: AddressesForm | None = None, **kwargs) -> dict:
        """`form` is one sent back: what was typed and ticked stands in it."""
        rows = list(invitations.invitations_of(self.event))
        kept = [row for row in rows if not row.revoked_at]
        valid = invitations.described(self.event, kept)
        ticked = {str(one.row.pk) for one in valid if one.is_to_send}
        if form:
            ticked = set(self.request.POST.getlist("chosen"))
        fields = form or AddressesForm(valid)
        lines = [
            {
                "shown": one,
                "is_ticked": str(one.row.pk) in ticked,
                "address": fields[f"email-{one.row.pk}"],
            }
            for one in valid
        ]
        return super().get_context_data(
            **kwargs,
            lines=lines,
            revoked=[row for row in rows if row.revoked_at],
            quota=sum(row.quota for row in kept),
            registered=sum(row.registered for row in kept),
            mailed=sum(one.row.mailed_at is not None for one in valid),
            failed=sum(one.failed for one in valid),
            no_address=sum(not one.address for one in valid),
        )


def report(request: HttpRequest, sent: LetterOutcome) -> None:
    """Say how many letters go, and name the agencies that get none."""
    if sent.sent:
        text = ngettext(
            "The letter to %(count)d agency is on its way.",
            "The letters to %(count)d agencies are on their way.",
            len(sent.sent),
        )
        messages.success(request, text % {"count": len(sent.sent)})
    for rows, text in (
        (sent.no_address, _("No e-mail address yet: %(names)s.")),
        (sent.bad_address, _("The address cannot be written to: %(names)s.")),
        (sent.on_its_way, _("The letter is on its way already: %(names)s.")),
    ):
        if rows:
            names = ", ".join(row.organisation.name for row in rows)
            messages.warning(request, text % {"names": names})


class InviteView(EventScreen):
    """The managed list with a box and a number each; ticked ones are invited."""

    template_name = "events/admin/invite.html"
    page_title = gettext_lazy("Invite agencies")
    header_icon = "mail"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self._show(InvitationsForm())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        ticked = {one for one in request.POST.getlist("agency") if _is_id(one)}
        if "find" in request.POST:
            return self._show(InvitationsForm(initial=request.POST.dict()), ticked)
        form = InvitationsForm(request.POST)
        valid = form.is_valid()
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
            "%(count)d agency is on the list; nothing has been sent yet. Send its link "
            "by letter below, or copy it.",
            "%(count)d agencies are on the list; nothing has been sent yet. Send their "
            "links by letter below, or copy them.",
            count,
        )
        messages.success(request, text % {"count": count})
        quotas_kept.warn(request, self.event)
        return redirect("invitations", self.event.pk)

    def _show(self, form: InvitationsForm, ticked: set[str] = frozenset()):
        asked = self.request.POST if "q" in self.request.POST else self.request.GET
        typed = asked.get("q", "")[:100]
        words = fold(typed).split()
        found = [
            agency
            for agency in invitations.to_invite(self.event)
            if str(agency.pk) in ticked
            or all(word in fold(f"{agency.name} {agency.short_name}") for word in words)
        ]
        # Those ticked first, so that no cut takes one of them away.
        found.sort(key=lambda agency: str(agency.pk) not in ticked)
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
        names = ("quota", "contact", "email", "note")
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
