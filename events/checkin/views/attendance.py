"""The day in the admin: numbers, papers, what is to be decided, and the closing."""

from uuid import uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from wagtail.admin import messages

from events.checkin import attendance, conflicts, papers, verbs
from events.checkin.access import door_url
from events.checkin.errors import DoorError
from events.checkin.frame import refusal
from events.checkin.parts import parts_of
from events.enums import Seen
from events.models import Reception, Registration, Scan
from events.organising import access_log
from events.organising.views.base import EventScreen
from events.seats.errors import SeatError
from portal.forms.fields import form_key

ERRORS = (DoorError, SeatError, Scan.DoesNotExist, Registration.DoesNotExist)


class ReceptionForm(forms.ModelForm):
    class Meta:
        model = Reception
        fields = ("parts", "names_offline")


class AttendanceView(EventScreen):
    """What is done on the day, and what comes next, with reasons."""

    template_name = "events/admin/door/attendance.html"
    page_title = pgettext_lazy("door", "Attendance")
    header_icon = "check"

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        act = getattr(self, f"do_{request.POST.get('act', '')}", None)
        if act is None:
            return redirect("attendance", self.event.pk)
        try:
            said = act(request.POST, {"now": timezone.now(), "actor": request.user})
        except ERRORS as error:
            messages.error(request, refusal(error))
        else:
            messages.success(request, said)
        return redirect("attendance", self.event.pk)

    def do_close(self, sent, known) -> str:
        closing = verbs.close(self.event, **known)
        text = _("Attendance is closed with %(count)d people present.")
        return text % {"count": closing.present}

    def do_reopen(self, sent, known) -> str:
        verbs.reopen(self.event, reason=sent.get("reason", ""), **known)
        return _("Attendance is open again.")

    def do_set(self, sent, known) -> str:
        mine = Reception.objects.filter(event=self.event).first()
        form = ReceptionForm(sent, instance=mine or Reception(event=self.event))
        if form.is_valid():
            form.save()
        return _("Saved.")

    def do_decide(self, sent, known) -> str:
        scan, choice = sent.get("scan", ""), sent.get("choice", "")
        if scan.isdecimal():
            conflicts.decide(self.event, int(scan), choice, **known)
        return _("Decided.")

    def do_clock(self, sent, known) -> str:
        many = conflicts.mend_clock(
            self.event, str(form_key(sent.get("device", ""))), actor=known["actor"]
        )
        text = ngettext(
            "The hour of %(count)d scan was put right.",
            "The hours of %(count)d scans were put right.",
            many,
        )
        return text % {"count": many}

    def get_context_data(self, **kwargs) -> dict:
        counts = attendance.counts(self.event)
        closing = attendance.closed(self.event)
        found = conflicts.reconciliation(self.event)
        if found.conflicts:
            access_log.note(
                Seen.LIST,
                user=self.request.user,
                event_id=self.event.pk,
                how_many=len(found.conflicts),
                now=timezone.now(),
                asked=str(self.page_title),
            )
        mine = Reception.objects.filter(event=self.event).first()
        now, terms = timezone.now(), self.event.terms
        is_on = terms.has_started(now) and not terms.is_over(now)
        return super().get_context_data(
            **kwargs,
            door_url=door_url(self.event, self.request),
            counts=counts,
            closing=closing,
            has_changed=bool(closing) and attendance.has_changed(self.event, closing),
            found=found,
            form=ReceptionForm(instance=mine),
            has_started=terms.has_started(now),
            on_until=terms.ends_at if is_on else None,
        )


class PaperMarksView(EventScreen):
    """One sheet as it lies: who signed, ticked as scanned, the differences marked."""

    template_name = "events/admin/door/paper_marks.html"
    page_title = gettext_lazy("From the signed paper")
    header_icon = "edit"

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.sheets = papers.sign_sheets(self.event)
        self.number = min(max(kwargs["number"], 1), len(self.sheets))
        self.sheet = self.sheets[self.number - 1]
        self.parts = parts_of(self.event)
        asked = request.POST.get("part") or request.GET.get("buoi")
        known = [part for part in self.parts if part.key == asked]
        self.part = (known or self.parts)[0]

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        here = set(self.sheet.ids)
        seen = {int(pk) for pk in request.POST.getlist("here") if pk.isdecimal()}
        signed = {int(pk) for pk in request.POST.getlist("signed") if pk.isdecimal()}
        try:
            added, taken = verbs.mark_from_paper(
                self.event,
                part=self.part.key,
                # Only who stood on the form; the list may have grown since.
                signed=signed & seen & here,
                unsigned=(seen & here) - signed,
                key=form_key(request.POST.get("key", "")),
                now=timezone.now(),
                actor=request.user,
            )
        except ERRORS as error:
            messages.error(request, refusal(error))
            return self.get(request, *args, **kwargs)
        text = _("Sheet %(number)d: %(added)d added, %(taken)d taken back.")
        messages.success(
            request, text % {"number": self.number, "added": added, "taken": taken}
        )
        if self.number == len(self.sheets):
            return redirect("attendance", self.event.pk)
        answer = redirect("attendance_paper", self.event.pk, self.number + 1)
        answer["Location"] += f"?buoi={self.part.key}"
        return answer

    def get_context_data(self, **kwargs) -> dict:
        access_log.note(
            Seen.LIST,
            user=self.request.user,
            event_id=self.event.pk,
            how_many=len(self.sheet.ids),
            now=timezone.now(),
            asked=str(self.page_title),
        )
        return super().get_context_data(
            **kwargs,
            sheet=self.sheet,
            sheets=self.sheets,
            parts=self.parts,
            part=self.part,
            inside=attendance.present_in(self.event, self.part.key),
            closing=attendance.closed(self.event),
            key=uuid4(),
        )
