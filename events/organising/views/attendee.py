"""Adding somebody by hand, and correcting details."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from events import seats
from events.enums import LIVE, Channel, RegistrationState, Seen
from events.models import Registration
from events.organising import access_log
from events.organising.forms import AttendeeForm
from events.organising.views.base import EventScreen
from events.organising.wording import refusal
from events.registration.forms.details import AGENCY_LIST, details_of
from events.seats.errors import AlreadyRegistered, SeatError, SeatsBusy, Stale
from portal.forms.fields import form_key
from portal.guard.responses import try_later

_WELCOME = {
    RegistrationState.CONFIRMED: gettext_lazy("%(name)s has a seat."),
    RegistrationState.WAITING: gettext_lazy("%(name)s is on the waiting list."),
}


class AttendeeScreen(EventScreen):
    """A form about one person; whatever is refused, what was typed stays."""

    template_name = "events/admin/attendee_form.html"

    def form(self, *args, **kwargs) -> AttendeeForm:
        return AttendeeForm(*args, event=self.event, **kwargs)

    def show(self, form: AttendeeForm, **more) -> HttpResponse:
        context = self.get_context_data(
            form=form, names=form.agencies.offered(), list_id=AGENCY_LIST, **more
        )
        return self.render_to_response(context)

    def refuse(self, form: AttendeeForm, error: SeatError, **more) -> HttpResponse:
        form.add_error(None, refusal(error))
        response = self.show(form, **more)
        if isinstance(error, SeatsBusy):
            return try_later(response, error.retry_after)
        return response


class AddView(AttendeeScreen):
    page_title = gettext_lazy("Add a person")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.show(self.form(), key=uuid4())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form, key = self.form(request.POST), form_key(request.POST.get("key", ""))
        if not form.is_valid():
            return self.show(form, key=key)
        try:
            row = seats.register(
                self.event.pk,
                form.attendee(),
                agreed=None,
                key=key,
                now=timezone.now(),
                channel=Channel.ORGANISER,
                actor=request.user,
            )
        except AlreadyRegistered as error:
            # The person may be somebody the form's own key made a moment ago.
            return self.refuse(form, error, key=key, other=error.registration)
        except SeatError as error:
            return self.refuse(form, error, key=key)
        words = _WELCOME.get(row.state, gettext_lazy("%(name)s is registered."))
        url = reverse("registration", args=[self.event.pk, row.pk])
        messages.success(
            request,
            words % {"name": row.name},
            buttons=[messages.button(url, _("See the registration"))],
        )
        again = "again" in request.POST
        return redirect("registration_add" if again else "registrations", self.event.pk)


class EditView(AttendeeScreen):
    page_title = gettext_lazy("Correct the details")

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.row = get_object_or_404(
            Registration, pk=kwargs["pk"], event=self.event, forgotten_at=None
        )

    @property
    def one_url(self) -> str:
        return reverse("registration", args=[self.event.pk, self.row.pk])

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.row.state not in LIVE:
            messages.warning(
                request,
                _("This cannot be done now: the registration is “%(state)s”.")
                % {"state": self.row.get_state_display()},
            )
            return redirect(self.one_url)
        access_log.note(
            Seen.PERSON,
            user=request.user,
            event_id=self.event.pk,
            how_many=1,
            now=timezone.now(),
            asked=self.row.code,
        )
        form = self.form(current=self.row, initial=details_of(self.row))
        return self.show(form, row=self.row, revision=self.row.revision)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = self.form(request.POST, current=self.row)
        revision = _number(request.POST.get("revision", ""))
        shown = {"row": self.row, "revision": revision}
        if not form.is_valid():
            return self.show(form, **shown)
        try:
            seats.correct(
                self.row.pk,
                form.attendee(),
                revision=revision,
                now=timezone.now(),
                channel=Channel.ORGANISER,
                actor=request.user,
            )
        except Stale as error:
            now_is = error.registration
            return self.refuse(
                form, error, row=now_is, revision=now_is.revision, is_stale=True
            )
        except AlreadyRegistered as error:
            return self.refuse(form, error, **shown, other=error.registration)
        except SeatError as error:
            return self.refuse(form, error, **shown)
        messages.success(request, _("The details were corrected."))
        return redirect(self.one_url)


def _number(typed: str) -> int:
    return (
        int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 9 else -1
    )
