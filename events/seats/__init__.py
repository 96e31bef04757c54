"""Who sits and who waits: the only code that changes a registration's state."""

from events.seats.decisions import (
    approve,
    follow_page,
    lapse_offers,
    promote,
    reject,
)
from events.seats.door import admit_at_door, enter_at_door
from events.seats.exchange import exchange
from events.seats.verbs import (
    accept_offer,
    cancel,
    correct,
    register,
    settle_delegation,
    transfer,
)

__all__ = [
    "accept_offer",
    "admit_at_door",
    "approve",
    "cancel",
    "correct",
    "enter_at_door",
    "exchange",
    "follow_page",
    "lapse_offers",
    "promote",
    "register",
    "reject",
    "settle_delegation",
    "transfer",
]
