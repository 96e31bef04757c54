"""The letter that takes an agency its link, and the same as words to paste.

The link is a key: it goes to the address of its own agency and to nobody else.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from events.conferences import facts
from events.letters.event_facts import EventFacts, facts_of
from events.models import EventPage, Invitation
from portal import mail
from portal.models import SiteSettings
from portal.vietnamese.dates import short_moment

_OPEN = (mail.MailState.WAITING, mail.MailState.RETRYING)


@dataclass(slots=True)
class LetterOutcome:
    """What became of each: sent, or why not."""

    sent: list[Invitation] = field(default_factory=list)
    no_address: list[Invitation] = field(default_factory=list)
    on_its_way: list[Invitation] = field(default_factory=list)
    bad_address: list[Invitation] = field(default_factory=list)


def about(invitation_id: int) -> str:
    """The name under which letters about an invitation are kept."""
    return f"invitation:{invitation_id}"


def link_of(invitation: Invitation) -> str:
    """The whole address with which the agency registers its people."""
    path = reverse("delegation", args=[invitation.token])
    return f"{settings.SITE_URL.rstrip('/')}{path}"


def address_of(invitation: Invitation) -> str:
    """Where its letter goes: its own address, else the agency's; empty for neither."""
    return invitation.email or invitation.organisation.email


def send(
    event: EventPage, rows: Collection[Invitation], *, now: datetime
) -> LetterOutcome:
    """Queue each its letter, one after the other.

    A letter that still waits to be sent is not written a second time, and of two who
    press at once one writes it. Revoked ones get none. Rows come with `organisation`.
    """
    outcome = LetterOutcome()
    event_facts = facts_of({event.pk})[event.pk]
    states = mail.states(row.mail_id for row in rows if row.mail_id)
    for row in rows:
        status = states.get(row.mail_id) if row.mail_id else None
        if not address_of(row):
            outcome.no_address.append(row)
        elif status and status.state in _OPEN:
            outcome.on_its_way.append(row)
        else:
            _send_one(row, event_facts, outcome, now)
    return outcome


@transaction.atomic
def _send_one(
    row: Invitation, event_facts: EventFacts, outcome: LetterOutcome, now: datetime
) -> None:
    """First who writes the time has the letter to write."""
    mine = Invitation.objects.filter(
        pk=row.pk, revoked_at=None, mailed_at=row.mailed_at
    )
    if not mine.update(mailed_at=now):
        outcome.on_its_way.append(row)
        return
    try:
        with transaction.atomic():
            mail_id = _queue(row, event_facts)
    except mail.MailRefused:
        mine.model.objects.filter(pk=row.pk).update(mailed_at=row.mailed_at)
        outcome.bad_address.append(row)
        return
    Invitation.objects.filter(pk=row.pk).update(mail_id=mail_id)
    outcome.sent.append(row)


def _queue(row: Invitation, event_facts: EventFacts) -> int:
    event = event_facts.event
    deadline = event.terms.deadline
    return mail.queue(
        "events/invitation",
        address_of(row),
        {
            "agency": row.organisation.name,
            "contact": row.contact,
            "title": event_facts.title,
            "event": event,
            "facts": event_facts.lines,
            "when": event_facts.when,
            "event_url": event_facts.url,
            "quota": row.quota,
            "deadline": short_moment(deadline) if deadline else "",
            "link": link_of(row),
        },
        about=about(row.pk),
        reply_to=event.contact_email,
        expires_at=event.starts_at,
    )


def forget(event_id: int) -> None:
    """Remove the letters of a conference's invitations, and whose address they had."""
    rows = Invitation.objects.filter(event=event_id)
    if things := [about(pk) for pk in rows.values_list("pk", flat=True)]:
        mail.forget(about=things)
    rows.update(email="", mail_id=None)


def inviting_unit() -> str:
    """Who invites, by the full name that the portal's frame has too."""
    return SiteSettings.of_default_site().unit_name


def words_to_paste(event: EventPage, invitation: Invitation, unit: str) -> str:
    """The unit's invitation as a message, for Zalo or whatever an agency reads."""
    with translation.override(settings.LANGUAGE_CODE):
        names = {
            "unit": unit,
            "agency": invitation.organisation.name,
            "title": " ".join(event.full_title.split()),
        }
        deadline = event.terms.deadline
        lines = [
            _("%(unit)s invites %(agency)s to send people to “%(title)s”.") % names,
            *(
                f"{fact.label}: {fact.in_words or fact.value}"
                for fact in facts.besides(event, facts.DIRECTIONS)
            ),
            _("People at most: %(count)d.") % {"count": invitation.quota},
        ]
        if deadline:
            when = {"when": short_moment(deadline)}
            lines.append(_("Register before: %(when)s.") % when)
        lines.append(_("Register here: %(link)s") % {"link": link_of(invitation)})
        lines.append(_("This link is your agency's own; please do not pass it on."))
    return "\n".join(lines)
