"""A draft held against the delegation as it is: what changes, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from events.delegations.columns import EMAIL, NAME, NOTE, PHONE, Checked, check
from events.delegations.diff import DETAILS, Difference, diff, person
from events.delegations.reader import Draft, DraftRow
from events.delegations.wording import (
    Flaw,
    already_here,
    already_in_delegation,
    cell_flaw,
    name_again,
    number_in_note,
    phone_again,
    phone_read,
    repeated,
    slip_in_address,
)
from events.models import Invitation, Registration
from events.models.attendees import Attendee
from events.models.keys import person_key
from portal.forms.mail_addresses import meant
from portal.vietnamese.personal_numbers import personal_numbers

_ATTENDEE = tuple(detail.name for detail in fields(Attendee))


@dataclass(slots=True)
class ReviewedRow:
    """A row with what is wrong in it, and what its author should look at."""

    draft: DraftRow
    attendee: Attendee | None = None
    flaws: list[Flaw] = field(default_factory=list)
    warnings: list[Flaw] = field(default_factory=list)

    @property
    def number(self) -> int:
        return self.draft.number

    @property
    def counts(self) -> bool:
        """Whether the row goes into the delegation as it stands."""
        return not (self.flaws or self.draft.skip)


@dataclass(slots=True)
class Review:
    """`members` are the delegation's live registrations by id."""

    draft: Draft
    rows: list[ReviewedRow]
    difference: Difference
    members: Mapping[int, Registration]
    quota: int

    @property
    def flawed(self) -> list[ReviewedRow]:
        return [row for row in self.rows if row.flaws]

    @property
    def opened(self) -> list[ReviewedRow]:
        """Good rows that their author wants to correct or to leave out."""
        return [row for row in self.rows if row.draft.opened and not row.flaws]

    @property
    def unchanged(self) -> list[Registration]:
        return [self.members[id_] for id_ in self.difference.unchanged]

    @property
    def missing(self) -> list[Registration]:
        """Members the new list lacks: none, unless it was a list of all."""
        return [self.members[id_] for id_ in self.difference.missing]

    def size(self, leaving: int = 0) -> int:
        """How many the delegation has once this is saved."""
        return len(self.members) + len(self.difference.added) - leaving


def attendee_of(registration: Registration) -> Attendee:
    """The details of a registration as the seat verbs take them."""
    return Attendee(**{name: getattr(registration, name) for name in _ATTENDEE})


def review(
    draft: Draft, invitation: Invitation, members: Mapping[int, Registration]
) -> Review:
    """Check every row, by itself, within the list, and against the conference."""
    old = {id_: attendee_of(row) for id_, row in members.items()}
    rows = [_checked(row, draft, invitation) for row in draft.rows]
    _compare_within(rows)
    _compare_outside(rows, draft, invitation, old)
    new = [row.attendee for row in rows if row.counts and row.attendee]
    if draft.whole:
        given = [name for name in DETAILS if name in draft.given]
        difference = diff(old, new, given=given)
    else:
        difference = Difference(added=tuple(new))
    return Review(draft, rows, difference, members, invitation.quota)


def _checked(row: DraftRow, draft: Draft, invitation: Invitation) -> ReviewedRow:
    checked = check(row.cells, draft.given)
    wrong = checked.problems | row.unread
    if wrong:
        flaws = [
            cell_flaw(key, wrong[key], row.cells.get(key, ""))
            for key in draft.given
            if key in wrong
        ]
        return ReviewedRow(row, flaws=flaws)
    return ReviewedRow(
        row,
        attendee=_attendee(checked, invitation),
        warnings=_to_look_at(checked),
    )


def _to_look_at(checked: Checked) -> list[Flaw]:
    """Cells that are taken as they were read, and may be meant otherwise."""
    phone, values = checked.values[PHONE], checked.values
    right = meant(values.get(EMAIL, ""))
    return [
        *(phone_read(phone, change) for change in phone.changes),
        *([slip_in_address(right)] if right else []),
        *map(number_in_note, personal_numbers(values.get(NOTE, ""))),
    ]


def _attendee(checked: Checked, invitation: Invitation) -> Attendee:
    values = checked.values
    return Attendee(
        **{**values, PHONE: values[PHONE].e164},
        organisation_name=invitation.organisation.name,
        organisation_id=invitation.organisation_id,
    )


def _compare_within(rows: list[ReviewedRow]) -> None:
    """One person twice is a flaw; one phone or one name twice may be right."""
    people: dict[tuple, int] = {}
    phones: dict[str, int] = {}
    names: dict[str, int] = {}
    for row in rows:
        if row.attendee is None:
            continue
        who = person(row.attendee)
        name, phone = who
        if who in people:
            row.flaws.append(repeated(people[who]))
            continue
        if row.draft.skip:
            continue
        if phone in phones:
            row.warnings.append(phone_again(phones[phone]))
        if name in names:
            row.warnings.append(name_again(names[name]))
        people[who] = row.number
        phones.setdefault(phone, row.number)
        names.setdefault(name, row.number)


def _compare_outside(
    rows: list[ReviewedRow],
    draft: Draft,
    invitation: Invitation,
    old: Mapping[int, Attendee],
) -> None:
    """Whoever holds a place at this conference already cannot take a second one."""
    good = {}
    for row in rows:
        if row.attendee and not row.flaws:
            good[person_key(row.attendee.name, row.attendee.phone)] = row
    others = Registration.objects.live().filter(
        event_id=invitation.event_id, person_key__in=list(good)
    )
    mine = {person_key(one.name, one.phone) for one in old.values()}
    for key in set(others.values_list("person_key", flat=True)):
        if key not in mine:
            good[key].flaws.append(already_here())
        elif not draft.whole:
            good[key].flaws.append(already_in_delegation())


def note_taken(result: Review, taken: Registration) -> bool:
    """Mark the row of whoever was registered elsewhere in the meantime."""
    for row in result.rows:
        one = row.attendee
        if one and person_key(one.name, one.phone) == taken.person_key:
            row.flaws.append(Flaw(NAME, already_here().message))
            return True
    return False
