"""What is done to registrations: each moved from state to state, logged, with
notices of it.

Only `events.seats.transaction` opens a journal, under the conference's lock.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from events.enums import Action, NoticeKind, RegistrationState
from events.models import (
    Consent,
    Invitation,
    Registration,
    RegistrationChange,
    Submission,
)
from events.models.attendees import Agreed, Attendee
from events.models.keys import new_code, new_token
from events.seats import notices
from events.seats.errors import AlreadyRegistered, WrongSubmission
from events.seats.queries import MOVED, move
from events.seats.rows import Rows, is_namesake
from portal.kept_inserts import insert, insert_new

State = RegistrationState


class Journal(Rows):
    """What one transaction does to the registrations of one conference."""

    def __init__(self, *of_conference: Any, **by_whom: Any) -> None:
        super().__init__(*of_conference, **by_whom)
        self._submission: Submission | None = None
        self._changes: list[RegistrationChange] = []
        self._notices: list[notices.Notice] = []

    def delegation(self, invitation: Invitation) -> dict[int, Registration]:
        """The live registrations of an invitation by id, first in line first."""
        rows = self.registrations.live().filter(invitation=invitation)
        return {row.pk: row for row in rows.order_by("sequence")}

    def sent_before(self, key: UUID) -> list[Registration] | None:
        """What this form made the first time; None, for `submit`, when it is new.

        Raises WrongSubmission for the key of another conference's form.
        """
        submission = Submission(key=key, event_id=self.event.pk, received_at=self.now)
        if insert_new([submission], "key"):
            self._submission = submission
            return None
        submission = Submission.objects.get(pk=key)
        if submission.event_id != self.event.pk:
            raise WrongSubmission
        return list(submission.registrations.order_by("sequence"))

    def submit(self, key: UUID) -> Submission:
        """The row that `sent_before` wrote of a form with this key."""
        if self._submission is None or self._submission.key != key:
            raise LookupError("nobody asked whether it was sent before")
        return self._submission

    def append(
        self,
        attendee: Attendee,
        *,
        agreed: Agreed | None,
        submission: Submission | None = None,
        invitation: Invitation | None = None,
        needs_approval: bool = False,
        reason: str = "",
        is_held: bool = False,
        may_repeat: bool = False,
        has_namesakes: bool = False,
    ) -> Registration:
        """Put somebody at the end of the line. Raises AlreadyRegistered.

        Where it `may_repeat`, who is here already is registered once more, marked as
        the same, and the first registration is told. With `has_namesakes` two of one
        name and no telephone are two people if they come from two agencies.
        """
        self.count.last_sequence += 1
        row = self._row(
            attendee,
            state=State.PENDING if needs_approval else State.WAITING,
            sequence=self.count.last_sequence,
            submission=submission,
            invitation=invitation,
            is_held=is_held,
        )
        if first := self._settle_code(row):
            if may_repeat:
                row.duplicate_of = first
                self.notify(first, NoticeKind.REPEATED, key=str(row.sequence))
            elif not (has_namesakes and is_namesake(row, first)):
                raise AlreadyRegistered(first)
            row.set_apart()
        self._insert(row, agreed)
        self.log(row, Action.REGISTERED, before="", reason=reason)
        return row

    def hand_over(
        self, row: Registration, attendee: Attendee, *, agreed: Agreed | None, key: UUID
    ) -> Registration:
        """Put a colleague into this place: same state, same number, a new ticket."""
        successor = self._row(
            attendee,
            state=row.state,
            sequence=row.sequence,
            submission=self.submit(key),
            invitation_id=row.invitation_id,
            offer_until=row.offer_until,
            replaces=row,
        )
        # First out, then in: the number in line belongs to one live row at a time.
        self.move(row, State.TRANSFERRED, Action.TRANSFERRED)
        self._ensure_new(successor)
        self._insert(successor, agreed)
        self.log(successor, Action.REGISTERED, before="")
        return successor

    def leave_for_another(self, row: Registration, *, reason: str = "") -> None:
        """End a registration whose holder is entered at another conference.

        The ticket's address and code go along: this row gets new ones, nobody's.
        """
        row.token, row.code, row.offer_until = new_token(), new_code(), None
        self._settle_code(row)
        row.save(update_fields=["token", "code"])
        self.move(row, State.EXCHANGED, Action.EXCHANGED, reason=reason)

    def enter_from_another(
        self,
        left: Registration,
        *,
        token: str,
        code: str,
        state: State,
        invitation: Invitation | None = None,
        reason: str = "",
    ) -> Registration:
        """Put whoever `left` another conference at the end of this line.

        What was agreed to goes along, as it was said. The code is another one where
        somebody here has it. Raises AlreadyRegistered.
        """
        self.count.last_sequence += 1
        row = self._row(
            left.attendee,
            state=state,
            sequence=self.count.last_sequence,
            token=token,
            invitation=invitation,
            replaces=left,
        )
        row.code = code
        row.describe(left.attendee)
        self._ensure_new(row)
        self._insert(row, None)
        Consent.objects.bulk_create(_copied(left.consents.all(), row))
        self.log(row, Action.EXCHANGED, before="", reason=reason)
        return row

    def rewrite(self, row: Registration, attendee: Attendee) -> None:
        """Replace the details. Raises AlreadyRegistered."""
        row.describe(attendee)
        self._ensure_new(row)
        row.revision += 1
        row.changed_at = self.now
        row.save()
        self.log(row, Action.CORRECTED)

    def move(
        self,
        row: Registration,
        state: State,
        action: Action,
        *,
        notice: NoticeKind | None = None,
        reason: str = "",
    ) -> None:
        """Bring one registration to another state, and write down that it was."""
        before, row.state = row.state, state
        row.changed_at = self.now
        row.revision += 1
        moved = {name: getattr(row, name) for name in MOVED}
        move.write(pk=row.pk, **moved)
        self.became(state, before=before)
        self.log(row, action, before=before, reason=reason)
        if notice:
            self.notify(row, notice, reason=reason)

    def log(
        self,
        row: Registration,
        action: Action,
        *,
        before: str | None = None,
        reason: str = "",
    ) -> None:
        self._changes.append(
            RegistrationChange(
                registration=row,
                at=self.now,
                action=action,
                before=row.state if before is None else before,
                after=row.state,
                channel=self.channel,
                actor=self.actor,
                reason=reason,
            )
        )

    def notify(
        self,
        row: Registration,
        kind: NoticeKind,
        *,
        reason: str = "",
        key: str = "",
    ) -> None:
        self._notices.append(notices.Notice(row, kind, reason, key))

    def write_down(self) -> None:
        """Log what was done and send its notices: the last thing before the commit."""
        insert(self._changes)
        notices.send(self._notices, now=self.now)


def _copied(said: Iterable[Consent], row: Registration) -> list[Consent]:
    """The same evidence for another registration of the same person."""
    return [
        Consent(
            registration=row,
            purpose=one.purpose,
            given=one.given,
            text_version=one.text_version,
            at=one.at,
            channel=one.channel,
            actor_id=one.actor_id,
        )
        for one in said
    ]
