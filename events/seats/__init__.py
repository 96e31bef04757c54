"""Who sits and who waits: the only code that changes a registration's state."""

from events.seats.exchange import exchange
from events.seats.verbs import (
    accept_offer,
    approve,
    cancel,
    correct,
    follow_page,
    lapse_offers,
    promote,
    register,
    reject,
    settle_delegation,
    transfer,
)

__all__ = [
    "accept_offer",
    "approve",
    "cancel",
    "correct",
    "exchange",
    "follow_page",
    "lapse_offers",
    "promote",
    "register",
    "reject",
    "settle_delegation",
    "transfer",
]
