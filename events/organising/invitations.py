"""Invitations of agencies: made for many at once, sent, changed, revoked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Q

from events.enums import LIVE
from events.letters.invitations import (
    address_of,
    inviting_unit,
    link_of,
    words_to_paste,
)
from events.models import EventPage, Invitation
from portal import mail
from portal.models import Organisation

_LIVE = Count("registrations", filter=Q(registrations__state__in=LIVE))


def invitations_of(event: EventPage):
    """The event's invitations with `registered`, valid ones first, by name."""
    rows = Invitation.objects.filter(event=event).select_related("organisation")
    return rows.annotate(registered=_LIVE).order_by(
        "revoked_at", "organisation__sort_key", "pk"
    )


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """An invitation with what its line shows: link, words, address, its letter."""

    row: Invitation
    link: str
    words: str
    address: str
    letter: mail.MailStatus | None

    @property
    def failed(self) -> bool:
        failed = (mail.MailState.FAILED, mail.MailState.EXPIRED)
        return self.letter is not None and self.letter.state in failed

    @property
    def tone(self) -> str:
        if self.failed or not self.address:
            return "bad"
        if self.letter is None:
            return "good" if self.row.mailed_at else "todo"
        return "good" if self.letter.state == mail.MailState.SENT else "wait"

    @property
    def is_to_send(self) -> bool:
        """Whether a letter could go and none has."""
        return bool(self.address) and self.row.mailed_at is None


def described(event: EventPage, rows: Iterable[Invitation]) -> list[InvitationRow]:
    """What the lines of these invitations show, in one query for all letters."""
    rows = list(rows)
    unit = inviting_unit()
    letters = mail.states(row.mail_id for row in rows if row.mail_id)
    return [
        InvitationRow(
            row,
            link_of(row),
            words_to_paste(event, row, unit),
            address_of(row),
            letters.get(row.mail_id) if row.mail_id else None,
        )
        for row in rows
    ]


def write_addresses(event: EventPage, typed: Mapping[int, str]) -> None:
    """Keep these addresses, by the id of the invitation; they are checked already.

    The agency's own address is not copied: a new one in the list of agencies counts.
    """
    rows = Invitation.objects.filter(event=event, pk__in=typed, revoked_at=None)
    changed = []
    for row in rows.select_related("organisation"):
        address = typed[row.pk]
        own = "" if address == row.organisation.email else address
        if own != row.email:
            row.email = own
            changed.append(row)
    Invitation.objects.bulk_update(changed, ["email"])


def to_invite(event: EventPage):
    """The agencies of today that hold no valid invitation yet."""
    invited = Invitation.objects.filter(event=event, revoked_at=None)
    day = event.starts_on
    rows = Organisation.objects.exclude(pk__in=invited.values("organisation"))
    if day:
        rows = rows.exclude(valid_to__lt=day).exclude(valid_from__gt=day)
    return rows


@transaction.atomic
def invite(
    event: EventPage,
    quotas: Iterable[tuple[Organisation, int]],
    *,
    note: str,
    now: datetime,
) -> int:
    """Invite each agency for so many people; who is invited already stays so.

    Returns how many invitations were made.
    """
    before = Invitation.objects.filter(event=event).count()
    Invitation.objects.bulk_create(
        [
            Invitation(
                event=event,
                organisation=agency,
                quota=quota,
                note=note,
                created_at=now,
            )
            for agency, quota in quotas
        ],
        ignore_conflicts=True,
    )
    return Invitation.objects.filter(event=event).count() - before


def revoke(invitation: Invitation, *, now: datetime) -> bool:
    """End the link; those registered through it keep their places."""
    valid = Invitation.objects.filter(pk=invitation.pk, revoked_at=None)
    return bool(valid.update(revoked_at=now))
