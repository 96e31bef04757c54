"""What the organiser does to registrations, each through `events.seats`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from events import seats
from events.enums import LIVE, Channel, RegistrationState
from events.letters import announcements
from events.models import Registration
from events.organising.wording import exchange_refusal, refusal
from events.seats.errors import SeatError, SeatsBusy

State = RegistrationState
# More than this many verbs take longer than somebody waits for an answer.
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class BulkAction:
    """A button: what it is called, asks, promises, and does to one registration."""

    code: str
    label: object
    explains: object
    done: object
    states: tuple[str, ...]
    run: Callable[[Registration, Mapping, datetime, object], object]
    reason_needed: bool = False
    takes_reason: bool = False
    serious: bool = False
    chooses_event: bool = False
    icon: str = "check"
    refusal: Callable[[SeatError], str] = refusal


@dataclass(slots=True)
class Outcome:
    """How many it was done for, and whom not and why. `left` were not tried."""

    done: int = 0
    refused: list[tuple[Registration, str]] = field(default_factory=list)
    left: int = 0


def _approve(row, answers, now, actor):
    return seats.approve(row.pk, now=now, actor=actor)


def _reject(row, answers, now, actor):
    return seats.reject(row.pk, reason=answers["reason"], now=now, actor=actor)


def _promote(row, answers, now, actor):
    return seats.promote(row.pk, reason=answers["reason"], now=now, actor=actor)


def _exchange(row, answers, now, actor):
    return seats.exchange(
        row.pk, answers["to"], now=now, actor=actor, reason=answers["reason"]
    )


def _cancel(row, answers, now, actor):
    return seats.cancel(
        row.pk,
        now=now,
        channel=Channel.ORGANISER,
        actor=actor,
        reason=answers["reason"],
    )


def _send_again(row, answers, now, actor):
    announcements.send_again([row], now=now)


BULK_ACTIONS = {
    action.code: action
    for action in (
        BulkAction(
            "approve",
            _("Approve"),
            _("Each gets a seat, or a number on the waiting list, and is told so."),
            ngettext_lazy(
                "%(count)d registration was approved.",
                "%(count)d registrations were approved.",
                "count",
            ),
            (State.PENDING,),
            _approve,
        ),
        BulkAction(
            "reject",
            pgettext_lazy("act", "Do not approve"),
            _("Each is told, with the reason you write."),
            ngettext_lazy(
                "%(count)d registration was not approved.",
                "%(count)d registrations were not approved.",
                "count",
            ),
            (State.PENDING,),
            _reject,
            reason_needed=True,
            takes_reason=True,
            serious=True,
            icon="cross",
        ),
        BulkAction(
            "promote",
            _("Give a seat now"),
            _(
                "Each gets a free seat before everybody else on the waiting list. The "
                "reason is kept in the history."
            ),
            ngettext_lazy(
                "%(count)d person got a seat.", "%(count)d people got a seat.", "count"
            ),
            (State.WAITING, State.PENDING),
            _promote,
            reason_needed=True,
            takes_reason=True,
            icon="arrow-up",
        ),
        BulkAction(
            "exchange",
            _("Move to another conference"),
            _(
                "Each gets a place at the other conference, keeps the ticket's address "
                "and is told from where to where. Whoever has a seat is moved only to "
                "a seat; the place here goes to the next in line."
            ),
            ngettext_lazy(
                "%(count)d person was moved to another conference.",
                "%(count)d people were moved to another conference.",
                "count",
            ),
            LIVE,
            _exchange,
            takes_reason=True,
            chooses_event=True,
            icon="redirect",
            refusal=exchange_refusal,
        ),
        BulkAction(
            "resend",
            _("Send the ticket again"),
            _("Each who gave an e-mail address gets the letter with the ticket again."),
            ngettext_lazy(
                "The ticket of %(count)d person will be sent again.",
                "The tickets of %(count)d people will be sent again.",
                "count",
            ),
            LIVE,
            _send_again,
            icon="mail",
        ),
        BulkAction(
            "cancel",
            _("Cancel the registration"),
            _(
                "A seat goes to the next in line if somebody waits. Each is told, with "
                "the reason you write. This cannot be undone."
            ),
            ngettext_lazy(
                "%(count)d registration was cancelled.",
                "%(count)d registrations were cancelled.",
                "count",
            ),
            LIVE,
            _cancel,
            reason_needed=True,
            takes_reason=True,
            serious=True,
            icon="bin",
        ),
    )
}


def actions_of(*, has_targets: bool) -> list[BulkAction]:
    """The buttons of a conference; moving people takes one to move them to."""
    actions = BULK_ACTIONS.values()
    return [action for action in actions if has_targets or not action.chooses_event]


def actions_for(row: Registration, *, has_targets: bool) -> list[BulkAction]:
    """What can be done to this registration as it now is."""
    actions = actions_of(has_targets=has_targets)
    return [action for action in actions if row.state in action.states]


def perform(
    action: BulkAction,
    rows: Iterable[Registration],
    *,
    answers: Mapping,
    now: datetime,
    actor,
) -> Outcome:
    """Do it to one after the other, each in a transaction of its own.

    A refusal ends nothing but itself; only when the seats are busy the rest is left
    for another try, for they would all wait.
    """
    outcome = Outcome()
    rows = list(rows)
    for place, row in enumerate(rows):
        if place >= AT_ONCE:
            outcome.left = len(rows) - place
            break
        try:
            action.run(row, answers, now, actor)
        except SeatsBusy as error:
            outcome.refused.append((row, action.refusal(error)))
            outcome.left = len(rows) - place - 1
            break
        except SeatError as error:
            outcome.refused.append((row, action.refusal(error)))
        else:
            outcome.done += 1
    return outcome
