"""Doing something to registrations that were chosen: asked first, then done."""

from datetime import datetime
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from events.models import EventPage, Registration
from events.organising.bulk_actions import AT_ONCE, BULK_ACTIONS, Outcome, perform
from events.organising.exchange import form_for
from events.organising.forms import ReasonForm
from events.organising.listing import RegistrationFilterSet, agencies_of, search
from events.organising.views.base import EventScreen

MOST_NAMED = 8


class BulkActionView(EventScreen):
    """The first POST shows whom it concerns and asks for a reason, the second does it.

    Who is alone and needs no reason is not asked twice.
    """

    template_name = "events/admin/bulk_action.html"
    http_method_names = ["post", "options"]

    def get_page_title(self) -> str:
        return str(self.action.label)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        code = request.POST.get("act", "")
        rows = self._chosen()
        if not rows:
            messages.warning(request, _("Tick at least one person first."))
            return redirect(self.back())
        if code == "note":
            request.session[note_key(self.event)] = [row.pk for row in rows]
            return redirect("registrations_note", self.event.pk)
        if code not in BULK_ACTIONS:
            raise Http404
        self.action = BULK_ACTIONS[code]
        self.rows = [row for row in rows if row.state in self.action.states]
        if not self.rows:
            messages.warning(request, self._none(rows))
            return redirect(self.back())
        self.others = len(rows) - len(self.rows)
        sent = "confirmed" in request.POST
        now = timezone.now()
        form = self._form(request.POST if sent else None, now)
        asked = sent or (len(rows) == 1 and not self.action.takes_reason)
        if not asked or (self.action.takes_reason and not form.is_valid()):
            return self.render_to_response(self.get_context_data(form=form))
        outcome = perform(
            self.action,
            self.rows,
            answers=form.cleaned_data if self.action.takes_reason else {},
            now=now,
            actor=request.user,
        )
        self._report(outcome)
        return redirect(self.back())

    def _form(self, data: QueryDict | None, now: datetime) -> ReasonForm:
        if self.action.chooses_event:
            return form_for(self.event, self.request.user, data, now=now)
        return ReasonForm(data)

    def _chosen(self) -> list[Registration]:
        """Whom a button in a row stands beside, else those ticked."""
        if one := self.request.GET.get("one"):
            return chosen(self.event, QueryDict(urlencode({"chosen": one})))
        return chosen(self.event, self.request.POST)

    def back(self) -> str:
        """The list as it was narrowed, or the person the button stood beside."""
        one = self.request.POST.get("back", "")
        if one.isdecimal() and len(one) < 12:
            return f"{self.list_url}{one}/"
        query = QueryDict(self.request.POST.get("query", "")[:2000]).urlencode()
        return f"{self.list_url}?{query}" if query else self.list_url

    def _none(self, rows: list[Registration]) -> str:
        if len(rows) == 1:
            return _("“%(act)s” is not possible: the registration is “%(state)s”.") % {
                "act": self.action.label,
                "state": rows[0].get_state_display(),
            }
        return _("“%(act)s” is not possible for any of those chosen.") % {
            "act": self.action.label
        }

    def _report(self, outcome: Outcome) -> None:
        if outcome.done:
            words = self.action.done % {"count": outcome.done}
            messages.success(self.request, words)
        for row, why in outcome.refused[:MOST_NAMED]:
            messages.error(self.request, f"{row.name}: {why}")
        more = len(outcome.refused) - MOST_NAMED
        if more > 0:
            text = ngettext(
                "The same for %(count)d more.", "The same for %(count)d more.", more
            )
            messages.error(self.request, text % {"count": more})
        if outcome.left:
            text = ngettext(
                "%(count)d is left: choose again and go on.",
                "%(count)d are left: choose again and go on.",
                outcome.left,
            )
            messages.warning(self.request, text % {"count": outcome.left})

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(
            **kwargs,
            bulk_action=self.action,
            rows=self.rows[:AT_ONCE],
            count=len(self.rows),
            beyond=max(len(self.rows) - AT_ONCE, 0),
            others=self.others,
            ids=",".join(str(row.pk) for row in self.rows),
            back=self.request.POST.get("back", ""),
            query=self.request.POST.get("query", ""),
            back_url=self.back(),
        )


def note_key(event: EventPage) -> str:
    return f"note-{event.pk}"


def chosen(event: EventPage, data: QueryDict) -> list[Registration]:
    """The registrations ticked, or all that the narrowed list holds.

    Ids of another conference's people are nobody here.
    """
    rows = Registration.objects.filter(event=event).order_by("sequence", "pk")
    if data.get("everybody"):
        return list(narrowed(rows, event, QueryDict(data.get("query", "")[:2000])))
    typed = [*data.getlist("chosen"), *data.get("ids", "").split(",")]
    ids = {int(one) for one in typed if one.isascii() and one.isdecimal()}
    ids = {one for one in ids if one < 2**63}
    return list(rows.filter(pk__in=ids)) if ids else []


def narrowed(rows, event: EventPage, query: QueryDict):
    """The rows that the list shows for this query."""
    filters = RegistrationFilterSet(
        query, queryset=rows, request=None, agencies=agencies_of(event.pk)
    )
    found = filters.filter_queryset(rows) if filters.is_valid() else rows
    return search(found, query.get("q", "")) if query.get("q") else found
