"""The call list of one conference: whom to ring, what to say, what it came to."""

from dataclasses import dataclass, field
from operator import attrgetter

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Site

from events.enums import CallOutcome, NoticeKind, Seen
from events.letters import call_words, calls
from events.models import Announcement, Call, EventPage, Message, Registration
from events.organising import access_log
from events.organising.views.base import EventScreen
from events.organising.wording import refusal
from events.seats.errors import SeatError
from portal.models import SiteSettings, User
from portal.vietnamese.dates import short_moment

#: As many as somebody can ring in a morning; the others follow when these are done.
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One person to call: the message, and what became of calling."""

    message: Message
    call: Call | None

    @property
    def registration(self) -> Registration:
        return self.message.registration

    @property
    def has_heard(self) -> bool:
        return self.call is not None and self.call.has_heard

    @property
    def caller(self) -> str:
        return _named(self.call.by) if self.call else ""

    @property
    def until(self) -> str:
        return call_words.until_words(self.registration.offer_until)


@dataclass(slots=True)
class Subject:
    """One thing people are called about, and the messages of it."""

    key: str
    title: str
    script: str
    rows: list[Line] = field(default_factory=list)

    @property
    def heard(self) -> int:
        return sum(line.has_heard for line in self.rows)

    @property
    def waiting(self) -> int:
        return len(self.rows) - self.heard


class CallsView(EventScreen):
    """People by what they are to be told; one tick each, by whom and when."""

    template_name = "events/admin/calls.html"
    page_title = gettext_lazy("Call list")
    header_icon = "mobile-alt"

    @cached_property
    def subjects(self) -> list[Subject]:
        """The newest first, in four queries however many people there are."""
        rows = list(calls.in_order(calls.call_list([self.event.pk])))
        texts = _texts(rows)
        found: dict[str, Subject] = {}
        for row in sorted(rows, key=attrgetter("pk"), reverse=True):
            if (key := _key(row)) not in found:
                found[key] = self._subject(key, row, texts)
        for row in rows:
            found[_key(row)].rows.append(Line(row, getattr(row, "call", None)))
        return list(found.values())

    @cached_property
    def subject(self) -> Subject | None:
        """The one asked for, else the first with somebody to call."""
        asked = self.request.GET.get("ve", "")
        waiting = [one for one in self.subjects if one.waiting]
        chosen = [one for one in self.subjects if one.key == asked]
        return next(iter([*chosen, *waiting, *self.subjects]), None)

    @cached_property
    def unit(self) -> str:
        site = Site.find_for_request(self.request)
        return (SiteSettings.for_site(site) if site else SiteSettings()).unit_name

    def _subject(self, key: str, row: Message, texts: dict[str, str]) -> Subject:
        notice, left = NoticeKind(row.notice), _left(row)
        return Subject(
            key,
            call_words.heading(notice, self.event, left=left),
            call_words.script(
                notice,
                self.event,
                unit=self.unit,
                text=texts.get(row.key, ""),
                left=left,
            ),
        )

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        message = self._asked(request.POST.get("call", ""))
        name = message.registration.name
        if "undo" in request.POST:
            calls.undo(message)
            messages.success(
                request, _("%(name)s is to be called again.") % {"name": name}
            )
            return redirect(self._back())
        outcome = request.POST.get("outcome", "")
        if outcome not in CallOutcome.values:
            messages.error(request, _("Choose what the call came to."))
            return redirect(self._back(message))
        try:
            calls.record(
                message, CallOutcome(outcome), by=request.user, now=timezone.now()
            )
        except calls.AlreadyCalled as error:
            messages.warning(request, _done_by(error, name))
        except SeatError as error:
            messages.error(request, f"{name}: {refusal(error)}")
        return redirect(self._back(message))

    def _asked(self, typed: str) -> Message:
        """The message of this conference's list. Raises Http404."""
        if not (typed.isascii() and typed.isdecimal() and len(typed) < 18):
            raise Http404
        rows = calls.call_list([self.event.pk]).select_related("registration")
        if (row := rows.filter(pk=typed).first()) is None:
            raise Http404
        return row

    def _back(self, message: Message | None = None) -> str:
        url = reverse("event_calls", args=[self.event.pk])
        about = self.request.POST.get("ve", "")
        known = about if about in {one.key for one in self.subjects} else ""
        # Who knows sinks: the next to call then stands where this line stood.
        is_done = "heard" in self.request.POST.get("outcome", "")
        anchor = "#danh-sach" if is_done or not message else f"#goi-{message.pk}"
        return f"{url}?ve={known}{anchor}" if known else f"{url}{anchor}"

    def get_context_data(self, **kwargs) -> dict:
        subject = self.subject
        rows = subject.rows[:AT_ONCE] if subject else []
        if rows:
            access_log.note(
                Seen.LIST,
                user=self.request.user,
                event_id=self.event.pk,
                how_many=len(rows),
                now=timezone.now(),
                asked=_("call list"),
            )
        return super().get_context_data(
            **kwargs,
            subject=subject,
            subjects=self.subjects,
            rows=rows,
            beyond=len(subject.rows) - len(rows) if subject else 0,
            outcomes=CallOutcome.choices,
        )


def _key(row: Message) -> str:
    """What the message tells of: the same announcement, or the same kind of news."""
    if row.key.startswith("announcement:"):
        return f"{row.notice}-{row.key.partition(':')[2]}"
    left = _left(row)
    return f"{row.notice}-{left.pk}" if left else str(row.notice)


def _left(row: Message) -> EventPage | None:
    """The conference somebody was moved away from."""
    before = row.registration.replaces
    is_exchange = row.notice == NoticeKind.EXCHANGED
    return before.event if before and is_exchange else None


def _texts(rows: list[Message]) -> dict[str, str]:
    """What the organisers wrote to everybody, by the messages' key."""
    ids = {row.key.partition(":")[2] for row in rows}
    found = Announcement.objects.filter(pk__in=[pk for pk in ids if pk.isdecimal()])
    return {one.key: one.text for one in found}


def _done_by(error: calls.AlreadyCalled, name: str) -> str:
    return _("%(name)s was told already: %(by)s, %(when)s.") % {
        "name": name,
        "by": _named(error.call.by) or "–",
        "when": short_moment(error.call.at),
    }


def _named(user: User | None) -> str:
    return (user.get_full_name() or user.get_username()) if user else ""
