"""What is done about the person behind a request: handed over, taken back, erased."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages

from events.enums import LIVE, Channel, Seen
from events.models import Registration
from events.organising.permissions import sees_all, visible_events
from events.organising.wording import refusal
from events.personal_data import consents
from events.personal_data.erasure import forget
from events.privacy import evidence
from events.privacy.person_search import MOST
from events.privacy.person_views import OfPerson, rows_of
from events.seats.errors import SeatsBusy
from portal.file_names import saved_as
from portal.subscriptions.verbs import of_address, stop, titles


class HandleView(OfPerson, TemplateView):
    """What is done with the registrations that were ticked.

    Erasing is asked twice; the first time shows whom it concerns.
    """

    template_name = "events/privacy/request_erase.html"
    page_subtitle = gettext_lazy("Erase what is kept")

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        acts = {
            "json": self._as_json,
            "text": self._as_text,
            "withdraw": self._withdraw,
            "erase": self._erase,
        }
        if request.POST.get("act") == "unfollow":
            return self._unfollow(request.POST.get("follower", ""))
        act = acts.get(request.POST.get("act", ""))
        if act is None:
            raise Http404
        rows = _chosen(request.POST, visible_events(request.user))
        if not rows:
            messages.warning(request, _("Tick at least one registration first."))
            return redirect(self.url)
        return act(rows)

    def _as_json(self, rows: list[Registration]) -> HttpResponse:
        text = evidence.as_json(rows, code=self.asked.code, now=self.now)
        return self._hand_over(rows, text, "json", "application/json")

    def _as_text(self, rows: list[Registration]) -> HttpResponse:
        text = evidence.as_text(rows, code=self.asked.code, now=self.now)
        return self._hand_over(rows, text, "txt", "text/plain")

    def _hand_over(self, rows, text: str, ending: str, kind: str) -> HttpResponse:
        self.note(Seen.EXPORT, rows)
        name = f"du-lieu-{self.asked.code}.{ending}"
        return HttpResponse(
            text,
            content_type=f"{kind}; charset=utf-8",
            headers={
                "Content-Disposition": saved_as(name),
                "X-Content-Type-Options": "nosniff",
            },
        )

    def _withdraw(self, rows: list[Registration]) -> HttpResponse:
        taken = sum(
            consents.choose(
                row,
                (),
                now=self.now,
                channel=Channel.ORGANISER,
                actor=self.request.user,
            )
            for row in rows
        )
        text = ngettext(
            "%(count)d consent was taken back.",
            "%(count)d consents were taken back.",
            taken,
        )
        say = messages.success if taken else messages.warning
        say(self.request, text % {"count": taken})
        return redirect(self.url)

    def _unfollow(self, email: str) -> HttpResponse:
        """Asked twice too; an address that follows nothing any more is gone already."""
        if not sees_all(self.request.user):
            raise Http404
        subscriber = of_address(email)
        if subscriber and "confirmed" not in self.request.POST:
            self.template_name = "events/privacy/request_unfollow.html"
            followed = titles(subscriber)
            context = self.get_context_data(follower=email, followed=followed)
            return self.render_to_response(context)
        if subscriber:
            stop(subscriber)
            self.note_follower(_("erased: an address that news is sent to"))
        text = _("%(address)s follows nothing any more; no letters go there.")
        messages.success(self.request, text % {"address": email.strip()})
        return redirect(self.url)

    def _erase(self, rows: list[Registration]) -> HttpResponse:
        if "confirmed" not in self.request.POST:
            for row in rows:
                started = row.event.terms.has_started(self.now)
                row.gives_back = row.state in LIVE and not started
            return self.render_to_response(self.get_context_data(rows=rows))
        done = []
        try:
            for row in rows:
                forget(
                    row,
                    now=self.now,
                    channel=Channel.ORGANISER,
                    actor=self.request.user,
                )
                done.append(row)
        except SeatsBusy as error:
            messages.error(self.request, refusal(error))
        if done:
            self.note(Seen.PERSON, done, _("erased: what was kept"))
            text = ngettext(
                "What was kept with %(count)d registration is erased.",
                "What was kept with %(count)d registrations is erased.",
                len(done),
            )
            messages.success(self.request, text % {"count": len(done)})
        return redirect(self.url)


def _chosen(data: QueryDict, events) -> list[Registration]:
    """Those ticked in these conferences, as far as anything is left of them."""
    typed = data.getlist("chosen")[:MOST]
    ids = {int(one) for one in typed if one.isascii() and one.isdecimal()}
    return rows_of((one for one in ids if one < 2**63), events)
