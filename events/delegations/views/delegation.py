"""An agency's own page: who of it comes, and the ways to add people.

Whoever has the address may use it: the address is the key. So nothing that leads
here is cached, indexed or passed on, and forms need no second proof.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from events.conferences.facts import when
from events.conferences.status import Status, status_of
from events.delegations.forms.people import ROWS_SHOWN, RowsForm, UploadForm
from events.delegations.template import CONTENT_TYPE, template
from events.delegations.tickets import message, tickets_of
from events.enums import LIVE, SEATED, Circumstance, RegistrationState
from events.models import Invitation, Registration
from portal.file_names import saved_as
from portal.guard.responses import secret

PAGE = "events/delegation_page.html"
GONE = "events/delegation_gone.html"
SAVED, LOST, NO_PDF = "da-luu", "het-han", "in"


@dataclass
class Delegation:
    """An invitation with its people, as the page shows them at a moment."""

    invitation: Invitation
    now: datetime
    members: list[Registration] = field(default_factory=list)
    left: list[Registration] = field(default_factory=list)

    def __post_init__(self) -> None:
        rows = self.invitation.registrations.filter(forgotten_at=None)
        for row in sorted(rows, key=lambda row: (row.name_key, row.pk)):
            (self.members if row.state in LIVE else self.left).append(row)

    @property
    def event(self):
        return self.invitation.event

    @property
    def url(self) -> str:
        return reverse("delegation", args=[self.invitation.token])

    @property
    def by_id(self) -> dict[int, Registration]:
        return {row.pk: row for row in sorted(self.members, key=lambda r: r.sequence)}

    @cached_property
    def status(self) -> Status:
        return status_of(self.event, self.now)

    @property
    def may_add(self) -> bool:
        return self.status.terms.window_is_open(self.now)

    @property
    def may_edit(self) -> bool:
        """Details are corrected, and people leave, until it starts."""
        called_off = self.event.circumstance == Circumstance.CANCELLED
        return not (called_off or self.status.terms.has_started(self.now))

    @property
    def free(self) -> int:
        """How many more the invitation is for."""
        return max(self.invitation.quota - len(self.members), 0)

    @property
    def seated(self) -> int:
        return sum(row.state in SEATED for row in self.members)

    @property
    def waiting(self) -> int:
        return sum(row.state == RegistrationState.WAITING for row in self.members)

    @property
    def pending(self) -> int:
        return sum(row.state == RegistrationState.PENDING for row in self.members)


def for_delegation(*methods: str) -> Callable:
    """A view of one invitation: it gets the delegation, or the page says why not.

    Browsers that send no referrer say no origin either, so the check of it would
    refuse them; who knows the token needs no form of ours to use it.
    """

    def decorate(view: Callable) -> Callable:
        @csrf_exempt
        @require_http_methods([*methods, "OPTIONS"])
        @wraps(view)
        def answer(request: HttpRequest, token: str, *args, **kwargs) -> HttpResponse:
            invitation = _invitation(token)
            if invitation is None:
                return secret(_gone(request, None, status=404))
            if invitation.revoked_at or not invitation.event.live:
                return secret(_gone(request, invitation, status=410))
            delegation = Delegation(invitation, timezone.now())
            return secret(view(request, delegation, *args, **kwargs))

        return answer

    return decorate


def _invitation(token: str) -> Invitation | None:
    rows = Invitation.objects.filter(token=token).defer("event__body")
    related = ("organisation", "event__seats", "event__locality")
    return rows.select_related(*related).first()


def _gone(request: HttpRequest, invitation: Invitation | None, *, status: int):
    withdrawn = invitation is not None and invitation.event.live
    context = {"title": _("This link does not work"), "canonical_url": ""}
    if withdrawn:
        context["title"] = _("This invitation was withdrawn")
        context["event"] = invitation.event
        context["event_url"] = invitation.event.get_url(request)
    return render(request, GONE, context, status=status)


@for_delegation("GET", "HEAD")
def delegation(request: HttpRequest, mine: Delegation) -> HttpResponse:
    """The list of the delegation, and the ways to add to it."""
    news = next((word for word in (SAVED, LOST, NO_PDF) if word in request.GET), "")
    return page(request, mine, news=news)


def page(
    request: HttpRequest,
    mine: Delegation,
    *,
    upload: UploadForm | None = None,
    rows: RowsForm | None = None,
    form=None,
    news: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page with what was filled in; `form` is the one with errors."""
    tickets = tickets_of(mine.event, mine.members, now=mine.now)
    context = {
        "title": _("Attendees of %(agency)s") % {"agency": mine.invitation},
        "mine": mine,
        "canonical_url": "",
        "event": mine.event,
        "status": mine.status,
        "event_url": mine.event.get_url(request),
        "when": when(mine.event),
        "upload": upload or UploadForm(),
        "rows": rows or RowsForm(rows=ROWS_SHOWN),
        "form": form,
        "news": news,
        "tickets": tickets,
        "message": message(mine.event, tickets) if tickets else "",
    }
    return render(request, PAGE, context, status=status)


@for_delegation("GET", "HEAD")
def delegation_template(request: HttpRequest, mine: Delegation) -> HttpResponse:
    """The workbook to fill in."""
    response = HttpResponse(template(mine.invitation), content_type=CONTENT_TYPE)
    name = f"mau-danh-sach-{mine.event.slug}.xlsx"
    response["Content-Disposition"] = saved_as(name)
    return response


def back(mine: Delegation, word: str = "") -> HttpResponse:
    return redirect(f"{mine.url}?{word}" if word else mine.url)
