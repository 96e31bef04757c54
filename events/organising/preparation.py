"""What leads up to a conference, on its path: page, invitations, people, materials.

Of a conference that is over only what was done is left: the rest can be done no more.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.enums import SEATED, NoticeKind, RegistrationState
from events.letters import calls
from events.models import EventPage, Invitation, Message, Registration
from events.organising.steps import PathPhase, Step, states_steps
from portal.models import User
from portal.vietnamese.dates import local, short_date, short_moment

BEFORE = PathPhase.BEFORE


@states_steps
def page_and_materials(event: EventPage, user: User, now: datetime) -> Iterator[Step]:
    """The public page, and what is handed out; both are typed in the page itself."""
    edit = reverse("wagtailadmin_pages:edit", args=[event.pk])
    may_edit = event.permissions_for_user(user).can_edit()
    waits = "" if may_edit else _("Whoever edits the page does it")
    title = _("Public page")
    if event.live:
        since = event.first_published_at
        text = _("published %(when)s") % {"when": short_moment(since)} if since else ""
        url = event.get_url() or ""
        yield Step(BEFORE, 10, title, text, url, _("See it"), is_done=True)
    else:
        text, url = _("Nobody can see it yet"), edit if may_edit else ""
        yield Step(BEFORE, 10, title, text, url, _("Finish and publish"), waits)
    title, count = _("Materials"), len(event.get_materials())
    if count:
        text = ngettext("%(count)s document", "%(count)s documents", count)
        text, url = text % {"count": count}, edit if may_edit else ""
        yield Step(BEFORE, 80, title, text, url, _("See them"), is_done=True)
    elif not event.terms.is_over(now):
        text, url = _("None is attached to the page yet"), edit if may_edit else ""
        yield Step(BEFORE, 80, title, text, url, _("Attach materials"), waits)


@states_steps
def invitations(event: EventPage, user: User, now: datetime) -> Iterator[Step]:
    """Done once every agency has its letter, or has answered the link it was handed."""
    answered = Exists(Registration.objects.filter(invitation=OuterRef("pk")))
    rows = (
        Invitation.objects.filter(event=event, revoked_at=None)
        .annotate(answered=answered)
        .aggregate(
            agencies=Count("pk"),
            mailed=Count("pk", filter=Q(mailed_at__isnull=False)),
            left=Count("pk", filter=Q(mailed_at=None, answered=False)),
        )
    )
    is_done = bool(rows["agencies"]) and not rows["left"]
    if not is_done and event.terms.is_over(now):
        return
    text = ngettext(
        "%(agencies)s agency, %(mailed)s letters sent",
        "%(agencies)s agencies, %(mailed)s letters sent",
        rows["agencies"],
    )
    yield Step(
        BEFORE,
        20,
        _("Invitations of agencies"),
        text % rows if rows["agencies"] else _("No agency is invited by a link yet"),
        reverse("invitations", args=[event.pk]),
        _("See them") if is_done else _("Invite agencies"),
        is_done=is_done,
    )


@states_steps
def registrations(event: EventPage, user: User, now: datetime) -> Iterator[Step]:
    """Done while nobody waits for a decision."""
    rows = Registration.objects.filter(event=event).aggregate(
        confirmed=Count("pk", filter=Q(state__in=SEATED)),
        pending=Count("pk", filter=Q(state=RegistrationState.PENDING)),
    )
    is_over = event.terms.is_over(now)
    url, title = reverse("registrations", args=[event.pk]), _("Registration")
    people, pending = rows["confirmed"], rows["pending"]
    text = ngettext("%(count)s person", "%(count)s people", people)
    text = text % {"count": people}
    if pending and not is_over:
        waiting = ngettext("%(count)s to approve", "%(count)s to approve", pending)
        text = f"{text}, {waiting % {'count': pending}}"
        to_approve = f"{url}?state={RegistrationState.PENDING.value}"
        yield Step(BEFORE, 30, title, text, to_approve, _("Approve"))
    elif people:
        yield Step(BEFORE, 30, title, text, url, _("The list"), is_done=True)
    elif not is_over:
        yield Step(BEFORE, 30, title, waits=_without_people(event, now))


@states_steps
def reminder(event: EventPage, user: User, now: datetime) -> Iterator[Step]:
    """Goes out by itself; nothing to press."""
    rows = Message.objects.filter(registration__event=event, notice=NoticeKind.REMINDER)
    count, title = rows.count(), _("Reminder by letter")
    if count:
        text = ngettext("%(count)s reminder sent", "%(count)s reminders sent", count)
        url = reverse("registrations", args=[event.pk])
        text = text % {"count": count}
        yield Step(BEFORE, 40, title, text, url, _("The list"), is_done=True)
    elif event.starts_on and local(now).date() < event.starts_on:
        waits = _("Goes out by itself, a week and a day before")
        yield Step(BEFORE, 40, title, waits=waits)


@states_steps
def people_to_call(event: EventPage, user: User, now: datetime) -> Iterator[Step]:
    """Whom no letter reached; where nobody was ever to be called it is no step."""
    listed = calls.call_list([event.pk]).count()
    left = calls.waiting_counts([event.pk]).get(event.pk, 0)
    if not listed or (left and event.terms.is_over(now)):
        return
    reached = {"reached": listed - left, "all": listed}
    text = _("%(reached)s of %(all)s people have heard it") % reached
    url = reverse("event_calls", args=[event.pk])
    button = _("Go on calling") if left else _("See them")
    title = _("Call those without e-mail")
    yield Step(BEFORE, 50, title, text, url, button, is_done=not left)


def _without_people(event: EventPage, now: datetime) -> str:
    if not event.terms.registration:
        return _("Registration is switched off on the page")
    if event.opens_at and event.opens_at > now:
        return _("Opens on %(day)s") % {"day": short_date(event.opens_at.date())}
    return _("Nobody has registered yet")
