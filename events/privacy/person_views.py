"""The person behind a request, found across conferences."""

from collections import Counter
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from events.enums import LIVE, Seen
from events.models import Registration
from events.organising import access_log
from events.organising.permissions import sees_all, visible_events
from events.organising.wording import TONES
from events.privacy.admin_views import OfRequest, RequestView
from events.privacy.forms import SearchForm
from events.privacy.person_search import MOST, find
from portal.models import Subscriber
from portal.search_results import keep, kept
from portal.subscriptions.verbs import of_address, titles


class OfPerson(OfRequest):
    """What is done about a person while the request is open, and only then."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.has_permission() and self.asked.answered_at:
            return redirect(self.url)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return redirect(self.url)

    def note(self, what: Seen, rows: Iterable[Registration], words: str = "") -> None:
        """Write the look down under each conference it reached, or under none."""
        counts = Counter(row.event_id for row in rows) or {None: 0}
        for event_id, how_many in counts.items():
            self._note(what, event_id, how_many, words)

    def note_follower(self, words: str) -> None:
        """Write down what was seen or done of an address that news is sent to."""
        self._note(Seen.PERSON, None, 1, words)

    def _note(self, what: Seen, event_id: int | None, how_many: int, words: str):
        access_log.note(
            what,
            user=self.request.user,
            event_id=event_id,
            how_many=how_many,
            now=self.now,
            asked=", ".join(filter(None, (self.asked.code, words))),
        )


class PeopleView(OfPerson, RequestView):
    """The request, with the registrations of whom the office looks for.

    Asked by POST, so that no name stands in an address; each look is written down.
    What was found has an address of its own, for whoever comes back from a row.
    """

    @property
    def _name(self) -> str:
        return f"data-request-found-{self.asked.pk}"

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        search = SearchForm(request.POST)
        if not search.is_valid():
            return self.render_to_response(self.get_context_data(search=search))
        rows = find(**search.cleaned_data, events=visible_events(request.user))
        subscriber = self._subscriber(search.cleaned_data["contact"])
        self._note_search(search.by, rows, subscriber)
        found = {
            "rows": [row.pk for row in rows],
            "sure": [row.pk for row in rows if row.is_sure],
            "follower": subscriber.pk if subscriber else None,
        }
        keep(request, self._name, found, now=self.now)
        people = reverse("data_request_people", args=[self.asked.pk])
        return redirect(f"{people}#people")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        found = kept(request, self._name, now=self.now)
        if found is None:
            return redirect(self.url)
        rows = rows_of(found["rows"], visible_events(request.user))
        follower = self._follower(found["follower"])
        if not (rows or follower) and (found["rows"] or found["follower"]):
            return redirect(self.url)  # erased since
        self._describe(rows, sure=set(found["sure"]))
        context = self.get_context_data(
            rows=sorted(rows, key=lambda row: not row.is_sure),
            is_searched=True,
            is_cut=len(found["rows"]) == MOST,
            is_part=not sees_all(request.user),
            **follower,
        )
        return self.render_to_response(context)

    def _note_search(self, by: str, rows: list, subscriber: Subscriber | None) -> None:
        """By what kind of words, and what it found: a line of the log for each."""
        looked = _("looked for by %(words)s") % {"words": by}
        if rows or not subscriber:
            self.note(Seen.PERSON, rows, looked)
        if subscriber:
            found = _("an address that news is sent to")
            self.note_follower(f"{looked}: {found}")

    def _subscriber(self, contact: str) -> Subscriber | None:
        """Who follows by letter at this address, for who may see everybody."""
        if "@" not in contact or not sees_all(self.request.user):
            return None
        return of_address(contact)

    def _follower(self, pk: int | None) -> dict:
        if pk is None or not sees_all(self.request.user):
            return {}
        subscriber = Subscriber.objects.filter(pk=pk).first()
        if subscriber is None:
            return {}
        return {"follower": subscriber.email, "followed": titles(subscriber)}

    def _describe(self, rows: list[Registration], *, sure: set[int]) -> None:
        for row in rows:
            row.is_sure = row.pk in sure
            row.tone = TONES[row.state]
            row.may_correct = row.state in LIVE


def rows_of(ids: Iterable[int], events) -> list[Registration]:
    """What is left of these registrations in these conferences, the newest first."""
    rows = Registration.objects.filter(
        pk__in=list(ids), forgotten_at=None, event__in=events.order_by().values("pk")
    )
    rows = rows.select_related("event", "organisation").defer("event__body")
    return list(rows.order_by("-pk"))
